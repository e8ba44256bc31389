import type {ExportFormat} from '../core/export/formats.ts';

type FormatWords = {
	readonly name: string;
	/** One file of it, in a sentence. */
	readonly file: string;
	/** What to know before choosing it. */
	readonly hint: string;
};

/** The words of every export format in every language: with the format and its line in the registry, all that it takes. */
export const formatWords: Readonly<Record<'en' | 'zh', Readonly<Record<ExportFormat, FormatWords>>>> = {
	en: {
		excel: {
			name: 'Excel',
			file: 'an Excel file',
			hint: 'Numbers and names go in as text, dates as real dates.',
		},
		csv: {
			name: 'CSV',
			file: 'a CSV file',
			hint: 'Opened by Excel, a CSV loses the zeros at the front of numbers: for Excel, take Excel.',
		},
		json: {
			name: 'JSON',
			file: 'a JSON file',
			hint: 'For other programs: each passport under the names of its fields.',
		},
		ndjson: {
			name: 'NDJSON',
			file: 'an NDJSON file',
			hint: 'For programs that read line by line: each passport is a JSON object on a line.',
		},
		'docs-amadeus': {
			name: 'Amadeus',
			file: 'a file of Amadeus lines',
			hint: 'SSR DOCS lines to paste into a booking: number, birth and expiry must be verified or checked.',
		},
		'docs-sabre': {
			name: 'Sabre',
			file: 'a file of Sabre lines',
			hint: 'SSR DOCS lines to paste into a booking: number, birth and expiry must be verified or checked.',
		},
		'docs-galileo': {
			name: 'Galileo',
			file: 'a file of Galileo lines',
			hint: 'SSR DOCS lines to paste into a booking: number, birth and expiry must be verified or checked.',
		},
		'docs-travelsky': {
			name: 'TravelSky',
			file: 'a file of TravelSky lines',
			hint: 'SSR DOCS lines to paste into a booking: number, birth and expiry must be verified or checked.',
		},
		template: {
			name: 'form',
			file: 'a file in the form of a template',
			hint: 'A form that comes with the program, or a template of yours: a line or a block for each passport.',
		},
	},
	zh: {
		excel: {name: 'Excel', file: 'Excel 文件', hint: '护照号码和姓名按文字写入，日期按日期写入。'},
		csv: {
			name: 'CSV',
			file: 'CSV 文件',
			hint: '用 Excel 打开 CSV 会丢掉号码开头的 0：要用 Excel 请选 Excel 格式。',
		},
		json: {name: 'JSON', file: 'JSON 文件', hint: '供其他程序使用：每本护照按字段名写出。'},
		ndjson: {name: 'NDJSON', file: 'NDJSON 文件', hint: '供逐行读取的程序使用：每本护照是一行 JSON 对象。'},
		'docs-amadeus': {
			name: 'Amadeus',
			file: 'Amadeus 指令文件',
			hint: '可粘贴到订座中的 SSR DOCS 指令：号码、出生日期和有效期须已验证或已核对。',
		},
		'docs-sabre': {
			name: 'Sabre',
			file: 'Sabre 指令文件',
			hint: '可粘贴到订座中的 SSR DOCS 指令：号码、出生日期和有效期须已验证或已核对。',
		},
		'docs-galileo': {
			name: 'Galileo',
			file: 'Galileo 指令文件',
			hint: '可粘贴到订座中的 SSR DOCS 指令：号码、出生日期和有效期须已验证或已核对。',
		},
		'docs-travelsky': {
			name: 'TravelSky',
			file: 'TravelSky 指令文件',
			hint: '可粘贴到订座中的 SSR DOCS 指令：号码、出生日期和有效期须已验证或已核对。',
		},
		template: {
			name: '表单',
			file: '按模板写出的文件',
			hint: '随程序提供的表单，或您自己的模板：每本护照写成一行或一段。',
		},
	},
};

/** The names of all formats, in the order of choice. */
export const formatNames = (language: 'en' | 'zh'): readonly string[] =>
	Object.values(formatWords[language]).map(({name}) => name);

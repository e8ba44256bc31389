/** The value of an attribute of a tag, as it is written. */
export function attribute(tag: string, name: string): string | undefined {
	const match = new RegExp(`(?:^|\\s)${name}=(?:"([^"]*)"|'([^']*)')`).exec(tag);
	return match ? decodeXml(match[1] ?? match[2] ?? '') : undefined;
}

const entities: Readonly<Record<string, string>> = {lt: '<', gt: '>', amp: '&', quot: '"', apos: "'"};

const decodeXml = (text: string): string =>
	text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
		if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
		return decimal === undefined ? (entities[name] ?? whole) : String.fromCodePoint(Number(decimal));
	});

/** The texts of `<t>` in a string item or an inline string; how a Japanese name is read aloud is none of them. */
const textIn = (xml: string): string =>
	[...xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, '').matchAll(/<t\b[^>]*?(?:\/>|>([\s\S]*?)<\/t>)/g)]
		.map(([, text = '']) => decodeXml(text))
		.join('')
		.replace(/_x([0-9a-f]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));

/** The texts of a workbook that its cells name by number. */
export const sharedTexts = (xml: string): readonly string[] =>
	[...xml.matchAll(/<si\b[^>]*?(?:\/>|>([\s\S]*?)<\/si>)/g)].map(([, item = '']) => textIn(item));

/** What a cell holds: `number` is also a day. */
export type XmlCellKind = 'text' | 'number' | 'none';

export type XmlCell = {
	/** Column, from 0. */
	readonly place: number;
	readonly kind: XmlCellKind;
	readonly text: string;
	/** Number of its style. */
	readonly style: string | undefined;
	readonly formula?: XmlFormula;
};

export type XmlFormula = {
	/** Attributes of the cell. */
	readonly cell: string;
	/** Attributes of the formula. */
	readonly tag: string;
	readonly xml: string;
};

export type XmlRow = {readonly number: number; readonly cells: readonly XmlCell[]; readonly xml: string};

const placeOf = (letters: string): number =>
	[...letters].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** A cell by its numbers: `place` from 0, `row` from 1. */
type CellPlace = {readonly place: number; readonly row: number};

/** The corners of a range. */
export type CellRange = {readonly from: CellPlace; readonly to: CellPlace};

/** The corners of a range such as `A1:F3`, or of one cell. */
export function rangeOf(text: string): CellRange | undefined {
	const [, from, first, to = from, last = first] = /^\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/.exec(text) ?? [];
	if (!from || !to) return undefined;
	return {from: {place: placeOf(from), row: Number(first)}, to: {place: placeOf(to), row: Number(last)}};
}

function cellsIn(xml: string, shared: readonly string[]): readonly XmlCell[] {
	const cells: XmlCell[] = [];
	let place = -1;
	for (const [, tag = '', content = ''] of xml.matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
		const letters = /^[A-Z]+/.exec(attribute(tag, 'r') ?? '')?.[0];
		place = letters === undefined ? place + 1 : placeOf(letters);
		const type = attribute(tag, 't') ?? 'n';
		const value = decodeXml(/<v\b[^>]*>([\s\S]*?)<\/v>/.exec(content)?.[1] ?? '');
		const text = type === 's' ? (shared[Number(value)] ?? '') : type === 'inlineStr' ? textIn(content) : value;
		const kind = text === '' ? 'none' : type === 'n' ? 'number' : 'text';
		const [formula, formulaTag = ''] = /<f\b([^>]*?)(?:\/>|>[\s\S]*?<\/f>)/.exec(content) ?? [];
		const made = formula === undefined ? {} : {formula: {cell: tag, tag: formulaTag, xml: formula}};
		cells.push({place, kind, text, style: attribute(tag, 's'), ...made});
	}
	return cells;
}

/** A sheet as its rows, and what is before and behind them. */
export type SheetXml = {
	readonly before: string;
	readonly rows: readonly XmlRow[];
	readonly behind: string;
};

/** Returns undefined for XML in a form that no spreadsheet program writes. */
export function parseSheet(xml: string, shared: readonly string[]): SheetXml | undefined {
	const data = /<sheetData\b[^>]*?(?:\/>|>([\s\S]*?)<\/sheetData>)/.exec(xml);
	if (!data) return undefined;
	const rows: XmlRow[] = [];
	let number = 0;
	for (const [rowXml, tag = '', content = ''] of (data[1] ?? '').matchAll(
		/<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g,
	)) {
		number = Number(attribute(tag, 'r') ?? number + 1);
		rows.push({number, cells: cellsIn(content, shared), xml: rowXml});
	}
	const end = data.index + data[0].length;
	return {before: xml.slice(0, data.index), rows, behind: xml.slice(end)};
}

/**
 * Ranges that end in row `last`, or in one of the rows that are added below it, end in row `next`: a filter, a colour or
 * a rule for the rows of a list.
 */
const extendedRanges = (ranges: string, last: number, next: number): string =>
	ranges.replace(/(:\$?[A-Z]+\$?)(\d+)(?!\d)/g, (whole, column, row) =>
		Number(row) >= last && Number(row) < next ? column + next : whole,
	);

/** The same in a tag or a text of XML, for these names of tags. */
export const extendedIn = (xml: string, tags: string, last: number, next: number): string =>
	xml.replace(new RegExp(`<(?:${tags})\\b[^>]*>(?:[^<]*(?=</(?:xm:sqref|definedName)>))?`, 'g'), tag =>
		extendedRanges(tag, last, next),
	);

/** A sheet with other rows. `last`: the row in which its list ended; `next`: in which it ends now. */
export function sheetWith(sheet: SheetXml, rowsXml: string, last: number, next: number): string {
	const before = sheet.before.replace(/<dimension\b[^>]*>/, tag =>
		// Something may be beside the list that reaches further down.
		tag.replace(/(ref=["'][^"']*?)(\d+)(["'])/, (_, range, row, end) => `${range}${Math.max(Number(row), next)}${end}`),
	);
	const behind = extendedIn(sheet.behind, 'autoFilter|conditionalFormatting|dataValidation|xm:sqref', last, next);
	return `${before}<sheetData>${rowsXml}</sheetData>${behind}`;
}

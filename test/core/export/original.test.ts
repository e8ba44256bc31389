import exceljs from 'exceljs';
import {expect, test} from 'vitest';
import {fromJson} from '../../../source/core/records/json/from-json.ts';
import type {PassportRecord} from '../../../source/core/records/record.ts';
import {accepted, edited} from '../../../source/core/review/decide.ts';
import {messages} from '../../../source/text/index.ts';
import {chinesePassport, utopianPassport} from '../../support/invented-passport.ts';
import {originalResult} from '../../support/original-sidecar.ts';
import {recordOf, today} from '../../support/records.ts';
import {changed, type Item, itemsOf} from '../../support/xiangyun-answers.ts';
import {contentOf} from './content-of.ts';

/** Keys and labels of the original skill's exporter, in its order. */
const columns = [
	['source_image', '源文件'],
	['document_type', '护照类型'],
	['passport_number', '护照号码'],
	['passport_number_mrz', '护照号码(MRZ)'],
	['name', '姓名'],
	['name_english', '英文姓名'],
	['name_pinyin', '拼音'],
	['sex', '性别'],
	['birth_date', '出生日期'],
	['birth_place', '出生地点'],
	['birth_place_pinyin', '出生地点(拼音)'],
	['issue_date', '签发日期'],
	['expiry_date', '有效期限'],
	['issue_place', '签发地点'],
	['issue_place_pinyin', '签发地点(拼音)'],
	['issuing_authority', '签发机关'],
	['issuing_authority_ocr', '签发机关(OCR)'],
	['issuing_country_code', '签发国代码'],
	['holder_country_code', '国籍代码'],
	['id_number', '身份证号码'],
	['recognized_at', '识别时间'],
] as const;

/** The row that the original skill writes: the members of its file as they are. */
const rowOf = (json: Readonly<Record<string, unknown>>): readonly string[] => [
	...columns.map(([key]) => String(json[key] ?? '')),
	json.success === true ? '成功' : `失败: ${String(json.error_message)}`,
];

const heads = [...columns.map(([, label]) => label), '状态'];
const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csv = (rows: readonly (readonly string[])[]) =>
	`\ufeff${[heads, ...rows].map(row => `${row.map(quoted).join(',')}\r\n`).join('')}`;

const opened = (json: object): PassportRecord => {
	const sidecar = fromJson(JSON.parse(JSON.stringify(json)));
	if (sidecar.kind !== 'original') throw new Error(sidecar.kind);
	return sidecar.record({path: String((json as {source_image?: string}).source_image), sha256: ''}, today);
};

const german = {...utopianPassport, issuer: 'D', nationality: 'D', number: 'C01X0006H'};
const items = itemsOf(chinesePassport);
const answers: readonly (readonly Item[])[] = [
	items,
	changed(items, {护照号码: 'EA0000001'}),
	changed(items, {护照号码: ' ＥＣ７３１６２０４　', 出生地点: '云南, "昆明"'}),
	itemsOf(utopianPassport),
	itemsOf(german),
	itemsOf({...utopianPassport, sex: '<'}),
	itemsOf({...utopianPassport, given: ''}),
	itemsOf({...utopianPassport, birth: '1979-02-30'}),
	changed(items, {本国姓名拼音OCR: 'TANG, MEI-QIAO', 英文姓名: "TANG, MEIQIA'O", 本国姓名: ''}),
	changed(items, {护照号码MRZ: '', MRZ1: '', MRZ2: '', 'OCR MRZ': ''}),
];
const files = answers.map((answer, index) => originalResult(answer, `护照 ${index}.jpg`));
const failure = {
	success: false,
	source_image: 'x.jpg',
	error_message: '余额不足',
	recognized_at: '2026-11-21 08:00:00',
};
const options = {words: messages('en').exported, columns: 'original', today} as const;
const notRead = [{source: 'x.jpg', message: '余额不足', recognizedAt: failure.recognized_at, at: 2}];
const objects = [...files.slice(0, 2), failure, ...files.slice(2)];

test('CSV is what the original skill writes of its own results, byte for byte, failures among them', async () => {
	const {content, rows} = await contentOf(files.map(opened), {...options, format: 'csv', notRead});
	expect(content).toBe(csv(objects.map(rowOf)));
	expect(rows).toBe(objects.length);
});

test('so is JSON', async () => {
	const {content} = await contentOf(files.map(opened), {...options, format: 'json', notRead});
	const rows = objects.map(object => Object.fromEntries(rowOf(object).map((text, index) => [heads[index]!, text])));
	expect(content).toBe(JSON.stringify(rows, undefined, 2));
});

test('the workbook has its one sheet, its head and its widths, and nothing but text', async () => {
	const {content} = await contentOf(files.map(opened), {...options, format: 'excel', notRead});
	const workbook = new exceljs.Workbook();
	await workbook.xlsx.load(content as never);
	expect(workbook.worksheets.map(({name}) => name)).toEqual(['护照识别结果']);
	const sheet = workbook.worksheets[0]!;
	const rows = [heads, ...objects.map(rowOf)];
	for (const [row, texts] of rows.entries()) {
		for (const [column, text] of texts.entries()) expect(sheet.getCell(row + 1, column + 1).value ?? '').toBe(text);
	}
	const head = sheet.getCell(1, 22);
	expect(head.font).toMatchObject({bold: true, size: 11, color: {argb: 'FFFFFFFF'}});
	expect(head.fill).toMatchObject({fgColor: {argb: 'FF1F4E79'}});
	expect(head.alignment).toMatchObject({horizontal: 'center'});
	expect((sheet.views ?? []).some(({state}) => state === 'frozen')).toBe(false);
	for (const [index] of heads.entries()) {
		const longest = Math.max(...rows.map(row => [...row[index]!].length));
		expect(sheet.getColumn(index + 1).width ?? sheet.properties.defaultColWidth).toBe(Math.min(longest + 4, 40));
	}
});

async function cells(record: PassportRecord): Promise<Readonly<Record<string, string>>> {
	const {content} = await contentOf([record], {...options, format: 'json'});
	return (JSON.parse(String(content)) as Record<string, string>[])[0]!;
}

test('a passport that was read on this computer is written in the same words', async () => {
	expect(await cells(recordOf('a.jpg'))).toMatchObject({
		性别: '女',
		护照号码: 'L898902C3',
		'护照号码(MRZ)': 'L898902C3',
		姓名: 'ERIKSSON  ANNA MARIA',
		有效期限: '2032-04-15',
	});
});

test("a person's change wins in both columns of the number, and in every form of the name", async () => {
	const at = '2026-11-22T07:00:00+00:00';
	const number = edited(opened(files[1]!), 'passport_number', 'EC7316205', at, today);
	const record = accepted(edited(number, 'given_name_english', 'MEIQIAN', at, today), at);
	expect(await cells(record)).toMatchObject({
		护照号码: 'EC7316205',
		'护照号码(MRZ)': 'EC7316205',
		姓名: '唐美乔',
		英文姓名: 'TANG  MEIQIAN',
		拼音: 'TANG,MEIQIAN',
	});
});

test('a value that the file has otherwise than it was judged is written as judged', async () => {
	const cut = changed(items, {性别: '男', 出生日期: '1994-05-21', 英文姓名: 'TONG  MEIQIAO'});
	expect(await cells(opened(originalResult(cut)))).toMatchObject({
		性别: '女',
		出生日期: '1994-05-27',
		英文姓名: 'TANG  MEIQIAO',
	});
});

test('a text that a spreadsheet would take for a formula is disarmed in CSV', async () => {
	const record = opened(originalResult(changed(items, {出生地点: '=HYPERLINK("x")'})));
	const {content} = await contentOf([record], {...options, format: 'csv'});
	expect(content).toContain(`"'=HYPERLINK(""x"")"`);
});

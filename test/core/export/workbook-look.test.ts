import exceljs from 'exceljs';
import {expect, test} from 'vitest';
import {excelWorkbook} from '../../../source/core/export/excel/workbook.ts';
import {tableOf} from '../../../source/core/export/rows.ts';
import type {PassportRecord} from '../../../source/core/records/record.ts';
import {messages} from '../../../source/text/index.ts';
import {misprinted, numbered, withExpiry} from '../../support/records.ts';
import {together} from './content-of.ts';
import {sampleRecord, today} from './sample-record.ts';

const words = {...messages('en').exported, describe: ({code}: {readonly code: string}) => `about ${code}`};
const typed = {review: {state: 'edited', edits: {sex: {from: 'M', to: 'F'}}, confirmed: []}} as const;
const records: readonly PassportRecord[] = [
	sampleRecord({path: '/p/a & "b".jpg'}, misprinted),
	sampleRecord({path: '/p/b.jpg', ...typed}, withExpiry('261121')),
	sampleRecord({path: '/p/c.jpg'}, numbered(1)),
];
const notRead = [
	{source: 'x.jpg', message: 'no passport', next: 'photograph it again', recognizedAt: ''},
	{source: 'y.jpg', message: 'blurred', recognizedAt: ''},
];

type Look = {
	readonly dates?: 'iso' | 'slash' | 'month';
	readonly more?: Parameters<typeof excelWorkbook>[4];
	readonly only?: readonly string[];
	readonly of?: readonly PassportRecord[];
	readonly unread?: typeof notRead;
	readonly in?: typeof words;
};

const usual = ['no', 'source_image', 'status', 'review', 'birth_date', 'expiry_date', 'validity'];

const cellLook = ({value, numFmt}: exceljs.Cell): string =>
	value === null
		? '-'
		: value instanceof Date
			? `${value.toISOString().slice(0, 10)} as ${numFmt}`
			: `${value}${typeof value === 'number' ? (numFmt ?? '') : numFmt === '@' ? '' : ` ${numFmt}`}`;

/** What Excel shows of each sheet: its name and widths, what is frozen, filtered and printed, cells, colours. */
async function lookOf({
	dates = 'iso',
	more = {},
	only = usual,
	of = records,
	unread = notRead,
	in: said = words,
}: Look = {}) {
	const table = tableOf(of, {words: said, columns: 'default', only: new Set(only), today});
	const book = new exceljs.Workbook();
	await book.xlsx.load((await together(excelWorkbook(table, said, dates, unread, more))) as never);
	return book.worksheets.map(sheet => {
		const {views, autoFilter, pageSetup: page} = sheet;
		const {conditionalFormattings: formats} = sheet as unknown as {
			conditionalFormattings: exceljs.ConditionalFormattingOptions[];
		};
		return [
			`${sheet.name}: ${sheet.columns.map(({width}) => width).join(' ')}`,
			`${views[0]!.state} ${(views[0] as {ySplit?: number}).ySplit}, filter ${autoFilter}, print ${page.printArea} ${page.orientation} ${page.fitToWidth}×${page.fitToHeight} below ${page.printTitlesRow}`,
			...Array.from({length: sheet.rowCount}, (_, at) => {
				const row = sheet.getRow(at + 1);
				const cells = Array.from({length: sheet.columnCount}, (_, place) => row.getCell(place + 1));
				return at === 0
					? cells.map(cell => `${cell.value}${cell.font?.bold ? '' : ' not bold'}`).join(' | ')
					: cells.map(cellLook).join(' | ');
			}),
			...formats.flatMap(({ref, rules}) =>
				(rules as exceljs.ExpressionRuleType[]).map(({formulae, style, priority}) => {
					const fill = style!.fill as exceljs.FillPattern;
					return `${ref} ${formulae![0]}: ${fill.bgColor!.argb} ${style!.font!.color!.argb} ${priority}`;
				}),
			),
		];
	});
}

test('a workbook shows values, what is to look at in colours, and what was counted', async () => {
	const quoted = {...words, status: {...words.status, check: 'to "check"'}};
	expect(await lookOf({in: quoted})).toEqual([
		[
			'Passports: 6 13 12 19 17 18 12',
			'frozen 1, filter A1:G4, print A1:G4 landscape 1×0 below 1:1',
			'No | File | Status | Checked by hand | Date of birth | Date of expiry | Validity',
			'1 | a & "b".jpg | to "check" | not looked at | 1974-08-12 as yyyy-mm-dd | 2032-04-15 as yyyy-mm-dd | valid',
			'2 | b.jpg | proven | edited: Sex | 1974-08-12 as yyyy-mm-dd | 2026-11-21 as yyyy-mm-dd | expired',
			'3 | c.jpg | proven | not looked at | 1974-08-12 as yyyy-mm-dd | 2032-04-15 as yyyy-mm-dd | valid',
			'C2:C4 LEFT($C2,12)="not readable": FFFFC7CE FF9C0006 1',
			'C2:C4 LEFT($C2,10)="to ""check""": FFFFEB9C FF9C5700 2',
			'D2:D4 LEFT($D2,6)="edited": FFDDEBF7 FF1F4E79 3',
			'F2:F4 LEFT($G2,7)="expired": FFFFC7CE FF9C0006 5',
			'G2:G4 LEFT($G2,7)="expired": FFFFC7CE FF9C0006 5',
			'F2:F4 LEFT($G2,18)="not valid for trip": FFFFEB9C FF9C5700 6',
			'G2:G4 LEFT($G2,18)="not valid for trip": FFFFEB9C FF9C5700 6',
		],
		[
			'Issues: 6 13 17 25',
			'frozen 1, filter A1:D6, print A1:D6 landscape 1×0 below 1:1',
			'No | File | Field | Issue',
			'1 | a & "b".jpg | Passport number | about check-digit-wrong',
			'1 | a & "b".jpg | Issuing state | about specimen',
			'2 | b.jpg | Issuing state | about specimen',
			'2 | b.jpg | Date of expiry | about expired',
			'3 | c.jpg | Issuing state | about specimen',
		],
		[
			'Not read: 8 13 21',
			'frozen 1, filter A1:C3, print A1:C3 landscape 1×0 below 1:1',
			'File | Reason | What to do',
			'x.jpg | no passport | photograph it again',
			'y.jpg | blurred | -',
		],
		[
			'Summary: 17 15 10',
			'frozen 1, filter A1:C10, print A1:C10 landscape 1×0 below 1:1',
			'What | Value | Number',
			'Passports | - | 3',
			'Status | proven | 2',
			'Status | to "check" | 1',
			'Checked by hand | not looked at | 2',
			'Checked by hand | edited | 1',
			'Validity | valid | 2',
			'Validity | expired | 1',
			'Date of expiry | 2026-11 | 1',
			'Date of expiry | 2032-04 | 2',
			'B2:B10 AND($A2="Status",$B2="not readable"): FFFFC7CE FF9C0006 1',
			'B2:B10 AND($A2="Status",$B2="to ""check"""): FFFFEB9C FF9C5700 2',
			'B2:B10 AND($A2="Checked by hand",$B2="edited"): FFDDEBF7 FF1F4E79 3',
			'B2:B10 AND($A2="Checked by hand",$B2="edited, not finished"): FFDDEBF7 FF1F4E79 4',
			'B2:B10 AND($A2="Validity",$B2="expired"): FFFFC7CE FF9C0006 5',
			'B2:B10 AND($A2="Validity",$B2="not valid for trip"): FFFFEB9C FF9C5700 6',
		],
	]);
});

test('where no column says what a colour means there is none, and days are as they were asked for', async () => {
	const [list, issues, summary] = await lookOf({dates: 'month', only: ['birth_date', 'sex'], unread: []});
	expect([list, summary]).toEqual([
		[
			'Passports: 7 17',
			'frozen 1, filter A1:B4, print A1:B4 landscape 1×0 below 1:1',
			'Sex | Date of birth',
			...Array.from({length: 3}, () => 'F | 1974-08-12 as dd mmm yyyy'),
		],
		[
			expect.stringMatching(/^Summary: 11 .* 10$/),
			'frozen 1, filter A1:C2, print A1:C2 landscape 1×0 below 1:1',
			'What | Value | Number',
			'Passports | - | 3',
		],
	]);
	expect(issues).toHaveLength(8);
});

test('rows that a sheet cannot hold are in further ones, each with its heads and colours', async () => {
	const looks = await lookOf({of: records.slice(0, 2), more: {longest: 2}, unread: [], only: ['no', 'status']});
	expect(looks.map(([name]) => name!.split(':')[0])).toEqual([
		'Passports',
		'Passports 2',
		'Issues',
		'Issues 2',
		'Issues 3',
		'Issues 4',
		'Summary',
		'Summary 2',
		'Summary 3',
	]);
	expect(looks.slice(0, 4).map(lines => lines.filter(line => / \| /.test(line)))).toEqual([
		['No | Status', '1 | to check'],
		['No | Status', '2 | proven'],
		['No | File | Field | Issue', '1 | a & "b".jpg | Passport number | about check-digit-wrong'],
		['No | File | Field | Issue', '1 | a & "b".jpg | Issuing state | about specimen'],
	]);
	for (const lines of looks.slice(0, 2)) {
		expect(lines).toContain('B2:B2 LEFT($B2,8)="to check": FFFFEB9C FF9C5700 2');
	}
});

test('a list that is too wide to be read on one page is printed on two beside each other', async () => {
	const table = tableOf(records, {words, columns: 'default', today});
	const [list] = await lookOf({only: table.columns.map(({key}) => key)});
	expect(list![1]).toMatch(/ landscape 2×0 /);
});

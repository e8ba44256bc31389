import exceljs from 'exceljs';
import {expect, test} from 'vitest';
import {excelWorkbook} from '../../../source/core/export/excel/workbook.ts';
import {tableOf} from '../../../source/core/export/rows.ts';
import type {Issue} from '../../../source/core/passport/model/passport.ts';
import type {PassportRecord} from '../../../source/core/records/record.ts';
import {type Language, messages} from '../../../source/text/index.ts';
import {together} from './content-of.ts';
import {printing, sampleRecord, today} from './sample-record.ts';

const workbookOf = async (records: readonly PassportRecord[], language: Language = 'en') => {
	const words = {...messages(language).exported, describe: ({code}: Issue) => `about ${code}`};
	const table = tableOf(records, {words, columns: 'default', today});
	const workbook = new exceljs.Workbook();
	await workbook.xlsx.load((await together(excelWorkbook(table, words))) as never);
	return workbook;
};

const cellUnder = (sheet: exceljs.Worksheet, head: string, row = 2) => {
	const column = (sheet.getRow(1).values as string[]).indexOf(head);
	expect(column, `a column called ${head}`).toBeGreaterThan(0);
	return sheet.getCell(row, column);
};

/** The background that the conditional formats of a sheet give a cell, computed as Excel does for the formulas in use. */
function colourOf(sheet: exceljs.Worksheet, cell: exceljs.Cell): string | undefined {
	const {conditionalFormattings} = sheet as unknown as {
		conditionalFormattings: readonly exceljs.ConditionalFormattingOptions[];
	};
	const holds = (formula: string): boolean =>
		formula
			.replace(/^AND\((.*)\)$/, '$1')
			.split(/,(?=[$])/)
			.every(part => {
				const [, left, plain, length, text] = /^(?:LEFT\(\$(\w)2,|\$(\w)2)(?:(\d+)\))?="(.*)"$/.exec(part)!;
				const value = String(sheet.getCell(`${left ?? plain}${cell.row}`).value ?? '');
				return (length === undefined ? value : value.slice(0, Number(length))) === text;
			});
	for (const {ref, rules} of conditionalFormattings) {
		const [, column, first, last] = /^([A-Z]+)(\d+):[A-Z]+(\d+)$/.exec(ref)!;
		if (!cell.address.startsWith(`${column}${cell.row}`) || +cell.row < +first! || +cell.row > +last!) continue;
		const [rule] = rules as [exceljs.ExpressionRuleType];
		if (holds(String(rule.formulae![0]))) return (rule.style!.fill as exceljs.FillPattern).bgColor!.argb;
	}
	return undefined;
}

test('numbers, names and lines are text; days are days', async () => {
	const sheet = (await workbookOf([sampleRecord()])).getWorksheet('Passports')!;
	for (const [head, value] of [
		['Passport number', 'L898902C3'],
		['Surname', 'ERIKSSON'],
		['Given names', 'ANNA MARIA'],
		['MRZ line 2', 'L898902C36UTO7408122F3204153*********<<<<<16'],
	] as const) {
		const cell = cellUnder(sheet, head);
		expect(cell.value).toBe(value);
		expect(cell.numFmt).toBe('@');
	}

	const birth = cellUnder(sheet, 'Date of birth');
	expect(birth.type).toBe(exceljs.ValueType.Date);
	expect((birth.value as Date).toISOString()).toBe('1974-08-12T00:00:00.000Z');
	expect(birth.numFmt).toBe('yyyy-mm-dd');
	expect(cellUnder(sheet, 'Age').value).toBe(52);
	expect(cellUnder(sheet, 'Days left').value).toBe(1971);
});

test('a number of digits alone keeps its leading zeros', async () => {
	const sheet = (
		await workbookOf([
			sampleRecord({}, [
				'P<TWNDOE<<JANE<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<',
				'0026402301TWN9001011F3101012<<<<<<<<<<<<<<02',
			]),
		])
	).worksheets[0]!;
	expect(cellUnder(sheet, 'Passport number')).toMatchObject({value: '002640230', numFmt: '@'});
});

test('a partial date stays text', async () => {
	const lines = [
		'P<UTODOE<<JANE<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<',
		'L898902C36UTO7408<<8F3204159ZE184226B<<<<<18',
	] as const;
	const cell = cellUnder((await workbookOf([sampleRecord({}, lines)])).worksheets[0]!, 'Date of birth');
	expect(cell).toMatchObject({value: '1974-08', numFmt: '@'});
});

test('nothing is ever a formula', async () => {
	const workbook = await workbookOf([printing('birth_place', '=1+1', {path: '/x/=HYPERLINK("x").jpg'})]);
	const sheet = workbook.worksheets[0]!;
	expect(cellUnder(sheet, 'File').value).toBe('=HYPERLINK("x").jpg');
	expect(cellUnder(sheet, 'Place of birth').value).toBe('=1+1');
	for (const each of workbook.worksheets)
		each.eachRow(row => row.eachCell(cell => expect(cell.formula).toBeUndefined()));
});

test('the head stays in sight and filters, columns are wide enough for what they hold', async () => {
	const sheet = (await workbookOf([sampleRecord()])).worksheets[0]!;
	expect(sheet.views[0]).toMatchObject({state: 'frozen', ySplit: 1});
	expect(sheet.autoFilter).toBeTruthy();
	expect(sheet.getColumn(cellUnder(sheet, 'MRZ line 1').col).width).toBeGreaterThan(44);
});

test('a second sheet lists what a person must know', async () => {
	const record = sampleRecord();
	const issue = {code: 'dates-out-of-order', field: 'expiry_date', blocks: false} as const;
	const workbook = await workbookOf([{...record, passport: {...record.passport, issues: [issue]}}]);
	expect(workbook.getWorksheet('Issues')!.getRow(2).values).toEqual([
		undefined,
		1,
		'anna.jpg',
		'Date of expiry',
		'about dates-out-of-order',
	]);
	// The column of the first sheet says, too, which value it speaks of.
	expect(cellUnder(workbook.worksheets[0]!, 'Issues').value).toBe('Date of expiry: about dates-out-of-order');
	expect((await workbookOf([record], 'zh')).worksheets.map(sheet => sheet.name)).toEqual(['护照', '问题', '汇总']);
});

test('what a person changed is what is written, and a column says so', async () => {
	const base = sampleRecord();
	const edited = sampleRecord({
		passport: {
			...base.passport,
			fields: base.passport.fields.map(field =>
				field.key === 'surname_english' ? {...field, value: 'ERICSON'} : field,
			),
		},
		review: {
			state: 'edited',
			at: '2026-11-22T07:00:00+01:00',
			edits: {surname_english: {from: 'ERIKSSON', to: 'ERICSON'}},
			confirmed: [],
		},
	});
	const sheet = (await workbookOf([edited, base])).worksheets[0]!;
	expect(cellUnder(sheet, 'Surname').value).toBe('ERICSON');
	expect(cellUnder(sheet, 'Checked by hand').value).toBe('edited: Surname');
	expect(cellUnder(sheet, 'Checked at').value).toBe('2026-11-22 07:00:00');
	expect(cellUnder(sheet, 'Checked by hand', 3).value).toBe('not looked at');
	const begun = {...edited, review: {...edited.review, state: 'unreviewed'}} as const;
	expect(cellUnder((await workbookOf([begun])).worksheets[0]!, 'Checked by hand').value).toBe(
		'edited, not finished: Surname',
	);
});

test('the expiry of a passport that is not valid is coloured, and a column says which', async () => {
	const record = sampleRecord();
	const until = (expiry: string): PassportRecord => ({
		...record,
		passport: {
			...record.passport,
			fields: record.passport.fields.map(field => (field.key === 'expiry_date' ? {...field, value: expiry} : field)),
		},
	});
	const trip = {on: {year: 2027, month: 2, day: 1}, validFor: {months: 6, days: 0}};
	const words = messages('en').exported;
	const table = tableOf([until('2032-04-15'), until('2026-11-21'), until('2027-07-31')], {
		words,
		columns: 'default',
		today,
		trip,
	});
	const workbook = new exceljs.Workbook();
	await workbook.xlsx.load((await together(excelWorkbook(table, words))) as never);
	const sheet = workbook.getWorksheet('Passports')!;
	expect([2, 3, 4].map(row => cellUnder(sheet, 'Validity', row).value)).toEqual([
		'valid',
		'expired',
		'not valid for trip',
	]);
	for (const head of ['Validity', 'Date of expiry']) {
		expect([2, 3, 4].map(row => colourOf(sheet, cellUnder(sheet, head, row)))).toEqual([
			undefined,
			'FFFFC7CE',
			'FFFFEB9C',
		]);
	}
	// A day is a day still, and other cells have no colour.
	expect(cellUnder(sheet, 'Date of expiry', 3).numFmt).toBe('yyyy-mm-dd');
	expect(colourOf(sheet, cellUnder(sheet, 'Surname', 3))).toBeUndefined();
	// What is corrected by hand later loses its colour, and so does the date beside it.
	cellUnder(sheet, 'Validity', 3).value = 'valid';
	expect(colourOf(sheet, cellUnder(sheet, 'Date of expiry', 3))).toBeUndefined();
});

test('pictures without a passport have a sheet, where there are any', async () => {
	const words = messages('en').exported;
	const table = tableOf([sampleRecord()], {words, columns: 'default', today});
	const open = async (notRead: Parameters<typeof excelWorkbook>[3]) => {
		const workbook = new exceljs.Workbook();
		await workbook.xlsx.load((await together(excelWorkbook(table, words, 'iso', notRead))) as never);
		return workbook;
	};
	const recognizedAt = '2026-11-22 06:00:00';
	const sheet = (await open([{source: 'x.jpg', message: 'no passport', recognizedAt}])).getWorksheet('Not read')!;
	expect((sheet.getRow(1).values as string[]).slice(1)).toEqual(['File', 'Reason', 'What to do']);
	expect((sheet.getRow(2).values as string[]).slice(1)).toEqual(['x.jpg', 'no passport']);
	expect((await open([])).worksheets.map(({name}) => name)).toEqual(['Passports', 'Issues', 'Summary']);
});

test('heads are bold and leave room for the arrow of the filter; no column pushes the others off the screen', async () => {
	const long = sampleRecord({path: `/pictures/${'very-'.repeat(20)}long.jpg`});
	const sheet = (await workbookOf([long, sampleRecord()])).getWorksheet('Passports')!;
	expect(cellUnder(sheet, 'Surname', 1).font).toMatchObject({bold: true});
	const widthOf = (head: string) => sheet.getColumn((sheet.getRow(1).values as string[]).indexOf(head)).width;
	expect(widthOf('Sex')).toBe(7);
	expect(widthOf('Surname')).toBe(11);
	expect(widthOf('File')).toBe(48);
	const {columnCount} = sheet;
	expect(sheet.autoFilter).toBe(`A1:${sheet.getCell(3, columnCount).address}`);
});

test('a day before the calendar of Excel is text, and an empty cell stays empty', async () => {
	const old = sampleRecord();
	const fields = old.passport.fields.map(field =>
		field.key === 'birth_date' ? {...field, value: '1900-12-31'} : field.key === 'sex' ? {...field, value: ''} : field,
	);
	const sheet = (await workbookOf([{...old, passport: {...old.passport, fields}}])).getWorksheet('Passports')!;
	expect(cellUnder(sheet, 'Date of birth')).toMatchObject({value: '1900-12-31', numFmt: '@'});
	expect(cellUnder(sheet, 'Sex').value).toBeNull();
});

test('what is to check and what was edited has a colour, and the summary counts and says what the colours mean', async () => {
	const clean = sampleRecord();
	const check: PassportRecord = {...clean, passport: {...clean.passport, status: 'check'}};
	const edited: PassportRecord = {
		...clean,
		review: {state: 'edited', edits: {sex: {from: 'M', to: 'F'}}, confirmed: []},
	};
	const workbook = await workbookOf([check, edited, check]);
	const sheet = workbook.getWorksheet('Passports')!;
	expect([2, 3].map(row => colourOf(sheet, cellUnder(sheet, 'Status', row)))[0]).toBe('FFFFEB9C');
	expect([2, 3].map(row => colourOf(sheet, cellUnder(sheet, 'Checked by hand', row)))).toEqual([undefined, 'FFDDEBF7']);
	const summary = workbook.getWorksheet('Summary')!;
	const rows = (summary.getSheetValues() as unknown[][]).slice(2).map(row => row.slice(1));
	expect(rows[0]).toEqual(['Passports', undefined, 3]);
	expect(rows).toContainEqual(['Status', 'to check', 2]);
	expect(rows).toContainEqual(['Checked by hand', 'edited', 1]);
	expect(rows).toContainEqual(['Checked by hand', 'not looked at', 2]);
	expect(rows).toContainEqual(['Nationality', 'UTO', 3]);
	expect(rows).toContainEqual(['Date of expiry', '2032-04', 3]);
	const at = rows.findIndex(([, value]) => value === 'to check') + 2;
	expect(colourOf(summary, summary.getCell(at, 2))).toBe('FFFFEB9C');
	expect(colourOf(summary, summary.getCell(2, 3))).toBeUndefined();
});

test.each(['en', 'zh'] as const)(
	'what a person typed has its colour before the passport is decided, and what was only confirmed has none: %s',
	async language => {
		const words = messages(language).exported;
		const clean = sampleRecord();
		const review = (changes: Partial<PassportRecord['review']>): PassportRecord => ({
			...clean,
			review: {state: 'unreviewed', edits: {}, confirmed: [], ...changes},
		});
		const typed = review({edits: {sex: {from: 'M', to: 'F'}}, confirmed: ['birth_date']});
		const table = tableOf([typed, review({confirmed: ['sex']}), review({})], {words, columns: 'default', today});
		const workbook = new exceljs.Workbook();
		await workbook.xlsx.load((await together(excelWorkbook(table, words))) as never);
		const [sheet, summary] = [workbook.worksheets[0]!, workbook.getWorksheet(words.sheets.summary)!];
		const head = words.columns.review;
		const colours = [2, 3, 4].map(row => colourOf(sheet, cellUnder(sheet, head, row)));
		expect(colours).toEqual(['FFDDEBF7', undefined, undefined]);
		const rows = Array.from(summary.getSheetValues() as unknown[][], (row = []) => row.slice(1));
		const at = (word: string) => rows.findIndex(([what, value]) => what === head && value === word);
		for (const kind of ['typed', 'begun', 'unreviewed'] as const) {
			expect(rows[at(words.review[kind])]?.[2], kind).toBe(1);
			const colour = colourOf(summary, summary.getCell(at(words.review[kind]), 2));
			expect(colour, kind).toBe(kind === 'typed' ? 'FFDDEBF7' : undefined);
		}
	},
);

test('the summary says nothing of columns that were not asked for', async () => {
	const words = messages('en').exported;
	const table = tableOf([sampleRecord()], {
		words,
		columns: 'default',
		today,
		only: new Set(['surname_english', 'status']),
	});
	const workbook = new exceljs.Workbook();
	await workbook.xlsx.load((await together(excelWorkbook(table, words))) as never);
	const what = (workbook.getWorksheet('Summary')!.getSheetValues() as unknown[][]).slice(2).map(row => row[1]);
	expect(what).toEqual(['Passports', 'Status']);
});

test('values begin where their heads do, and numbers do not touch the text beside them', async () => {
	const sheet = (await workbookOf([sampleRecord()])).getWorksheet('Passports')!;
	const alignment = (head: string) => cellUnder(sheet, head, 2).alignment;
	expect(alignment('Date of birth')).toEqual({horizontal: 'left'});
	expect(alignment('Age')).toEqual({horizontal: 'right', indent: 1});
	expect(alignment('Surname')).toBeUndefined();
	expect(cellUnder(sheet, 'Surname', 1).font).toMatchObject({name: 'Calibri', size: 11});
});

import {utimesSync} from 'node:fs';
import {mkdtemp, readdir, readFile, rm, stat, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import exceljs from 'exceljs';
import JSZip from 'jszip';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {appendExport} from '../../../source/core/export/append/append.ts';
import {splitCsv} from '../../../source/core/export/append/split-csv.ts';
import {chosenSet} from '../../../source/core/export/column-sets.ts';
import {writeExport} from '../../../source/core/export/write.ts';
import type {FieldKey} from '../../../source/core/passport/model/fields.ts';
import {recordMembers} from '../../../source/core/records/legacy-keys.ts';
import type {PassportRecord} from '../../../source/core/records/record.ts';
import {appendedLines} from '../../../source/text/appended.ts';
import {messages} from '../../../source/text/index.ts';
import {cardRecord} from '../../support/documents.ts';
import {sampleRecord, today} from './sample-record.ts';

const words = messages('en').exported;
const languages = [words, messages('zh').exported];
const options = {words, today} as const;

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'append-'));
});
afterEach(() => rm(folder, {recursive: true, force: true}));

type Values = Readonly<Partial<Record<FieldKey, string>>>;

/** A passport of another person, as read; its second line is its own. */
function person(name: string, values: Values = {}, file = `${name}.jpg`): PassportRecord {
	const record = sampleRecord({path: `/pictures/${file}`});
	const all: Values = {surname_english: name, passport_number: `X${name}`, ...values};
	const fields = record.passport.fields.map(field => ({...field, value: all[field.key] ?? field.value}));
	return {
		...record,
		passport: {...record.passport, fields, lines: [record.passport.lines[0]!, `${all.passport_number}<LINE`]},
	};
}

const [lee, kim, roy] = ['LEE', 'KIM', 'ROY'].map(name => person(name)) as [
	PassportRecord,
	PassportRecord,
	PassportRecord,
];

const written = async (records: readonly PassportRecord[], name: string, more = {}): Promise<string> => {
	const format = name.endsWith('.csv') ? 'csv' : 'excel';
	return (await writeExport(records, {...options, format, path: join(folder, name), ifExists: 'replace', ...more}))
		.path;
};

const append = async (path: string, records: readonly PassportRecord[], more = {}) =>
	await appendExport(records, {
		...options,
		format: path.endsWith('.csv') ? 'csv' : 'excel',
		path,
		languages,
		...more,
	});

const bookIn = async (path: string): Promise<exceljs.Workbook> => await new exceljs.Workbook().xlsx.readFile(path);

/** A column of the first sheet by its head, as texts below it. */
const columnIn = (book: exceljs.Workbook, head: string): readonly string[] => {
	const sheet = book.worksheets[0]!;
	const heads = (sheet.getRow(1).values as readonly string[]).slice(1);
	const place = heads.indexOf(head) + 1;
	expect(place).toBeGreaterThan(0);
	return Array.from({length: sheet.rowCount - 1}, (_, index) => sheet.getRow(index + 2).getCell(place).text);
};

test('pictures that were asked for are not in rows that are added, and that is said', async () => {
	const path = await written([lee], 'list.xlsx');
	const photos = async function* () {};
	const added = await append(path, [lee, kim], {photos});
	for (const language of ['en', 'zh'] as const) {
		expect(appendedLines(added, messages(language))).toContain(messages(language).commands.export.noPhotosAdded);
	}
	expect(appendedLines(await append(path, [lee, kim], {photos}), messages('en'))).toEqual([]);
	expect(appendedLines(await append(path, [roy]), messages('en'))).toEqual([]);
});

test.each(['csv', 'xlsx'])(
	'a list with custom heads is added to with the columns that have them: %s',
	async extension => {
		const columns = chosenSet([
			{key: 'passport_number', head: 'Pass'},
			{key: 'surname_english', head: 'Familie'},
			{key: 'sex'},
		]);
		const path = await written([lee], `own.${extension}`, {columns});
		expect(await append(path, [lee, kim], {columns})).toMatchObject({added: 1, listed: 1});
		expect(await append(path, [lee, kim], {columns})).toMatchObject({added: 0, listed: 2, isChanged: false});
		// Without them nothing says what the heads mean, and the file stays.
		await expect(append(path, [lee, kim, roy])).rejects.toMatchObject({code: 'NOT_A_LIST'});
	},
);

test('a picture that was read since is not named as not read any more, those of other names are', async () => {
	const unread = (source: string) => ({source, message: 'blurred', next: 'again', recognizedAt: ''});
	const path = await written([lee], 'list.xlsx', {notRead: [unread('KIM.jpg'), unread('far.jpg'), unread('ROY.jpg')]});
	const sheet = async () => {
		const found = (await bookIn(path)).getWorksheet('Not read')!;
		return Array.from({length: found.rowCount - 1}, (_, index) => found.getRow(index + 2).getCell(1).text);
	};
	await append(path, [lee, kim], {notRead: [unread('new.jpg')]});
	expect(await sheet()).toEqual(['far.jpg', 'ROY.jpg', 'new.jpg']);
	// Of two pictures with one name one is still not read.
	const again = await append(path, [lee, kim, roy], {notRead: [unread('ROY.jpg')]});
	expect([again.added, await sheet()]).toEqual([1, ['far.jpg', 'ROY.jpg', 'new.jpg']]);
	// No passport is new, but a picture has been read.
	const other = {...lee, path: '/pictures/far.jpg'};
	expect(await append(path, [lee, kim, roy, other])).toMatchObject({added: 0, isChanged: true});
	expect(await sheet()).toEqual(['new.jpg']);
	expect(await append(path, [lee, kim, roy, other])).toMatchObject({added: 0, isChanged: false});
});

describe.each(['csv', 'xlsx'])('a list as %s', extension => {
	test('gets those who are missing, and no passport twice', async () => {
		const path = await written([lee, kim], `list.${extension}`);
		expect(await append(path, [kim, lee, roy])).toMatchObject({added: 1, listed: 2, differing: [], others: []});
		const content = await readFile(path);
		expect(await append(path, [roy, kim, lee])).toMatchObject({added: 0, listed: 3});
		expect((await readFile(path)).equals(content)).toBe(true);
	});

	test('says who has a new passport since, which gets a row of its own; an older one gets none', async () => {
		const path = await written([lee, kim], `list.${extension}`);
		const renewed = person('LEE', {passport_number: 'NEW777', expiry_date: '2040-01-01'}, 'new.jpg');
		const older = person('KIM', {passport_number: 'OLD777', expiry_date: '2027-01-01'}, 'old.jpg');
		expect(await append(path, [renewed, older])).toMatchObject({
			added: 1,
			others: [
				{row: 2, listed: 'XLEE', read: 'NEW777', isNewer: true},
				{row: 3, listed: 'XKIM', read: 'OLD777', isNewer: false},
			],
		});
	});

	test('keeps its values where others were read, and says both', async () => {
		const path = await written([lee, kim], `list.${extension}`);
		const differing = [{row: 3, fields: [{field: 'given_name_english', listed: 'ANNA MARIA', read: 'ANNE'}]}];
		expect(await append(path, [person('KIM', {given_name_english: 'ANNE'})])).toMatchObject({added: 0, differing});
	});

	test('takes the same day of expiry of the same person for the same passport, whose number was corrected', async () => {
		const path = await written([lee], `list.${extension}`);
		const misread = person('LEE', {passport_number: 'XL33'});
		const fields = [{field: 'passport_number', listed: 'XLEE', read: 'XL33'}];
		expect(await append(path, [misread])).toMatchObject({added: 0, differing: [{row: 2, fields}]});
	});

	test.each(['default', 'tour-list', 'visa-group', 'brief', 'original'] as const)(
		'with the columns %s in any language keeps its columns, its language and its numbers',
		async columns => {
			for (const headWords of [[words], [languages[1]!], languages]) {
				const path = await written([lee, kim], `list.${extension}`, {columns, words: headWords[0], headWords});
				expect(await append(path, [roy, lee])).toMatchObject({added: 1, listed: 1, differing: []});
				const whole = await written([lee, kim, roy], `whole.${extension}`, {columns, words: headWords[0], headWords});
				if (extension === 'csv') expect(await readFile(path, 'utf8')).toBe(await readFile(whole, 'utf8'));
				else {
					const [one, other] = [await bookIn(path), await bookIn(whole)];
					const sheets = (book: exceljs.Workbook) =>
						book.worksheets.map(sheet => sheet.getSheetValues().map(row => JSON.stringify(row)));
					expect(sheets(one)).toEqual(sheets(other));
				}
			}
		},
	);

	test('with a day of which a part is unknown has it as it is', async () => {
		const known = {birth_date: '1974', expiry_date: '2031-05'};
		const path = await written([person('LEE', known), kim], `list.${extension}`);
		expect(await append(path, [person('LEE', known)])).toMatchObject({added: 0, differing: []});
	});

	test('that is a link stays one', async () => {
		const path = await written([lee], `list.${extension}`);
		const link = join(folder, `link.${extension}`);
		await symlink(path, link);
		expect(await append(link, [kim])).toMatchObject({added: 1});
		expect(await readFile(link)).toEqual(await readFile(path));
		expect((await readdir(folder)).sort()).toEqual([`link.${extension}`, `list.${extension}`]);
	});

	test('that another program has open is left as it is', async () => {
		const path = await written([lee], `list.${extension}`);
		await writeFile(join(folder, `~$list.${extension}`), '');
		await expect(append(path, [kim])).rejects.toMatchObject({code: 'NOT_WRITABLE', details: {reason: 'EBUSY'}});
	});

	test('that is no list of passports is refused, and left as it is', async () => {
		const path = join(folder, `list.${extension}`);
		const book = new exceljs.Workbook();
		book.addWorksheet('Bills').addRows([
			['Date', 'Sum'],
			['2026-01-01', 12],
		]);
		if (extension === 'csv') await book.csv.writeFile(path);
		else await book.xlsx.writeFile(path);
		const before = await readFile(path);
		await expect(append(path, [kim])).rejects.toMatchObject({code: 'NOT_A_LIST', details: {reason: 'heads'}});
		expect(await readFile(path)).toEqual(before);
	});
});

test.each(['json', 'ndjson', 'docs-sabre'] as const)('a list as %s is none to add to', async format => {
	const path = join(folder, 'list.txt');
	await writeFile(path, 'x');
	const adding = appendExport([kim], {...options, format, path, languages});
	await expect(adding).rejects.toMatchObject({code: 'NOT_A_LIST', details: {path, reason: 'format'}});
});

test('a workbook that cannot be read is none to add to, and stays', async () => {
	const path = join(folder, 'list.xlsx');
	const empty = await new JSZip().file('a.txt', 'x').generateAsync({type: 'nodebuffer'});
	for (const bytes of [Buffer.from('text'), empty]) {
		await writeFile(path, bytes);
		await expect(append(path, [kim])).rejects.toMatchObject({
			code: 'NOT_A_LIST',
			details: {path, reason: 'unreadable'},
		});
		expect(await readFile(path)).toEqual(bytes);
	}
});

test('the mode of the file stays', async () => {
	const path = await written([lee], 'list.csv');
	const {mode} = await stat(path);
	await append(path, [kim]);
	expect((await stat(path)).mode).toBe(mode);
});

describe('a workbook that a person worked on', () => {
	/** As Excel saves it: other columns, another order, shared texts, own formats, a title above, further sheets. */
	const worked = async (): Promise<string> => {
		const path = await written([lee, kim], 'list.xlsx');
		const book = await bookIn(path);
		const sheet = book.worksheets[0]!;
		sheet.spliceColumns(3, 0, ['Room', '101', '102']);
		sheet.getRow(3).getCell(3).font = {bold: true};
		sheet.getRow(2).getCell(1).fill = {type: 'pattern', pattern: 'solid', fgColor: {argb: 'FFFF0000'}};
		book.addWorksheet('Bills').addRows([['Sum'], [12]]);
		await book.xlsx.writeFile(path);
		return path;
	};

	test('keeps their columns and sheets; a new row looks like the one above', async () => {
		const path = await worked();
		await append(path, [lee, roy]);
		const book = await bookIn(path);
		expect(columnIn(book, 'Room')).toEqual(['101', '102', '']);
		expect(columnIn(book, 'Surname')).toEqual(['LEE', 'KIM', 'ROY']);
		expect(columnIn(book, 'No')).toEqual(['1', '2', '3']);
		const sheet = book.worksheets[0]!;
		expect(sheet.getRow(4).getCell(3).font).toMatchObject({bold: true});
		expect(sheet.getRow(2).getCell(1).fill).toMatchObject({fgColor: {argb: 'FFFF0000'}});
		const birth = sheet.getRow(4).getCell((sheet.getRow(1).values as string[]).indexOf('Date of birth'));
		expect(birth.value).toEqual(new Date('1974-08-12T00:00:00Z'));
		expect(birth.numFmt).toBe('yyyy-mm-dd');
		expect(book.getWorksheet('Bills')!.getRow(2).getCell(1).value).toBe(12);
	});

	test('the filter and the colours reach the new rows, and the summary counts them', async () => {
		const path = await worked();
		await append(path, [roy]);
		const book = await bookIn(path);
		expect(JSON.stringify(book.worksheets[0]!.autoFilter)).toMatch(/4/);
		expect(book.getWorksheet('Summary')!.getRow(2).getCell(3).value).toBe(3);
	});

	test('the summary counts what a person has begun in the list as the new list does', async () => {
		const path = await worked();
		const typed = {state: 'unreviewed', edits: {sex: {from: 'M', to: 'F'}}, confirmed: []} as const;
		await append(path, [{...roy, review: typed}]);
		const rows = (book: exceljs.Workbook) =>
			(book.getWorksheet('Summary')!.getSheetValues() as unknown[][]).map(row => `${row?.slice(1)}`);
		expect(rows(await bookIn(path))).toContain('Checked by hand,edited, not finished,1');
	});

	test('every part of the package that says nothing of the list stays byte for byte', async () => {
		const path = await worked();
		const zip = await JSZip.loadAsync(await readFile(path));
		zip.file('xl/charts/chart1.xml', '<c:chartSpace><!-- of a person --></c:chartSpace>');
		zip.file('xl/media/image1.png', Buffer.from([1, 2, 3, 255]));
		await writeFile(path, await zip.generateAsync({type: 'nodebuffer'}));
		await append(path, [roy]);
		const after = await JSZip.loadAsync(await readFile(path));
		const changed: string[] = [];
		for (const name of Object.keys(zip.files)) {
			const [one, other] = [zip.file(name), after.file(name)];
			if (!one) continue;
			if (!(await one.async('nodebuffer')).equals((await other?.async('nodebuffer')) ?? Buffer.alloc(0)))
				changed.push(name);
		}
		expect(changed.filter(name => !/^xl\/worksheets\/sheet\d\.xml$|^xl\/workbook\.xml$/.test(name))).toEqual([]);
	});

	/** The parts of a list of LEE and KIM after a change to them, to which ROY was added. */
	const afterChange = async (part: string, change: (xml: string) => string) => {
		const path = await written([lee, kim], 'list.xlsx');
		const zip = await JSZip.loadAsync(await readFile(path));
		const before = await zip.file(part)!.async('string');
		expect(change(before)).not.toBe(before);
		zip.file(part, change(before));
		await writeFile(path, await zip.generateAsync({type: 'nodebuffer'}));
		const appended = await append(path, [lee, kim, roy]);
		const after = await JSZip.loadAsync(await readFile(path));
		const xml = async (name: string) => await after.file(name)!.async('string');
		return {appended, book: await xml('xl/workbook.xml'), sheet: await xml('xl/worksheets/sheet1.xml'), path};
	};
	const first = 'xl/worksheets/sheet1.xml';

	test('the printed area and the filter reach the new rows, names of other sheets and of a person stay', async () => {
		const own = `<definedName name="Own" localSheetId="0">'Passports'!$A$1:$C$3</definedName>`;
		const {book} = await afterChange('xl/workbook.xml', xml => xml.replace('</definedNames>', `${own}</definedNames>`));
		const names = [...book.matchAll(/<definedName [^>]*>([^<]*)</g)].map(([, text]) => text!.replaceAll('&apos;', "'"));
		expect(names.filter(name => /Passports|Issues/.test(name))).toEqual([
			"'Passports'!$A1:$S4",
			"'Passports'!$1:$1",
			"'Issues'!$A1:$D3",
			"'Issues'!$1:$1",
			"'Passports'!$A$1:$C$3",
		]);
	});

	test('whose days are texts gets its new days as texts', async () => {
		const path = join(folder, 'list.xlsx');
		const book = new exceljs.Workbook();
		book.addWorksheet('Group').addRows([
			['Passport number', 'Date of birth', 'Date of expiry'],
			['XLEE', '12/08/1974', '15/04/2032'],
		]);
		await book.xlsx.writeFile(path);
		expect(await append(path, [lee, roy])).toMatchObject({added: 1, listed: 1, differing: []});
		expect((await bookIn(path)).worksheets[0]!.getRow(3).values).toEqual([
			undefined,
			'XROY',
			'12/08/1974',
			'15/04/2032',
		]);
	});

	test('of an old Mac, whose days begin in 1904, has its days known, and new ones as text', async () => {
		const days = (xml: string) => xml.replace(/<v>(\d{5})<\/v>/g, (_, day) => `<v>${Number(day) - 1462}</v>`);
		for (const is1904 of ['1', 'true']) {
			const path = await written([lee, kim], 'list.xlsx');
			const zip = await JSZip.loadAsync(await readFile(path));
			zip.file(first, days(await zip.file(first)!.async('string')));
			const book = await zip.file('xl/workbook.xml')!.async('string');
			zip.file('xl/workbook.xml', book.replace('<workbookPr', `<workbookPr date1904="${is1904}"`));
			await writeFile(path, await zip.generateAsync({type: 'nodebuffer'}));
			expect(await append(path, [lee, kim, roy])).toMatchObject({added: 1, listed: 2, differing: []});
			const sheet = await (await JSZip.loadAsync(await readFile(path))).file(first)!.async('string');
			expect(sheet.split('<row r="4"')[1]).toContain('<t>1974-08-12</t>');
			expect(sheet.split('<row r="4"')[1]!.match(/<v>\d{5}<\/v>/g)).toBeNull();
		}
	});

	test('with an empty row that has a format, and one below the list, gets its row between them', async () => {
		const {sheet} = await afterChange(first, xml =>
			xml.replace('</sheetData>', '<row r="9" ht="30"><c r="A9" s="1"/></row></sheetData>'),
		);
		expect([...sheet.matchAll(/<row r="(\d+)"/g)].map(([, number]) => number)).toEqual(['1', '2', '3', '4', '9']);
		expect(sheet.match(/<row r="9"/g)).toHaveLength(1);
	});

	test('a new row has the style of the cells above it, of texts, numbers and days', async () => {
		const {sheet} = await afterChange(first, xml => xml.replace('<v>2</v>', '<v>2</v>\n'));
		const styles = (row: number) =>
			[
				...sheet
					.split(`<row r="${row}"`)[1]!
					.split('</row>')[0]!
					.matchAll(/<c r="[A-Z]+\d+" s="(\d+)"/g),
			].map(([, style]) => style);
		expect(styles(4)).toEqual(styles(3));
		expect(new Set(styles(4)).size).toBe(3);
	});

	test('further sheets keep the styles of their cells', async () => {
		const path = await written([lee, kim], 'list.xlsx');
		await append(path, [roy]);
		const whole = await written([lee, kim, roy], 'whole.xlsx');
		const stylesOf = async (file: string) => {
			const zip = await JSZip.loadAsync(await readFile(file));
			const sheets = ['sheet2', 'sheet3'].map(async name => [
				...(await zip.file(`xl/worksheets/${name}.xml`)!.async('string')).matchAll(/<c r="(\w+)" s="(\d+)"/g),
			]);
			return (await Promise.all(sheets)).map(cells => cells.map(([, at, style]) => `${at} ${style}`));
		};
		const [some, all] = [await stylesOf(path), await stylesOf(whole)];
		expect(some[0]).toEqual(all[0]);
		expect(some[1]!.slice(3)).toEqual(all[1]!.slice(3));
	});

	test('with a title above the heads, empty rows with a format below, and a table of Excel, it is extended', async () => {
		const path = join(folder, 'list.xlsx');
		const book = new exceljs.Workbook();
		const sheet = book.addWorksheet('Group');
		sheet.getCell('A1').value = 'Group to Rome';
		const heads = ['Surname', 'Given names', 'Passport number', 'Date of birth', 'Hotel'];
		sheet.addTable({
			name: 'people',
			ref: 'A3',
			headerRow: true,
			columns: heads.map(name => ({name})),
			rows: [['LEE', 'ANNA MARIA', 'XLEE', new Date('1974-08-12'), 'Roma']],
		});
		sheet.getCell('A5').font = {bold: true};
		await book.xlsx.writeFile(path);
		expect(await append(path, [lee, kim])).toMatchObject({added: 1, listed: 1});
		const after = (await bookIn(path)).worksheets[0]!;
		expect(after.getRow(5).values).toEqual(
			[undefined, 'KIM', 'ANNA MARIA', 'XKIM', expect.anything(), undefined].slice(0, 5),
		);
		const zip = await JSZip.loadAsync(await readFile(path));
		const table = await zip.file('xl/tables/table1.xml')!.async('string');
		expect(table.match(/ref="A3:E5"/g)).toHaveLength(table.match(/ref="/g)!.length);
	});
});

describe('a CSV that a person worked on', () => {
	test.each([
		['semicolons and own columns', 'Passport number;Room;Surname\r\nXLEE;101;LEE\r\n', 'XROY;;ROY\r\n'],
		['a tab, LF, and no line end', 'Surname\tPassport number\nLEE\tXLEE', '\nROY\tXROY\n'],
		["Excel's own first line", 'sep=;\r\nPassport number;Surname\r\nXLEE;LEE\r\n', 'XROY;ROY\r\n'],
		["Excel's own first line, and LF", 'sep=|\nPassport number|Surname\nXLEE|LEE\n', 'XROY|ROY\n'],
		['states that are not named on both sides', 'Passport number,Issuing state\r\nXLEE,\r\n', 'XROY,UTO\r\n'],
		['a text over several lines', 'Passport number,Note,Surname\r\nXLEE,"a\r\nb, ""c""",LEE\r\n', 'XROY,,ROY\r\n'],
		['days of another style', 'Passport number,Date of birth\r\nXLEE,12/08/1974\r\n', 'XROY,12/08/1974\r\n'],
		['days of months', 'Passport number,Date of birth\r\nXLEE,12 AUG 1974\r\n', 'XROY,12 AUG 1974\r\n'],
		['days of another kind', 'Passport number,Date of birth\r\nXLEE,12.08.1974\r\n', 'XROY,1974-08-12\r\n'],
		['a name that is missing', 'Passport number,Surname\r\nXLEE,Lee\r\nX1,\r\n', 'XROY,Roy\r\n'],
		['names of two kinds', 'Passport number,Surname\r\nXLEE,Lee\r\nX1,CHO\r\n', 'XROY,ROY\r\n'],
		['whole names with capital letters', 'Passport number,Name\r\nXLEE,Lee Anna Maria\r\n', 'XROY,Roy Anna Maria\r\n'],
		[
			'names of states',
			'Passport number,Nationality\r\nXLEE,Utopia (specimen)\r\nX1,\r\n',
			'XROY,Utopia (specimen)\r\n',
		],
		[
			'names of issuing states',
			'Passport number,Issuing state\r\nXLEE,Utopia (specimen)\r\n',
			'XROY,Utopia (specimen)\r\n',
		],
		['states of two kinds', 'Passport number,Nationality\r\nXLEE,Utopia (specimen)\r\nX1,UTO\r\n', 'XROY,UTO\r\n'],
		['numbers that continue', 'No,Passport number\r\n7,XLEE\r\n', '8,XROY\r\n'],
		['numbers that are none', 'No,Passport number\r\na,XLEE\r\n', '2,XROY\r\n'],
		['an empty row', 'Passport number|Surname\nXLEE|LEE\n|\n', 'XROY|ROY\n'],
		['names with capital letters', 'Passport number,Surname\r\nXLEE,Lee\r\n', 'XROY,Roy\r\n'],
		['values kept from Excel', 'Passport number,Surname\r\n="XLEE",LEE\r\n', 'XROY,ROY\r\n'],
	])('with %s stays byte for byte, and what is added is written in its way', async (_, old, added) => {
		const path = join(folder, 'list.csv');
		await writeFile(path, old);
		expect(await append(path, [lee, roy])).toMatchObject({added: 1, listed: 1, differing: []});
		expect(await readFile(path, 'utf8')).toBe(old + added);
	});

	test.each(
		languages.flatMap(({earlierHeads, fields}) =>
			Object.entries(earlierHeads).map(([head, key]) => ({head, key, number: fields.passport_number})),
		),
	)('with the head $head of an earlier version has the column $key', async ({head, key, number}) => {
		const isNumber = key === 'passport_number';
		const surname = words.fields.surname_english;
		const path = join(folder, 'list.csv');
		await writeFile(path, isNumber ? `${surname},${head}\r\nLEE,XLEE\r\n` : `${number},${head}\r\nXLEE,\r\n`);
		expect(await append(path, [lee, roy])).toMatchObject({added: 1, listed: 1});
		const [, , added] = (await readFile(path, 'utf8')).split('\r\n');
		expect(added!.split(',')[1]).toBe(key === 'name' ? '' : (recordMembers(roy)[key] ?? ''));
	});

	test('in UTF-16 stays in it; in an older encoding it is refused', async () => {
		const path = join(folder, 'list.csv');
		await writeFile(path, Buffer.from('\ufeffPassport number\tSurname\r\nXLEE\tLEE\r\n', 'utf16le'));
		await append(path, [roy]);
		expect((await readFile(path)).toString('utf16le')).toBe(
			'\ufeffPassport number\tSurname\r\nXLEE\tLEE\r\nXROY\tROY\r\n',
		);
		await writeFile(path, Buffer.from([...Buffer.from('Passport number,Surname\r\n'), 0xbd, 0xf0, 0x0d, 0x0a]));
		await expect(append(path, [roy])).rejects.toMatchObject({code: 'NOT_A_LIST', details: {reason: 'encoding'}});
	});

	/** A list of one row, and a person's passport that ends before the one in it. */
	const beside = async (heads: string, row: string, record: PassportRecord) => {
		const path = join(folder, 'list.csv');
		await writeFile(path, `${heads}\r\n${row}\r\n`);
		const {added, listed, others} = await append(path, [record]);
		return {added, listed, others: others.map(({isNewer}) => isNewer)};
	};
	const ended = {passport_number: 'Y123456', expiry_date: '2027-01-01'} as const;
	const named = 'Passport number,Surname,Given names,Date of birth,Date of expiry';
	const isAdded = {added: 1, listed: 0, others: []};

	test.each([
		['one name, and no day of birth', named, 'XLEE,LEE,ANNA MARIA,,2031-01-01', {...ended, birth_date: ''}],
		['one name, and another day of birth', named, 'XLEE,LEE,ANNA MARIA,1975-08-12,2031-01-01', ended],
		['one day of birth, and another first name', named, 'XLEE,LEE,MARIA,1974-08-12,2031-01-01', ended],
		[
			'one given name and day of birth, and no surname',
			'Passport number,Given names,Date of birth,Date of expiry',
			'XLEE,ANNA MARIA,1974-08-12,2031-01-01',
			{...ended, surname_english: ''},
		],
		['one number of two states', 'Passport number,Issuing state', 'Y123456,CHN', ended],
		[
			'one number but for the zeros before it, and another day of birth',
			'Passport number,Date of birth',
			'123456,1975-08-12',
			{...ended, passport_number: '0123456'},
		],
		['no number and no line', 'Passport number,MRZ line 2', ',', {...ended, passport_number: ''}],
	] as const)('two people are two rows who have %s', async (_, heads, row, values) => {
		expect(await beside(heads, row, person('LEE', values))).toEqual(isAdded);
	});

	test.each([
		['with the second name left out', named, 'XLEE,LEE,ANNA,1974-08-12,2031-01-01', ended],
		[
			'with the whole name in one column',
			'Passport number,Name,Date of birth,Date of expiry',
			'XLEE,LEE ANNA MARIA,1974-08-12,2031-01-01',
			ended,
		],
		[
			'with the same day of expiry of another passport',
			named,
			'XLEE,LEE,ANNA MARIA,1974-08-12,2027-01-01',
			{...ended, expiry_date: '2026-12-31'},
		],
	] as const)('of one person the passport that ends first gets no row, also %s', async (_, heads, row, values) => {
		expect(await beside(heads, row, person('LEE', values))).toEqual({added: 0, listed: 0, others: [false]});
	});

	test('a person who is in the list twice has the later passport', async () => {
		const rows = ['XLEE,LEE,ANNA MARIA,1974-08-12,2031-01-01', 'WLEE,LEE,ANNA MARIA,1974-08-12,2025-01-01'];
		for (const all of [rows, [...rows].reverse()]) {
			expect(await beside(named, all.join('\r\n'), person('LEE', ended))).toMatchObject({added: 0, others: [false]});
		}
	});

	test('from which Excel dropped the zeros of a number gets no passport twice', async () => {
		const path = join(folder, 'list.csv');
		await writeFile(path, 'Passport number,Surname,Given names,Date of birth\r\n264023,LEE,ANNA MARIA,1974/8/12\r\n');
		expect(await append(path, [person('LEE', {passport_number: '00264023'})])).toMatchObject({added: 0, listed: 1});
	});
});

test('a list that changes while it is compared is not written', async () => {
	const path = await written([lee], 'list.csv');
	const before = await readFile(path);
	const touching: Iterable<PassportRecord> = {
		*[Symbol.iterator]() {
			utimesSync(path, new Date(1), new Date(1));
			yield kim;
		},
	};
	const adding = appendExport(touching, {...options, format: 'csv', path, languages});
	await expect(adding).rejects.toMatchObject({code: 'NOT_WRITABLE', details: {reason: 'CHANGED'}});
	expect(await readFile(path)).toEqual(before);
});

test.each([
	[
		'a,b\r\nc,d',
		[
			['a', 'b'],
			['c', 'd'],
		],
	],
	[
		'"a ""b"" c",\n,"x\ny"\n',
		[
			['a "b" c', ''],
			['', 'x\ny'],
		],
	],
	['', []],
	['a"b,c', [['a"b', 'c']]],
	['"open', [['open']]],
	['a\r\rb', [['a'], [''], ['b']]],
])('%j is split into its values', (text, rows) => {
	expect([...splitCsv(text, ',')]).toEqual(rows);
});

test.each(['list.csv', 'list.xlsx'])('a list with a card knows its own heads again: %s', async name => {
	const path = await written([lee, cardRecord('/pictures/card.jpg')], name);
	const {added} = await appendExport([lee, kim], {
		...options,
		format: path.endsWith('.csv') ? 'csv' : 'excel',
		languages,
		path,
	});
	expect(added).toBe(1);
});

describe('a value that the list has no column for', () => {
	/** The MRZ ends in the middle of the surname that the page prints whole. */
	const cutOff = (): PassportRecord => {
		const record = person('CUT', {
			surname_english: 'VAN DER STRAATEN OYELARAN FEATHERSTONES',
			given_name_english: '',
		});
		const {passport} = record;
		const fields = passport.fields.map(field =>
			field.key === 'surname_english'
				? {...field, printed: {text: 'VAN DER STRAATEN OYELARAN FEATHERSTONESON'}}
				: field,
		);
		const lines = ['P<UTOVAN<DER<STRAATEN<OYELARAN<FEATHERSTONES', passport.lines[1]!];
		return {...record, passport: {...passport, lines, fields}};
	};

	test.each(['list.xlsx', 'list.csv'])('is named: the whole of a name that the MRZ cut off, in %s', async name => {
		const path = await written([lee], name);
		const {missing, added} = await append(path, [lee, cutOff()]);
		expect(added).toBe(1);
		expect(missing).toEqual([{column: words.columns.surname_printed, count: 1}]);
	});

	test('is not, where the list has the column', async () => {
		const path = await written([cutOff()], 'list.xlsx');
		expect((await append(path, [cutOff(), person('OTHER')])).missing).toEqual([]);
	});

	test('is named for a list of few columns where it makes a name whole, and for no other value', async () => {
		const path = await written([lee], 'list.xlsx', {columns: 'brief'});
		expect((await append(path, [cutOff()])).missing).toEqual([{column: words.columns.surname_printed, count: 1}]);
		expect((await append(path, [kim])).missing).toEqual([]);
	});
});

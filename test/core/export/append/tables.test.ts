import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import exceljs from 'exceljs';
import JSZip from 'jszip';
import {describe, expect, test} from 'vitest';
import {appendedLines} from '../../../../source/text/appended.ts';
import {messages} from '../../../../source/text/index.ts';
import {append, bookIn, kim, lee, listFolder, roy} from './list-folder.ts';

const {folder} = listFolder();

const heads = ['Passport number', 'Surname', 'Date of birth', 'Fee'];
const row = ['XLEE', 'LEE', new Date('1974-08-12'), 100];

type Table = Partial<exceljs.TableProperties> & {readonly name: string};

/** A workbook of these tables on one sheet, in which the person has written further cells. */
async function listOf(
	tables: readonly Table[],
	cells: Readonly<Record<string, exceljs.CellValue>> = {},
): Promise<string> {
	const path = join(folder(), 'list.xlsx');
	const book = new exceljs.Workbook();
	const sheet = book.addWorksheet('Group');
	for (const table of tables) {
		const columns = table.columns ?? heads.map(name => ({name}));
		sheet.addTable({ref: 'A1', headerRow: true, rows: [row], ...table, columns});
	}
	for (const [cell, value] of Object.entries(cells)) sheet.getCell(cell).value = value;
	await book.xlsx.writeFile(path);
	return path;
}

const rangesIn = async (path: string): Promise<readonly string[]> => {
	const zip = await JSZip.loadAsync(await readFile(path));
	const parts = Object.keys(zip.files).filter(name => name.startsWith('xl/tables/t'));
	const tables = await Promise.all(parts.map(async name => await zip.file(name)!.async('string')));
	return tables.flatMap(xml => [...xml.matchAll(/ ref="([^"]*)"/g)].map(([, range]) => range!)).sort();
};

const sums = [
	{name: heads[0]!, totalsRowLabel: 'Total'},
	...heads.slice(1, 3).map(name => ({name})),
	{name: 'Fee', totalsRowFunction: 'sum'},
] as const;

test.each([
	['a label and a sum', sums, {}],
	['nothing in it', heads.map(name => ({name})), {A3: null, D3: null}],
	['a remark below it', sums, {A6: 'Contact: agency'}],
] as const)(
	'a table with a total row of %s is refused and left as it is, with what to do',
	async (_, columns, cells) => {
		const path = await listOf([{name: 'people', totalsRow: true, columns: [...columns]}], cells);
		const before = await readFile(path);
		const error = await append(path, [kim]).catch(error => error);
		expect(error).toMatchObject({code: 'NOT_A_LIST', details: {path, reason: 'totals'}});
		expect(await readFile(path)).toEqual(before);
		expect(messages('en').errors.next(error.code, error.details).join()).toContain('Total Row');
		expect(messages('zh').errors.next(error.code, error.details).join()).toContain('汇总行');
		// Nothing is added: nothing is refused.
		expect(await append(path, [lee])).toMatchObject({added: 0});
	},
);

test('a table whose total row is turned off is extended', async () => {
	const path = await listOf([{name: 'people', columns: [...sums]}]);
	await append(path, [kim, roy]);
	expect(await rangesIn(path)).toEqual(['A1:D4', 'A1:D4']);
});

test('a table with empty rows at its end that are too few reaches to the last row', async () => {
	const path = await listOf([{name: 'people', rows: [row, [], []]}]);
	await append(path, [kim, roy, {...roy, path: '/pictures/roy-2.jpg'}]);
	expect(await rangesIn(path)).toEqual(['A1:D5', 'A1:D5']);
});

test('a table of the person beside the list stays as it is, with its total row', async () => {
	const rooms = {
		name: 'rooms',
		ref: 'F1',
		totalsRow: true,
		columns: [{name: 'Room'}, {name: 'Beds', totalsRowFunction: 'sum'}],
		rows: [['101', 2]],
	} as const;
	const path = await listOf([{...rooms, columns: [...rooms.columns], rows: [['101', 2]]}], {
		...Object.fromEntries(heads.map((head, place) => [`${'ABCD'[place]}1`, head])),
		...Object.fromEntries(row.map((value, place) => [`${'ABCD'[place]}2`, value])),
	});
	const before = await rangesIn(path);
	expect(await append(path, [kim])).toMatchObject({added: 1, below: 3});
	expect(await rangesIn(path)).toEqual(before);
	expect((await bookIn(path)).worksheets[0]!.getCell('A4').value).toBe('XKIM');
});

describe('a table with a remark below it', () => {
	const people = {name: 'people'} as const;
	const cellsIn = async (path: string, cells: readonly string[]) => {
		const [sheet] = (await bookIn(path)).worksheets;
		return cells.map(cell => sheet!.getCell(cell).value);
	};

	test('has the added rows in it where there is room above the remark', async () => {
		const path = await listOf([people], {A6: 'Contact: agency'});
		const appended = await append(path, [kim, roy]);
		expect(appended).toMatchObject({added: 2});
		expect(appended).not.toHaveProperty('below');
		expect(appended).not.toHaveProperty('outsideTable');
		expect(await cellsIn(path, ['A3', 'A4', 'A5', 'A6'])).toEqual(['XKIM', 'XROY', null, 'Contact: agency']);
		expect(await rangesIn(path)).toEqual(['A1:D4', 'A1:D4']);
		expect(await append(path, [lee, kim, roy])).toMatchObject({added: 0, listed: 3});
	});

	test('has them in its empty rows', async () => {
		const path = await listOf([{...people, rows: [row, [], []]}], {A5: 'Contact: agency'});
		await append(path, [kim, roy]);
		expect(await cellsIn(path, ['A3', 'A4', 'A5'])).toEqual(['XKIM', 'XROY', 'Contact: agency']);
		expect(await rangesIn(path)).toEqual(['A1:D4', 'A1:D4']);
	});

	test.each([
		['directly', {A3: 'Contact: agency'}],
		['with too little room', {A4: 'Contact: agency'}],
		['beside', {G3: 'Contact: agency'}],
	])('has them below the remark, and outside, where it is %s below, and that is said', async (_, cells) => {
		const path = await listOf([people], cells);
		const appended = await append(path, [kim, roy]);
		const last = Number(Object.keys(cells)[0]!.slice(1));
		expect(appended).toMatchObject({added: 2, below: last, outsideTable: 'A1:D2'});
		expect(await cellsIn(path, [`A${last + 1}`, `A${last + 2}`])).toEqual(['XKIM', 'XROY']);
		expect(await cellsIn(path, Object.keys(cells))).toEqual(Object.values(cells));
		expect(await rangesIn(path)).toEqual(['A1:D2', 'A1:D2']);
		for (const language of ['en', 'zh'] as const) {
			expect(appendedLines(appended, messages(language)).join()).toContain('A1:D2');
		}
	});
});

test('rows below a remark or sums continue the numbers of the passports', async () => {
	const path = await listOf([], {
		...{A1: 'Passport number', B1: 'Surname', C1: 'No', A2: 'XA1', B2: 'LEE', C2: 1, A3: 'XA2', B3: 'NG', C3: 2},
		...{A5: 'Contact: agency', A6: 'Fee: 20'},
	});
	await append(path, [kim, roy]);
	const [sheet] = (await bookIn(path)).worksheets;
	expect(['C7', 'C8'].map(cell => sheet!.getCell(cell).value)).toEqual([3, 4]);
});

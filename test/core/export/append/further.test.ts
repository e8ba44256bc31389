import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type exceljs from 'exceljs';
import JSZip from 'jszip';
import {describe, expect, test} from 'vitest';
import {appendedLines} from '../../../../source/text/appended.ts';
import {messages} from '../../../../source/text/index.ts';
import {append, bookIn, kim, languages, lee, listFolder, person, roy} from './list-folder.ts';

const {folder, written} = listFolder();

const unread = (source: string) => ({source, message: 'blurred', next: 'again', recognizedAt: ''});

/** What a sheet has, cell by cell. */
const contentOf = (sheet: exceljs.Worksheet): readonly string[] => {
	const cells: string[] = [];
	sheet.eachRow(row =>
		row.eachCell(cell => {
			const note = typeof cell.note === 'string' ? cell.note : cell.note?.texts?.map(({text}) => text).join('');
			cells.push(`${cell.address} ${cell.formula ?? String(cell.value)}${note ? ` (${note})` : ''}`);
		}),
	);
	return cells;
};

/** A list of LEE with something of a person on one of its sheets. */
async function listWith(name: string, change: (sheet: exceljs.Worksheet) => void): Promise<string> {
	const path = await written([lee], 'list.xlsx', {notRead: [unread('KIM.jpg'), unread('far.jpg')]});
	const book = await bookIn(path);
	change(book.getWorksheet(name)!);
	await book.xlsx.writeFile(path);
	return path;
}

/** Puts values into cells. */
const put =
	(cells: Readonly<Record<string, exceljs.CellValue>>) =>
	(sheet: exceljs.Worksheet): void => {
		for (const [address, value] of Object.entries(cells)) sheet.getCell(address).value = value;
	};

const ofPerson: readonly (readonly [string, (sheet: exceljs.Worksheet) => void])[] = [
	['a remark below', sheet => sheet.addRow(['Call the agency on Monday'])],
	['a remark with a number below', sheet => sheet.addRow(['Beds', 'of the hotel', 12])],
	['a remark beside a row', put({E2: 'ask'})],
	['a head and a remark beside', put({D1: 'Who', D3: 'Tom'})],
	['a title above', sheet => sheet.spliceRows(1, 0, ['Trip to Rome'])],
	['a formula', put({C9: {formula: 'SUM(C3:C4)', result: 2}})],
	['a number in another column', put({F4: 7})],
	['merged cells', sheet => sheet.mergeCells('A12:B12')],
	[
		'a comment',
		sheet => {
			sheet.getCell('B2').note = 'why?';
		},
	],
];

describe.each(ofPerson)('%s on a sheet', (_, change) => {
	test('that counts stays in its place, and it is said that its counts are others', async () => {
		const path = await listWith('Summary', change);
		const before = contentOf((await bookIn(path)).getWorksheet('Summary')!);
		const appended = await append(path, [lee, roy]);
		expect(appended).toMatchObject({added: 1, keptSheets: [{name: 'Summary'}]});
		expect(contentOf((await bookIn(path)).getWorksheet('Summary')!)).toEqual(before);
		for (const language of ['en', 'zh'] as const) {
			const words = messages(language);
			expect(appendedLines(appended, words)).toContain(words.commands.export.keptCounts('Summary'));
		}
		// Nothing is added: the counts are as right as they were.
		expect(await append(path, [lee, roy])).not.toHaveProperty('keptSheets');
	});

	test('of pictures that were not read stays in its place, and those that were read since are named', async () => {
		const path = await listWith('Not read', change);
		const before = contentOf((await bookIn(path)).getWorksheet('Not read')!);
		const appended = await append(path, [lee, kim]);
		expect(appended).toMatchObject({added: 1, keptSheets: [{name: 'Not read', readSince: ['KIM.jpg']}]});
		expect(contentOf((await bookIn(path)).getWorksheet('Not read')!)).toEqual(before);
		for (const language of ['en', 'zh'] as const) {
			expect(appendedLines(appended, messages(language)).join()).toContain('KIM.jpg');
		}
		// New ones are named below what is there.
		await append(path, [lee, kim], {notRead: [unread('new.jpg')]});
		expect(contentOf((await bookIn(path)).getWorksheet('Not read')!).slice(0, before.length)).toEqual(before);
		expect(contentOf((await bookIn(path)).getWorksheet('Not read')!).join()).toContain('new.jpg');
	});
});

test.each([
	['codes', {}],
	['names', {style: {countries: 'name'}}],
	['the language of the other', {words: languages[1]}],
	['heads in both languages', {headWords: languages}],
] as const)('a summary that no person changed is counted again, with %s', async (_, more) => {
	const states = [lee, person('KHAN', {holder_country_code: 'PAK', expiry_date: ''}), kim];
	const path = await written(states, 'list.xlsx', more);
	expect(await append(path, [roy])).not.toHaveProperty('keptSheets');
	const sheet = (await bookIn(path)).worksheets.at(-1)!;
	expect(sheet.getCell('C2').value).toBe(4);
});

test('a summary is counted again after a person changed values of the list, and its rows keep their colours', async () => {
	const path = await written([lee, kim], 'list.xlsx');
	const book = await bookIn(path);
	const heads = book.worksheets[0]!.getRow(1).values as string[];
	book.worksheets[0]!.getRow(2).getCell(heads.indexOf('Nationality')).value = 'Elbonian';
	const summary = book.getWorksheet('Summary')!;
	const fill = {type: 'pattern', pattern: 'solid', fgColor: {argb: 'FF00FF00'}} as const;
	summary.getCell('A2').style = {...summary.getCell('A2').style, fill};
	await book.xlsx.writeFile(path);
	await append(path, [roy]);
	const first = (await bookIn(path)).getWorksheet('Summary')!;
	expect(contentOf(first)).toEqual(expect.arrayContaining([expect.stringMatching(/^B\d Elbonian$/)]));
	expect(first.getCell('A2').fill).toMatchObject(fill);
	expect(first.getCell('A3').fill).not.toMatchObject(fill);
	// The next time, the value is one of the list no more.
	expect(await append(path, [person('NG')])).not.toHaveProperty('keptSheets');
});

test('sums and remarks below the list are no passports in the summary, a person without a number is one', async () => {
	const path = await written([lee, kim], 'list.xlsx');
	const book = await bookIn(path);
	const sheet = book.worksheets[0]!;
	const place = (head: string): number => (sheet.getRow(1).values as string[]).indexOf(head);
	sheet.getRow(3).getCell(place('Passport number')).value = '';
	sheet.getRow(5).getCell(place('Surname')).value = 'Total';
	sheet.getRow(5).getCell(place('Age')).value = 104;
	sheet.getRow(6).getCell(1).value = 'Paid on Monday';
	await book.xlsx.writeFile(path);
	expect(await append(path, [roy])).toMatchObject({added: 1, below: 6});
	const after = await bookIn(path);
	expect(after.getWorksheet('Summary')!.getCell('C2').value).toBe(3);
	expect(after.worksheets[0]!.getRow(7).getCell(1).value).toBe(3);
});

test('a row without cells at the end of a sheet, as LibreOffice writes it, stays, and rows are above it', async () => {
	const path = await written([lee, kim], 'list.xlsx', {notRead: [unread('far.jpg')]});
	const zip = await JSZip.loadAsync(await readFile(path));
	const parts = [1, 2, 3, 4].map(number => `xl/worksheets/sheet${number}.xml`);
	const end = '<row r="1048576" customFormat="false" ht="12.8" hidden="false" customHeight="false"/>';
	for (const part of parts) {
		zip.file(part, (await zip.file(part)!.async('string')).replace('</sheetData>', `${end}</sheetData>`));
	}
	await writeFile(path, await zip.generateAsync({type: 'nodebuffer'}));
	await append(path, [lee, kim, roy], {notRead: [unread('new.jpg')]});
	const after = await JSZip.loadAsync(await readFile(path));
	for (const part of parts) {
		const xml = await after.file(part)!.async('string');
		const rows = [...xml.matchAll(/<row r="(\d+)"/g)].map(([, row]) => Number(row));
		expect(rows.slice(0, -1)).toEqual(rows.slice(0, -1).map((_, place) => place + 1));
		expect(rows.at(-1)).toBe(1_048_576);
	}
	expect(contentOf((await bookIn(path)).getWorksheet('Issues')!)).toContain('B4 ROY.jpg');
	expect(contentOf((await bookIn(path)).getWorksheet('Not read')!)).toContain('A3 new.jpg');
});

test('issues are listed below the heads to which a person added one', async () => {
	const path = join(folder(), 'list.xlsx');
	await written([lee], 'list.xlsx');
	const book = await bookIn(path);
	const issues = book.getWorksheet('Issues')!;
	issues.getCell('E1').value = 'Done';
	issues.getCell('E2').value = 'yes';
	await book.xlsx.writeFile(path);
	await append(path, [kim]);
	const sheet = (await bookIn(path)).getWorksheet('Issues')!;
	expect(contentOf(sheet)).toEqual(expect.arrayContaining(['E1 Done', 'E2 yes']));
	expect(sheet.getColumn(2).values).toContain('KIM.jpg');
});

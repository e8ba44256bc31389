import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import exceljs from 'exceljs';
import JSZip from 'jszip';
import {expect, test} from 'vitest';
import {appendedLines} from '../../../../source/text/appended.ts';
import {messages} from '../../../../source/text/index.ts';
import {append, bookIn, kim, lee, listFolder, person, roy} from './list-folder.ts';

const {folder} = listFolder();

const heads = ['Passport number', 'Surname', 'Date of birth', 'Room'];

/** A list of one passport, to which the person has done more. */
async function listWith(more: (sheet: exceljs.Worksheet) => void): Promise<string> {
	const path = join(folder(), 'list.xlsx');
	const book = new exceljs.Workbook();
	const sheet = book.addWorksheet('Group');
	sheet.addRows([heads, ['XLEE', 'LEE', new Date('1974-08-12'), '101']]);
	more(sheet);
	await book.xlsx.writeFile(path);
	return path;
}

/** The rows in which the first sheet shows a passport: a cell of merged ones shows the value of the first of them. */
async function shown(path: string): Promise<Readonly<Record<number, string>>> {
	const sheet = (await bookIn(path)).worksheets[0]!;
	const rows: Record<number, string> = {};
	sheet.eachRow((row, number) => {
		const cell = row.getCell(1);
		if (number > 1 && cell.master === cell && /^X/.test(cell.text)) rows[number] = cell.text;
	});
	return rows;
}

test.each([
	['a block for signatures', ['A4:D6'], {2: 'XLEE', 7: 'XKIM', 8: 'XROY'}],
	['a block right below the list', ['B3:C5'], {2: 'XLEE', 6: 'XKIM', 7: 'XROY'}],
	['a block that begins in the list', ['C2:C4'], {2: 'XLEE', 5: 'XKIM', 6: 'XROY'}],
	['a block that only the second row is in', ['A4:B5'], {2: 'XLEE', 6: 'XKIM', 7: 'XROY'}],
	['two blocks, one below the other', ['C3:C4', 'A6:B9'], {2: 'XLEE', 10: 'XKIM', 11: 'XROY'}],
	['two blocks with rows between', ['A3:C4', 'A7:B9'], {2: 'XLEE', 5: 'XKIM', 6: 'XROY'}],
	['a block beside the list', ['F2:G9'], {2: 'XLEE', 3: 'XKIM', 4: 'XROY'}],
	["a block in the person's own column, such as a room", ['D2:D3'], {2: 'XLEE', 4: 'XKIM', 5: 'XROY'}],
	['a block above it', ['A1:A2'], {3: 'XKIM', 4: 'XROY'}],
] as const)('no passport is put into %s', async (_, blocks, wanted) => {
	const path = await listWith(sheet => {
		for (const block of blocks) {
			const [first] = block.split(':') as [string];
			const {value} = sheet.getCell(first);
			sheet.mergeCells(block);
			sheet.getCell(first).value = value;
		}
	});
	const result = await append(path, [kim, roy]);
	expect(result.added).toBe(2);
	expect(await shown(path)).toEqual(wanted);
	// The same passports are found where they were put.
	expect(await append(path, [kim, roy])).toMatchObject({added: 0, listed: 2});
});

test('a block with a text in it is a last row without a passport; an empty one is named', async () => {
	const signed = await listWith(sheet => {
		sheet.mergeCells('A4:D6');
		sheet.getCell('A4').value = 'Signature:';
	});
	const {export: words} = messages('en').commands;
	expect(appendedLines(await append(signed, [kim]), messages('en'))).toContain(words.belowOther(4));
	expect(await shown(signed)).toEqual({2: 'XLEE', 7: 'XKIM'});
	const empty = await listWith(sheet => sheet.mergeCells('A3:D6'));
	const result = await append(empty, [kim]);
	expect(result).toMatchObject({belowBlock: 'A3:D6'});
	expect(appendedLines(result, messages('en'))).toContain(words.belowBlock('A3:D6'));
	expect(appendedLines(result, messages('zh')).join()).toContain('A3:D6');
});

test('formulas that were filled down count in the rows below the block', async () => {
	const path = await listWith(sheet => {
		sheet.mergeCells('A3:C4');
		sheet.getCell('D5').value = {formula: 'A5&B5'};
	});
	expect(await append(path, [kim])).toMatchObject({added: 1, belowBlock: 'A3:C4', leftEmpty: []});
	const sheet = (await bookIn(path)).worksheets[0]!;
	expect([sheet.getCell('A5').text, sheet.getCell('D5').formula]).toEqual(['XKIM', 'A5&B5']);
});

test('the filter and the rules of the list reach the rows below the block', async () => {
	const path = await listWith(sheet => {
		sheet.autoFilter = 'A1:D2';
		sheet.mergeCells('A3:D4');
	});
	await append(path, [kim]);
	expect((await bookIn(path)).worksheets[0]!.autoFilter).toBe('A1:D5');
});

const table = (name: string, ref: string, rows: exceljs.CellValue[][], columns = heads) => ({
	name,
	ref,
	headerRow: true,
	columns: columns.map(one => ({name: one})),
	rows,
});

test('a table below the list gets no passports into its empty rows', async () => {
	const path = await listWith(sheet => {
		sheet.addTable(table('rooms', 'A4', [[], [], []], ['Number', 'Beds']));
	});
	expect(await append(path, [kim])).toMatchObject({added: 1});
	expect(await shown(path)).toEqual({2: 'XLEE', 8: 'XKIM'});
});

test('a table that would be extended over merged cells is refused with their place, and stays', async () => {
	const path = join(folder(), 'list.xlsx');
	const book = new exceljs.Workbook();
	const sheet = book.addWorksheet('Group');
	sheet.addTable(table('people', 'A1', [['XLEE', 'LEE', new Date('1974-08-12'), '101']]));
	sheet.mergeCells('D4:D6');
	await book.xlsx.writeFile(path);
	const before = await readFile(path);
	const many = ['KIM', 'ROY', 'ABE', 'BEA'].map(name => person(name));
	const error = await append(path, many).catch(error => error);
	expect(error).toMatchObject({code: 'NOT_A_LIST', details: {path, reason: 'merged', range: 'D4:D6'}});
	for (const language of ['en', 'zh'] as const) {
		expect(messages(language).errors.what(error.code, error.details)).toContain('D4:D6');
		expect(messages(language).errors.next(error.code, error.details).join()).toContain('D4:D6');
	}
	expect(await readFile(path)).toEqual(before);
	// What fits above them is added, and so is nothing.
	expect(await append(path, [lee, many[0]!])).toMatchObject({added: 1});
	expect(await append(path, [lee])).toMatchObject({added: 0});
});

test('a block to the end of the sheet is refused with its place', async () => {
	const path = await listWith(sheet => sheet.mergeCells('B3:B4'));
	const zip = await JSZip.loadAsync(await readFile(path));
	const part = 'xl/worksheets/sheet1.xml';
	zip.file(part, (await zip.file(part)!.async('string')).replace('B3:B4', 'B3:B1048576'));
	await writeFile(path, await zip.generateAsync({type: 'nodebuffer'}));
	await expect(append(path, [kim])).rejects.toMatchObject({details: {reason: 'merged', range: 'B3:B1048576'}});
});

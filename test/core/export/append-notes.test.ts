import type exceljs from 'exceljs';
import {expect, test} from 'vitest';
import {appendedLines} from '../../../source/text/appended.ts';
import {messages} from '../../../source/text/index.ts';
import {append, bookIn, kim, lee, listFolder, roy} from './list-folder.ts';

const lists = listFolder();

const unread = (source: string) => ({source, message: 'It is blurred.', next: 'Scan it again.', recognizedAt: ''});

/** A list of one passport with a picture that was not read, on which a person writes. */
async function noted(change: (book: exceljs.Workbook) => void, more = {}): Promise<string> {
	const path = await lists.written([lee], 'list.xlsx', {notRead: [unread('KIM.jpg'), unread('b.jpg')], ...more});
	const book = await bookIn(path);
	change(book);
	await book.xlsx.writeFile(path);
	return path;
}

const at =
	(cell: string, value: exceljs.CellValue) =>
	(sheet: exceljs.Worksheet): void => {
		sheet.getCell(cell).value = value;
	};

const textsOf = async (path: string, sheet: string): Promise<readonly string[]> =>
	((await bookIn(path)).getWorksheet(sheet)!.getSheetValues() as unknown[][]).map(row => `${row?.slice(1)}`);

const {summaryLeft, notReadLeft} = messages('en').commands.export;

test.each<[string, (sheet: exceljs.Worksheet) => void]>([
	['a row below', sheet => void sheet.addRow(['Invoice 4711 paid', 'yes', 20])],
	['a word below', sheet => void sheet.addRow(['call the embassy'])],
	['a word far below', at('B40', 'call the embassy')],
	['a cell beside a count', at('D3', 'ask Kim')],
	['a head beside the heads', at('D1', 'Remark')],
	['a number beside', at('F2', 12)],
	['a formula for a count', at('C2', {formula: '1+1', result: 2})],
	['a formula below', at('C30', {formula: 'SUM(C2:C9)', result: 2})],
	['a word for a count', at('C3', 'two of them')],
])('%s on the summary stays where it is, and it is said', async (_, write) => {
	const path = await noted(book => write(book.getWorksheet('Summary')!));
	const before = await textsOf(path, 'Summary');
	const added = await append(path, [lee, roy]);
	expect(added).toMatchObject({added: 1, left: {summary: 'Summary'}});
	expect(await textsOf(path, 'Summary')).toEqual(before);
	expect(appendedLines(added, messages('en'))).toContain(summaryLeft('Summary'));
});

test('a summary that only this program wrote is counted again, also of a list in Chinese or with new heads', async () => {
	for (const more of [{}, {words: messages('zh').exported}]) {
		const path = await noted(book => {
			const list = book.worksheets[0]!;
			list.getRow(1).eachCell(cell => {
				if (cell.value === 'Validity') cell.value = 'VALIDITY';
			});
			book.worksheets.at(-1)!.getCell('A1').font = {bold: false};
		}, more);
		const added = await append(path, [lee, roy]);
		expect(added).toMatchObject({added: 1, left: {}});
		const summary = (await bookIn(path)).worksheets.find(({name}) => ['Summary', '汇总', '统计'].includes(name))!;
		expect(summary.getCell('C2').value).toBe(2);
	}
});

test.each<[string, (sheet: exceljs.Worksheet) => void]>([
	['a remark beside a picture', at('D2', 'client called')],
	['a day below', sheet => void sheet.addRow(['b.jpg', new Date('2026-12-24')])],
	['a formula', at('A9', {formula: 'COUNTA(A2:A3)', result: 2})],
])('of the pictures that were not read none is taken out where there is %s', async (_, write) => {
	const path = await noted(book => write(book.getWorksheet('Not read')!));
	const before = await textsOf(path, 'Not read');
	const added = await append(path, [lee, kim], {notRead: [unread('b.jpg'), unread('c.jpg')]});
	expect(added).toMatchObject({added: 1, left: {notRead: 'Not read'}});
	const after = await textsOf(path, 'Not read');
	expect(after.slice(0, before.length)).toEqual(before);
	expect(after.at(-1)).toContain('c.jpg');
	expect(appendedLines(added, messages('en'))).toContain(notReadLeft('Not read'));
});

test('a picture that was read since is taken out of those that were not, and a remark below stays', async () => {
	const path = await noted(book => void book.getWorksheet('Not read')!.addRow(['ask the client for b.jpg']));
	expect(await append(path, [lee, kim], {notRead: [unread('b.jpg')]})).toMatchObject({added: 1, left: {}});
	const texts = (await textsOf(path, 'Not read')).join('\n');
	expect(texts).not.toContain('KIM.jpg');
	expect(texts).toContain('ask the client for b.jpg');
});

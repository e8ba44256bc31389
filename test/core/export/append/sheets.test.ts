import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import exceljs from 'exceljs';
import JSZip from 'jszip';
import {expect, test} from 'vitest';
import {appendedLines} from '../../../../source/text/appended.ts';
import {messages} from '../../../../source/text/index.ts';
import {append, bookIn, kim, lee, listFolder, roy} from './list-folder.ts';

const {folder, written} = listFolder();

type State = 'visible' | 'hidden' | 'veryHidden';

/** A workbook of lists with the same heads, each of one passport. */
async function listOf(...sheets: readonly (readonly [name: string, number: string, state?: State])[]): Promise<string> {
	const path = join(folder(), 'list.xlsx');
	const book = new exceljs.Workbook();
	for (const [name, number, state = 'visible'] of sheets) {
		const sheet = book.addWorksheet(name, {state});
		sheet.addRows([
			['Passport number', 'Surname'],
			[number, number.slice(1)],
		]);
	}
	await book.xlsx.writeFile(path);
	return path;
}

const numbersOn = async (path: string, name: string): Promise<readonly string[]> => {
	const sheet = (await bookIn(path)).getWorksheet(name)!;
	return Array.from({length: sheet.rowCount - 1}, (_, index) => sheet.getCell(index + 2, 1).text);
};

test.each([
	[
		'one that is shown',
		[
			['Cancelled', 'XLEE', 'hidden'],
			['Travellers', 'XKIM'],
		],
		'Travellers',
	],
	[
		'one that is shown, not one hidden by a macro',
		[
			['Old', 'XLEE', 'veryHidden'],
			['New', 'XKIM'],
		],
		'New',
	],
	[
		'the one of this program',
		[
			['Cancelled', 'XLEE'],
			['Passports', 'XKIM'],
			['Waiting', 'XA'],
		],
		'Passports',
	],
	[
		'the one of this program in Chinese',
		[
			['Cancelled', 'XLEE'],
			['护照', 'XKIM'],
		],
		'护照',
	],
	[
		'the one of the original skill',
		[
			['Cancelled', 'XLEE'],
			['护照识别结果', 'XKIM'],
		],
		'护照识别结果',
	],
	[
		'one that is shown, not that of this program',
		[
			['Passports', 'XLEE', 'hidden'],
			['Own', 'XKIM'],
		],
		'Own',
	],
] as const)('of several sheets with fitting heads the list is %s, and it is named', async (_, sheets, list) => {
	const path = await listOf(...sheets);
	const result = await append(path, [lee, kim, roy]);
	expect(result).toMatchObject({added: 2, listed: 1, sheet: {name: list}});
	expect(await numbersOn(path, list)).toEqual(['XKIM', 'XLEE', 'XROY']);
	expect(await numbersOn(path, sheets[0][0])).toEqual(['XLEE']);
	// LEE is on the other sheet, which is said.
	expect(result.elsewhere).toEqual([{name: 'LEE ANNA MARIA', sheet: sheets[0][0]}]);
	for (const language of ['en', 'zh'] as const) {
		const said = appendedLines(result, messages(language)).join('\n');
		expect(said).toContain(list);
		expect(said).toContain(sheets[0][0]);
		expect(said).toContain('LEE');
	}
});

test('where nothing says which of several sheets is the list, none is written, and they are named', async () => {
	const path = await listOf(['Cancelled', 'XLEE'], ['Travellers', 'XKIM']);
	const before = await readFile(path);
	const error = await append(path, [roy]).catch(error => error);
	expect(error).toMatchObject({code: 'NOT_A_LIST', details: {reason: 'sheets', sheets: ['Cancelled', 'Travellers']}});
	expect(await readFile(path)).toEqual(before);
	expect(messages('en').errors.what(error.code, error.details)).toContain('"Cancelled", "Travellers"');
	expect(messages('zh').errors.what(error.code, error.details)).toContain('“Cancelled”、“Travellers”');
	expect(messages('en').errors.next(error.code, error.details).join()).toContain('"Passports"');
	expect(messages('zh').errors.next(error.code, error.details).join()).toContain('“护照”');
});

test('a list alone on a hidden sheet is extended, and that is said; one that is shown is not named', async () => {
	const hidden = await listOf(['Data', 'XLEE', 'hidden']);
	const result = await append(hidden, [roy]);
	expect(result).toMatchObject({added: 1, sheet: {name: 'Data', isHidden: true, others: []}});
	expect(appendedLines(result, messages('en')).join()).toContain('"Data" (hidden)');
	expect(appendedLines(result, messages('zh')).join()).toContain('“Data”（已隐藏）');
	expect(await append(await listOf(['Data', 'XLEE']), [roy])).not.toHaveProperty('sheet');
});

/** The list with one of its parts changed. */
async function changed(path: string, part: string, change: (xml: string) => string): Promise<Buffer> {
	const zip = await JSZip.loadAsync(await readFile(path));
	const xml = await zip.file(part)!.async('string');
	expect(change(xml)).not.toBe(xml);
	zip.file(part, change(xml));
	await writeFile(path, await zip.generateAsync({type: 'nodebuffer'}));
	return await readFile(path);
}

test.each([
	['of the list', 0, 'Passports'],
	['of issues', 1, 'Issues'],
	['that counts', -1, 'Summary'],
])('the protected sheet %s is named, and nothing is added until it is open', async (_, place, name) => {
	const path = await written([lee], 'list.xlsx');
	const count = (await bookIn(path)).worksheets.length;
	const part = `xl/worksheets/sheet${place < 0 ? count : place + 1}.xml`;
	const tag =
		'</sheetData><sheetProtection sheet="1" objects="1" scenarios="1" algorithmName="SHA-512" hashValue="x"/>';
	const before = await changed(path, part, xml => xml.replace('</sheetData>', tag));
	const error = await append(path, [kim]).catch(error => error);
	expect(error).toMatchObject({code: 'NOT_WRITABLE', details: {path, reason: 'PROTECTED', sheet: name}});
	expect(await readFile(path)).toEqual(before);
	for (const language of ['en', 'zh'] as const) {
		expect(messages(language).errors.next(error.code, error.details).join()).toContain(name);
	}
	// Nothing is added: nothing is refused.
	expect(await append(path, [lee])).toMatchObject({added: 0});
	await changed(path, part, xml => xml.replace('sheet="1"', 'sheet="0"'));
	expect(await append(path, [kim])).toMatchObject({added: 1});
});

test.each([
	['a password for changes', '<fileSharing userName="A" algorithmName="SHA-512" hashValue="x"/>', true],
	['an old password for changes', '<fileSharing reservationPassword="CC1A"/>', true],
	['the advice to read it only', '<fileSharing readOnlyRecommended="1"/>', false],
])('a workbook with %s', async (_, tag, isRefused) => {
	const path = await written([lee], 'list.xlsx');
	await changed(path, 'xl/workbook.xml', xml => xml.replace('<workbookPr', `${tag}<workbookPr`));
	const result = await append(path, [kim]).catch(error => error);
	if (!isRefused) return expect(result).toMatchObject({added: 1});
	expect(result).toMatchObject({code: 'NOT_WRITABLE', details: {path, reason: 'PROTECTED'}});
	expect(messages('en').errors.next(result.code, result.details)[0]).toContain('password');
	expect(messages('zh').errors.next(result.code, result.details)[0]).toContain('密码');
});

test('the printed areas and filters of the other sheets reach the rows that are added there', async () => {
	const path = await written([lee], 'list.xlsx');
	const book = await bookIn(path);
	const rowsOf = (name: string, of: exceljs.Workbook) => of.getWorksheet(name)!.rowCount;
	await append(path, [kim, roy]);
	const after = await bookIn(path);
	expect(rowsOf('Issues', after)).toBeGreaterThan(rowsOf('Issues', book));
	for (const name of ['Passports', 'Issues', 'Summary']) {
		const sheet = after.getWorksheet(name)!;
		expect([name, sheet.pageSetup.printArea]).toEqual([name, expect.stringMatching(`:[A-Z]+${sheet.rowCount}$`)]);
		expect([name, sheet.autoFilter]).toEqual([name, expect.stringMatching(`:[A-Z]+${sheet.rowCount}$`)]);
	}
});

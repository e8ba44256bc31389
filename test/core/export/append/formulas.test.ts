import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import exceljs from 'exceljs';
import JSZip from 'jszip';
import {describe, expect, test} from 'vitest';
import {messages} from '../../../../source/text/index.ts';
import {append, bookIn, listFolder, person} from './list-folder.ts';

const {folder} = listFolder();
const numbered = (name: string) => person(name, {passport_number: `X1${name}`});
const [lee, kim, roy] = [numbered('LEE'), numbered('KIM'), numbered('ROY')];
const first = 'xl/worksheets/sheet1.xml';

const partIn = async (path: string, part: string): Promise<string | undefined> =>
	await (await JSZip.loadAsync(await readFile(path))).file(part)?.async('string');

/** Rows of cells by their names, as a spreadsheet program writes them. */
type Rows = Readonly<Record<number, string>>;

/** A list of LEE whose column D is the person's, and what is in cells of the rows below the heads. */
async function listOf(rows: Rows, change: (zip: JSZip) => Promise<void> = async () => {}): Promise<string> {
	const path = join(folder(), 'list.xlsx');
	const book = new exceljs.Workbook();
	book.addWorksheet('Group').addRows([
		['Passport number', 'Surname', 'No', 'Fee'],
		['X1LEE', 'LEE', 1],
	]);
	await book.xlsx.writeFile(path);
	const zip = await JSZip.loadAsync(await readFile(path));
	const sheet = await zip.file(first)!.async('string');
	const more = Object.entries(rows).map(([row, cells]) => `<row r="${row}" spans="4:4">${cells}</row>`);
	zip.file(first, sheet.replace('</sheetData>', `${more.join('')}</sheetData>`));
	await change(zip);
	await writeFile(path, await zip.generateAsync({type: 'nodebuffer'}));
	return path;
}

const fee = (row: number) => `IF(A${row}="","",100)`;
const filledDown = (value: string): Rows =>
	Object.fromEntries([3, 4, 5, 6].map(row => [row, `<c r="D${row}" s="0"${value.replace('FORMULA', fee(row))}</c>`]));

const cellsOf = (sheet: string, row: number): readonly string[] =>
	[
		...sheet
			.split(`<row r="${row}"`)[1]!
			.split('</row>')[0]!
			.matchAll(/<c r="[A-Z]+\d+"[^>]*?(?:\/>|>.*?<\/c>)/g),
	].map(([cell]) => cell.replace(' s="0"', ''));

describe("a person's formulas that are filled down below the list", () => {
	test.each([
		['an empty text', ' t="str"><f>FORMULA</f><v></v>'],
		['an empty text in short', ' t="str"><f>FORMULA</f><v/>'],
		['no value', '><f>FORMULA</f>'],
		['a space', ' t="str"><f>FORMULA</f><v> </v>'],
		['an error', ' t="e"><f>FORMULA</f><v>#N/A</v>'],
	])('stay in the added rows and below them, where they show %s', async (_, value) => {
		const path = await listOf(filledDown(value));
		const added = await append(path, [lee, kim, roy]);
		expect(added).toMatchObject({added: 2, leftEmpty: []});
		expect(added).not.toHaveProperty('below');
		const sheet = (await partIn(path, first))!;
		expect(cellsOf(sheet, 3)).toEqual([
			'<c r="A3" t="inlineStr"><is><t>X1KIM</t></is></c>',
			'<c r="B3" t="inlineStr"><is><t>KIM</t></is></c>',
			'<c r="C3"><v>2</v></c>',
			`<c r="D3"><f>${fee(3)}</f></c>`,
		]);
		expect(cellsOf(sheet, 4).at(-1)).toBe(`<c r="D4"><f>${fee(4)}</f></c>`);
		expect(cellsOf(sheet, 5)).toHaveLength(1);
		expect([...sheet.matchAll(/<row r="(\d+)"/g)].map(([, row]) => row)).toEqual(['1', '2', '3', '4', '5', '6']);
		// The next passports are added below, in rows of which the last has none.
		const three = ['A', 'B', 'C'].map(numbered);
		await append(path, three);
		expect(await append(path, three)).toMatchObject({added: 0, listed: 3});
		const book = (await bookIn(path)).worksheets[0]!;
		expect(book.getCell('D6').formula).toBe(fee(6));
		expect([5, 6, 7].map(row => book.getCell(`A${row}`).value)).toEqual(['X1A', 'X1B', 'X1C']);
	});

	test('stay with all that share one, and in columns without a head', async () => {
		const shared = (row: number) => `<f t="shared" ${row === 3 ? 'ref="D3:D6" ' : ''}si="0">${fee(row)}</f>`;
		const path = await listOf({
			3: `<c r="D3" t="str">${shared(3)}<v></v></c><c r="F3" t="str"><f>D3&amp;""</f><v></v></c>`,
			4: '<c r="D4" t="str"><f t="shared" si="0"/><v></v></c>',
			5: '<c r="D5" t="str"><f t="shared" si="0"/><v></v></c>',
		});
		await append(path, [kim]);
		const sheet = (await partIn(path, first))!;
		expect(cellsOf(sheet, 3).slice(3)).toEqual([`<c r="D3">${shared(3)}</c>`, '<c r="F3"><f>D3&amp;""</f></c>']);
		expect((await bookIn(path)).worksheets[0]!.getCell('D5').formula).toBe('IF(A5="","",100)');
	});

	test('are too few for the added rows: the column is named', async () => {
		const path = await listOf({
			3: `<c r="D3" t="str"><f>${fee(3)}</f><v></v></c>`,
		});
		const zip = await JSZip.loadAsync(await readFile(path));
		zip.file(first, (await zip.file(first)!.async('string')).replace('</row><row r="3"', '<c r="D2"><v>9</v></c>$&'));
		await writeFile(path, await zip.generateAsync({type: 'nodebuffer'}));
		expect(await append(path, [kim, roy])).toMatchObject({added: 2, leftEmpty: ['Fee']});
	});

	test('are computed when the workbook is opened', async () => {
		const path = await listOf(filledDown(' t="str"><f>FORMULA</f><v></v>'));
		const before = (await partIn(path, 'xl/workbook.xml'))!;
		for (const [one, other] of [
			[/<calcPr[^>]*>/, '<calcPr calcId="191029" fullCalcOnLoad="0"/>'],
			[/<calcPr[^>]*>/, ''],
		] as const) {
			const zip = await JSZip.loadAsync(await readFile(path));
			zip.file('xl/workbook.xml', before.replace(one, other));
			await writeFile(path, await zip.generateAsync({type: 'nodebuffer'}));
			await append(path, [other === '' ? roy : kim]);
			const book = (await partIn(path, 'xl/workbook.xml'))!;
			expect(book.match(/<calcPr[^>]*fullCalcOnLoad="1"\/>/g)).toHaveLength(1);
			expect(book).not.toContain('fullCalcOnLoad="0"');
			expect(book.indexOf('<calcPr')).toBeGreaterThan(book.indexOf('</sheets>'));
		}
	});
});

/** A chain of computation, as Excel keeps it. */
const withChain = async (zip: JSZip): Promise<void> => {
	zip.file('xl/calcChain.xml', '<calcChain><c r="C3" i="1"/></calcChain>');
	const types = await zip.file('[Content_Types].xml')!.async('string');
	zip.file(
		'[Content_Types].xml',
		types.replace('</Types>', '<Override PartName="/xl/calcChain.xml" ContentType="x"/>$&'),
	);
	const relations = 'xl/_rels/workbook.xml.rels';
	const xml = await zip.file(relations)!.async('string');
	zip.file(relations, xml.replace('</Relationships>', '<Relationship Id="rId99" Target="calcChain.xml"/>$&'));
};

const chained = async (path: string): Promise<readonly boolean[]> => {
	const parts = ['xl/calcChain.xml', '[Content_Types].xml', 'xl/_rels/workbook.xml.rels'];
	return await Promise.all(parts.map(async part => /calcChain/.test((await partIn(path, part)) ?? '')));
};

describe('a formula in a column that is filled', () => {
	const made = (row: number, f: string) => `<c r="C${row}" t="str">${f}<v></v></c>`;

	test.each([
		['of its own', {3: made(3, '<f>IF(B3="","",2)</f>')}],
		['for one cell as an array', {3: made(3, '<f t="array" ref="C3">IF(B3="","",2)</f>')}],
		[
			'that shares one above',
			{3: made(3, '<f t="shared" si="0"/>'), 4: made(4, '<f t="shared" si="0" ref="C3:C4">1</f>')},
		],
	])('%s gives way to the value, and the chain of computation does not name it', async (_, rows) => {
		const path = await listOf(rows, withChain);
		expect(await chained(path)).toEqual([true, true, true]);
		await append(path, [kim]);
		expect(cellsOf((await partIn(path, first))!, 3)[2]).toBe('<c r="C3"><v>2</v></c>');
		expect(await chained(path)).toEqual([false, false, false]);
	});

	test('stays, where nothing is to be in its cell', async () => {
		const path = await listOf({3: made(3, '<f>1</f>').replace('C3', 'B3')}, withChain);
		await append(path, [person('KIM', {surname_english: ''})]);
		expect(cellsOf((await partIn(path, first))!, 3)[1]).toBe('<c r="B3"><f>1</f></c>');
		expect(await chained(path)).toEqual([true, true, true]);
	});

	test('that is shared gives way where all that share it do', async () => {
		const path = await listOf({
			3: made(3, '<f t="shared" si="0" ref="C3:C4">1</f>'),
			4: made(4, '<f t="shared" si="0"/>'),
		});
		await append(path, [kim, roy]);
		expect(await partIn(path, first)).not.toContain('<f');
	});

	test.each([
		[
			'is shared with cells below',
			'C3',
			{3: made(3, '<f t="shared" si="0" ref="C3:C4">1</f>'), 4: made(4, '<f t="shared" si="0"/>')},
		],
		['fills several cells', 'C3', {3: made(3, '<f t="array" ref="C3:D3">1</f>')}],
		['fills cells from another one', 'B3', {5: '<c r="E5" t="str"><f t="dataTable" ref="$B$3:$E$5"/><v/></c>'}],
	])('that %s is refused, and the list left as it is', async (_, cell, rows) => {
		const path = await listOf(rows);
		const before = await readFile(path);
		const error = await append(path, [kim]).catch(error => error);
		expect(error).toMatchObject({code: 'NOT_A_LIST', details: {path, reason: 'formula', cell}});
		expect(await readFile(path)).toEqual(before);
		for (const language of ['en', 'zh'] as const) {
			const {errors} = messages(language);
			expect(errors.what(error.code, error.details)).toContain(cell);
			expect(errors.next(error.code, error.details).join()).toMatch(/new list|新名单/);
		}
	});
});

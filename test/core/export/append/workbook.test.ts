import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import exceljs from 'exceljs';
import JSZip from 'jszip';
import {describe, expect, test} from 'vitest';
import {append, bookIn, columnIn, kim, lee, listFolder, roy} from './list-folder.ts';

const {folder, written} = listFolder();

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
			"'Issues'!$A1:$D4",
			"'Issues'!$1:$1",
			"'Passports'!$A$1:$C$3",
		]);
	});

	test('whose days are texts gets its new days as texts', async () => {
		const path = join(folder(), 'list.xlsx');
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

	test('of an old Mac, whose days begin in 1904, has its days known, and new ones as it has them', async () => {
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
			// 12 August 1974 is 27253 where days begin in 1900.
			expect(sheet.split('<row r="4"')[1]).toContain(`<v>${27_253 - 1462}</v>`);
			expect(sheet.split('<row r="4"')[1]).not.toContain('1974-08-12');
			expect(await append(path, [lee, kim, roy])).toMatchObject({added: 0, listed: 3, differing: []});
		}
	});

	test('with a count below the days, gets days that are shown as days', async () => {
		const path = await written([lee, kim], 'list.xlsx');
		const book = await bookIn(path);
		const sheet = book.worksheets[0]!;
		const place = (sheet.getRow(1).values as string[]).indexOf('Date of birth');
		const sum = sheet.getRow(4);
		sum.getCell(place).value = 2;
		sum.getCell(place).numFmt = '0';
		await book.xlsx.writeFile(path);
		await append(path, [lee, kim, roy]);
		expect((await bookIn(path)).worksheets[0]!.getRow(5).getCell(place).value).toBeInstanceOf(Date);
	});

	test('beside which something reaches further down, has all of it in its dimension', async () => {
		const {sheet} = await afterChange(first, xml =>
			xml.replace('<sheetViews>', '<dimension ref="A1:H30"/><sheetViews>'),
		);
		expect(sheet).toContain('<dimension ref="A1:H30"/>');
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
		const path = join(folder(), 'list.xlsx');
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

import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import exceljs from 'exceljs';
import JSZip from 'jszip';
import {describe, expect, test} from 'vitest';
import {append, bookIn, kim, lee, listFolder, person} from './list-folder.ts';

const {folder} = listFolder();

const heads = ['Passport number', 'Date of birth', 'Date of expiry'] as const;
const added = person('ROY', {birth_date: '1990-03-05', expiry_date: '2031-11-22'});

type Row = readonly (string | number | Date)[];

async function bookOf(rows: readonly Row[], change: (sheet: exceljs.Worksheet) => void = () => {}): Promise<string> {
	const path = join(folder(), 'list.xlsx');
	const book = new exceljs.Workbook();
	const sheet = book.addWorksheet('Group');
	sheet.addRows([heads, ...rows] as unknown[][]);
	change(sheet);
	await book.xlsx.writeFile(path);
	return path;
}

/** What the last row of a list has below its heads of days. */
async function daysIn(path: string): Promise<readonly string[]> {
	if (path.endsWith('.csv')) return (await readFile(path, 'utf8')).trimEnd().split('\r\n').at(-1)!.split(',').slice(1);
	const sheet = (await bookIn(path)).worksheets[0]!;
	return [2, 3].map(place => String(sheet.getRow(sheet.rowCount).getCell(place).value));
}

const ways: readonly (readonly [string, readonly (readonly string[])[], readonly string[]])[] = [
	['points', [['02.01.1985', '15.04.2032']], ['05.03.1990', '22.11.2031']],
	['points, without zeros', [['2.1.1985', '15.4.2032']], ['5.3.1990', '22.11.2031']],
	['points and spaces', [['2. 1. 1985', '15. 4. 2032']], ['5. 3. 1990', '22. 11. 2031']],
	['the month first', [['01/25/1985', '04/15/2032']], ['03/05/1990', '11/22/2031']],
	['the day first', [['25/1/1985', '15/4/2032']], ['5/3/1990', '22/11/2031']],
	['strokes, the day first', [['25-01-1985', '15-04-2032']], ['05-03-1990', '22-11-2031']],
	['letters', [['02-Jan-1985', '15-Apr-2032']], ['05-Mar-1990', '22-Nov-2031']],
	['capitals', [['2 JAN 1985', '15 APR 2032']], ['5 MAR 1990', '22 NOV 2031']],
	['the year first', [['1985/1/2', '2032/4/15']], ['1990/3/5', '2031/11/22']],
	['Chinese', [['1985年1月2日', '2032年4月15日']], ['1990年3月5日', '2031年11月22日']],
	['a way of its own in each column', [['02.01.1985', '2032-04-15']], ['05.03.1990', '2031-11-22']],
	['one column of days alone', [['02.01.1985', '']], ['05.03.1990', '22.11.2031']],
	[
		'a day of which a part is unknown',
		[
			['02.01.1985', '2032-04'],
			['1985-01', '15.04.2032'],
		],
		['05.03.1990', '22.11.2031'],
	],
	[
		'a remark among them',
		[
			['02.01.1985', '15.04.2032'],
			['ask', '-'],
		],
		['05.03.1990', '22.11.2031'],
	],
];

test.each(ways.flatMap(([way, rows, days]) => ['csv', 'xlsx'].map(extension => ({way, rows, days, extension}))))(
	'days in texts with $way are written so in added rows: $extension',
	async ({rows, days, extension}) => {
		const lines = rows.map((row, place) => [`X1${place}`, ...row]);
		const path = extension === 'xlsx' ? await bookOf(lines) : join(folder(), 'list.csv');
		if (extension === 'csv') await writeFile(path, [heads, ...lines].map(line => `${line.join(',')}\r\n`).join(''));
		const appended = await append(path, [added]);
		expect(appended).toMatchObject({added: 1});
		expect(appended).not.toHaveProperty('unlikeDates');
		expect(appended).not.toHaveProperty('otherDates');
		expect(await daysIn(path)).toEqual(days);
		// They are known as the same days.
		expect(await append(path, [added])).toMatchObject({added: 0, listed: 1, differing: []});
	},
);

test.each([
	['two digits of the year', ['02.01.85', '15.04.32'], 'unlikeDates'],
	['several ways', ['02.01.1985', '15.04.2032', '1985-01-02', '2032-04-15'], 'unlikeDates'],
	['an order that nothing says', ['2/1/1985', '5/4/2032'], 'otherDates'],
	['strokes, and an order that nothing says', ['02-01-1985', '05-04-2032'], 'otherDates'],
	['letters of another language', ['02-Mai-1985', '15-Dez-2032'], 'unlikeDates'],
	['two digits each, and an order that nothing says', ['02/01/1985', '05/04/2032'], 'otherDates'],
] as const)('days in texts with %s get ISO days, and that is said', async (_, texts, said) => {
	const rows = Array.from({length: texts.length / 2}, (__, at) => [`X1${at}`, ...texts.slice(2 * at, 2 * at + 2)]);
	const path = await bookOf(rows);
	expect(await append(path, [added])).toMatchObject({[said]: true});
	expect(await daysIn(path)).toEqual(['1990-03-05', '2031-11-22']);
});

test('a day of a flight says nothing of how those of passports are written', async () => {
	const path = join(folder(), 'list.csv');
	await writeFile(path, `${[...heads, 'Flight'].join()}\r\nX1,02/01/1985,05/04/2032,03/17/2026\r\n`);
	expect(await append(path, [added])).toMatchObject({otherDates: true});
	expect((await daysIn(path)).slice(0, 2)).toEqual(['1990-03-05', '2031-11-22']);
});

test('a day says which part is first for those of the other columns', async () => {
	const path = await bookOf([['X1', '01/02/1985', '04/15/2032']]);
	expect(await append(path, [added])).not.toHaveProperty('otherDates');
	expect(await daysIn(path)).toEqual(['03/05/1990', '11/22/2031']);
});

describe('a workbook without days', () => {
	const dayCells = async (path: string) => {
		const sheet = (await bookIn(path)).worksheets[0]!;
		return [2, 3].map(place => sheet.getRow(sheet.rowCount).getCell(place));
	};
	const wanted = [new Date('1990-03-05'), new Date('2031-11-22')];

	test.each([
		['heads alone', []],
		[
			'rows without days',
			[
				['X1', '', ''],
				['X2', 'unknown', ''],
			],
		],
	])('has real days in added rows, as a new list: %s', async (_, rows) => {
		const path = await bookOf(rows);
		expect(await append(path, [added])).toMatchObject({added: 1});
		const cells = await dayCells(path);
		expect(cells.map(({value}) => value)).toEqual(wanted);
		expect(cells.map(({numFmt}) => numFmt)).toEqual(['yyyy-mm-dd', 'yyyy-mm-dd']);
		expect(cells[0]!.alignment).toMatchObject({horizontal: 'left'});
		// The style is there by now.
		const styles = async () =>
			await (await JSZip.loadAsync(await readFile(path))).file('xl/styles.xml')!.async('string');
		const before = await styles();
		expect(await append(path, [added, lee, kim])).toMatchObject({added: 2, listed: 1, differing: []});
		expect(await styles()).toBe(before);
	});

	test('shows them as it was asked for', async () => {
		const path = await bookOf([]);
		await append(path, [added], {dates: 'slash'});
		expect((await dayCells(path)).map(({numFmt}) => numFmt)).toEqual(['dd/mm/yyyy', 'dd/mm/yyyy']);
	});

	test('keeps the formats that a person gave to empty rows and to columns', async () => {
		const path = await bookOf([], sheet => {
			sheet.getColumn(2).numFmt = 'dd.mm.yyyy';
			sheet.getRow(2).height = 30;
			for (const place of [1, 2, 3]) {
				sheet.getRow(2).getCell(place).border = {bottom: {style: 'thin'}};
				sheet.getRow(3).getCell(place).border = {bottom: {style: 'thin'}};
			}
		});
		await append(path, [added]);
		const sheet = (await bookIn(path)).worksheets[0]!;
		const cells = [1, 2, 3].map(place => sheet.getRow(2).getCell(place));
		expect(cells.map(({value}) => value)).toEqual(['XROY', ...wanted]);
		expect(cells.map(({border}) => border?.bottom?.style)).toEqual(['thin', 'thin', 'thin']);
		expect(cells.map(({numFmt}) => numFmt).slice(1)).toEqual(['dd.mm.yyyy', 'yyyy-mm-dd']);
		expect(sheet.getRow(2).height).toBe(30);
		expect(sheet.getRow(3).getCell(2).border?.bottom?.style).toBe('thin');
	});

	test.each(['dd/mm/yyyy', 'd. mmm yyyy', 'yyyy"年"m"月"d"日"', 'mm-dd-yy'])(
		'in one column has those of the other: %s',
		async numFmt => {
			const path = await bookOf([['X1', new Date('1985-01-02'), '']], sheet => {
				sheet.getRow(2).getCell(2).numFmt = numFmt;
			});
			await append(path, [added]);
			const cells = await dayCells(path);
			expect(cells.map(({value}) => value)).toEqual(wanted);
			expect(cells.map(cell => cell.numFmt)).toEqual([numFmt, numFmt]);
		},
	);

	test('whose conditional formats have formats of their own stays one that opens', async () => {
		const path = await bookOf([], sheet => {
			sheet.getColumn(1).numFmt = '0.0"x"';
		});
		const zip = await JSZip.loadAsync(await readFile(path));
		const before = await zip.file('xl/styles.xml')!.async('string');
		const own = '<dxfs count="1"><dxf><numFmt numFmtId="170" formatCode="yyyy-mm-dd"/></dxf></dxfs>';
		zip.file('xl/styles.xml', before.replace(/<dxfs\b[^>]*(?:\/>|>[\s\S]*?<\/dxfs>)/, own));
		await writeFile(path, await zip.generateAsync({type: 'nodebuffer'}));
		await append(path, [added]);
		const after = await (await JSZip.loadAsync(await readFile(path))).file('xl/styles.xml')!.async('string');
		expect(after).toContain(own);
		const [, count, formats = ''] = /<numFmts count="(\d+)">([\s\S]*?)<\/numFmts>/.exec(after)!;
		const numbers = [...formats.matchAll(/numFmtId="(\d+)"/g)].map(([, number]) => number);
		expect(new Set(numbers).size).toBe(Number(count));
		expect((await dayCells(path)).map(({numFmt}) => numFmt)).toEqual(['yyyy-mm-dd', 'yyyy-mm-dd']);
	});

	test('with years as numbers gets days that are shown as days', async () => {
		const path = await bookOf([['X1', 1985, 2032]]);
		await append(path, [added]);
		expect((await dayCells(path)).map(({value}) => value)).toEqual(wanted);
	});
});

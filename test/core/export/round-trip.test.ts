import {execFile} from 'node:child_process';
import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {type Cell, cellText} from '../../../source/core/export/cell.ts';
import {rowXml} from '../../../source/core/export/excel/cells.ts';
import {excelWorkbook} from '../../../source/core/export/excel/workbook.ts';
import {type Table, tableOf} from '../../../source/core/export/rows.ts';
import {writeExport} from '../../../source/core/export/write.ts';
import {messages} from '../../../source/text/index.ts';
import {person} from '../../support/records.ts';
import {contentOf, together} from './content-of.ts';
import {sampleRecord, today} from './sample-record.ts';

let folder: string;
const words = messages('en').exported;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'export-'));
});
afterEach(() => rm(folder, {recursive: true, force: true}));

type Read = readonly {readonly sheet: string; readonly data: readonly (readonly unknown[])[]}[];

/** The sheets as another library than the one that writes them has them. */
async function readByAnother(bytes: Uint8Array): Promise<Read> {
	const path = join(folder, 'list.xlsx');
	await writeFile(path, bytes);
	const reader = fileURLToPath(new URL('../../support/read-workbook.mjs', import.meta.url));
	const {stdout} = await promisify(execFile)(process.execPath, [reader, path], {maxBuffer: 2 ** 28});
	return JSON.parse(stdout);
}

const asRead = (cell: Cell): unknown => {
	if (cell.kind === 'date') return {day: cellText(cell)};
	return cell.kind === 'none' ? null : cell.kind === 'number' ? cell.number : cell.text;
};

/** What spreadsheets and their files are known to change. */
const hostile = [
	'00264023',
	'12E45678',
	'5E1234567',
	'MAR1',
	'1-2',
	'TRUE',
	'NULL',
	'=1+1',
	'+49',
	'@SUM(A1)',
	'a "b", c; d',
	`<b>&amp;</b> ]]> '`,
	'  two  spaces  ',
	'娜娜 · 阮氏 · นภา',
	'محمد عبد الله',
	'😀',
	'a\ufffeb',
];

/** As long as a cell of Excel may be; in a few rows, because in all of them it is most of the time. */
const longest = 'x'.repeat(32_767);
const hostileAt = (index: number): string => (index % 500 === 0 ? longest : `${hostile[index % hostile.length]}`);

const records = Array.from({length: 1000}, (_, index) => {
	const text = hostileAt(index);
	return person(`/pictures/${index}.jpg`, {
		surname_english: text,
		passport_number: text,
		given_name_english: `${index}`,
	});
});

test('1,000 rows with hostile values are equal, cell by cell, in the workbook as another library reads it', async () => {
	const table = tableOf(records, {words, columns: 'default', today});
	const [passports, issues] = await readByAnother(await together(excelWorkbook(table, words)));
	expect(passports!.sheet).toBe('Passports');
	expect(passports!.data[0]).toEqual(table.columns.map(({head}) => head(words)));
	const rows = [...table.rows()];
	expect(passports!.data).toHaveLength(rows.length + 1);
	for (const [index, {cells}] of rows.entries()) {
		const expected = cells
			.map(asRead)
			.map(value => (typeof value === 'string' ? value.replace('\ufffe', '\ufffd') : value));
		expect(passports!.data[index + 1]).toEqual(expected);
	}
	expect(issues!.sheet).toBe('Issues');
});

test('the same 1,000 rows are equal in CSV and JSON', async () => {
	// No list holds a noncharacter: a workbook with one cannot be opened.
	const written = records.map((_, index) => hostileAt(index).replace('\ufffe', '\ufffd'));
	const options = {words, today} as const;
	const rows = JSON.parse(String((await contentOf(records, {...options, format: 'json'})).content)) as Record<
		string,
		unknown
	>[];
	expect(rows.map(row => row.surname_english)).toEqual(written);
	const {content} = await contentOf(records, {...options, format: 'csv'});
	const lines = parseCsv(String(content).slice(1));
	const at = lines[0]!.indexOf('Surname');
	const guarded = (text: string) => (/^\s*[=+@-]/.test(text) ? `'${text}` : text);
	expect(lines.slice(1).map(line => line[at])).toEqual(written.map(guarded));
});

/** RFC 4180. */
function parseCsv(text: string): readonly (readonly string[])[] {
	const rows: string[][] = [[]];
	for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n"]*))(,|\r\n|$)/g)) {
		rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
		if (end === '\r\n') rows.push([]);
		if (end === '') break;
	}
	return rows.slice(0, -1);
}

const tableOfNumbers = (count: number): Table => {
	const cellsOf = (index: number): readonly Cell[] => [{kind: 'number', number: index}];
	return {
		columns: [{key: 'no', head: () => 'No', cell: () => ({kind: 'none'})}],
		heads: ['No'],
		filled: new Set(['no']),
		count,
		today,
		sample: () => [],
		*rows() {
			for (let index = 0; index < count; index++) yield {cells: cellsOf(index)};
		},
	};
};

test('rows that one sheet cannot hold are in further sheets, none lost and none twice', async () => {
	for (const [count, sizes] of [
		[24, [9, 9, 6]],
		[18, [9, 9]],
		[0, [0]],
	] as const) {
		const read = await readByAnother(
			await together(excelWorkbook(tableOfNumbers(count), words, 'iso', [], {longest: 10})),
		);
		const lists = read.filter(({sheet}) => sheet.startsWith('Passports'));
		expect(lists.map(({sheet}) => sheet)).toEqual(
			sizes.map((_, at) => (at === 0 ? 'Passports' : `Passports ${at + 1}`)),
		);
		expect(lists.map(({data}) => data.length - 1)).toEqual(sizes);
		expect(lists.flatMap(({data}) => data.slice(1).map(([number]) => number))).toEqual(
			Array.from({length: count}, (_, index) => index),
		);
	}
});

test('a text that Excel would decode, _x0041_, is written so that it decodes to itself', () => {
	expect(rowXml(2, [{kind: 'text', text: '_x0041_B_x_'}], 'iso', () => 1)).toBe(
		'<row r="2"><c r="A2" s="1" t="inlineStr"><is><t>_x005F_x0041_B_x_</t></is></c></row>',
	);
});

test('a text longer than a cell of Excel may hold is cut, and says so', async () => {
	const table = tableOf([person('/a.jpg', {surname_english: 'y'.repeat(40_000)})], {
		words,
		columns: 'default',
		today,
	});
	const [{data}] = (await readByAnother(await together(excelWorkbook(table, words)))) as [Read[number]];
	const value = String(data[1]![data[0]!.indexOf('Surname')]);
	expect(value).toHaveLength(32_767);
	expect(value.at(-1)).toBe('…');
});

test.each(['excel', 'csv', 'json', 'ndjson'] as const)(
	'where the records fail on the way, an older %s list stays whole and nothing is left beside it',
	async format => {
		const path = join(folder, 'list.txt');
		await writeFile(path, 'the list of yesterday');
		let passes = 0;
		const record = sampleRecord();
		const failing = {
			*[Symbol.iterator]() {
				const isSecond = ++passes > 1;
				for (let index = 0; index < 3000; index++) yield {...record, path: `/pictures/${index}.jpg`};
				if (isSecond) throw new RangeError('the disk is gone');
			},
		};
		const writing = writeExport(failing, {format, words, today, path, ifExists: 'replace'});
		await expect(writing).rejects.toThrow('the disk is gone');
		expect(await readFile(path, 'utf8')).toBe('the list of yesterday');
		expect(await readdir(folder)).toEqual(['list.txt']);
	},
);

test('a workbook whose reader stops half way asks for no more rows', async () => {
	let rows = 0;
	const table = tableOfNumbers(500_000);
	const counted: Table = {
		...table,
		*rows() {
			for (const row of table.rows()) {
				rows++;
				yield row;
			}
		},
	};
	for await (const part of excelWorkbook(counted, words)) {
		expect(part.length).toBeGreaterThan(0);
		break;
	}
	const asked = rows;
	await new Promise(resolve => setTimeout(resolve, 50));
	expect(rows).toBeLessThan(500_000);
	expect(rows - asked).toBeLessThan(20_000);
});

import {expect, test} from 'vitest';
import type {Cell} from '../../../source/core/export/cell.ts';
import {csvLines} from '../../../source/core/export/csv.ts';
import {changedByExcel} from '../../../source/core/export/csv-values.ts';
import {tableOf} from '../../../source/core/export/rows.ts';
import type {Reading} from '../../../source/core/passport/model/reading.ts';
import {messages} from '../../../source/text/index.ts';
import {reading, recordOf} from '../../support/records.ts';
import {contentOf} from './content-of.ts';
import {sampleRecord, today} from './sample-record.ts';

const words = messages('en').exported;
const options = {format: 'csv', words, today} as const;

/** The cells below as many heads, as they are in the file. */
const csvOf = (...rows: readonly (readonly Cell[])[]): string => {
	const columns = (rows[0] ?? []).map(() => ({key: 'a', head: () => 'A', cell: (): Cell => ({kind: 'none'})}));
	const table = {
		columns,
		filled: new Set<string>(),
		heads: ['A'],
		count: rows.length,
		today,
		sample: () => [],
		rows: () => rows.map(cells => ({cells})),
	};
	return [...csvLines(table)].join('');
};

/** One column with the given texts below its head, line by line. */
const lines = (...texts: readonly string[]): readonly string[] =>
	csvOf(...texts.map((text): readonly Cell[] => [{kind: 'text', text}]))
		.split('\r\n')
		.slice(1, -1);

test('begins with the bytes by which Excel knows UTF-8, and ends each line with CR LF', async () => {
	const {content} = await contentOf([sampleRecord()], options);
	const bytes = Buffer.from(content);
	expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	expect(bytes.toString('utf8').match(/\r\n/g)).toHaveLength(2);
	expect(bytes.toString('utf8').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test.each(['=1+1', '+1', '-1', '@SUM', '＝1', '＋1', '－1', '＠A'])('disarms %j', text => {
	expect(lines(text)).toEqual([`'${text}`]);
});

test('disarms what begins with a control character, and what only looks blank before a sign', () => {
	expect(lines('\tA', '\0A', '  =1')).toEqual([`'\tA`, `'\0A`, `'  =1`]);
	expect(csvOf([{kind: 'text', text: '\r=1'}], [{kind: 'text', text: '\n1'}])).toBe(
		'\ufeffA\r\n"\'\r=1"\r\n"\'\n1"\r\n',
	);
});

test('leaves passport numbers and harmless text alone', () => {
	expect(csvOf([{kind: 'number', number: -12}])).toBe('\ufeffA\r\n-12\r\n');
	expect(lines('A=1', "O'BRIEN")).toEqual(['A=1', "O'BRIEN"]);
});

test('quotes as RFC 4180 says', () => {
	expect(lines('a,b', 'say "x"', ' a')).toEqual(['"a,b"', '"say ""x"""', '" a"']);
});

test('separates by another character when asked', async () => {
	const {content} = await contentOf([sampleRecord({path: 'a,b.jpg'})], {...options, delimiter: ';'});
	expect(content).toContain(';a,b.jpg;');
	expect(lines('a;b')).toEqual(['a;b']);
});

test('a passport whose file is called =cmd is one harmless row', async () => {
	const {content} = await contentOf([sampleRecord({path: '/x/=cmd|calc.jpg'})], options);
	expect(content).toContain("1,'=cmd|calc.jpg,");
});

test('has the columns that only the cloud service fills when a record fills them', () => {
	const head = (printed: Reading['printed'] = []) =>
		tableOf([recordOf('a.jpg', {reading: {...reading(), printed}})], {
			words: messages('zh').exported,
			columns: 'default',
			today,
		}).columns.map(({head}) => head(messages('zh').exported));
	expect(head()).not.toContain('本国姓名');
	const printed = [
		{field: 'name', text: '林晓媛', zone: 'printed'},
		{field: 'issue_date', text: '2021-08-23', zone: 'printed'},
	] as const;
	expect(head(printed)).toEqual(expect.arrayContaining(['本国姓名', '签发日期']));
});

test.each([
	'007',
	'-01',
	'12E45678',
	'1'.repeat(41),
	'1.5e3',
	'123456789012',
	'MAR1',
	'mar-26',
	'1 MAR',
	'1-2',
	'1/2/26',
	'TRUE',
	' 07 ',
])('Excel changes %j', text => expect(changedByExcel(text)).toBe(true));

test.each([
	'E12345678',
	'L898902C3',
	'0',
	'42',
	'MARIA',
	'MARCH',
	'MAY',
	'TRUEMAN',
	'12E',
	'E45',
	'1-2-3-4',
	'P<UTO',
	'',
])('Excel leaves %j as it is', text => expect(changedByExcel(text)).toBe(false));

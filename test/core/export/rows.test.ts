import {expect, test} from 'vitest';
import {dateStyles, writeDay} from '../../../source/core/export/dates.ts';
import type {ColumnGroup} from '../../../source/core/export/groups.ts';
import type {NotRead} from '../../../source/core/export/not-read.ts';
import {tableOf} from '../../../source/core/export/rows.ts';
import {exportOf} from '../../../source/core/export/write.ts';
import {judge} from '../../../source/core/passport/judge/judge.ts';
import type {PrintedValue} from '../../../source/core/passport/model/reading.ts';
import type {PassportRecord} from '../../../source/core/records/record.ts';
import {messages} from '../../../source/text/index.ts';
import {cardRecord} from '../../support/documents.ts';
import {misprinted, mrz, numbered, reading, recordOf, withExpiry} from '../../support/records.ts';
import {contentOf} from './content-of.ts';
import {printing, sampleRecord, today} from './sample-record.ts';

const words = messages('en').exported;
const options = {format: 'json', words, today} as const;

type Row = Readonly<Record<string, unknown>>;
type Records = Parameters<typeof contentOf>[0];
type Options = Partial<Parameters<typeof contentOf>[1]>;

const rowsOf = async (records: Records, more: Options = {}): Promise<readonly Row[]> =>
	JSON.parse((await contentOf(records, {...options, ...more})).content as string);

/** The cells of each column of the first row, as CSV has them. */
async function csvRow(records: Records, more: Options = {}): Promise<readonly string[]> {
	const {content} = await contentOf(records, {...options, format: 'csv', delimiter: '|', ...more});
	return (content as string).split('\r\n')[1]!.split('|');
}

test.each([
	['iso', '2026-03-04'],
	['slash', '04/03/2026'],
	['month', '04 MAR 2026'],
] as const)('a day in the style %s is %s', (style, said) => {
	expect(writeDay({year: 2026, month: 3, day: 4}, style)).toBe(said);
});

test('days are written in the chosen style, but in JSON always as ISO 8601', async () => {
	for (const dates of dateStyles) {
		const expiry = writeDay({year: 2032, month: 4, day: 15}, dates);
		expect(await csvRow([sampleRecord()], {dates})).toContain(expiry);
		expect((await rowsOf([sampleRecord()], {dates}))[0]).toMatchObject({expiry_date: '2032-04-15'});
	}
	expect(await csvRow([sampleRecord()])).toContain('2032-04-15');
});

test('only the columns of the groups that were asked for are written', async () => {
	const groups: readonly ColumnGroup[] = ['surname', 'born'];
	expect(await rowsOf([sampleRecord()], {groups})).toEqual([
		{surname_english: 'ERIKSSON', birth_date: '1974-08-12', age: 52},
	]);
});

test('the original columns have no groups', async () => {
	const [row] = await rowsOf([sampleRecord()], {columns: 'original', groups: ['surname']});
	expect(Object.keys(row!)).toHaveLength(22);
});

test('groups without a value in any row are named, and a list of nothing else is refused', async () => {
	const wanted: readonly ColumnGroup[] = ['script', 'printed', 'number'];
	expect(exportOf([sampleRecord()], {...options, groups: wanted}).emptyGroups).toEqual(['script', 'printed']);
	expect(exportOf([sampleRecord()], options).emptyGroups).toEqual([]);
	const empty = rowsOf([sampleRecord()], {groups: ['script', 'printed']});
	await expect(empty).rejects.toMatchObject({
		code: 'NOTHING_TO_EXPORT',
		details: {reason: 'empty-columns', columns: ['script', 'printed']},
	});
});

test('a column that only one of several rows fills is there, and empty in the others', async () => {
	const records = [sampleRecord(), printing('birth_place', 'OSLO')];
	expect((await rowsOf(records)).map(row => row.birth_place)).toEqual(['', 'OSLO']);
	expect(await rowsOf([sampleRecord()])).toEqual([expect.not.objectContaining({birth_place: expect.anything()})]);
});

/** ICAO 9303-3 §4.6 has this name, which the line cuts off. */
const cutLines = ['P<UTONILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K', mrz[1]] as const;

const cutName = (given: string, more: Partial<PrintedValue> = {}, changes: Partial<PassportRecord> = {}) =>
	sampleRecord({
		passport: judge(
			{
				...reading(cutLines),
				printed: [
					{field: 'surname_english', text: 'NILAVADHANANANDA', zone: 'printed'},
					{field: 'given_name_english', text: given, zone: 'printed', ...more},
				],
			},
			{today},
		),
		...changes,
	});

test('where the MRZ cut a name off, the whole name that the page prints is beside it', async () => {
	const records = [sampleRecord(), cutName('Chayapa Dejthamrong Krasuang')];
	const {content} = await contentOf(records, {...options, format: 'csv'});
	const [heads, first, second] = String(content)
		.slice(1)
		.split('\r\n')
		.map(line => line.split(','));
	const at = heads!.indexOf('Given names');
	expect(heads!.slice(at, at + 2)).toEqual(['Given names', 'Given names in full (printed)']);
	expect(first!.slice(at, at + 2)).toEqual(['ANNA MARIA', '']);
	expect(second!.slice(at, at + 2)).toEqual(['CHAYAPA DEJTHAMRONG K', 'Chayapa Dejthamrong Krasuang']);
	// The surname is whole in the MRZ.
	expect(heads).not.toContain('Surname in full (printed)');
});

test.each([
	['the line is full and the name is whole', cutName('Chayapa Dejthamrong K')],
	['the page prints another name', cutName('Somchai Dejthamrong Krasuang')],
	['what is printed was read weakly', cutName('Chayapa Dejthamrong Krasuang', {margin: 0.2})],
	[
		'a person typed the name',
		cutName(
			'Chayapa Dejthamrong Krasuang',
			{},
			{review: {state: 'edited', edits: {given_name_english: {from: 'X', to: 'Y'}}, confirmed: []}},
		),
	],
])('no whole name is beside it where %s', async (_, record) => {
	expect((await rowsOf([record]))[0]).not.toHaveProperty('given_name_printed');
});

test('the original columns have no whole name beside the one that was cut off', async () => {
	const [row] = await rowsOf([cutName('Chayapa Dejthamrong Krasuang')], {columns: 'original'});
	expect(Object.keys(row!)).toHaveLength(22);
	expect(Object.values(row!)).not.toContain('Chayapa Dejthamrong Krasuang');
});

test('a place of issue, a day of issue and an authority have columns of their own', async () => {
	const record = printing('issuing_authority', 'MINISTRY OF UTOPIA');
	expect((await rowsOf([record]))[0]).toMatchObject({issuing_authority: 'MINISTRY OF UTOPIA'});
	expect((await rowsOf([printing('issue_date', '2022-04-16')]))[0]).toMatchObject({issue_date: '2022-04-16'});
});

test('a birthday counts on its day, and an unknown date of birth has no age', async () => {
	const ageOn = async (day: Parameters<typeof rowsOf>[1]) => (await rowsOf([sampleRecord()], day))[0]!.age;
	expect(await ageOn({today: {year: 2026, month: 8, day: 11}})).toBe(51);
	expect(await ageOn({today: {year: 2026, month: 8, day: 12}})).toBe(52);
	const partial = sampleRecord({}, [numbered(0)[0], 'L898902C36UTO7408<<8F3204159ZE184226B<<<<<18']);
	expect((await rowsOf([partial]))[0]).toMatchObject({birth_date: '1974-08', age: ''});
});

test('how many days are left has its column and is no issue', async () => {
	const record = recordOf('a.jpg', {reading: reading(withExpiry('261231'))});
	const [row] = await rowsOf([record]);
	expect(row).toMatchObject({days_left: 39});
	expect(row!.issues).not.toContain('days-left');
	expect(
		await csvRow([record], {words: {...words, describe: ({code}: {readonly code: string}) => code}}),
	).not.toContain('days-left');
});

test('issues are codes in JSON, and sentences after the names of their fields in a cell', async () => {
	const record = recordOf('a.jpg', {reading: reading(misprinted)});
	const [row] = await rowsOf([record]);
	const codes = row!.issues as readonly string[];
	expect(codes.length).toBeGreaterThan(0);
	for (const code of codes) expect(code).toMatch(/^[a-z-]+$/);
	const said = {...words, describe: ({code}: {readonly code: string}) => code};
	const cell = (await csvRow([record], {words: said})).find(text => text.includes(codes[0]!))!;
	expect(cell).toContain(`Passport number: ${codes[0]}`);
	expect(cell.split('; ')).toHaveLength(codes.length);
	const zh = messages('zh').exported;
	const chinese = (await csvRow([record], {words: {...zh, describe: said.describe}})).find(text =>
		text.includes('：'),
	)!;
	expect(chinese.split('；')).toHaveLength(codes.length);
});

test('what a person did is a word, with the fields that were changed', async () => {
	const review = (changes: object) =>
		sampleRecord({review: {state: 'unreviewed', edits: {}, confirmed: [], ...changes}});
	const said = async (changes: object) => (await csvRow([review(changes)], {groups: ['checks']}))[1];
	expect(await said({})).toBe('not looked at');
	expect(await said({confirmed: ['sex']})).toBe('not finished');
	expect(await said({confirmed: ['sex'], edits: {sex: 'M'}})).toBe('edited, not finished: Sex');
	expect(await said({state: 'accepted'})).toBe('accepted');
	expect(await said({state: 'edited', edits: {sex: 'M', surname_english: 'ERIKSEN'}})).toBe('edited: Sex, Surname');
	const at = '2026-11-22T07:00:00+00:00';
	expect((await rowsOf([review({state: 'accepted', at})]))[0]).toMatchObject({reviewed_at: '2026-11-22 07:00:00'});
	expect((await rowsOf([review({})]))[0]).toMatchObject({reviewed_at: ''});
});

const notRead: readonly NotRead[] = [
	{source: 'x.jpg', message: 'no passport', recognizedAt: '2026-11-21 08:00:00', at: 0},
	{source: 'y.jpg', message: 'still waiting', recognizedAt: '2026-11-21 08:00:00', unread: true},
];

test('only the original columns have a row for a failure, and none for what was never read', async () => {
	expect(await rowsOf([sampleRecord()], {notRead})).toHaveLength(1);
	const rows = await rowsOf([sampleRecord()], {notRead, columns: 'original'});
	expect(rows.map(row => [row.源文件, row.状态])).toEqual([
		['x.jpg', '失败: no passport'],
		['anna.jpg', '成功'],
	]);
	await expect(rowsOf([], {notRead})).rejects.toMatchObject({code: 'NOTHING_TO_EXPORT'});
});

test('failures are in the places of their pictures, those without a place come last', async () => {
	const failure = (source: string, at?: number): NotRead => ({
		source,
		message: 'x',
		recognizedAt: '',
		...(at === undefined ? {} : {at}),
	});
	const records = ['a', 'b'].map(name => sampleRecord({path: `/p/${name}.jpg`}));
	const order = async (...failures: readonly NotRead[]) =>
		(await rowsOf(records, {notRead: failures, columns: 'original'})).map(row => `${row.源文件}`).join(' ');
	expect(await order(failure('none'), failure('5', 5), failure('2', 2), failure('0', 0), failure('1', 1))).toBe(
		'0 1 2 a.jpg b.jpg 5 none',
	);
	expect(await order(failure('1', 1), failure('3', 3))).toBe('a.jpg 1 b.jpg 3');
	expect(await order(failure('u'), failure('v'))).toBe('a.jpg b.jpg u v');
});

test('a third line of the MRZ has its column wherever it is known from', async () => {
	const has = async (changes: object) =>
		Object.hasOwn((await rowsOf([sampleRecord(), sampleRecord(changes)]))[0]!, 'mrz_line3');
	expect(await has({})).toBe(false);
	expect(await has({foreign: {mrz_line3: 'X'}})).toBe(true);
	expect(await has({foreign: {mrz_line3: ''}})).toBe(false);
	expect(await has({answer: {mrz_line3: 'X'}})).toBe(true);
	expect((await rowsOf([cardRecord('/p/card.jpg')]))[0]).toMatchObject({mrz_line3: 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'});
});

test('a list of any length has the widths of its first thousand rows and of some hundred others', () => {
	const count = 9999;
	const record = sampleRecord();
	const {
		sample,
		count: rows,
		filled,
	} = tableOf(Array.from({length: count}).fill(record) as Records, {
		words,
		columns: 'default',
		today,
	});
	const numbers = Array.from(sample(), ({source}) => source!.index);
	expect(numbers.slice(0, 1000)).toEqual(Array.from({length: 1000}, (_, at) => at));
	const others = numbers.slice(1000);
	expect(others.length).toBeGreaterThanOrEqual(100);
	expect(others.length).toBeLessThan(200);
	const [distance] = others.slice(1).map((at, place) => at - others[place]!);
	expect(others).toEqual(others.map((_, place) => others[0]! + place * distance!));
	expect(others.at(-1)! + 2 * distance!).toBeGreaterThan(count);
	expect(rows).toBe(count);
	// Of all columns only those that can be left out are asked for.
	expect([...filled]).toEqual([]);
});

test('JSON ends with a line end, but not in the original columns; CSV quotes spaces at an end, but not there', async () => {
	const content = async (more: Options) => (await contentOf([sampleRecord()], {...options, ...more})).content as string;
	expect(await content({})).toMatch(/\]\n$/);
	expect(await content({columns: 'original'})).toMatch(/\]$/);
	const spaced = sampleRecord({path: '/pictures/anna.jpg '});
	const csv = async (more: Options) => (await contentOf([spaced], {...options, format: 'csv', ...more})).content;
	expect(await csv({})).toContain('"anna.jpg "');
	expect(await csv({columns: 'original'})).toMatch(/\r\nanna\.jpg ,/);
});

test('a list with cards or visas calls the number by what all of them have, in heads and in issues', async () => {
	const head = async (records: Records, more: Options = {}) =>
		((await contentOf(records, {...options, format: 'csv', ...more})).content as string).split('\r\n')[0];
	const card = cardRecord('/pictures/card.jpg');
	expect(await head([sampleRecord()])).toContain('Passport number');
	expect(await head([sampleRecord(), card])).toContain('Document number');
	expect(await head([card], {words: messages('zh').exported})).toContain('证件号码');
	expect(await head([card, sampleRecord()], {headWords: [words, messages('zh').exported]})).toContain(
		'Document number 证件号码',
	);
	// The original skill's columns stay as it writes them.
	expect(await head([card], {columns: 'original'})).toContain('护照号码');
	const edited = {...card, review: {...card.review, edits: {passport_number: {from: '', to: 'D2'}}}} as PassportRecord;
	const [, ...rows] = (
		(await contentOf([sampleRecord(), edited], {...options, format: 'csv'})).content as string
	).split('\r\n');
	expect(rows[1]).toContain('Document number');
	expect(rows[0]).not.toContain('Document number');
});

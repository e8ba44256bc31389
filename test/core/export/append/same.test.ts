import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import type {PassportRecord, ReviewDecision} from '../../../../source/core/records/record.ts';
import {appendedLines} from '../../../../source/text/appended.ts';
import {messages} from '../../../../source/text/index.ts';
import {append, kim, lee, listFolder, person, roy} from './list-folder.ts';

const {folder, written} = listFolder();

async function listOf(...lines: readonly string[]): Promise<string> {
	const path = join(folder(), 'list.csv');
	await writeFile(path, `${lines.join('\r\n')}\r\n`);
	return path;
}

const said = (appended: Awaited<ReturnType<typeof append>>) => appendedLines(appended, messages('en')).join('\n');

describe('a list without days of birth, in which a spreadsheet dropped zeros', () => {
	const li = person('LI', {given_name_english: 'NA', passport_number: '001234567'});
	const march = person('MARCH', {given_name_english: 'TOM', passport_number: '000000012'});

	test.each([
		['surname and given names', 'Surname,Given names,Passport number', 'Li,NA,1234567', 'MARCH,TOM,12'],
		['a surname', 'Surname,Passport number', 'LI,1234567', 'MARCH,12'],
		['the whole name', 'Name,Passport number', 'LI NA,1234567', '"Tom March",12'],
		['an empty day of birth', 'Surname,Date of birth,Passport number', 'LI,,1234567', 'MARCH,,12'],
	])('gets no passport twice, known by %s', async (_, ...lines) => {
		expect(await append(await listOf(...lines), [li, march])).toMatchObject({added: 0, listed: 2, alike: []});
	});

	test('gets a passport of another name with the same number, and that is said', async () => {
		const path = await listOf('Surname,Given names,Passport number', 'ROY,ANNE,1234567');
		const appended = await append(path, [li]);
		const alike = [{row: 2, name: 'LI NA', listed: '1234567', read: '001234567'}];
		expect(appended).toMatchObject({added: 1, listed: 0, alike});
		expect(said(appended)).toContain('Row 2 has the number 1234567, which may be 001234567');
	});

	test('that has no names gets the passport, and that is said', async () => {
		const path = await listOf('Passport number,Sex', '1234567,F');
		expect(await append(path, [li])).toMatchObject({added: 1, alike: [{row: 2, listed: '1234567'}]});
	});

	test('holds a row of a short number for one of a passport where it has a whole name', async () => {
		const appended = await append(await listOf('Surname,Given names,Passport number', 'MARCH,TOM,12'), [li]);
		expect(appended).not.toHaveProperty('below');
		const sums = await append(await listOf('Surname,Given names,Passport number', 'LEE,ANNA,X1', 'Total,,12'), [li]);
		expect(sums).toMatchObject({added: 1, below: 3});
	});
});

test.each([
	['another state', 'Surname,Date of birth,Passport number,Issuing state', 'LI,,1234567,CHN'],
	['another day of birth and another name', 'Surname,Date of birth,Passport number', 'ROY,1990-03-17,1234567'],
])('a number with other zeros of %s is another passport without a word', async (_, ...lines) => {
	const li = person('LI', {passport_number: '001234567'});
	expect(await append(await listOf(...lines), [li])).toMatchObject({added: 1, listed: 0, alike: []});
});

test('the same name and number but for its zeros, with another day of birth, is added and said', async () => {
	const path = await listOf('Surname,Given names,Date of birth,Passport number', 'LI,NA,1974-08-21,1234567');
	const li = person('LI', {given_name_english: 'NA', passport_number: '001234567'});
	expect(await append(path, [li])).toMatchObject({added: 1, alike: [{row: 2}]});
});

test('a value that a person typed is said to be theirs, one that was read to be read', async () => {
	const path = await listOf('Surname,Given names,Passport number,Sex,Date of birth', 'LEE,ANNE,X1,M,1974-08-12');
	const read = person('LEE', {passport_number: 'X1'});
	const edited = {
		...read,
		review: {...read.review, state: 'edited' as const, edits: {given_name_english: {from: 'ANNE', to: 'ANNA MARIA'}}},
	};
	expect(said(await append(path, [edited]))).toMatch(
		/Given names ANNE \(corrected by hand to ANNA MARIA\); Sex M \(read: F\)\.$/,
	);
	expect(said(await append(path, [{...read, engine: 'person'}]))).toMatch(
		/Given names ANNE \(typed by hand: ANNA MARIA\); Sex M \(typed by hand: F\)\.$/,
	);
	expect(appendedLines(await append(path, [edited]), messages('zh')).join()).toContain(
		'名 ANNE（人工改为 ANNA MARIA）',
	);
});

const decided = (record: PassportRecord, state: ReviewDecision): PassportRecord => ({
	...record,
	review: {...record.review, state, at: '2026-11-22T10:00:00Z'},
});

describe.each(['csv', 'xlsx'])('what a person decides after a list was written: %s', extension => {
	test('a rejected passport that is still in the list is named with its row', async () => {
		const path = await written([lee, kim, roy], `list.${extension}`);
		const appended = await append(path, [lee, decided(kim, 'rejected'), decided(roy, 'rejected')]);
		expect(appended).toMatchObject({added: 0, listed: 1, isChanged: false});
		expect(said(appended)).toContain(
			'2 passports that were rejected by hand are still in the list: row 3, KIM ANNA MARIA; row 4, ROY ANNA MARIA.',
		);
		// A session sends what has a row, and names the others.
		const others = {includeRejected: true, rejected: [decided(kim, 'rejected')]};
		expect(await append(path, [lee], others)).toMatchObject({rejected: [{row: 3}]});
	});

	test('no row is named that another picture has, that says so itself, or that is not there', async () => {
		const path = await written([lee, decided(kim, 'rejected')], `list.${extension}`, {includeRejected: true});
		const blurred = decided({...lee, path: '/pictures/blurred.jpg'}, 'rejected');
		const appended = await append(path, [blurred, lee, decided(kim, 'rejected'), decided(roy, 'rejected')]);
		expect(appended).toMatchObject({added: 0, rejected: [], decisions: []});
	});

	test.each([
		['default', 'not looked at', 'accepted'],
		['tour-list', 'to check', 'accepted'],
	] as const)('a row of the columns %s that keeps "%s" is named with the decision', async (columns, listed, now) => {
		const open = [lee, kim, roy].map(record => ({...record, passport: {...record.passport, status: 'check' as const}}));
		const path = await written(open, `list.${extension}`, {columns});
		const all = open.map(record => (record === open[1] ? record : decided(record, 'accepted')));
		const appended = await append(path, all, {columns});
		expect(appended).toMatchObject({added: 0, decisions: [{listed, now, rows: [2, 4]}]});
		expect(said(appended)).toBe(`2 rows keep "${listed}", which is "${now}" by now: row 2, 4.`);
		expect((await append(path, open, {columns})).decisions).toEqual([]);
	});

	test('another picture that is not looked at takes no decision back, the same one does', async () => {
		const path = await written([decided(lee, 'accepted'), decided(kim, 'accepted')], `list.${extension}`);
		const appended = await append(path, [{...lee, path: '/pictures/other.jpg'}, kim]);
		expect(appended.decisions).toEqual([{listed: 'accepted', now: 'not looked at', rows: [3]}]);
	});
});

test("a person's own words in the place of a decision are theirs", async () => {
	const path = await written([lee], 'list.csv');
	await writeFile(path, (await readFile(path, 'utf8')).replace('not looked at', 'ask Tom'));
	expect((await append(path, [decided(lee, 'accepted')])).decisions).toEqual([]);
});

test.each([
	'12-Aug-74',
	'1974年8月12日',
	'12.08.1974',
	'12.8.74',
	'1974.8.12',
	'1974年08月12日',
	'1974-08-12 00:00:00',
	'12.08.1974 00:00',
	'1974-08-12T00:00:00.000Z',
])('a day that is written as %s is no other value, and known as that of its person', async day => {
	const path = await listOf('Surname,Given names,Passport number,Date of birth', `LEE,ANNA MARIA,264023,${day}`);
	const read = person('LEE', {passport_number: '00264023', birth_date: '1974-08-12'});
	const {added, differing} = await append(path, [read]);
	expect([added, differing.flatMap(({fields}) => fields.map(({field}) => field))]).toEqual([0, ['passport_number']]);
	const other = await append(path, [
		{...read, path: '/p.jpg'},
		person('LEE', {passport_number: '264023', birth_date: '1975-08-12'}),
	]);
	expect(other.differing.flatMap(({fields}) => fields.map(({field}) => field))).toContain('birth_date');
});

test('a day of expiry with two digits of the year is one of this century', async () => {
	const path = await listOf('Surname,Passport number,Date of expiry', 'LEE,X1,5-Jan-35');
	expect((await append(path, [person('LEE', {passport_number: 'X1', expiry_date: '2035-01-05'})])).differing).toEqual(
		[],
	);
});

test('a day that may have the month first is no other value where it can be the one that was read', async () => {
	const head = 'Surname,Passport number,Date of birth';
	const read = (birth_date: string) => person('LEE', {passport_number: 'X1', birth_date});
	const open = await listOf(head, 'LEE,X1,1/2/1985');
	for (const day of ['1985-01-02', '1985-02-01']) expect((await append(open, [read(day)])).differing).toEqual([]);
	expect((await append(open, [read('1985-03-01')])).differing).toHaveLength(1);
	const dayFirst = await listOf(head, 'LEE,X1,1/2/1985', 'ROY,X2,13/2/1985');
	expect((await append(dayFirst, [read('1985-01-02')])).differing).toHaveLength(1);
});

test.each([
	['02.01.85', true],
	['2-Jan-85', true],
	['02.01.1985', undefined],
	['1985年1月2日', undefined],
	['2 janv. 1985', true],
	['1985-01-02', undefined],
	['1985-01', undefined],
	['02 JAN 1985', undefined],
	['', undefined],
])('added days that are written otherwise than %s are said to be so: %s', async (day, unlikeDates) => {
	const path = await listOf('Surname,Passport number,Date of birth', `LEE,X1,${day}`);
	const appended = await append(path, [kim]);
	expect([appended.added, appended.unlikeDates]).toEqual([1, unlikeDates]);
	for (const language of ['en', 'zh'] as const) {
		const {unlikeDates: line} = messages(language).commands.export;
		expect(appendedLines(appended, messages(language)).includes(line)).toBe(unlikeDates === true);
	}
	expect(await append(path, [roy], {dates: 'month'})).not.toHaveProperty('unlikeDates');
});

test.each([
	['Müller', 'MUELLER', true],
	['Müller', 'MULLER', true],
	['Núñez Ødegård', 'NUNEZ OEDEGAARD', true],
	["O'Neill-Smith", 'ONEILL SMITH', true],
	['Müller', 'MILLER', false],
	['MULLER', 'MUELLER', false],
	['Anna Müller', 'MUELLER', false],
])('the surname %s, as a page prints it, is no other value than %s: %s', async (listed, surname, isSame) => {
	const path = await listOf('Passport number,Surname,Given names', `X1234567,${listed},José`);
	const read = person(surname, {passport_number: 'X1234567', given_name_english: 'JOSE'});
	expect((await append(path, [read])).differing).toHaveLength(isSame ? 0 : 1);
});

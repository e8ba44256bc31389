import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {recordMembers} from '../../../../source/core/records/legacy/keys.ts';
import type {PassportRecord} from '../../../../source/core/records/record.ts';
import {appendedLines} from '../../../../source/text/appended.ts';
import {messages} from '../../../../source/text/index.ts';
import {append, kim, languages, lee, listFolder, person, roy, words} from './list-folder.ts';

const {folder} = listFolder();

describe('a CSV that a person worked on', () => {
	test.each([
		['semicolons and own columns', 'Passport number;Room;Surname\r\nXLEE;101;LEE\r\n', 'XROY;;ROY\r\n'],
		['a tab, LF, and no line end', 'Surname\tPassport number\nLEE\tXLEE', '\nROY\tXROY\n'],
		["Excel's own first line", 'sep=;\r\nPassport number;Surname\r\nXLEE;LEE\r\n', 'XROY;ROY\r\n'],
		["Excel's own first line, and LF", 'sep=|\nPassport number|Surname\nXLEE|LEE\n', 'XROY|ROY\n'],
		['states that are not named on both sides', 'Passport number,Issuing state\r\nXLEE,\r\n', 'XROY,UTO\r\n'],
		['a text over several lines', 'Passport number,Note,Surname\r\nXLEE,"a\r\nb, ""c""",LEE\r\n', 'XROY,,ROY\r\n'],
		[
			'days of another style',
			'Passport number,Date of birth\r\nXLEE,12/08/1974\r\nX1,17/03/1990\r\n',
			'XROY,12/08/1974\r\n',
		],
		['days of months', 'Passport number,Date of birth\r\nXLEE,12 AUG 1974\r\n', 'XROY,12 AUG 1974\r\n'],
		['days of another kind', 'Passport number,Date of birth\r\nXLEE,12.08.1974\r\n', 'XROY,12.08.1974\r\n'],
		['an odd quote in a title', 'Beds of 80"\r\nPassport number,Surname\r\nXLEE,LEE\r\n', 'XROY,ROY\r\n'],
		['an odd quote in a head', 'Bed in ",Passport number,Surname\r\n80,XLEE,LEE\r\n', ',XROY,ROY\r\n'],
		['a title over two lines', '"Beds ""a""\nand b"\r\nPassport number,Surname\r\nXLEE,LEE\r\n', 'XROY,ROY\r\n'],
		['a name that is missing', 'Passport number,Surname\r\nXLEE,Lee\r\nX1,\r\n', 'XROY,Roy\r\n'],
		['names of two kinds', 'Passport number,Surname\r\nXLEE,Lee\r\nX1,CHO\r\n', 'XROY,ROY\r\n'],
		['whole names with capital letters', 'Passport number,Name\r\nXLEE,Lee Anna Maria\r\n', 'XROY,Roy Anna Maria\r\n'],
		[
			'names of states',
			'Passport number,Nationality\r\nXLEE,Utopia (specimen)\r\nX1,\r\n',
			'XROY,Utopia (specimen)\r\n',
		],
		[
			'names of issuing states',
			'Passport number,Issuing state\r\nXLEE,Utopia (specimen)\r\n',
			'XROY,Utopia (specimen)\r\n',
		],
		['states of two kinds', 'Passport number,Nationality\r\nXLEE,Utopia (specimen)\r\nX1,UTO\r\n', 'XROY,UTO\r\n'],
		['numbers that continue', 'No,Passport number\r\n7,XLEE\r\n', '8,XROY\r\n'],
		['numbers that are none', 'No,Passport number\r\na,XLEE\r\n', '2,XROY\r\n'],
		['an empty row', 'Passport number|Surname\nXLEE|LEE\n|\n', 'XROY|ROY\n'],
		['names with capital letters', 'Passport number,Surname\r\nXLEE,Lee\r\n', 'XROY,Roy\r\n'],
		['line ends of an old Mac', 'Passport number,Surname\rXLEE,LEE\r', 'XROY,ROY\r'],
		["Excel's own first line, and CR", 'sep=;\rPassport number;Surname\rXLEE;LEE\r', 'XROY;ROY\r'],
		['CR, and LF within a value', 'Passport number,Note,Surname\rXLEE,"a\nb",LEE', '\rXROY,,ROY\r'],
		['LF, and CRLF within a value', 'Passport number,Note,Surname\nXLEE,"a\r\nb",LEE\n', 'XROY,,ROY\n'],
		['a title', 'Group of May\r\nPassport number,Surname\r\nXLEE,LEE\r\n', 'XROY,ROY\r\n'],
		['a title and an empty line', '"Group, May";;\n\nPassport number;Surname;Room\nXLEE;LEE;1\n', 'XROY;ROY;\n'],
		["a title below Excel's own first line", 'sep=;\r\nMay\r\nPassport number;Surname\r\nXLEE;LEE\r\n', 'XROY;ROY\r\n'],
		['values kept from Excel', 'Passport number,Surname\r\n="XLEE",LEE\r\n', 'XROY,ROY\r\n'],
	])('with %s stays byte for byte, and what is added is written in its way', async (_, old, added) => {
		const path = join(folder(), 'list.csv');
		await writeFile(path, old);
		expect(await append(path, [lee, roy])).toMatchObject({added: 1, listed: 1, differing: []});
		expect(await readFile(path, 'utf8')).toBe(old + added);
	});

	test.each(
		languages.flatMap(({earlierHeads, fields}) =>
			Object.entries(earlierHeads).map(([head, key]) => ({head, key, number: fields.passport_number})),
		),
	)('with the head $head of an earlier version has the column $key', async ({head, key, number}) => {
		const isNumber = key === 'passport_number';
		const surname = words.fields.surname_english;
		const path = join(folder(), 'list.csv');
		await writeFile(path, isNumber ? `${surname},${head}\r\nLEE,XLEE\r\n` : `${number},${head}\r\nXLEE,\r\n`);
		expect(await append(path, [lee, roy])).toMatchObject({added: 1, listed: 1});
		const [, , added] = (await readFile(path, 'utf8')).split('\r\n');
		expect(added!.split(',')[1]).toBe(key === 'name' ? '' : (recordMembers(roy)[key] ?? ''));
	});

	test('rows below a title are named by their numbers', async () => {
		const path = join(folder(), 'list.csv');
		await writeFile(path, 'Group of May\n\nPassport number,Surname\nXLEE,LEES\nTotal,1\n');
		expect(await append(path, [lee, roy])).toMatchObject({differing: [{row: 4}], below: 5});
		await writeFile(path, `${'x\n'.repeat(20)}Passport number,Surname\nXLEE,LEE\n`);
		await expect(append(path, [lee])).rejects.toMatchObject({details: {reason: 'heads'}});
	});

	test('in UTF-16 stays in it; in an older encoding it is refused', async () => {
		const path = join(folder(), 'list.csv');
		await writeFile(path, Buffer.from('\ufeffPassport number\tSurname\r\nXLEE\tLEE\r\n', 'utf16le'));
		await append(path, [roy]);
		expect((await readFile(path)).toString('utf16le')).toBe(
			'\ufeffPassport number\tSurname\r\nXLEE\tLEE\r\nXROY\tROY\r\n',
		);
		await writeFile(path, Buffer.from([...Buffer.from('Passport number,Surname\r\n'), 0xbd, 0xf0, 0x0d, 0x0a]));
		await expect(append(path, [roy])).rejects.toMatchObject({code: 'NOT_A_LIST', details: {reason: 'encoding'}});
	});

	test.each([
		['at its end', 'Passport number,Note\r\nXLEE,"room 5\r\nXKIM,\r\n', 2],
		["below Excel's own first line", 'sep=;\nPassport number;Note\nXLEE;"room 5\nXKIM;\n', 3],
		['in its heads', 'Passport number,"Surname\r\nXLEE,LEE\r\n', 1],
		['before another quote', 'Passport number,Note\nXLEE,"room 5\nXKIM,"near, us"\nXA,\n', 2],
		['in a value of several lines', 'Passport number,Note\nXLEE,"room 5\n6"\nXKIM,"near\nus\n', 4],
	])('whose quote is not closed %s is refused, and left as it is', async (_, text, line) => {
		const path = join(folder(), 'list.csv');
		await writeFile(path, text);
		const error = await append(path, [roy]).catch(error => error);
		expect(error).toMatchObject({code: 'NOT_A_LIST', details: {path, reason: 'quote', line}});
		expect(await readFile(path, 'utf8')).toBe(text);
		for (const language of ['en', 'zh'] as const) {
			const {errors} = messages(language);
			expect(errors.what(error.code, error.details)).toContain(path);
			expect(errors.next(error.code, error.details).join()).toContain(String(line));
		}
	});

	/** A list of one row, and a person's passport that ends before the one in it. */
	const beside = async (heads: string, row: string, record: PassportRecord) => {
		const path = join(folder(), 'list.csv');
		await writeFile(path, `${heads}\r\n${row}\r\n`);
		const {added, listed, others} = await append(path, [record]);
		return {added, listed, others: others.map(({isNewer}) => isNewer)};
	};
	const ended = {passport_number: 'Y123456', expiry_date: '2027-01-01'} as const;
	const named = 'Passport number,Surname,Given names,Date of birth,Date of expiry';
	const isAdded = {added: 1, listed: 0, others: []};

	test.each([
		['one name, and no day of birth', named, 'XLEE,LEE,ANNA MARIA,,2031-01-01', {...ended, birth_date: ''}],
		['one name, and another day of birth', named, 'XLEE,LEE,ANNA MARIA,1975-08-12,2031-01-01', ended],
		['one day of birth, and another first name', named, 'XLEE,LEE,MARIA,1974-08-12,2031-01-01', ended],
		[
			'one given name and day of birth, and no surname',
			'Passport number,Given names,Date of birth,Date of expiry',
			'XLEE,ANNA MARIA,1974-08-12,2031-01-01',
			{...ended, surname_english: ''},
		],
		['one number of two states', 'Passport number,Issuing state', 'Y123456,CHN', ended],
		[
			'one number but for the zeros before it, and another day of birth',
			'Passport number,Date of birth',
			'123456,1975-08-12',
			{...ended, passport_number: '0123456'},
		],
		['no number and no line', 'Passport number,MRZ line 2', ',', {...ended, passport_number: ''}],
	] as const)('two people are two rows who have %s', async (_, heads, row, values) => {
		expect(await beside(heads, row, person('LEE', values))).toEqual(isAdded);
	});

	test.each([
		['with the second name left out', named, 'XLEE,LEE,ANNA,1974-08-12,2031-01-01', ended],
		[
			'with the whole name in one column',
			'Passport number,Name,Date of birth,Date of expiry',
			'XLEE,LEE ANNA MARIA,1974-08-12,2031-01-01',
			ended,
		],
		[
			'with the same day of expiry of another passport',
			named,
			'XLEE,LEE,ANNA MARIA,1974-08-12,2027-01-01',
			{...ended, expiry_date: '2026-12-31'},
		],
	] as const)('of one person the passport that ends first gets no row, also %s', async (_, heads, row, values) => {
		expect(await beside(heads, row, person('LEE', values))).toEqual({added: 0, listed: 0, others: [false]});
	});

	test.each([
		['with the same day of expiry', 'ANNA CLARA', {}],
		['that ends first', 'ANNA CLARA', ended],
		['that ends later', 'ANNA CLARA', {expiry_date: '2039-12-31'}],
		['that ends later, with a name of two syllables', 'ANNA-LENA', {expiry_date: '2039-12-31'}],
		['with the same day of expiry, and a word that begins as the other', 'ANN', {}],
	] as const)('twins are two people whose names begin alike: a passport %s', async (_, given, values) => {
		const row = `XLEE,LEE,${given},1974-08-12,${(values as {expiry_date?: string}).expiry_date ? '2027-01-01' : '2026-12-31'}`;
		expect(await beside(named, row, person('LEE', {passport_number: 'TWIN1', ...values}))).toEqual({
			added: 1,
			listed: 0,
			others: [],
		});
	});

	test.each([
		['written together', 'ANNAMARIA'],
		['cut off', 'ANNA MAR'],
		['with one more name between', 'ANNA BELLA MARIA'],
	])('the given names of one person may be %s', async (_, given) => {
		const row = `XLEE,LEE,${given},1974-08-12,2027-01-01`;
		const other = person('LEE', {passport_number: 'NEW1', expiry_date: '2039-12-31'});
		expect(await beside(named, row, other)).toMatchObject({added: 1, others: [true]});
	});

	test.each([
		['are two people where one name begins as the other', 'MING', 'MINGMING', 0],
		['are one person where the MRZ may have cut the name off', 'WILHELMINATHEODORAMAR', 'WILHELMINATHEODORAMARIA', 1],
	])('passports of one day of birth and expiry %s', async (_, listed, read, count) => {
		const row = `XLEE,BERGMANN,${listed},1974-08-12,2032-04-15`;
		const other = person('BERGMANN', {passport_number: 'NEW1', given_name_english: read});
		expect(await beside(named, row, other)).toMatchObject({added: 1 - count, listed: count});
	});

	test('a passport of another state is no later or earlier one', async () => {
		const heads = `${named},Nationality`;
		const row = 'XLEE,LEE,ANNA MARIA,1974-08-12,2031-01-01,USA';
		expect(await beside(heads, row, person('LEE', ended))).toMatchObject({added: 1, others: []});
		expect(await beside(heads, row.replace('USA', 'UTO'), person('LEE', ended))).toMatchObject({
			added: 0,
			others: [false],
		});
		const alike = 'L898902C3,OTHER,BEN,1990-01-01,2030-01-01,USA';
		expect(await beside(heads, alike, person('LEE', {passport_number: 'L898902C3'}))).toMatchObject({added: 1});
	});

	test('a person who is in the list twice has the later passport', async () => {
		const rows = ['XLEE,LEE,ANNA MARIA,1974-08-12,2031-01-01', 'WLEE,LEE,ANNA MARIA,1974-08-12,2025-01-01'];
		for (const all of [rows, [...rows].reverse()]) {
			expect(await beside(named, all.join('\r\n'), person('LEE', ended))).toMatchObject({added: 0, others: [false]});
		}
	});

	const day = (text: string) => (text === '' ? [] : [['X1', 'OTHER', text].join(',')]);
	test.each([
		['the month first', '8/12/1974', '3/17/1990', '8/12/1974', undefined],
		['the month first in two digits', '08/12/1974', '03/17/1990', '08/12/1974', undefined],
		['the day first', '12/8/1974', '17/3/1990', '12/8/1974', undefined],
		['now the day and now the month first', '17/08/1974', '03/17/1990', '1974-08-12', true],
		['the day first in two digits', '12/08/1974', '17/03/1990', '12/08/1974', undefined],
		['no day that says which is first, in two digits each', '12/08/1974', '', '1974-08-12', true],
		['no day that says which is first', '8/12/1974', '', '1974-08-12', true],
	] as const)(
		'whose days have %s gets none that can be taken for another',
		async (_, listed, other, added, otherDates) => {
			const path = join(folder(), 'list.csv');
			const rows = [['264023', 'LEE', listed].join(','), ...day(other)];
			await writeFile(path, `Passport number,Surname,Date of birth\r\n${rows.join('\r\n')}\r\n`);
			const result = await append(path, [roy]);
			expect(result.otherDates).toBe(otherDates);
			expect((await readFile(path, 'utf8')).split('\r\n').at(-2)).toBe(`XROY,ROY,${added}`);
			const said = messages('en').commands.export.otherDates;
			expect(appendedLines(result, messages('en')).includes(said)).toBe(otherDates === true);
			// Asked for, they are as they were asked for.
			expect(await append(path, [kim], {dates: 'month'})).not.toHaveProperty('otherDates');
			expect((await readFile(path, 'utf8')).split('\r\n').at(-2)).toBe('XKIM,KIM,12 AUG 1974');
		},
	);

	test('from which Excel dropped zeros and put the month first gets no passport twice', async () => {
		const path = join(folder(), 'list.csv');
		const rows = ['264023,LEE,ANNA MARIA,8/12/1974', 'X1,KIM,ANNA,3/17/1990'];
		await writeFile(path, `Passport number,Surname,Given names,Date of birth\r\n${rows.join('\r\n')}\r\n`);
		expect(await append(path, [person('LEE', {passport_number: '00264023'})])).toMatchObject({
			added: 0,
			listed: 1,
			// The list has no zeros, and its days are the same.
			differing: [{fields: [{field: 'passport_number', listed: '264023', read: '00264023'}]}],
		});
	});

	test('from which Excel dropped the zeros of a number gets no passport twice', async () => {
		const path = join(folder(), 'list.csv');
		await writeFile(path, 'Passport number,Surname,Given names,Date of birth\r\n264023,LEE,ANNA MARIA,1974/8/12\r\n');
		expect(await append(path, [person('LEE', {passport_number: '00264023'})])).toMatchObject({added: 0, listed: 1});
	});
});

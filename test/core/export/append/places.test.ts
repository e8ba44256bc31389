import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {beforeEach, expect, test} from 'vitest';
import {appendExport} from '../../../../source/core/export/append/append.ts';
import {writeExport} from '../../../../source/core/export/write.ts';
import {appendedLines} from '../../../../source/text/appended.ts';
import {messages} from '../../../../source/text/index.ts';
import {temporaryFolder} from '../../../support/temporary-folder.ts';
import {sampleRecord, today} from '../sample-record.ts';

const {exported: words, commands} = messages('en');
const languages = [words, messages('zh').exported];

let folder: string;
beforeEach(() => {
	folder = temporaryFolder();
});

/** A list that a person has changed, as CSV. */
const listOf = async (...lines: readonly string[]): Promise<string> => {
	const path = join(folder, 'list.csv');
	await writeFile(path, `${lines.join('\r\n')}\r\n`);
	return path;
};

const append = async (path: string) =>
	await appendExport([sampleRecord()], {words, today, format: 'csv', path, languages});

test('a column under a head of the person is named where others have a value in it', async () => {
	const path = await listOf('Passport number,Surname,Doc given names,Room,Empty', 'X1,LEE,ANNA,12,', 'X2,KIM,,,');
	const added = await append(path);
	expect(added).toMatchObject({added: 1, leftEmpty: ['Doc given names', 'Room']});
	expect(added).not.toHaveProperty('below');
	expect(appendedLines(added, messages('en'))).toEqual([commands.export.leftEmpty(['Doc given names', 'Room'])]);
	expect(commands.export.leftEmpty(['A', 'B'])).toContain('"A", "B"');
	expect(messages('zh').commands.export.leftEmpty(['A', 'B'])).toContain('“A”、“B”');
	// Nothing is added the second time.
	expect(await append(path)).toMatchObject({added: 0, leftEmpty: []});
});

test.each([
	['sums', 'Total,,,3'],
	['sums below a name', 'Total,,2,3'],
	['a remark', ',,,paid on Monday'],
	['a name alone', ',,LEE,'],
	['a word for sums', ',Total,,3'],
	['a word for sums and a count', ',Total 12,,3'],
	['sums in Chinese', ',合计,,3'],
	['a count', ',12,,3'],
	['a remark with a colon', ',Contact: agency,,'],
	['a remark with a day', ',Paid 2026-11-29,LEE,'],
])('of a last row of %s it is said that the added ones are below it', async (_, last) => {
	const path = await listOf('No.,Passport number,Surname,Nights', '1,X1,LEE,3', last);
	const added = await append(path);
	expect(added).toMatchObject({added: 1, below: 3});
	expect(appendedLines(added, messages('en'))).toContain(commands.export.belowOther(3));
	expect((await readFile(path, 'utf8')).split('\r\n')[3]).toContain('ERIKSSON');
});

test.each([
	['a number alone', 'Passport number,Surname', 'X1,'],
	['a line of the MRZ', 'Passport number,MRZ line 2', ',X1<LINE'],
	['no row', 'Passport number,Surname', ''],
	['a number in groups', 'Passport number,Surname', 'ab 331-0984,'],
	['a number that lost its zeros', 'Passport number,Surname', '264023,'],
	['a number of letters alone', 'Passport number,Surname,Date of birth', 'CFGHJKLMN,LEE,1974-08-12'],
])('a list whose last row has %s ends with it', async (_, heads, last) => {
	const path = await listOf(heads, ...(last === '' ? [] : [last]));
	expect(await append(path)).not.toHaveProperty('below');
});

test.each(['~$list.csv', '.~lock.list.csv#'])(
	'a list is not written over while a spreadsheet has it open, as %s says',
	async lock => {
		const path = await listOf('Passport number,Surname', 'X1,LEE');
		await writeFile(join(folder, lock), '');
		const options = {words, today, format: 'csv', path} as const;
		const wanted = {code: 'NOT_WRITABLE', details: {path, reason: 'EBUSY', lock}};
		await expect(writeExport([sampleRecord()], {...options, ifExists: 'replace'})).rejects.toMatchObject(wanted);
		await expect(append(path)).rejects.toMatchObject(wanted);
		expect(await readFile(path, 'utf8')).toContain('LEE');
		// A new name is free.
		const other = await writeExport([sampleRecord()], {...options, ifExists: 'newName'});
		expect(other.path).toBe(join(folder, 'list-2.csv'));
	},
);

test('of heads that are repeated it is said that another list may begin there', async () => {
	const path = await listOf('Passport number,Surname', 'X1,LEE', '', 'Waiting', 'Passport number,Surname', 'X2,KIM');
	const added = await append(path);
	expect(added).toMatchObject({added: 1, headsAgain: 5});
	expect(appendedLines(added, messages('en'))).toContain(commands.export.headsAgain(5));
	expect(appendedLines(added, messages('zh')).join()).toContain('第 5 行');
	expect(await append(path)).not.toHaveProperty('headsAgain');
});

test.each([
	['in another order', 'Surname,Passport number', 'KIM,X2'],
	['in the other language', '姓,护照号码', 'KIM,X2'],
	['with one column more before', 'Room,Passport number,Surname', '7,X2,KIM'],
])(
	'a list with another one below it whose heads are %s is refused with their row, and stays',
	async (_, heads, row) => {
		const path = await listOf('Passport number,Surname', 'X1,LEE', '', heads, row);
		const before = await readFile(path, 'utf8');
		const error = await append(path).catch(error => error);
		expect(error).toMatchObject({code: 'NOT_A_LIST', details: {path, reason: 'lists', line: 4}});
		expect(await readFile(path, 'utf8')).toBe(before);
		for (const language of ['en', 'zh'] as const) {
			const {errors} = messages(language);
			expect(errors.what(error.code, error.details)).toMatch(/Row 4|第 4 行/);
			expect(errors.next(error.code, error.details)).toHaveLength(1);
		}
	},
);

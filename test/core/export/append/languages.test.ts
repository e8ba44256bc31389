import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {messages} from '../../../../source/text/index.ts';
import {append, bookIn, columnIn, kim, lee, listFolder, person, roy} from './list-folder.ts';

const {folder, written} = listFolder();

async function listOf(...lines: readonly string[]): Promise<string> {
	const path = join(folder(), 'list.csv');
	await writeFile(path, `${lines.join('\r\n')}\r\n`);
	return path;
}

const lastOf = async (path: string): Promise<readonly string[]> =>
	(await readFile(path, 'utf8')).trimEnd().split('\r\n').at(-1)!.split(',');

const fromChina = (name: string) =>
	person(name, {passport_number: `X1${name}`, holder_country_code: 'CHN', issuing_country_code: 'CHN'});

describe.each([
	['English heads', 'Passport number,Surname,Nationality,Issuing state', '中国', 'China'],
	['Chinese heads', '护照号码,姓,国籍,签发国', 'China', '中国'],
])('a list with %s', (_, heads, other, same) => {
	test('and states in the other language differs in none of them, and added rows have them so, too', async () => {
		const path = await listOf(heads, `X1LEE,LEE,${other},${other}`);
		const appended = await append(path, [fromChina('LEE'), fromChina('KIM')]);
		expect(appended).toMatchObject({added: 1, listed: 1, differing: []});
		expect((await lastOf(path)).slice(2)).toEqual([other, other]);
	});

	test('and states in both languages differs in none, and added rows have the one that most are in', async () => {
		const names = ['LEE', 'ROY', 'NG'];
		const path = await listOf(heads, ...names.map((name, at) => `X1${name},${name},${at === 0 ? same : other},CHN`));
		const appended = await append(path, [...names, 'KIM'].map(fromChina));
		expect(appended).toMatchObject({added: 1, listed: 3, differing: []});
		expect((await lastOf(path)).slice(2)).toEqual([other, 'CHN']);
	});
});

test('a state that is another one is said in either language', async () => {
	const path = await listOf('Passport number,Surname,Nationality', 'X1LEE,LEE,日本');
	expect((await append(path, [fromChina('LEE')])).differing).toMatchObject([{fields: [{listed: '日本'}]}]);
});

test.each([
	['two letters', 'CN', 'CN'],
	['small letters', 'chn', 'CHN'],
	['the code of Hong Kong', 'HKG', 'CHN'],
	['letters that are no code', 'PRC', 'CHN'],
])('a passport is in a list once that has its state in %s', async (_, listed, written) => {
	const path = await listOf('Passport number,Surname,Nationality,Issuing state', `X1LEE,LEE,${listed},${listed}`);
	const isCode = written === listed || listed === 'chn';
	const appended = await append(path, [fromChina('LEE')]);
	expect(appended).toMatchObject({added: 0, listed: 1});
	expect(appended.differing).toHaveLength(isCode ? 0 : 1);
	await append(path, [fromChina('KIM')]);
	expect((await lastOf(path)).slice(2)).toEqual([written, written]);
});

test('a passport of another state with the same number is added where the list has codes of two letters', async () => {
	const path = await listOf('Passport number,Surname,Issuing state', 'X1LEE,LEE,JP');
	expect(await append(path, [fromChina('LEE')])).toMatchObject({added: 1, listed: 0});
});

test('a person with passports of two states has a row for each, where the list has the names of states', async () => {
	const path = await listOf(
		'Passport number,Surname,Given names,Date of birth,Nationality,Issuing state,Date of expiry',
		'X1A,LEE,ANNA MARIA,1974-08-12,日本,Japan,2034-01-01',
	);
	const appended = await append(path, [
		person('LEE', {passport_number: 'X1B', holder_country_code: 'CHN', issuing_country_code: 'CHN'}),
	]);
	expect(appended).toMatchObject({added: 1, others: []});
});

test.each([
	['Male', 'M'],
	['男', 'M'],
	['Female', 'F'],
	['女', 'F'],
])('the sex %s is no other value than %s', async (listed, sex) => {
	const path = await listOf('Passport number,Surname,Sex', `XLEE,LEE,${listed}`);
	expect((await append(path, [person('LEE', {sex})])).differing).toEqual([]);
	const opposite = sex === 'M' ? 'F' : 'M';
	expect((await append(path, [person('LEE', {sex: opposite})])).differing).toHaveLength(1);
});

const accepted = {state: 'accepted', at: '2026-11-22T10:00:00Z', edits: {}, confirmed: []} as const;

test.each(['xlsx', 'csv'])('heads that a person translated change no values of added rows, in %s', async extension => {
	const [english, chinese] = [messages('en').exported, messages('zh').exported];
	const path = await written([{...lee, review: accepted}, kim], `list.${extension}`, {words: chinese});
	const columns = [chinese.columns.review, english.columns.review] as const;
	const translated = (head: string): string => {
		const keys = Object.keys(chinese.columns) as (keyof typeof chinese.columns)[];
		const fields = Object.keys(chinese.fields) as (keyof typeof chinese.fields)[];
		const column = keys.find(key => chinese.columns[key] === head);
		const field = fields.find(key => chinese.fields[key] === head);
		return column ? english.columns[column] : field ? english.fields[field] : head;
	};
	if (extension === 'csv') {
		const [heads = '', ...rows] = (await readFile(path, 'utf8')).split('\r\n');
		await writeFile(path, [heads.replace('\ufeff', '').split(',').map(translated).join(','), ...rows].join('\r\n'));
	} else {
		const book = await bookIn(path);
		book.worksheets[0]!.getRow(1).eachCell(cell => {
			cell.value = translated(cell.text);
		});
		await book.xlsx.writeFile(path);
	}
	const appended = await append(path, [{...lee, review: accepted}, kim, {...roy, review: accepted}]);
	expect(appended).toMatchObject({added: 1, decisions: [], rejected: [], differing: []});
	if (extension === 'csv') return expect(await readFile(path, 'utf8')).not.toContain(english.review.accepted);
	const book = await bookIn(path);
	expect(columnIn(book, columns[1])).toEqual([
		chinese.review.accepted,
		chinese.review.unreviewed,
		chinese.review.accepted,
	]);
	const summary = (book.worksheets.at(-1)!.getSheetValues() as unknown[][]).map(row => `${row?.slice(1)}`);
	expect(summary).toContain(`${columns[1]},${chinese.review.accepted},2`);
	expect(summary).toContain(`${columns[1]},${chinese.review.unreviewed},1`);
});

test('decisions in both languages are known and counted as those of most rows', async () => {
	const [english, chinese] = [messages('en').exported, messages('zh').exported];
	const path = await written([{...lee, review: accepted}, kim, roy], 'list.xlsx');
	const book = await bookIn(path);
	const sheet = book.worksheets[0]!;
	sheet.getRow(2).getCell((sheet.getRow(1).values as string[]).indexOf(english.columns.review)).value =
		chinese.review.accepted;
	await book.xlsx.writeFile(path);
	const records = [{...lee, review: accepted}, kim, roy, person('NG')];
	expect(await append(path, records)).toMatchObject({added: 1, decisions: []});
	const summary = ((await bookIn(path)).worksheets.at(-1)!.getSheetValues() as unknown[][]).map(
		row => `${row?.slice(1)}`,
	);
	expect(summary).toContain(`${english.columns.review},${english.review.accepted},1`);
	expect(summary).toContain(`${english.columns.review},${english.review.unreviewed},3`);
});

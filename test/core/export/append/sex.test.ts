import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {append, listFolder, person} from './list-folder.ts';

const {folder} = listFolder();

async function listOf(...sexes: readonly string[]): Promise<string> {
	const path = join(folder(), 'list.csv');
	const rows = sexes.map((sex, place) => `X${place},ROY,${sex}`);
	await writeFile(path, ['Passport number,Surname,Sex', ...rows, ''].join('\n'));
	return path;
}

const sexesIn = async (path: string) =>
	(await readFile(path, 'utf8'))
		.trim()
		.split('\n')
		.map(line => line.split(',')[2]);

const woman = person('LEE', {sex: 'F'});
const man = person('KIM', {sex: 'M'});

test.each([
	[['Male', 'Female'], 'Male', 'Female'],
	[['Female'], 'Male', 'Female'],
	[['MALE', ''], 'MALE', 'FEMALE'],
	[['male'], 'male', 'female'],
	[['m', 'f'], 'm', 'f'],
	[['男'], '男', '女'],
	[['女', '男'], '男', '女'],
	[['Mr', 'Ms'], 'Mr', 'Ms'],
	[['Mr', 'Mrs'], 'Mr', 'Ms'],
	[['M', 'W'], 'M', 'W'],
	[['H', 'M'], 'H', 'M'],
	[['H', 'F'], 'H', 'F'],
	[['М'], 'М', 'Ж'],
	[['Male', '-', 'unknown'], 'Male', 'Female'],
	[['M', 'Female'], 'M', 'F'],
	[['M'], 'M', 'F'],
	[['?'], 'M', 'F'],
	[[], 'M', 'F'],
])('added rows say the sex as a list with %j does: %s, %s', async (listed, asMan, asWoman) => {
	const path = await listOf(...listed);
	expect(await append(path, [man, woman])).toMatchObject({added: 2});
	expect((await sexesIn(path)).slice(-2)).toEqual([asMan, asWoman]);
	expect(await append(path, [man, woman])).toMatchObject({added: 0, listed: 2, differing: []});
});

test.each([
	[['M', 'H'], 'F', true],
	[['M', 'H'], 'M', false],
	[['M', 'F'], 'M', true],
	[['M', 'F'], 'F', false],
	[['Mrs', 'Mr'], 'F', true],
	[['Miss'], 'M', false],
	[['W', 'M'], 'F', true],
	[['X', 'M'], 'X', true],
	[['X', 'M'], 'M', false],
])('what a list with %j says of the first is %s: %s', async (listed, sex, isSame) => {
	const path = await listOf(...listed);
	const read = person('ROY', {passport_number: 'X0', sex});
	expect((await append(path, [read])).differing).toHaveLength(isSame ? 0 : 1);
});

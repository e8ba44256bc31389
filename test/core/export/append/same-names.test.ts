import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {writeExport} from '../../../../source/core/export/write.ts';
import {messages} from '../../../../source/text/index.ts';
import {append, bookIn, listFolder, person} from './list-folder.ts';

const {folder} = listFolder();

const at = (place: string, surname: string, changes: Parameters<typeof person>[1] = {}) => ({
	...person(surname, changes),
	path: join(folder(), place),
});

const unread = (place: string) => ({
	path: join(folder(), place),
	source: place.split('/').at(-1)!,
	message: 'No passport was found.',
	recognizedAt: '2026-11-22 06:00:00',
});

const listOf = async (...rows: readonly string[]): Promise<string> => {
	const path = join(folder(), 'list.csv');
	await writeFile(path, ['File,Passport number,Surname', ...rows, ''].join('\n'));
	return path;
};

const filesIn = async (path: string) =>
	(await readFile(path, 'utf8'))
		.trim()
		.split('\n')
		.map(line => line.split(',')[0]);

test('pictures of one name are named apart in added rows, one of another name by its file', async () => {
	const path = await listOf();
	const records = [at('smith/p.jpg', 'SMITH'), at('jones/p.jpg', 'JONES'), at('jones/q.jpg', 'LEE')];
	expect(await append(path, records)).toMatchObject({added: 3});
	expect((await filesIn(path)).slice(1)).toEqual(['smith/p.jpg', 'jones/p.jpg', 'q.jpg']);
	expect(await append(path, records)).toMatchObject({added: 0, listed: 3, former: []});
});

test.each([
	['p.jpg', true],
	['smith/p.jpg', true],
	['jones/p.jpg', false],
	['other/smith/p.jpg', false],
	['mith/p.jpg', false],
	['', false],
])('a row with the file %s was read from a picture that shows another passport now: %s', async (file, isFormer) => {
	const path = await listOf(`${file},X1,OLD`);
	const {added, former} = await append(path, [at('smith/p.jpg', 'SMITH')]);
	expect(added).toBe(1);
	expect(former).toEqual(isFormer ? [{row: 2, name: 'OLD', file, read: expect.stringContaining('SMITH')}] : []);
});

test('of two rows of one number that with the folder of the picture is compared', async () => {
	const path = await listOf('jones/p.jpg,X1,SMITHE', 'smith/p.jpg,X1,SMYTHE');
	const {differing} = await append(path, [at('smith/p.jpg', 'SMITH', {passport_number: 'X1'})]);
	expect(differing).toMatchObject([{row: 3}]);
});

test('the sheet of pictures that could not be read keeps the one that is still not, and loses the one that was', async () => {
	const path = join(folder(), 'list.xlsx');
	const [one, other] = [unread('smith/p.jpg'), unread('jones/p.jpg')];
	const words = messages('en').exported;
	await writeExport([at('q.jpg', 'LEE')], {format: 'excel', path, ifExists: 'replace', words, notRead: [one, other]});
	const namesIn = async () => {
		const sheet = (await bookIn(path)).getWorksheet('Not read')!;
		return sheet.getColumn(1).values.slice(2);
	};
	expect(await namesIn()).toEqual(['smith/p.jpg', 'jones/p.jpg']);
	await append(path, [at('q.jpg', 'LEE'), at('smith/p.jpg', 'SMITH')], {notRead: [other]});
	expect(await namesIn()).toEqual(['jones/p.jpg']);
	await append(path, [at('q.jpg', 'LEE'), at('smith/p.jpg', 'SMITH')], {notRead: [other]});
	expect(await namesIn()).toEqual(['jones/p.jpg']);
});

test('a sheet with names alone loses none while one of that name cannot be read', async () => {
	const path = join(folder(), 'list.xlsx');
	const words = messages('en').exported;
	const notRead = [unread('jones/p.jpg')];
	await writeExport([at('q.jpg', 'LEE')], {format: 'excel', path, ifExists: 'replace', words, notRead});
	const namesIn = async () => (await bookIn(path)).getWorksheet('Not read')!.getColumn(1).values.slice(2);
	expect(await namesIn()).toEqual(['p.jpg']);
	await append(path, [at('smith/p.jpg', 'SMITH')], {notRead});
	expect(await namesIn()).toContain('jones/p.jpg');
	await append(path, [at('smith/p.jpg', 'SMITH'), at('jones/p.jpg', 'JONES')]);
	expect(await namesIn()).toEqual([]);
});

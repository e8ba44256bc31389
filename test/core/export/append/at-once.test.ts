import {execFile} from 'node:child_process';
import {readdir, readFile, writeFile} from 'node:fs/promises';
import {hostname} from 'node:os';
import {dirname, join} from 'node:path';
import {promisify} from 'node:util';
import {expect, test} from 'vitest';
import {claimPath, withLock} from '../../../../source/core/records/claim.ts';
import {messages} from '../../../../source/text/index.ts';
import {append, bookIn, columnIn, lee, listFolder, person} from './list-folder.ts';

const {folder, written} = listFolder();

const names = ['ABE', 'BEA', 'CID', 'DAN', 'EVE', 'FAY'];

test.each(['list.csv', 'list.xlsx'])('of several who add to %s at once each gets its row', async name => {
	const path = await written([lee], name);
	const results = await Promise.all(names.map(async name => await append(path, [person(name)])));
	expect(results.map(({added}) => added)).toEqual(names.map(() => 1));
	if (name.endsWith('.csv')) {
		const text = await readFile(path, 'utf8');
		expect(names.filter(one => text.includes(`X${one}`))).toEqual(names);
	} else {
		const book = await bookIn(path);
		expect([...columnIn(book, 'Surname')].sort()).toEqual([...names, 'LEE']);
		expect(columnIn(book, 'No')).toEqual(['1', '2', '3', '4', '5', '6', '7']);
	}
	expect(await readdir(folder())).toEqual([name]);
});

test('of two who add the same passport at once one has it in the list already', async () => {
	const path = await written([lee], 'list.csv');
	const results = await Promise.all([1, 2, 3].map(async () => await append(path, [person('ABE')])));
	expect(results.map(({added}) => added).sort()).toEqual([0, 0, 1]);
});

test('the lock of a process that was killed is taken over', async () => {
	const path = await written([lee], 'list.csv');
	const {stdout} = await promisify(execFile)(process.execPath, ['-e', 'console.log(process.pid)']);
	const lock = claimPath(dirname(path), '/list.csv', 'lock');
	await writeFile(lock, `${JSON.stringify({pid: Number(stdout), host: hostname(), at: new Date().toISOString()})}\n`);
	expect(await append(path, [person('ABE')])).toMatchObject({added: 1});
	expect(await readdir(folder())).toEqual(['list.csv']);
});

test('a job that requires the lock does not run while another has it; both languages say what to do', async () => {
	const path = join(folder(), 'list.csv');
	let runs = 0;
	const job = async () => {
		runs++;
	};
	const error = await withLock(path, () => withLock(path, job, {longest: 20, isRequired: true})).catch(error => error);
	expect(error).toMatchObject({code: 'NOT_WRITABLE', details: {path, reason: 'LOCKED'}});
	expect(runs).toBe(0);
	// Without that it runs.
	await withLock(path, () => withLock(path, job, {longest: 20}));
	expect(runs).toBe(1);
	expect(messages('en').errors.what(error.code, error.details)).toContain('another run');
	expect(messages('zh').errors.what(error.code, error.details)).toContain('另一次运行');
	expect(messages('en').errors.next(error.code, error.details).join()).toContain('add again');
	expect(messages('zh').errors.next(error.code, error.details).join()).toContain('再追加');
});

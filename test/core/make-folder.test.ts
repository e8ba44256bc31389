import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {makeFolder} from '../../source/core/make-folder.ts';
import {packagePath} from '../../source/core/package-root.ts';
import {folderOf} from '../support/pictures.ts';

describe('making a folder', () => {
	it('is done in no other way: that of Node may never end', () => {
		const files = readdirSync(packagePath('source'), {recursive: true, encoding: 'utf8'});
		const recursive = files
			.filter(name => /\.tsx?$/.test(name))
			.filter(name => /mkdir(?:Sync)?\([^)]*recursive/.test(readFileSync(packagePath('source', name), 'utf8')));
		expect(recursive).toEqual([]);
	});

	it('makes those above it too, each with the permissions that were asked for', async () => {
		const above = join(folderOf([]), 'a');
		await makeFolder(join(above, 'b', 'c'), 0o700);
		await makeFolder(join(above, 'b', 'c'), 0o700);
		expect(statSync(join(above, 'b', 'c')).isDirectory()).toBe(true);
		if (process.platform !== 'win32') expect(statSync(above).mode & 0o777).toBe(0o700);
	});

	it('succeeds while another makes the folder above it', async () => {
		const root = folderOf([]);
		for (let round = 0; round < 200; round++) {
			const above = join(root, String(round));
			const deep = join(above, 'batches');
			await Promise.all([makeFolder(deep), mkdir(above).catch(() => {}), makeFolder(join(above, 'results'))]);
			expect(existsSync(deep)).toBe(true);
		}
	});

	it('says why it could not be made', async () => {
		const file = join(folderOf([]), 'file');
		await writeFile(file, '');
		await expect(makeFolder(file)).rejects.toMatchObject({code: 'EEXIST'});
		await expect(makeFolder(join(file, 'a', 'b'))).rejects.toThrow(/ENOTDIR|ENOENT|EEXIST/);
	});

	it.runIf(process.platform === 'linux')('ends where the system says ENOENT below a folder that exists', async () => {
		await expect(makeFolder('/proc/passport/a/b')).rejects.toMatchObject({code: 'ENOENT'});
	});
});

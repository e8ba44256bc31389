import {existsSync} from 'node:fs';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {outputFile} from '../../source/command-line/output-file.ts';
import {parse, text} from '../../source/command-line/parse.ts';
import {runCli} from '../support/cli.ts';
import {mrz} from '../support/records.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const asked = (...words: readonly string[]) => outputFile(parse(words, () => false));

test('-o writes what would have been printed, and nothing is printed', async () => {
	const cwd = temporaryFolder();
	const {out, stderr, exitCode} = await runCli(['validate', ...mrz, '-o', 'one.csv'], {cwd});
	expect({out, exitCode}).toEqual({out: '', exitCode: 0});
	expect(stderr).toContain('Written to one.csv.');
	expect((await readFile(join(cwd, 'one.csv'), 'utf8')).split('\r\n')[1]).toMatch(/^1,consistent,L898902C3,ERIKSSON/);
	const failed = await runCli(['recognize', 'no-such.jpg', '-o', 'all.json', '--quiet'], {cwd});
	expect(failed.out).toBe('');
	expect(JSON.parse(await readFile(join(cwd, 'all.json'), 'utf8'))).toMatchObject({error_kind: 'FILE_NOT_FOUND'});
});

test.each([
	['recognize', 'list.ndjson', 'ndjson'],
	['recognize', 'list.JSONL', 'ndjson'],
	['validate', 'list.csv', 'csv'],
	['validate', 'list.txt', undefined],
	['recognize', 'list.csv', undefined],
])('%s -o %s is written as %s', async (command, name, format) => {
	const file = await asked(command, 'x', '-o', join(temporaryFolder(), name));
	expect(text(file!.args, 'output-format')).toBe(format);
	const stated = await asked(command, 'x', '-o', join(temporaryFolder(), name), '--output-format', 'table');
	expect(text(stated!.args, 'output-format')).toBe('table');
});

test('neither a picture nor the result that is kept beside one is replaced', async () => {
	const folder = temporaryFolder();
	for (const name of ['photo.jpg', 'photo.json', 'list.json']) await writeFile(join(folder, name), 'as it was');
	for (const name of ['photo.jpg', 'new.png', 'photo.json']) {
		await expect(asked('recognize', folder, '-o', join(folder, name))).rejects.toMatchObject({
			details: {problem: 'taken'},
		});
	}
	await expect(asked('recognize', folder, '-o', 'list.xlsx')).rejects.toMatchObject({details: {problem: 'prints'}});
	await expect(asked('recognize', folder, '-o', join(folder, 'no', 'x.json'))).rejects.toMatchObject({
		code: 'NOT_WRITABLE',
	});
	expect(await asked('recognize', folder, '-o', '-')).toBeUndefined();
	const file = await asked('recognize', folder, '-o', join(folder, 'list.json'));
	expect(await file!.write()).toBe(false);
	expect(await readFile(join(folder, 'list.json'), 'utf8')).toBe('as it was');
	expect(existsSync(join(folder, 'new.png'))).toBe(false);
});

test('a run that only the user ends has no file of its own', () => {
	for (const way of ['--watch', '--stdin-list']) {
		expect(() => parse(['recognize', way, '-o', 'x.json'], () => false)).toThrow(
			expect.objectContaining({details: expect.objectContaining({problem: 'conflict'})}),
		);
	}
});

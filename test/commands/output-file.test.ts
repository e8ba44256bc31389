import {existsSync} from 'node:fs';
import {lstat, mkdir, readFile, rmdir, symlink, writeFile} from 'node:fs/promises';
import {join, sep} from 'node:path';
import {expect, test} from 'vitest';
import {outputFile} from '../../source/command-line/output-file.ts';
import {parse, text} from '../../source/command-line/parse.ts';
import {toJson} from '../../source/core/records/json/to-json.ts';
import {asOwner, noPermissions} from '../support/as-owner.ts';
import {runCli} from '../support/cli.ts';
import {mrz, recordOf} from '../support/records.ts';
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
	expect(await file!.write(() => {})).toBe(false);
	expect(await readFile(join(folder, 'list.json'), 'utf8')).toBe('as it was');
	expect(existsSync(join(folder, 'new.png'))).toBe(false);
});

test('a result is kept at either of its places, also without its picture; what was printed elsewhere is no kept one', async () => {
	const folder = temporaryFolder();
	await writeFile(join(folder, 'photo.jpg'), 'a picture');
	const keep = async (name: string, source: string) =>
		await writeFile(
			join(folder, name),
			JSON.stringify({...toJson(recordOf(join(folder, source))), source_image: source}),
		);
	await keep('photo.jpg.json', 'photo.jpg');
	await keep('gone.json', 'gone.png');
	await keep('gone.png.json', 'gone.png');
	await writeFile(join(folder, 'skill.json'), JSON.stringify({success: true, passport_number: 'L898902C3'}));
	await symlink(join(folder, 'gone.json'), join(folder, 'link.json'));
	for (const name of ['photo.jpg.json', 'gone.json', 'gone.png.json', 'skill.json', 'link.json']) {
		await expect(asked('validate', 'x', '-o', join(folder, name)), name).rejects.toMatchObject({
			details: {problem: 'taken', value: join(folder, name)},
		});
	}
	await keep('out.json', 'photo.jpg');
	await expect(asked('validate', 'x', '-o', join(folder, 'out.json'))).resolves.toBeDefined();
});

test('what is no file is refused before anything is read, and a link stays one', async () => {
	const folder = temporaryFolder();
	const at = (name: string) => join(folder, name);
	await mkdir(at('folder'));
	await symlink('/dev/null', at('device.json'));
	await symlink(at('nothing'), at('dangling.json'));
	for (const [name, reason] of [
		['folder', 'EISDIR'],
		['folder/', 'EISDIR'],
		['new/', 'ENOENT'],
		['device.json', 'EINVAL'],
		['dangling.json', 'DANGLING'],
	] as const) {
		const refused = {code: 'NOT_WRITABLE', details: {path: folder + sep + name, reason}};
		await expect(asked('recognize', folder, '-o', folder + sep + name), name).rejects.toMatchObject(refused);
	}
	await writeFile(at('list.json'), 'before');
	await symlink(at('list.json'), at('link.json'));
	const file = await asked('recognize', folder, '-o', at('link.json'));
	file!.out('after');
	await file!.write(() => {});
	expect(await readFile(at('list.json'), 'utf8')).toBe('after');
	expect((await lstat(at('link.json'))).isSymbolicLink()).toBe(true);
});

test('what cannot be written in the end is printed: it may have been paid for', async () => {
	const folder = join(temporaryFolder(), 'gone');
	await mkdir(folder);
	const file = await asked('recognize', 'x', '-o', join(folder, 'list.json'));
	file!.out('one ');
	file!.out('two');
	await rmdir(folder);
	const printed: string[] = [];
	const writing = file!.write(content => printed.push(Buffer.from(content).toString()));
	await expect(writing).rejects.toMatchObject({code: 'NOT_WRITABLE'});
	expect(printed).toEqual(['one two']);
});

test.skipIf(noPermissions)('-o of a write-protected file is refused before anything is read', async () => {
	const folder = temporaryFolder();
	const path = join(folder, 'list.json');
	await writeFile(path, 'old', {mode: 0o444});
	await expect(asOwner(folder, () => asked('recognize', 'x', '-o', path))).rejects.toMatchObject({
		code: 'NOT_WRITABLE',
		details: {path, reason: 'READ_ONLY'},
	});
});

test('a run that only the user ends has no file of its own', () => {
	for (const way of ['--watch', '--stdin-list']) {
		expect(() => parse(['recognize', way, '-o', 'x.json'], () => false)).toThrow(
			expect.objectContaining({details: expect.objectContaining({problem: 'conflict'})}),
		);
	}
});

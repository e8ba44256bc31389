import {spawnSync} from 'node:child_process';
import {closeSync, existsSync, openSync} from 'node:fs';
import {link, lstat, mkdir, readFile, rmdir, symlink, writeFile} from 'node:fs/promises';
import {join, sep} from 'node:path';
import {expect, test} from 'vitest';
import {outputFile} from '../../source/command-line/output-file.ts';
import {parse, text} from '../../source/command-line/parse.ts';
import {exportRows} from '../../source/commands/export.ts';
import {failedToJson} from '../../source/core/records/json/failed-json.ts';
import {toJson} from '../../source/core/records/json/to-json.ts';
import {resultAt} from '../../source/core/records/kept-result.ts';
import {asOwner, noPermissions} from '../support/as-owner.ts';
import {program, runCli} from '../support/cli.ts';
import {failAsNamed} from '../support/failing-files.ts';
import {pngBytes} from '../support/picture-bytes.ts';
import {mrz, recordOf} from '../support/records.ts';
import {runCommand} from '../support/run-command.ts';
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
	for (const name of ['list.xlsx', 'list.csv', 'LIST.CSV']) {
		await expect(asked('recognize', folder, '-o', name)).rejects.toMatchObject({details: {problem: 'prints'}});
	}
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
	const {exitCode} = await runCommand(exportRows, ['export', '--from-dir', folder, '-o', join(folder, 'list.json')]);
	expect(exitCode).toBe(0);
	const {passport_ocr: own, ...flat} = toJson(recordOf(join(folder, 'photo.jpg')), undefined, 'valid');
	const printed = {
		'out.json': {...flat, passport_ocr: own},
		// With --fields.
		'fields.json': {success: true, source_image: 'photo.jpg', passport_ocr: {version: 1, validity: 'valid'}},
		'skill-out.json': {success: true, passport_number: 'L898902C3', source_image: 'photo.jpg'},
	};
	for (const [name, object] of Object.entries(printed)) await writeFile(join(folder, name), JSON.stringify(object));
	for (const name of ['list.json', ...Object.keys(printed)]) {
		await expect(asked('validate', 'x', '-o', join(folder, name)), name).resolves.toBeDefined();
	}
});

const passport = toJson(recordOf('gone.jpg'));
const notRead = {
	code: 'NO_PASSPORT_FOUND',
	details: {},
	engine: 'offline',
	engineVersion: '1',
	failedAt: '2026-11-22T06:00:00Z',
};

test.each<[string, unknown]>([
	['gone.json', passport],
	['GONE.JSON', passport],
	['moved.json', passport],
	['gone.before-20261122060000.json.old', passport],
	['gone.before-20261122060000-2.json.old', passport],
	['failed.json', failedToJson({path: 'failed.jpg', sha256: 'a'.repeat(64), failures: [notRead]})],
	['later.json', {...passport, passport_ocr: {version: 99}}],
	['cut.json', {...passport, source_image: 'cut.jpg', passport_ocr: {version: 1, image_sha256: ''}}],
	['skill.json', {success: true, passport_number: 'L898902C3'}],
	['skill-named.json', {success: true, passport_number: 'L898902C3', source_image: 'skill-named.jpg'}],
	['no-passport.json', {success: true, recognized_at: '2026-11-22 06:00:00'}],
])('%s is a kept result whose picture is gone: no command replaces it', async (name, content) => {
	const folder = temporaryFolder();
	const path = join(folder, name);
	await writeFile(path, JSON.stringify(content));
	for (const command of ['recognize', 'validate']) {
		const asking = asked(command, 'x', '--output-format', 'json', '-o', path);
		await expect(asking, command).rejects.toMatchObject({details: {problem: 'taken', value: path}});
	}
	const exporting = runCommand(exportRows, ['export', '-o', path, '--format', 'json'], {
		input: JSON.stringify([passport]),
	});
	await expect(exporting).rejects.toMatchObject({code: 'NOT_WRITABLE', details: {path, reason: 'RESULT'}});
	expect(await readFile(path, 'utf8')).toBe(JSON.stringify(content));
});

test('a file that cannot be opened may be a kept result, and is not replaced', async () => {
	const path = join(temporaryFolder(), 'a.EACCES.json');
	await writeFile(path, '[]');
	failAsNamed();
	expect(await resultAt(path)).toBe('kept');
	await expect(asked('recognize', 'x', '-o', path)).rejects.toMatchObject({code: 'NOT_WRITABLE', details: {path}});
});

test('a picture is not replaced, whatever its name, nor what a list or a text was printed into spared', async () => {
	const folder = temporaryFolder();
	await writeFile(join(folder, 'scan'), pngBytes('a'));
	await expect(asked('recognize', folder, '-o', join(folder, 'scan'))).rejects.toMatchObject({
		details: {problem: 'taken'},
	});
	const path = join(folder, 'mrz.json');
	for (const _ of ['first', 'second']) {
		const {exitCode} = await runCli(['validate', ...mrz, '-o', path], {cwd: folder});
		expect(exitCode).toBe(0);
	}
	const exporting = await runCommand(exportRows, ['export', '-o', path], {input: JSON.stringify([passport])});
	expect(exporting.exitCode).toBe(0);
});

test.each<[string, readonly string[], string]>([
	['its name', ['validate', '--file', 'in.txt'], 'in.txt'],
	['its name without an option', ['validate', 'in.txt'], 'in.txt'],
	['another spelling', ['validate', '--file', './below/../in.txt'], 'in.txt'],
	['its whole path', ['validate', '--file', 'in.txt'], 'ABSOLUTE'],
	['a link', ['validate', '--file', 'in.txt'], 'link.txt'],
	['a link to it as the input', ['validate', '--file', 'link.txt'], 'in.txt'],
	['a second name of it', ['validate', '--file', 'in.txt'], 'hard.txt'],
	['a pattern', ['validate', '--file', 'other.txt', '--file', 'i*.txt'], 'in.txt'],
	['a picture without an ending', ['recognize', 'in.txt'], 'in.txt'],
	['base64', ['recognize', '--base64', '@in.txt'], 'in.txt'],
	['the settings of the cloud', ['recognize', 'other.txt', '--config', 'in.txt'], 'in.txt'],
	['results', ['export', '--input', 'in.txt', '--format', 'csv'], 'in.txt'],
	['further results', ['export', '--batch-input', 'other.txt', '--batch-input', 'in.txt'], 'link.txt'],
	['a template', ['export', '--from-dir', '.', '--template', 'in.txt'], 'in.txt'],
	['a table', ['export', '--from-dir', '.', '--template', 'alloggiati', '--set', 'states=in.txt'], 'in.txt'],
])('a file that the command reads is not replaced: %s', async (_, words, output) => {
	const cwd = temporaryFolder();
	for (const name of ['in.txt', 'other.txt']) await writeFile(join(cwd, name), mrz.join('\n'));
	await mkdir(join(cwd, 'below'));
	await symlink('in.txt', join(cwd, 'link.txt'));
	await link(join(cwd, 'in.txt'), join(cwd, 'hard.txt'));
	const path = output === 'ABSOLUTE' ? join(cwd, 'in.txt') : output;
	const {exitCode, stderr} = await runCli([...words, '-o', path], {cwd});
	expect(stderr).toContain(`--output cannot be ${path}: this command reads it`);
	expect(exitCode).toBe(2);
	expect(await readFile(join(cwd, 'in.txt'), 'utf8')).toBe(mrz.join('\n'));
});

test('a file that the command reads as standard input is not replaced', async () => {
	const cwd = temporaryFolder();
	await writeFile(join(cwd, 'in.txt'), mrz.join('\n'));
	const input = openSync(join(cwd, 'in.txt'), 'r');
	const env = {PATH: process.env.PATH, HOME: cwd, LANG: 'C'};
	const words = [program, 'validate', '-o', 'in.txt'];
	const {status, stderr} = spawnSync(process.execPath, words, {cwd, env, stdio: [input, 'pipe', 'pipe']});
	closeSync(input);
	expect(String(stderr)).toContain('--output cannot be in.txt: this command reads it from standard input');
	expect(status).toBe(2);
	expect(await readFile(join(cwd, 'in.txt'), 'utf8')).toBe(mrz.join('\n'));
});

test('another file of the same content is replaced', async () => {
	const cwd = temporaryFolder();
	for (const name of ['in.txt', 'other.txt']) await writeFile(join(cwd, name), mrz.join('\n'));
	const {exitCode} = await runCli(['validate', '--file', 'in.txt', '-o', 'other.txt'], {cwd});
	expect(exitCode).toBe(0);
	expect(await readFile(join(cwd, 'other.txt'), 'utf8')).toContain('L898902C3');
});

test('what is no file is refused before anything is read, and a link stays one', async () => {
	const folder = temporaryFolder();
	const at = (name: string) => join(folder, name);
	await mkdir(at('folder'));
	await writeFile(at('list-of-names'), 'a file');
	await symlink('/dev/null', at('device.json'));
	await symlink(at('nothing'), at('dangling.json'));
	for (const [name, reason] of [
		['folder', 'EISDIR'],
		['folder/', 'EISDIR'],
		['new/', 'ENOENT'],
		['device.json', 'DEVICE'],
		['list-of-names/below.json', 'ENOTDIR'],
		['list-of-names/new/below.json', 'ENOTDIR'],
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

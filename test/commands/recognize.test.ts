import {chmod, mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {recognize} from '../../source/commands/recognize.ts';
import {AppError} from '../../source/core/errors.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {pngBytes} from '../support/picture-bytes.ts';
import {reading, zone} from '../support/records.ts';
import {runCommand} from '../support/run-command.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const reads = () => fakeEngine({answer: () => reading()});

const isRoot = process.getuid?.() === 0;

async function folderOf(...names: readonly string[]): Promise<string> {
	const folder = temporaryFolder();
	for (const name of names) await writeFile(join(folder, name), pngBytes(name));
	return folder;
}

test('one picture is one object, in the keys of the original skill with ours under one of its own', async () => {
	const folder = await folderOf('anna.png');
	const {exitCode, out, said} = await runCommand(recognize, ['recognize', '--file', join(folder, 'anna.png')], {
		engine: reads(),
	});
	expect(exitCode).toBe(0);
	expect(JSON.parse(out)).toMatchObject({
		success: true,
		passport_number: 'L898902C3',
		surname_english: 'ERIKSSON',
		birth_date: '1974-08-12',
		source_image: 'anna.png',
		passport_ocr: {version: 1, engine: 'offline'},
	});
	expect(said).toHaveLength(1);
	expect(JSON.parse(await readFile(join(folder, 'anna.json'), 'utf8'))).toMatchObject({success: true});
});

test('several pictures are a list in the order of their names, a folder of one is a list as well', async () => {
	const folder = await folderOf('page 10.png', 'page 2.png', 'page 1.png');
	const {out} = await runCommand(recognize, ['recognize', '--dir', folder], {engine: reads()});
	const list = JSON.parse(out) as {source_image: string}[];
	expect(list.map(result => result.source_image)).toEqual(['page 1.png', 'page 2.png', 'page 10.png']);
	const one = await runCommand(recognize, ['recognize', await folderOf('a.png')], {engine: reads()});
	expect(JSON.parse(one.out)).toHaveLength(1);
});

test('ndjson prints each result as soon as it is there', async () => {
	const folder = await folderOf('a.png', 'b.png');
	const engine = fakeEngine({concurrency: 1});
	const lines: string[] = [];
	const run = runCommand(recognize, ['recognize', '--dir', folder, '--output-format', 'ndjson'], {
		engine,
		out: content => void lines.push(String(content)),
	});
	(await engine.next()).succeed();
	const second = await engine.next();
	await expect.poll(() => lines).toHaveLength(1);
	second.succeed();
	await run;
	expect(lines.map(line => (JSON.parse(line) as {source_image: string}).source_image)).toEqual(['a.png', 'b.png']);
});

test('a table shows one picture with its evidence, and masks the number as the original skill does', async () => {
	const folder = await folderOf('a.png');
	const {out} = await runCommand(recognize, ['recognize', join(folder, 'a.png'), '--output-format', 'table'], {
		engine: reads(),
	});
	expect(out).toContain('L8*****C3');
	expect(out).not.toContain('L898902C3');
	expect(out).toMatch(/Surname +ERIKSSON +\S+/);
	expect(out).toMatch(/check digit/);
});

test('a number that a table masks is not to be read in the reason beside it, nor in a line of progress', async () => {
	const folder = await folderOf('a.png');
	const misread = [zone[0], zone[1].replace('L898902C3', 'L8989O2C3')];
	const {out, said} = await runCommand(recognize, ['recognize', join(folder, 'a.png'), '--output-format', 'table'], {
		engine: fakeEngine({answer: () => reading(misread)}),
	});
	expect(out).toContain('was read L8*****C3');
	expect(out + said.join('')).not.toMatch(/L8989[0O]2C3|ZE184226B/);
});

test('a table of several in Chinese keeps its columns straight', async () => {
	const folder = await folderOf('张三-护照.png', 'b.png');
	const {out} = await runCommand(recognize, ['recognize', '--dir', folder, '--output-format', 'table'], {
		engine: reads(),
		language: 'zh',
	});
	const lines = out.trimEnd().split('\n');
	const width = (line: string) =>
		[...line.slice(0, line.indexOf('L8'))].reduce((sum, c) => sum + (c > '\u2e80' ? 2 : 1), 0);
	expect(lines).toHaveLength(4);
	expect(width(lines[2]!)).toBe(width(lines[3]!));
});

test('lines of progress and what stands below a table are joined as Chinese is', async () => {
	const folder = await folderOf('a.png', 'b.png');
	const engine = fakeEngine({
		answer({path}) {
			if (path.endsWith('b.png')) throw new AppError('NO_PASSPORT_FOUND');
			return reading(zone, [[0, 8]]);
		},
	});
	const command = ['recognize', '--dir', folder, '--output-format', 'table'];
	const {out, said} = await runCommand(recognize, command, {engine, language: 'zh'});
	const all = out + said.join('');
	expect(all).toMatch(/a\.png：请核对（英文姓：/);
	expect(all).toMatch(/失败：.*b\.png/);
	expect(all).not.toMatch(/\p{Script=Han}[:,] /u);
});

test('what was read before is not read again, unless asked', async () => {
	const folder = await folderOf('a.png');
	await runCommand(recognize, ['recognize', '--dir', folder], {engine: reads()});
	const second = reads();
	const {said} = await runCommand(recognize, ['recognize', '--dir', folder], {engine: second});
	expect(second.reads).toHaveLength(0);
	expect(said[0]).toContain('read before');
	const third = reads();
	await runCommand(recognize, ['recognize', '--dir', folder, '--again'], {engine: third});
	expect(third.reads).toHaveLength(1);
});

test('--no-save leaves nothing behind', async () => {
	const folder = await folderOf('a.png');
	await runCommand(recognize, ['recognize', '--dir', folder, '--no-save'], {engine: reads()});
	expect(await readdir(folder)).toEqual(['a.png']);
});

test('a broken picture is a line and an object of its own, the rest goes on', async () => {
	const folder = await folderOf('good.png');
	await writeFile(join(folder, 'text.jpg'), 'hello');
	await writeFile(join(folder, 'empty.png'), '');
	const paths = ['good.png', 'text.jpg', 'empty.png', 'missing.jpg'].map(name => join(folder, name));
	const {exitCode, out, said} = await runCommand(recognize, ['recognize', ...paths], {engine: reads()});
	expect(exitCode).toBe(1);
	expect(JSON.parse(out)).toMatchObject([
		{success: true, source_image: 'good.png'},
		{success: false, error_code: 'NOT_AN_IMAGE', source_image: 'text.jpg'},
		{success: false, error_code: 'NOT_AN_IMAGE', source_image: 'empty.png'},
		{success: false, error_code: 'FILE_NOT_FOUND', source_image: 'missing.jpg'},
	]);
	for (const object of JSON.parse(out).slice(1)) {
		expect(object.error_message).toContain(object.source_image);
		expect(object.next_steps.length).toBeGreaterThan(0);
	}

	for (const name of ['text.jpg', 'empty.png', 'missing.jpg'])
		expect(said.filter(line => line.includes(name))).toHaveLength(1);
});

test('nothing usable at all is 65', async () => {
	const folder = await folderOf();
	const empty = await runCommand(recognize, ['recognize', '--dir', folder]);
	expect(empty.exitCode).toBe(65);
	expect(JSON.parse(empty.out)).toMatchObject([{error_code: 'NO_PICTURES'}]);
	const missing = await runCommand(recognize, ['recognize', '--dir', join(folder, 'nowhere')]);
	expect(missing.exitCode).toBe(65);
	expect(JSON.parse(missing.out)).toMatchObject([{error_code: 'FILE_NOT_FOUND'}]);
});

test('a page without a passport is a failure, 1', async () => {
	const engine = fakeEngine({
		answer: ({path}) => {
			throw new AppError('NO_PASSPORT_FOUND', {path});
		},
	});
	const {exitCode, out} = await runCommand(recognize, ['recognize', '--dir', await folderOf('a.png')], {engine});
	expect(exitCode).toBe(1);
	expect(JSON.parse(out)).toMatchObject([{error_code: 'NO_PASSPORT_FOUND'}]);
});

test('--strict says 5 when a person must look', async () => {
	const doubtful = () => fakeEngine({answer: () => reading(undefined, [[0, 6]])});
	const folder = await folderOf('a.png');
	expect((await runCommand(recognize, ['recognize', folder, '--no-save'], {engine: doubtful()})).exitCode).toBe(0);
	const strict = await runCommand(recognize, ['recognize', folder, '--no-save', '--strict'], {engine: doubtful()});
	expect(strict.exitCode).toBe(5);
	expect((await runCommand(recognize, ['recognize', folder, '--strict', '--again'], {engine: reads()})).exitCode).toBe(
		0,
	);
});

test.skipIf(isRoot)('a read-only folder costs the sidecar, not the result', async () => {
	const folder = await folderOf('a.png');
	await chmod(folder, 0o500);
	const {exitCode, out, said} = await runCommand(recognize, ['recognize', '--dir', folder], {engine: reads()});
	await chmod(folder, 0o700);
	expect(JSON.parse(out)).toMatchObject([{success: true}]);
	expect(said.join('\n')).toContain('not kept');
	expect(exitCode).toBe(1);
});

test('a file of another program in the place of the sidecar is left alone, and said', async () => {
	const folder = await folderOf('a.png');
	await writeFile(join(folder, 'a.json'), '{"mine": 1}');
	await mkdir(join(folder, 'a.png.json'));
	const {exitCode, said} = await runCommand(recognize, ['recognize', '--dir', folder], {engine: reads()});
	expect(exitCode).toBe(1);
	expect(said.join('\n')).toMatch(/a\.png: read, but not kept/);
	expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe('{"mine": 1}');
});

test('the cloud asked for without credentials is 3, as an object and in words', async () => {
	const {exitCode, out, said} = await runCommand(
		recognize,
		['recognize', '--engine', 'xiangyun', await folderOf('a.png', 'b.png'), 'gone.png'],
		{
			createEngine: async () => {
				throw new AppError('CONFIG_MISSING', {engine: 'xiangyun'});
			},
		},
	);
	expect(exitCode).toBe(3);
	const failure = {success: false, error_code: 'CONFIG_MISSING'};
	expect(JSON.parse(out)).toMatchObject([
		{...failure, source_image: 'a.png'},
		{...failure, source_image: 'b.png'},
		{...failure, source_image: 'gone.png'},
	]);
	expect(said.join('\n')).toContain('--engine offline');
});

test.each([
	['NETWORK', 4],
	['SERVICE', 4],
	['INTERNAL', 70],
] as const)('%s ends with %i', async (code, expected) => {
	const engine = fakeEngine({
		answer: () => {
			throw new AppError(code);
		},
	});
	const {exitCode} = await runCommand(recognize, ['recognize', await folderOf('a.png')], {engine});
	expect(exitCode).toBe(expected);
});

test('shards share out the pictures without rest or overlap', async () => {
	const folder = await folderOf('a.png', 'b.png', 'c.png', 'd.png', 'e.png');
	const names: string[] = [];
	for (const shard of ['1/3', '2/3', '3/3']) {
		const {out} = await runCommand(recognize, ['recognize', '--dir', folder, '--no-save', '--shard', shard], {
			engine: reads(),
		});
		names.push(...(JSON.parse(out) as {source_image: string}[]).map(result => result.source_image));
	}

	expect(names.sort()).toEqual(['a.png', 'b.png', 'c.png', 'd.png', 'e.png']);
	await expect(runCommand(recognize, ['recognize', '--dir', folder, '--shard', '4/3'])).rejects.toMatchObject({
		code: 'USAGE',
	});
});

test('base64 is a picture: as text, with a data: prefix, with line ends, from standard input', async () => {
	const base64 = pngBytes('inline').toString('base64');
	const forms: readonly (readonly [string, string])[] = [
		[base64, ''],
		[`data:image/png;base64,${base64}`, ''],
		['-', `${base64.slice(0, 20)}\n${base64.slice(20)}\n`],
	];
	for (const [text, input] of forms) {
		const engine = reads();
		const {exitCode, out} = await runCommand(recognize, ['recognize', '--base64', text], {engine, input});
		expect(exitCode).toBe(0);
		expect(JSON.parse(out)).toMatchObject({success: true, passport_number: 'L898902C3', source_image: 'base64'});
		expect(Buffer.from(engine.reads[0]!.picture.bytes)).toEqual(pngBytes('inline'));
	}
});

test.each(['hello, world', 'aGVsbG8=', '='])('base64 that is no picture is said: %j', async text => {
	const {exitCode, out} = await runCommand(recognize, ['recognize', `--base64=${text}`], {engine: reads()});
	expect(exitCode).toBe(65);
	expect(JSON.parse(out)).toMatchObject({success: false, error_code: 'NOT_AN_IMAGE'});
});

test('stopped in the middle, it prints what was read until then', async () => {
	const folder = await folderOf('a.png', 'b.png', 'c.png');
	const controller = new AbortController();
	const engine = fakeEngine({concurrency: 1});
	const run = runCommand(recognize, ['recognize', '--dir', folder], {engine, signal: controller.signal});
	(await engine.next()).succeed();
	await engine.next();
	controller.abort();
	const {out} = await run;
	expect(JSON.parse(out)).toMatchObject([{success: true, source_image: 'a.png'}]);
});

test('naming nothing, or base64 together with a file, is wrong usage', async () => {
	await expect(runCommand(recognize, ['recognize'])).rejects.toMatchObject({code: 'USAGE'});
	await expect(runCommand(recognize, ['recognize', '--base64', 'x', 'a.png'])).rejects.toMatchObject({code: 'USAGE'});
	await expect(runCommand(recognize, ['recognize', '--base64', 'x', '--file', 'a.png'])).rejects.toMatchObject({
		code: 'USAGE',
	});
});

test('control characters of a file name reach neither the lines nor the table', async () => {
	const folder = await folderOf('a\u001b]0;x\u0007\u202e.png');
	const {out, said} = await runCommand(recognize, ['recognize', '--dir', folder, '--output-format', 'table'], {
		engine: reads(),
	});
	expect(said.join('') + out).not.toMatch(/[\u001b\u0007\u202e]/);
});

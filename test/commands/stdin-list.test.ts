import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {writeFile} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {createInterface} from 'node:readline';
import {PassThrough} from 'node:stream';
import sharp from 'sharp';
import {describe, expect, test} from 'vitest';
import {recognize} from '../../source/commands/recognize.ts';
import {AppError} from '../../source/core/errors.ts';
import {program} from '../support/cli.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {pngBytes} from '../support/picture-bytes.ts';
import {reading} from '../support/records.ts';
import {runCommand} from '../support/run-command.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const words = ['recognize', '--stdin-list', '--engine', 'offline'];

async function pictures(...names: readonly string[]): Promise<readonly string[]> {
	const folder = temporaryFolder();
	const paths = names.map(name => join(folder, name));
	for (const path of paths) await writeFile(path, pngBytes(path));
	return paths;
}

const namesIn = (lines: readonly string[]) =>
	lines.map(line => (JSON.parse(line) as {source_image: string}).source_image);

test('each path is answered before the next one is asked, by one engine, until the list ends', async () => {
	const [first, second] = await pictures('a b.png', 'c.png');
	const engine = fakeEngine();
	const stdin = new PassThrough();
	const lines: string[] = [];
	let created = 0;
	let told = () => {};
	const run = runCommand(recognize, words, {
		stdin,
		createEngine: async () => {
			created++;
			return engine;
		},
		out: content => {
			lines.push(String(content));
			told();
		},
	});
	const answered = new Promise<void>(resolve => {
		told = resolve;
	});
	stdin.write(`${first}\n`);
	(await engine.next()).succeed();
	await answered;
	expect(namesIn(lines)).toEqual(['a b.png']);
	stdin.end(`\r\n${second}\r\n`);
	(await engine.next()).succeed();
	expect((await run).exitCode).toBe(0);
	expect(namesIn(lines)).toEqual(['a b.png', 'c.png']);
	expect(created).toBe(1);
});

test('what came while others were read is read next, together, and the last line needs no end', async () => {
	const paths = await pictures('a.png', 'b.png', 'c.png', 'd.png');
	const read = fakeEngine();
	const run = runCommand(recognize, words, {engine: read, input: `\uFEFF${paths.join('\n')}`});
	for (const _ of paths) (await read.next()).succeed();
	expect(namesIn((await run).out.trim().split('\n')).sort()).toEqual(['a.png', 'b.png', 'c.png', 'd.png']);
});

test('paths may end with NUL, as `find -print0` writes them', async () => {
	const paths = await pictures('a.png', 'b c.png');
	const read = fakeEngine();
	const run = runCommand(recognize, words, {engine: read, input: paths.map(path => `${path}\0`).join('')});
	for (const _ of paths) (await read.next()).succeed();
	expect(namesIn((await run).out.trim().split('\n')).sort()).toEqual(['a.png', 'b c.png']);
});

test('a path that is no picture has its line and its reason, and the next one is read', async () => {
	const [good] = await pictures('good.png');
	const engine = fakeEngine();
	const run = runCommand(recognize, words, {engine, input: `/no/such/file.jpg\n${good}\n`});
	(await engine.next()).succeed();
	const {exitCode, out} = await run;
	expect(exitCode).toBe(1);
	const [missing, read] = out
		.trim()
		.split('\n')
		.map(line => JSON.parse(line) as Record<string, unknown>);
	expect(missing).toMatchObject({success: false, source_image: 'file.jpg', error_kind: expect.any(String) as string});
	expect(read).toMatchObject({success: true});
});

/** All answers to a list that comes at once, as their `source_image`, and how often the engine was asked. */
async function answered(
	lines: readonly string[],
	{more = [], ...options}: {readonly more?: readonly string[]} & Partial<Parameters<typeof fakeEngine>[0]> = {},
) {
	const engine = fakeEngine({answer: () => reading(), ...options});
	const asked = ['recognize', '--stdin-list', '--engine', engine.id, ...more];
	const {out, exitCode} = await runCommand(recognize, asked, {engine, input: lines.join('\n')});
	return {names: namesIn(out.trim().split('\n')), reads: engine.reads.length, exitCode};
}

/** A TIFF with three pages. */
async function scan(): Promise<string> {
	const path = join(temporaryFolder(), 'scan.tif');
	const pixels = Buffer.alloc(32 * 72 * 3, 200);
	const pages = sharp(pixels, {raw: {width: 32, height: 72, channels: 3, pageHeight: 24}});
	await writeFile(path, await pages.tiff().toBuffer());
	return path;
}

describe('each line is answered, however they come together', () => {
	test.each([
		['offline', []],
		['offline', ['--again']],
		['offline', ['--no-save']],
		['xiangyun', []],
		['xiangyun', ['--again']],
		['xiangyun', ['--no-save']],
	])('a picture that is named again by %s with %j is read once', async (id, more) => {
		const [path] = await pictures('a.png');
		const same = await answered([path!, path!, path!], {id, more});
		expect(same).toEqual({names: ['a.png', 'a.png', 'a.png'], reads: 1, exitCode: 0});
	});

	test('in every spelling', async () => {
		const [path] = await pictures('a.png');
		const [folder, name] = [dirname(path!), basename(path!)];
		const lines = [path!, `${folder}/./${name}`, `${folder}//${name}`, `${path}#1`, path!.replace('a.', '[a].')];
		const {names, reads} = await answered(lines);
		expect(names).toEqual(Array(5).fill('a.png'));
		expect(reads).toBe(1);
	});

	test('a folder, and pictures in it before and behind', async () => {
		const [a, b] = await pictures('a.png', 'b.png');
		const {names, reads} = await answered([a!, dirname(a!), b!, dirname(a!)]);
		expect(names.sort()).toEqual(['a.png', 'a.png', 'a.png', 'b.png', 'b.png', 'b.png']);
		expect(reads).toBe(2);
	});

	test('a file, its pages, and a page again', async () => {
		const path = await scan();
		const {names, reads} = await answered([path, `${path}#2`, `${path}#3`, `${path}#2`, `${path}#2.1`]);
		expect(names.sort()).toEqual(['', '#2', '#2', '#2', '#2', '#3', '#3'].map(part => `scan.tif${part}`));
		expect(reads).toBe(3);
	});

	test('pages that are named one by one are read together', async () => {
		const path = await scan();
		const engine = fakeEngine({concurrency: 3});
		const input = [1, 2, 3].map(page => `${path}#${page}`).join('\n');
		const run = runCommand(recognize, words, {engine, input});
		const reads = [await engine.next(), await engine.next(), await engine.next()];
		for (const read of reads) read.succeed();
		expect(namesIn((await run).out.trim().split('\n')).sort()).toEqual(['scan.tif', 'scan.tif#2', 'scan.tif#3']);
	});

	test('one that fails, and a folder without pictures', async () => {
		const [path] = await pictures('a.png');
		const empty = temporaryFolder();
		const {names, exitCode} = await answered([empty, '/no/such.jpg', path!, '/no/such.jpg', empty]);
		const folder = basename(empty);
		expect(names.sort()).toEqual(['a.png', 'such.jpg', 'such.jpg', folder, folder].sort());
		expect(exitCode).toBe(1);
	});

	test.each([
		['NO_PASSPORT_FOUND', 1],
		['NETWORK', 2],
	] as const)('what fails by %s is asked for %i times', async (code, reads) => {
		const [path] = await pictures('a.png');
		const answer = () => {
			throw new AppError(code);
		};
		expect(await answered([path!, path!], {more: ['--no-save'], answer})).toMatchObject({
			names: ['a.png', 'a.png'],
			reads,
		});
	});
});

test('what is asked for later is not read again, unless the picture is another one by then', async () => {
	const [path] = await pictures('a.png');
	const engine = fakeEngine({answer: () => reading()});
	const stdin = new PassThrough();
	let told = () => {};
	const answer = async () => {
		const came = new Promise<void>(resolve => {
			told = resolve;
		});
		stdin.write(`${path}\n`);
		await came;
		return engine.reads.length;
	};
	const run = runCommand(recognize, [...words, '--no-save'], {engine, stdin, out: () => told()});
	expect([await answer(), await answer()]).toEqual([1, 1]);
	await writeFile(path!, pngBytes('another'));
	expect([await answer(), await answer()]).toEqual([2, 2]);
	stdin.end();
	expect((await run).exitCode).toBe(0);
});

test('an empty list is nothing to read', async () => {
	const {exitCode, out} = await runCommand(recognize, words, {input: '\n\n'});
	expect({exitCode, out}).toEqual({exitCode: 65, out: ''});
});

test('it ends when no further picture could be read', async () => {
	const [path] = await pictures('a.png');
	const {exitCode, said} = await runCommand(recognize, ['recognize', '--stdin-list', '--engine', 'xiangyun'], {
		input: `${path}\n`,
		createEngine: async () => {
			throw new AppError('CONFIG_MISSING', {engine: 'xiangyun'});
		},
	});
	expect(exitCode).toBe(3);
	expect(said.join('\n')).toContain('config save');
});

test.each([
	[['--output-format', 'json'], '--output-format json'],
	[['passport.jpg'], 'passport.jpg'],
])('with %j it is refused, in words', async (more, other) => {
	await expect(runCommand(recognize, [...words, ...more])).rejects.toMatchObject({
		code: 'USAGE',
		details: {problem: 'conflict', option: '--stdin-list', other},
	});
});

test('a program asks one picture after the other and closes its end', async () => {
	const picture = join(import.meta.dirname, '..', '..', 'source', 'specimens', 'IMG_2041.jpg');
	const child = spawn(process.execPath, [program, ...words, '--no-save'], {stdio: ['pipe', 'pipe', 'ignore']});
	const answers = createInterface({input: child.stdout})[Symbol.asyncIterator]();
	const closed = once(child, 'close');
	for (const _ of [1, 2]) {
		child.stdin.write(`${picture}\n`);
		const {value} = await answers.next();
		expect(JSON.parse(String(value))).toMatchObject({success: true, source_image: 'IMG_2041.jpg'});
	}

	child.stdin.end();
	expect(await closed).toEqual([0, null]);
});

import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {PassThrough} from 'node:stream';
import {expect, test} from 'vitest';
import {recognize} from '../../source/commands/recognize.ts';
import {AppError} from '../../source/core/errors.ts';
import {program} from '../support/cli.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {pngBytes} from '../support/picture-bytes.ts';
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

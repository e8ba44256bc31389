// The compiled code that is kept for the next run: it may be damaged, another's, or impossible to keep; what the program
// does stays the same.
import {
	appendFile,
	chmod,
	chown,
	cp,
	mkdir,
	mkdtemp,
	readdir,
	readFile,
	rm,
	stat,
	utimes,
	writeFile,
} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterAll, afterEach, beforeAll, describe, expect, test, vi} from 'vitest';
import {keepCompiled, loadCompiled} from '../../source/core/compiled-code.ts';
import {type CliOptions, root, runCli} from '../support/cli.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const words = ['completion', 'bash'];

/** Where programs keep such things, on any system: below a folder of this run alone. */
const below = (folder: string) => ({
	HOME: folder,
	USERPROFILE: folder,
	LOCALAPPDATA: folder,
	XDG_CACHE_HOME: join(folder, '.cache'),
});

const runBelow = (folder: string, asked: readonly string[] = words, {env, ...options}: Partial<CliOptions> = {}) =>
	runCli(asked, {cwd: folder, ...options, env: {...below(folder), ...env}});

async function kept(folder: string): Promise<readonly string[]> {
	const all = await readdir(folder, {recursive: true});
	return all.filter(name => /program-[^\\/]+$/.test(name)).map(name => join(folder, name));
}

/** A folder below which a run has kept its code, and what the run printed. Not to be changed. */
let first: {readonly folder: string; readonly out: string};
beforeAll(async () => {
	const folder = await mkdtemp(join(tmpdir(), 'compiled-'));
	const {out, exitCode} = await runBelow(folder);
	expect(exitCode).toBe(0);
	first = {folder, out};
});
afterAll(() => rm(first.folder, {recursive: true}));

afterEach(() => {
	vi.unstubAllEnvs();
});

/** The same in a folder of its own, with the file of the code. */
async function keptOnce() {
	const folder = temporaryFolder();
	await cp(first.folder, folder, {recursive: true, preserveTimestamps: true});
	const [file, ...others] = await kept(folder);
	expect(others).toEqual([]);
	return {folder, file: file!, out: first.out};
}

test('a run keeps its code for the next one, for its owner only', async () => {
	const {folder, file, out} = await keptOnce();
	if (process.platform !== 'win32') {
		expect((await stat(file)).mode & 0o777).toBe(0o600);
		expect((await stat(dirname(file))).mode & 0o777).toBe(0o700);
	}
	const before = await stat(file);
	expect(await runBelow(folder)).toMatchObject({exitCode: 0, out, stderr: ''});
	const after = await stat(file);
	expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
});

test.runIf(process.platform === 'linux')(
	'a folder that can never be made does not keep the program from its end',
	async () => {
		const folder = temporaryFolder();
		const env = {XDG_CACHE_HOME: '/proc/passport/cache'};
		expect(await runBelow(folder, words, {env})).toMatchObject({exitCode: 0, out: first.out, stderr: ''});
	},
);

const flipped = (content: Buffer, at: number) => {
	const other = Buffer.from(content);
	other[at]! ^= 0x55;
	return other;
};

describe('code that is damaged is not run, and made again', () => {
	const damages: Readonly<Record<string, (content: Buffer) => Buffer>> = {
		empty: () => Buffer.alloc(0),
		'three bytes': content => content.subarray(0, 3),
		'cut in half': content => content.subarray(0, content.length / 2),
		'the last byte gone': content => content.subarray(0, -1),
		'zeros from the middle on': content => Buffer.from(content).fill(0, content.length / 2),
		'one more byte': content => Buffer.concat([content, Buffer.alloc(1)]),
		'another checksum': content => flipped(content, 0),
		'another version of V8': content => flipped(content, 12),
		'a bit at a fifth': content => flipped(content, Math.floor(content.length / 5)),
		'a bit in the middle': content => flipped(content, Math.floor(content.length / 2)),
		'a bit in the last byte': content => flipped(content, content.length - 1),
	};
	const inFolder = (folder: string) => {
		for (const [name, value] of Object.entries(below(folder))) vi.stubEnv(name, value);
	};
	const large = `exports.answer = () => 'whole';${Array.from({length: 500}, (_, at) => `exports.f${at} = a => a + ${at};`).join('')}`;

	// Without the program around it: to start it for each would take half a minute.
	test.each(Object.keys(damages))('%s', async name => {
		const folder = temporaryFolder();
		inFolder(folder);
		const file = join(folder, 'program.js');
		await writeFile(file, large);
		const run = () => {
			const {answer} = loadCompiled<{answer: () => string}>(file, 'damage');
			keepCompiled('damage');
			return answer();
		};
		expect(run()).toBe('whole');
		const [code, ...others] = await kept(folder);
		expect(others).toEqual([]);
		const whole = await readFile(code!);
		await writeFile(code!, damages[name]!(whole));
		expect(run()).toBe('whole');
		expect((await readFile(code!)).length).toBeGreaterThan(whole.length / 2);
		const before = await stat(code!);
		expect(run()).toBe('whole');
		expect((await stat(code!)).ino).toBe(before.ino);
	});

	test('of the program itself', async () => {
		const {folder, file, out} = await keptOnce();
		const whole = await readFile(file);
		await writeFile(file, damages['a bit in the middle']!(whole));
		expect(await runBelow(folder)).toMatchObject({exitCode: 0, out, stderr: ''});
		expect((await readFile(file)).length).toBeGreaterThan(whole.length / 2);
		const before = await stat(file);
		expect(await runBelow(folder)).toMatchObject({exitCode: 0, out, stderr: ''});
		expect((await stat(file)).ino).toBe(before.ino);
	});
});

test('a file that others may change is not trusted', async () => {
	if (process.platform === 'win32') return;
	const {folder, file, out} = await keptOnce();
	await chmod(file, 0o666);
	expect(await runBelow(folder)).toMatchObject({exitCode: 0, out, stderr: ''});
	expect((await stat(file)).mode & 0o777).toBe(0o600);
	if (process.getuid!() !== 0) return;
	await chown(file, 65_534, 65_534);
	expect(await runBelow(folder)).toMatchObject({exitCode: 0, out, stderr: ''});
	expect((await stat(file)).uid).toBe(0);
});

test('another version of the program does not run the code of this one', async () => {
	const {folder, file} = await keptOnce();
	const copy = join(folder, 'copy');
	await cp(join(root, 'dist'), join(copy, 'dist'), {recursive: true});
	await mkdir(join(copy, 'source'));
	await cp(join(root, 'package.json'), join(copy, 'package.json'));
	const text = await readFile(join(copy, 'dist', 'program.js'), 'utf8');
	// As long as before.
	const other = text.replaceAll('bash completion for', 'BASH completion for');
	expect(other).not.toBe(text);
	await writeFile(join(copy, 'dist', 'program.js'), other);
	const before = await stat(file);
	const {out, exitCode} = await runBelow(folder, words, {program: join(copy, 'dist', 'cli.js')});
	expect(exitCode).toBe(0);
	expect(out).toContain('BASH completion for');
	expect((await stat(file)).ino).not.toBe(before.ino);
});

describe('nothing is kept', () => {
	test.each([
		['of help', ['completion', '--help'], {}],
		['of a word that is wrong', ['completion', 'bush'], {}],
		['where it is switched off', words, {NODE_DISABLE_COMPILE_CACHE: '1'}],
	])('%s', async (_, asked, env) => {
		const folder = temporaryFolder();
		await runBelow(folder, asked, {env});
		expect(await kept(folder)).toEqual([]);
	});

	test('where that is impossible, and nothing is said of it', async () => {
		const {folder, file, out} = await keptOnce();
		// A folder in the place of the file; then a file in the place of the folder.
		await rm(file);
		await mkdir(file);
		expect(await runBelow(folder)).toMatchObject({exitCode: 0, out, stderr: ''});
		expect((await stat(file)).isDirectory()).toBe(true);
		await rm(dirname(file), {recursive: true});
		await writeFile(dirname(file), '');
		expect(await runBelow(folder)).toMatchObject({exitCode: 0, out, stderr: ''});
		expect((await stat(dirname(file))).size).toBe(0);
	});
});

test('each command has its own, and a name that is none has none', async () => {
	const {folder} = await keptOnce();
	await runBelow(folder, ['schema', 'brief']);
	for (const word of ['../../outside', 'photos', '']) await runBelow(folder, [word]);
	const names = (await kept(folder)).map(path => /program-([a-z]+)-/.exec(path)?.[1]);
	expect(names.sort()).toEqual(['completion', 'schema']);
});

test('what other versions of Node kept is deleted when it is old', async () => {
	const {folder, file} = await keptOnce();
	const old = join(dirname(file), 'program-session-v18.0.0-x64');
	const recent = join(dirname(file), 'program-session-v99.0.0-x64');
	for (const path of [old, recent]) await appendFile(path, 'code');
	const longAgo = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000);
	await utimes(old, longAgo, longAgo);
	await utimes(file, longAgo, longAgo);
	await runBelow(folder, ['schema', 'brief']);
	const left = await kept(folder);
	expect(left).toContain(recent);
	expect(left).toContain(file);
	expect(left).not.toContain(old);
});

test('two that start together keep it once, whole', async () => {
	const folder = temporaryFolder();
	const runs = await Promise.all(Array.from({length: 2}, () => runBelow(folder)));
	expect(new Set(runs.map(({exitCode, stderr}) => `${exitCode} ${stderr}`))).toEqual(new Set(['0 ']));
	expect(new Set(runs.map(({out}) => out)).size).toBe(1);
	const [file, ...others] = await kept(folder);
	expect(others).toEqual([]);
	const before = await stat(file!);
	await runBelow(folder);
	expect((await stat(file!)).ino).toBe(before.ino);
});

test('letters of every script in the program are the same, also from kept code', async () => {
	const file = join(temporaryFolder(), 'words.js');
	await writeFile(file, "exports.isLow = text => /余额|欠费/.test(text); exports.name = 'Łódź';");
	const {isLow, name} = loadCompiled<{isLow: (text: string) => boolean; name: string}>(file);
	expect([isLow('余额不足'), name]).toEqual([true, 'Łódź']);
});

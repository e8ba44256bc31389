import {copyFile, mkdir, readFile, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {type BuildOptions, build} from 'esbuild';
import {expect, test} from 'vitest';
// @ts-expect-error no types: it is what the build script reads
import {programBundles} from '../../source/build/bundle-options.mjs';
import {program, root, runCli} from '../support/cli.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const run = (...words: readonly string[]) => runCli(words, {cwd: temporaryFolder()});

const bundles: readonly BuildOptions[] = programBundles;
const ofProgram = bundles.find(({entryPoints = {}}) => 'program' in entryPoints);
const {inputs} = (await build({...ofProgram, write: false})).metafile!;

/** What is loaded with source files: all that they import, but not when it is needed. */
function loadedWith(...open: string[]): string {
	const loaded = new Set<string>();
	while (open.length > 0) {
		const path = open.pop()!;
		if (loaded.has(path)) continue;
		loaded.add(path);
		const input = inputs[path];
		for (const one of input?.imports ?? []) if (one.kind !== 'dynamic-import') open.push(one.path);
	}
	return [...loaded].join('\n');
}

test('--version is the version of the package, and loads nothing but the door', async () => {
	const {version} = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {version: string};
	const folder = temporaryFolder();
	const door = join(folder, 'dist', 'cli.js');
	await mkdir(dirname(door));
	await copyFile(program, door);
	await writeFile(join(folder, 'package.json'), JSON.stringify({version}));
	for (const word of ['--version', '-V', '-v']) {
		expect(await runCli([word], {cwd: folder, program: door})).toMatchObject({
			exitCode: 0,
			out: `${version}\n`,
			stderr: '',
		});
	}
	expect(await run('--version')).toMatchObject({exitCode: 0, out: `${version}\n`, stderr: ''});
});

test('--help loads neither Ink nor React, nor anything else that is heavy', () => {
	const sources = loadedWith('source/program.ts', 'source/command-line/help.ts');
	expect(sources).toContain('source/command-line/options.ts');
	expect(sources).not.toMatch(/node_modules\/(?:ink|react|exceljs|sharp|undici|conf|zod)\b/);
});

test('the first frame does not wait for what starts other programs, or is heavy', () => {
	const session = 'source/screen/run.tsx';
	// It opens its parts side by side.
	const parts = inputs[session]!.imports.filter(({kind}) => kind === 'dynamic-import').map(({path}) => path);
	const sources = loadedWith('source/program.ts', session, ...parts);
	expect(sources).toContain('source/screen/open-session.tsx');
	expect(sources).not.toMatch(/child_process|node_modules\/(?:exceljs|sharp|undici|conf|zod)\b/);
});

test('help is there for the program and each command, in English and Chinese', async () => {
	expect(await run('--help')).toMatchObject({exitCode: 0, stderr: ''});
	expect((await run('recognize', '--help')).out).toContain('--output-format json|table|ndjson');
	expect((await run('--help', '--lang', 'zh')).out).toContain('用法');
	const narrow = await runCli(['purge', '--help'], {cwd: temporaryFolder(), env: {COLUMNS: '50'}});
	expect(Math.max(...narrow.out.split('\n').map(line => line.length))).toBeLessThanOrEqual(50);
	const {out} = await runCli(['export', '--help'], {cwd: temporaryFolder(), env: {LANG: 'zh_CN.UTF-8'}});
	expect(out).toContain('用法');
	const asked = await runCli(['--help'], {cwd: temporaryFolder(), env: {LC_ALL: 'zh_CN', PASSPORT_OCR_LANG: 'en'}});
	expect(asked.out).toContain('Usage');
});

test('without a terminal the guided session is refused in two lines, not in a stack', async () => {
	const {exitCode, out, stderr} = await run();
	expect(exitCode).toBe(2);
	expect(out).toBe('');
	expect(stderr).toContain('recognize --dir');
	expect(stderr).not.toMatch(/\bat .+:\d+/);
});

test('wrong usage is 2, with what was meant', async () => {
	const {exitCode, stderr} = await run('recognize', '--oputput-format', 'json');
	expect(exitCode).toBe(2);
	expect(stderr).toContain('--output-format');
	expect((await run('recogize')).stderr).toContain('recognize');
});

test('the cloud engine cannot be used yet: 3, and what to do', async () => {
	const {exitCode, out, stderr} = await run('recognize', '--engine', 'xiangyun', '--file', program);
	expect(exitCode).toBe(3);
	expect(JSON.parse(out)).toMatchObject({success: false, error_code: 'CONFIG_MISSING'});
	expect(stderr).toContain('--engine offline');
});

test('broken settings are kept aside, said, and in no command’s way', async () => {
	const cwd = temporaryFolder();
	await runCli(['config', 'save', '--key', 'k', '--secret', 's'], {cwd});
	await writeFile(join(cwd, '.settings', 'config.json'), '{broken');
	const {exitCode, stderr, out} = await runCli(['config', 'load'], {cwd});
	expect(exitCode).toBe(3);
	expect(stderr).toContain('config.json.broken-');
	expect(JSON.parse(out)).toMatchObject({configured: false});
});

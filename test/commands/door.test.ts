import {readdir, readFile, writeFile} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {build} from 'esbuild';
import {expect, test} from 'vitest';
// @ts-expect-error no types: it is what the build script reads
import {bundleOptions} from '../../source/build/bundle-options.mjs';
// @ts-expect-error no types: it is a part of the build script
import {joinedFiles} from '../../source/build/join-chunks.mjs';
import {program, root, runCli} from '../support/cli.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const run = (...words: readonly string[]) => runCli(words, {cwd: temporaryFolder()});

const metafile = (await build({...bundleOptions, write: false, metafile: true})).metafile!;

/** The source files in a file of dist/. */
const sourcesIn = (name: string): readonly string[] => {
	const joined = (joinedFiles(metafile.outputs) as readonly {name: string; paths: readonly string[]}[]).find(
		file => file.name === name,
	);
	return (joined?.paths ?? [`dist/${name}`]).flatMap(path => {
		const output = metafile.outputs[path];
		if (!output) throw new Error(`${path} is not as the sources are: npm run build`);
		return Object.entries(output.inputs).flatMap(([input, {bytesInOutput}]) => (bytesInOutput > 0 ? [input] : []));
	});
};

/** The source files whose code was loaded. */
async function sourcesLoadedBy(...words: readonly string[]): Promise<string> {
	const hook = pathToFileURL(join(root, 'test', 'support', 'loaded-modules.mjs')).href;
	const {stderr} = await runCli(words, {cwd: temporaryFolder(), node: ['--import', hook]});
	const urls = stderr
		.split('\n')
		.flatMap(line => (line.startsWith('loaded file:') ? [line.slice('loaded '.length)] : []));
	const ours = urls.map(url => fileURLToPath(url)).filter(path => path.startsWith(join(root, 'dist')));
	expect(ours).toContain(program);
	const external = urls.filter(url => url.includes('/node_modules/'));
	return [...external, ...ours.flatMap(path => sourcesIn(basename(path)))].join('\n');
}

test('--version is the version of the package, and loads nothing but the door', async () => {
	const {version} = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {version: string};
	expect(await run('--version')).toMatchObject({exitCode: 0, out: `${version}\n`, stderr: ''});
	expect(await run('-V')).toMatchObject({exitCode: 0, out: `${version}\n`});
	expect(await sourcesLoadedBy('--version')).toBe('source/cli.ts');
});

test('--help loads neither Ink nor React, nor anything else that is heavy', async () => {
	const sources = await sourcesLoadedBy('--help');
	expect(sources).toContain('source/command-line/help.ts');
	expect(sources).not.toMatch(/node_modules\/(?:ink|react|exceljs|sharp|undici|conf|zod)\b/);
});

test('the first frame does not wait for what starts other programs', async () => {
	const dist = join(root, 'dist');
	const names = (await readdir(dist)).filter(name => name.startsWith('open-session-'));
	expect(names).toHaveLength(1);
	expect(sourcesIn(names[0]!)).toContain('source/screen/open-session.tsx');
	expect(metafile.outputs[`dist/${names[0]!}`]!.imports).not.toContainEqual(
		expect.objectContaining({kind: 'import-statement', path: 'node:child_process'}),
	);
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

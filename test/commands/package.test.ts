import {execFile} from 'node:child_process';
import {cp, mkdir, readdir, readFile, symlink, writeFile} from 'node:fs/promises';
import {isBuiltin} from 'node:module';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {build} from 'esbuild';
import sharp from 'sharp';
import {beforeAll, expect, test} from 'vitest';
import {root, runCli} from '../support/cli.ts';
import {jpegImage, pdfFile, scannedPage} from '../support/pdf-file.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const run = promisify(execFile);

/** The files of the package. On Windows npm is a script, which execFile starts through a shell only. */
async function pack(): Promise<readonly string[]> {
	const {stdout} = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {cwd: root, shell: true});
	const [{files}] = JSON.parse(stdout) as [{files: {path: string}[]}];
	return files.map(({path}) => path);
}

/** Asked for once: npm takes longer than what is tested. */
let paths: readonly string[];
beforeAll(async () => {
	paths = await pack();
});

test('the package holds what runs and nothing else', async () => {
	const allowed = [
		/^package\.json$/,
		/^README\.md$/,
		/^source\/skill\/ocr-passport-xiangyun\/(?:SKILL|references\/(?:api|json))\.md$/,
		/^license$/,
		/^source\/reference\/[a-z]+\.md$/,
		/^dist\/(?:[\w-]+\.js|third-party-licences\.txt)$/,
		/^dist\/package\.json$/,
		/^dist\/passport-ocr-tui\.1$/,
		/^dist\/[\w-]+\.wasm$/,
		/^dist\/ort\/(?:LICENSE|[\w.-]+\.(?:mjs|wasm))$/,
		/^dist\/[\w-]+\.network$/,
		/^source\/model\/README\.md$/,
		/^source\/templates\/[a-z]+\.template$/,
		/^source\/specimens\/[^/]+\.(?:jpe?g|png)$/i,
	];
	expect(paths.filter(path => !allowed.some(pattern => pattern.test(path)))).toEqual([]);
	const pictures = (await readdir(join(root, 'source', 'specimens'))).filter(name => /\.(?:jpe?g|png)$/i.test(name));
	// Whatever the build makes is opened by something at run time, but for its note of what it was made from.
	const all = await readdir(join(root, 'dist'), {recursive: true, withFileTypes: true});
	const built = all
		.filter(file => file.isFile() && file.name !== 'build.json')
		.map(file =>
			join(file.parentPath, file.name)
				.slice(join(root, 'dist').length + 1)
				.replaceAll('\\', '/'),
		);
	expect(paths).toEqual(
		expect.arrayContaining([
			...built.map(name => `dist/${name}`),
			'license',
			'source/skill/ocr-passport-xiangyun/SKILL.md',
			'source/skill/ocr-passport-xiangyun/references/api.md',
			'source/skill/ocr-passport-xiangyun/references/json.md',
			'source/reference/export.md',
			'source/model/README.md',
			...pictures.map(name => `source/specimens/${name}`),
		]),
	);
});

test('what is in the package reads pictures and writes a list', async () => {
	const folder = temporaryFolder();
	const modules = join(folder, 'node_modules');
	const home = join(modules, 'passport-ocr-tui');
	for (const path of paths) await cp(join(root, path), join(home, path));
	const {dependencies} = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {dependencies: object};
	// Beside the package is what it asks for, and nothing that only this project has.
	for (const name of Object.keys(dependencies)) {
		const [scope = '', short = ''] = name.split('/');
		if (short !== '') await mkdir(join(modules, scope), {recursive: true});
		await symlink(join(root, 'node_modules', name), join(modules, name), 'junction');
	}

	const pictures = join(folder, 'pictures');
	await mkdir(pictures);
	await cp(join(root, 'source', 'specimens', 'IMG_2041.jpg'), join(pictures, 'jpeg.jpg'));
	const scan = await readFile(join(root, 'source', 'specimens', 'IMG_2063.jpg'));
	const {width, height} = await sharp(scan).metadata();
	await writeFile(join(pictures, 'page.pdf'), pdfFile([scannedPage(jpegImage(scan, width, height), width, height)]));
	const cli = (words: readonly string[]) => runCli(words, {cwd: folder, program: join(home, 'dist', 'cli.js')});
	const read = await cli(['recognize', '--dir', pictures, '--output-format', 'ndjson']);
	expect(read.stderr).not.toContain('failed');
	expect(
		read.out
			.trim()
			.split('\n')
			.map(line => JSON.parse(line).success),
	).toEqual([true, true]);
	for (const [words, said] of [
		[['export', '--from-dir', pictures, '-o', 'list.xlsx'], '2 rows written'],
		[['export', '--from-dir', pictures, '-o', 'list.txt', '--template', 'manifest'], ''],
		[['schema', 'brief'], ''],
	] as const) {
		const {exitCode, stderr} = await cli(words);
		expect([exitCode, stderr], words.join(' ')).toEqual([0, expect.stringContaining(said)]);
	}
});

test('what runs imports nothing that is not installed with it', async () => {
	const dist = join(root, 'dist');
	const scripts = (await readdir(dist, {recursive: true})).filter(name => /\.m?js$/.test(name));
	const {metafile} = await build({
		absWorkingDir: root,
		entryPoints: scripts.map(name => join(dist, name)),
		outdir: 'unused',
		bundle: true,
		packages: 'external',
		platform: 'node',
		format: 'esm',
		metafile: true,
		write: false,
		logLevel: 'silent',
	});
	const imported = Object.values(metafile.inputs).flatMap(({imports}) => imports.filter(each => each.external));
	// `@scope/name/part` is in the package `@scope/name`.
	const packageOf = (path: string) => path.split('/', path.startsWith('@') ? 2 : 1).join('/');
	// Node has more of its own in later versions; `<runtime>` is what esbuild adds.
	const isNodes = (path: string) => isBuiltin(path) || path.startsWith('node:') || path === '<runtime>';
	const packages = new Set(imported.filter(({path}) => !isNodes(path)).map(({path}) => packageOf(path)));
	const {dependencies} = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {dependencies: object};
	// The native parts of sharp, of which it brings the one for this system.
	const isOfSharp = (name: string) => Object.hasOwn(dependencies, 'sharp') && name.startsWith('@img/sharp-');
	expect([...packages].filter(name => !Object.hasOwn(dependencies, name) && !isOfSharp(name))).toEqual([]);
});

test('nothing that V8 keeps compiled has an import() that Node would warn of', async () => {
	for (const name of ['program.js', 'reading.js']) {
		expect(await readFile(join(root, 'dist', name), 'utf8'), name).not.toMatch(/(?<![.\w])import\(/);
	}
});

test('the bundles are in ASCII, which V8 takes byte for byte', async () => {
	for (const name of ['program.js', 'reading.js']) {
		expect(/[^\0-\x7f]/.exec(await readFile(join(root, 'dist', name), 'utf8'))?.[0], name).toBeUndefined();
	}
});

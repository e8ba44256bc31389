import {execFile} from 'node:child_process';
import {readdir, readFile} from 'node:fs/promises';
import {isBuiltin} from 'node:module';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {build} from 'esbuild';
import {expect, test} from 'vitest';
import {root} from '../support/cli.ts';

const run = promisify(execFile);

test('the package holds what runs and nothing else', async () => {
	// On Windows npm is a script, which execFile starts through a shell only.
	const {stdout} = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {cwd: root, shell: true});
	const [pack] = JSON.parse(stdout) as [{files: {path: string}[]}];
	const paths = pack.files.map(({path}) => path);
	const allowed = [
		/^package\.json$/,
		/^README\.md$/,
		/^source\/skill\/ocr-passport-xiangyun\/(?:SKILL|references\/(?:api|json))\.md$/,
		/^license$/,
		/^source\/reference\/[a-z]+\.md$/,
		/^dist\/(?:[\w-]+\.js|third-party-licences\.txt)$/,
		/^dist\/package\.json$/,
		/^dist\/passport-ocr-tui\.1$/,
		/^dist\/kernel(-fused)?\.wasm$/,
		/^dist\/ort\/(?:LICENSE|[\w.-]+\.(?:mjs|wasm))$/,
		/^source\/model\/(?:[\w-]+\.onnx|README\.md)$/,
		/^source\/templates\/[a-z]+\.template$/,
		/^source\/specimens\/[^/]+\.(?:jpe?g|png)$/i,
	];
	expect(paths.filter(path => !allowed.some(pattern => pattern.test(path)))).toEqual([]);
	const pictures = (await readdir(join(root, 'source', 'specimens'))).filter(name => /\.(?:jpe?g|png)$/i.test(name));
	const models = (await readdir(join(root, 'source', 'model'))).filter(name => name.endsWith('.onnx'));
	expect(paths).toEqual(
		expect.arrayContaining([
			'dist/cli.js',
			'dist/program.js',
			'dist/package.json',
			'dist/worker.js',
			'dist/reading.js',
			'dist/import-module.js',
			'dist/kernel-fused.wasm',
			'dist/kernel.wasm',
			'dist/ort/ort-wasm-simd-threaded.wasm',
			'dist/passport-ocr-tui.1',
			'license',
			'source/skill/ocr-passport-xiangyun/SKILL.md',
			'source/skill/ocr-passport-xiangyun/references/api.md',
			'source/skill/ocr-passport-xiangyun/references/json.md',
			'source/reference/export.md',
			...models.map(name => `source/model/${name}`),
			...pictures.map(name => `source/specimens/${name}`),
		]),
	);
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

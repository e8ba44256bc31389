import {execFile} from 'node:child_process';
import {readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
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
		/^license$/,
		/^dist\/(?:[\w-]+\.js|third-party-licences\.txt)$/,
		/^dist\/ort\/(?:LICENSE|[\w.-]+\.(?:mjs|wasm))$/,
		/^model\/(?:\w+\.onnx|README\.md)$/,
		/^source\/specimens\/[^/]+\.(?:jpe?g|png|bmp)$/i,
	];
	expect(paths.filter(path => !allowed.some(pattern => pattern.test(path)))).toEqual([]);
	const pictures = (await readdir(join(root, 'source', 'specimens'))).filter(name =>
		/\.(?:jpe?g|png|bmp)$/i.test(name),
	);
	const models = (await readdir(join(root, 'model'))).filter(name => name.endsWith('.onnx'));
	expect(paths).toEqual(
		expect.arrayContaining([
			'dist/cli.js',
			'dist/worker.js',
			'dist/ort/ort-wasm-simd-threaded.wasm',
			'license',
			...models.map(name => `model/${name}`),
			...pictures.map(name => `source/specimens/${name}`),
		]),
	);
});

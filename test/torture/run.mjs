// npm run torture [-- PART ...] [--share 0.1] [--seed N]
// Each file in parts/ is one part; see part.ts. Prints a table and the seed, and ends with 1 when a goal is not met.
// It is not part of the tests: the whole takes up to 20 minutes. `npm run build` comes first.

import {mkdir, mkdtemp, readdir, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {parseArgs} from 'node:util';
import {build} from 'esbuild';

const {values, positionals} = parseArgs({
	allowPositionals: true,
	options: {share: {type: 'string', default: '1'}, seed: {type: 'string'}},
});
const root = fileURLToPath(new URL('../..', import.meta.url));
const parts = join(root, 'test/torture/parts');
const names = (await readdir(parts)).filter(file => file.endsWith('.ts')).map(file => file.slice(0, -'.ts'.length));
const unknown = positionals.filter(name => !names.includes(name));
if (unknown.length > 0) {
	console.error(`no part ${unknown.join(', ')}; there are: ${names.join(', ')}`);
	process.exit(2);
}
const asked = positionals.length > 0 ? positionals : names;
const seed = Number(values.seed ?? Date.now() % 1_000_000_007);
const share = Math.min(1, Math.max(0, Number(values.share))) || 1;

/** Numbers of a linear congruential generator, for each part from the start. */
const randomFrom = start => {
	let state = start;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
		return (state >>> 0) / 2 ** 32;
	};
};

// In dist/, one level deep: the programs of the tests are found from there as from test/support/.
await mkdir(join(root, 'dist'), {recursive: true});
const outdir = await mkdtemp(join(root, 'dist', 'torture-'));
const remove = () => rm(outdir, {recursive: true, force: true});
const rows = [];
try {
	await build({
		absWorkingDir: root,
		entryPoints: asked.map(name => join(parts, `${name}.ts`)),
		outdir,
		bundle: true,
		splitting: true,
		format: 'esm',
		// The program beside them is CommonJS.
		outExtension: {'.js': '.mjs'},
		platform: 'node',
		target: 'node20',
		packages: 'external',
		supported: {'regexp-set-notation': true},
		logLevel: 'error',
	});
	console.log(`seed ${seed}, share ${share}`);
	for (const name of asked) {
		const {default: part} = await import(pathToFileURL(join(outdir, `${name}.mjs`)).href);
		const folder = await mkdtemp(join(tmpdir(), 'passport-ocr-torture-'));
		const start = performance.now();
		try {
			console.log(`\n${name}: ${part.what}`);
			const found = await part.run({random: randomFrom(seed), share, folder});
			for (const {test, cases, result, goal, isMet} of found) {
				console.log(`  ${isMet ? 'met   ' : 'MISSED'} ${test} (${cases}): ${result}; goal: ${goal}`);
			}
			rows.push(...found);
		} finally {
			await rm(folder, {recursive: true, force: true});
			console.log(`  ${Math.round((performance.now() - start) / 1000)} s`);
		}
	}
} finally {
	await remove();
}

const table = [
	['test', 'cases', 'result', 'goal', 'met'],
	...rows.map(({test, cases, result, goal, isMet}) => [test, String(cases), result, goal, isMet ? 'yes' : 'NO']),
];
const widths = table[0].map((_, column) => Math.max(...table.map(row => row[column].length)));
console.log('');
for (const row of table)
	console.log(
		row
			.map((cell, column) => cell.padEnd(widths[column]))
			.join('  ')
			.trimEnd(),
	);
console.log(`\nseed ${seed}: npm run torture -- ${asked.join(' ')} --seed ${seed} --share ${share}`);
process.exitCode = rows.every(({isMet}) => isMet) ? 0 : 1;

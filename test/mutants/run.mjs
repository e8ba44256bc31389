// `npm run mutants -- passport`: changes the code of a room of core in one place at a time, and lists which changes
// no test sees. Stryker's instrumenter makes the changes; all of them are in the code at once, and a number switches
// one on. The tests that reach a change run in one process, in which all code is loaded afresh for each.
// Left out: changes of what runs only while files load (tables), tests named below, and tests that fail unchanged.
import {randomInt} from 'node:crypto';
import {mkdirSync, readFileSync, rmSync} from 'node:fs';
import {dirname, extname, join, relative, resolve} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {parseArgs} from 'node:util';
import {build} from 'esbuild';
import glob from 'fast-glob';
import {installOwnPackages} from '../support/own-packages.mjs';
import {Tester} from './tester.mjs';

installOwnPackages(import.meta.dirname);
const {Instrumenter} = await import('@stryker-mutator/instrumenter');

/** The tests of each room: its own, and those that see where its values come from and where they go. */
const rooms = JSON.parse(readFileSync(new URL('rooms.json', import.meta.url), 'utf8'));
const root = fileURLToPath(new URL('../..', import.meta.url));
/** Tests that start other programs for long, and those whose cases differ from run to run. */
const leftOut = ['**/{libreoffice,round-trip,property}.test.ts'];

const {values: options, positionals} = parseArgs({
	allowPositionals: true,
	options: {
		count: {type: 'string', default: '100'},
		seed: {type: 'string', default: String(randomInt(10_000))},
		file: {type: 'string'},
		survivors: {type: 'boolean', default: false},
	},
});

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
function numbersFrom(seed) {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

function shuffled(list, next) {
	const all = [...list];
	for (let at = all.length - 1; at > 0; at--) {
		const other = Math.floor(next() * (at + 1));
		[all[at], all[other]] = [all[other], all[at]];
	}
	return all;
}

/** The 95 % interval, in percent, of a share that a sample shows (Wilson). */
function interval(part, all) {
	const z = 1.96;
	const middle = (part + z ** 2 / 2) / (all + z ** 2);
	const half = (z / (all + z ** 2)) * Math.sqrt((part * (all - part)) / all + z ** 2 / 4);
	return [middle - half, middle + half].map(share => (100 * share).toFixed(0));
}

/** The files of a room with every change in them, and the changes. */
async function instrument(files) {
	const silent = {debug() {}, info() {}, warn() {}, isDebugEnabled: () => false};
	const sources = files.map(name => ({name, content: readFileSync(name, 'utf8'), mutate: true}));
	const changed = await new Instrumenter(silent).instrument(sources, {
		plugins: null,
		excludedMutations: [],
		ignorers: [],
	});
	// What is reached is counted once, unchanged: to count it each time would take half of the time.
	const counting = 'function cover() {';
	const contents = changed.files.map(({name, content}) => [
		name,
		content.replace(counting, `${counting} if (ns.activeMutant) return;`),
	]);
	return {contents: new Map(contents), mutants: changed.mutants};
}

/** Bundles the tests with the code they need, so that to load it again starts from nothing kept. */
async function bundle(tests, contents, outfile) {
	const own = {
		name: 'own',
		setup(plugin) {
			plugin.onLoad({filter: /\.(ts|tsx|mjs)$/}, ({path}) => {
				const text = contents.get(path) ?? readFileSync(path, 'utf8');
				// Files beside a source are found from where the source is.
				return {
					contents: text
						.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path)))
						.replaceAll('import.meta.dirname', JSON.stringify(dirname(path))),
					loader: extname(path).replace(/[.m]/g, ''),
				};
			});
		},
	};
	const names = tests.map(test => JSON.stringify(test));
	await build({
		stdin: {contents: `export default {${names.map(name => `${name}: () => import(${name})`)}}`, resolveDir: root},
		outfile,
		bundle: true,
		platform: 'node',
		format: 'esm',
		packages: 'external',
		plugins: [own],
		logLevel: 'error',
	});
}

/** Runs every test once, unchanged: which tests reach a change, how often, and how long each takes. */
async function reach(tests, tester) {
	const {coverage, failed, times} = await tester.run({
		files: tests.map(file => ({file})),
		timeout: 60_000,
		patience: 1_200_000,
	});
	/** By change: by file, the tests that reach it. */
	const reached = new Map();
	const hits = new Map();
	for (const [test, changes] of Object.entries(coverage.perTest)) {
		const [file, id] = test.split('\n');
		for (const [change, count] of Object.entries(changes)) {
			const of = reached.get(change) ?? new Map();
			reached.set(change, of.set(file, [...(of.get(file) ?? []), id]));
			hits.set(change, (hits.get(change) ?? 0) + count);
		}
	}

	return {reached, hits, times, failing: failed.map(({id}) => id), atLoad: new Set(Object.keys(coverage.static))};
}

/** `seen`, `hanging`, `survived`, `unreached`, or `unsure` where a test fails without the change as well. */
async function tryOut(mutant, {reached, hits, failing, times}, tester) {
	const cost = ids => ids.reduce((sum, id) => sum + (times[id] ?? 0), 0);
	const files = [...(reached.get(mutant.id) ?? [])].sort(([, a], [, b]) => cost(a) - cost(b));
	if (files.length === 0) {
		return 'unreached';
	}

	const change = {mutant: mutant.id, limit: 100 * hits.get(mutant.id) + 1000};
	// Of a test that never ends. The same without the change, so that a busy machine is not taken for one.
	const timeout = 5000 + 10 * Math.max(...files.flatMap(([, ids]) => ids.map(id => times[id] ?? 0)));
	const patience = 60_000 + 20 * files.reduce((sum, [, ids]) => sum + cost(ids), 0);
	const attempts = [
		files.map(([file, tests]) => ({file, tests: tests.includes('suite') ? undefined : tests})),
		// A value that is kept is computed in one test, and may show in another.
		...(files.length < 4 ? [files.map(([file]) => ({file}))] : []),
	];
	let isUnsure = false;
	for (const attempt of attempts) {
		const {failed, hung} = await tester.run({files: attempt, except: failing, timeout, patience, ...change});
		const [{file, id, message} = {}] = failed;
		if (!hung && !file) continue;
		// What fails without the change as well, as on a machine that is too busy, says nothing.
		const again = hung ? attempt : [{file, tests: [id]}];
		const unchanged = await tester.run({files: again, except: failing, timeout, patience});
		if (!unchanged.hung && unchanged.failed.length === 0) {
			return hung || /Hit count limit|timed out/.test(message) ? 'hanging' : 'seen';
		}
		isUnsure = true;
	}

	return isUnsure ? 'unsure' : 'survived';
}

function show({fileName, location: {start, end}, mutatorName, replacement}, outcome) {
	const lines = readFileSync(fileName, 'utf8')
		.split('\n')
		.slice(start.line, end.line + 1);
	const code = lines.join('\n');
	const last = code.length - lines.at(-1).length + end.column;
	const short = text => text.replace(/\s+/g, ' ').slice(0, 160);
	console.log(`\n${relative(root, fileName)}:${start.line + 1}:${start.column + 1} ${mutatorName}, ${outcome}`);
	console.log(`    ${short(lines[0].trim())}`);
	console.log(`  - ${short(code.slice(start.column, last))}\n  + ${short(replacement)}`);
}

async function tryRoom(room) {
	const started = performance.now();
	const seconds = () => ((performance.now() - started) / 1000).toFixed(0);
	const folder = join(root, 'coverage/mutants', room);
	rmSync(folder, {recursive: true, force: true});
	mkdirSync(folder, {recursive: true});
	const {contents, mutants} = await instrument(glob.globSync(join(root, `source/core/${room}/**/*.ts`)));
	const tests = glob.globSync(rooms[room], {cwd: root, ignore: leftOut, absolute: true});
	const tester = new Tester(folder);
	await bundle(tests, contents, join(folder, 'tests.mjs'));
	const unchanged = await reach(tests, tester);
	const {reached, failing, atLoad, times} = unchanged;
	const tables = mutants.filter(({id}) => atLoad.has(id) && !reached.has(id));
	const wanted = options.file && resolve(options.file);
	const open = mutants.filter(mutant => !tables.includes(mutant) && (!wanted || mutant.fileName === wanted));
	const sample = shuffled(open, numbersFrom(Number(options.seed))).slice(0, Number(options.count));
	console.log(
		`${room}: ${mutants.length} changes, ${tables.length} left out in tables; ${Object.keys(times).length} tests, ` +
			`${failing.length} of them left out, which fail unchanged; ${seconds()} s`,
	);
	const outcomes = {seen: 0, hanging: 0, survived: 0, unreached: 0, unsure: 0};
	for (const mutant of sample) {
		const outcome = await tryOut(mutant, unchanged, tester);
		outcomes[outcome]++;
		if (options.survivors && (outcome === 'survived' || outcome === 'unreached')) {
			show(mutant, outcome);
		}
	}

	tester.close();
	const seen = outcomes.seen + outcomes.hanging;
	const tried = sample.length - outcomes.unsure;
	const [low, high] = interval(seen, tried);
	console.log(
		`${room}: ${seen} of ${tried} changes seen, ${((100 * seen) / tried).toFixed(1)} %, ` +
			`95 % interval ${low}–${high} %; ${outcomes.hanging} by hanging, ${outcomes.unreached} reached by no test, ${outcomes.unsure} unsure and not counted; ` +
			`--count ${sample.length} --seed ${options.seed}; ${seconds()} s`,
	);
}

for (const room of positionals.length > 0 ? positionals : Object.keys(rooms)) {
	await tryRoom(room);
}

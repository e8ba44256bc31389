// Loads the bundled tests afresh for each order and runs some of them with vitest's own runner, in this process.
import {pathToFileURL} from 'node:url';

// `vitest` asks for these when it is imported.
globalThis.__vitest_worker__ = {config: {}, current: undefined};
await import('vitest');
const {startTests} = await import('@vitest/runner');

const config = {
	root: process.cwd(),
	setupFiles: [],
	sequence: {seed: 1, hooks: 'stack', setupFiles: 'list'},
	maxConcurrency: 1,
	retry: 0,
	tags: [],
	strictTags: false,
	allowOnly: true,
	passWithNoTests: true,
};
globalThis.__vitest_worker__.config = config;
/** Shared with the code that Stryker's instrumenter writes. */
const coverage = {};
const stryker = {mutantCoverage: coverage};
globalThis.__stryker__ = stryker;
const tests = pathToFileURL(process.argv[2]);
let turn = 0;

async function run({files, mutant, limit, except = [], timeout}) {
	Object.assign(config, {testTimeout: timeout, hookTimeout: timeout});
	Object.assign(stryker, {activeMutant: mutant, hitCount: mutant && 0, hitLimit: limit, currentTestId: undefined});
	Object.assign(coverage, {static: {}, perTest: {}});
	const failed = [];
	const times = {};
	const fail = ({file, id, result}) => {
		if (result?.state === 'fail') {
			failed.push({file: file.filepath, id, message: result.errors?.[0]?.message ?? ''});
		}
	};
	const {default: load} = await import(`${tests}?${turn++}`);
	const collected = await startTests(
		files.map(({file, tests}) => ({filepath: file, testIds: tests})),
		{
			config,
			importFile: path => load[path](),
			onBeforeRunSuite({file}) {
				stryker.currentTestId = `${file.filepath}\nsuite`;
			},
			onBeforeRunTask(test) {
				if (except.includes(test.id) || (mutant && failed.length > 0)) test.mode = 'skip';
			},
			onBeforeTryTask({file, id}) {
				stryker.currentTestId = `${file.filepath}\n${id}`;
			},
			onAfterRunTask(test) {
				stryker.currentTestId = `${test.file.filepath}\nsuite`;
				times[test.id] = test.result?.duration ?? 0;
				fail(test);
			},
		},
	);
	// A file that cannot be loaded, or a hook before its tests.
	if (failed.length === 0) {
		collected.forEach(fail);
	}

	const timedOut = failed.some(({message}) => message.includes('timed out'));
	const {rss: memory} = process.memoryUsage();
	return {failed, times, timedOut, memory, ...(mutant ? {} : {coverage})};
}

// Left by a change and noticed later: neither ends the run nor counts.
process.on('unhandledRejection', () => {});
process.on('uncaughtException', () => {});
process.on('message', async order => process.send(await run(order)));

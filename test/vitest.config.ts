import {readFileSync} from 'node:fs';
import glob from 'fast-glob';
import {defineConfig} from 'vitest/config';

// .ci/run asks for a report of its own, because the counts in its last line must be the runner's, not a guess.
const report = process.env.TEST_REPORT;

const all = 'test/**/*.test.{ts,tsx}';
/** What replaces a module is alone in its process: the module would be replaced for the files after it, too. */
const alone = glob.globSync(all).filter(file => readFileSync(file, 'utf8').includes('vi.mock('));

export default defineConfig({
	test: {
		projects: [
			// To load the program for each file takes as long as half of the tests.
			{extends: true, test: {name: 'shared', include: [all], exclude: alone, isolate: false}},
			{extends: true, test: {name: 'alone', include: alone}},
		],
		// The runner leaves one core idle by default: half of the machine where there are two.
		maxWorkers: '100%',
		// Subprocesses and pictures on a busy machine: the limit is for what hangs, not for what is slow.
		testTimeout: 60_000,
		hookTimeout: 60_000,
		expect: {poll: {timeout: 20_000}},
		coverage: {include: ['source/**/*.{ts,tsx}'], reporter: ['text', 'html']},
		...(report ? {reporters: ['default', ['json', {outputFile: report}]]} : {}),
	},
});

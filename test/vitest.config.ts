import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {availableParallelism, tmpdir} from 'node:os';
import {join} from 'node:path';
import glob from 'fast-glob';
import {defineConfig} from 'vitest/config';

// .ci/run asks for a report of its own, because the counts in its last line must be the runner's, not a guess.
const report = process.env.TEST_REPORT;

const all = 'test/**/*.test.{ts,tsx}';
/**
 * What replaces a module is alone in its process: the module would be replaced for the files after it, too. So is what
 * asks for V8's flags, which the threads of another file's reader change. So is the longest file, because these begin
 * first: at the end it would run beside an idle core.
 */
const alone = glob
	.globSync(all, {ignore: ['**/node_modules/**']})
	.filter(
		file =>
			['lint/checks.test.ts', 'core/v8-flags.test.ts'].some(end => file.endsWith(end)) ||
			readFileSync(file, 'utf8').includes('vi.mock('),
	);

// React as it ships: what it checks for developers takes an eighth of the tests of screens.
process.env.NODE_ENV = 'production';

// This file is loaded once more for each project.
if (!process.env.TEST_CODE_CACHE) {
	const folder = mkdtempSync(join(tmpdir(), 'code-'));
	process.env.TEST_CODE_CACHE = folder;
	process.on('exit', () => rmSync(folder, {recursive: true, force: true}));
}

export default defineConfig({
	test: {
		projects: [
			// To load the program for each file takes as long as half of the tests.
			{extends: true, test: {name: 'shared', include: [all], exclude: alone, isolate: false}},
			{extends: true, test: {name: 'alone', include: alone}},
		],
		// Two more than there are cores: tests wait for programs that they start, and for time to pass.
		maxWorkers: availableParallelism() + 2,
		// Subprocesses and pictures on a busy machine: the limit is for what hangs, not for what is slow.
		testTimeout: 60_000,
		hookTimeout: 60_000,
		expect: {poll: {timeout: 20_000}},
		coverage: {include: ['source/**/*.{ts,tsx}'], reporter: ['text', 'html']},
		...(report ? {reporters: ['default', ['json', {outputFile: report}]]} : {}),
	},
});

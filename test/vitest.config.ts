import {mkdtempSync, rmSync} from 'node:fs';
import {availableParallelism, tmpdir} from 'node:os';
import {join} from 'node:path';
import {defineConfig} from 'vitest/config';
import {transpiledSource, transpileSource} from './support/transpiled-source.ts';

// .ci/run asks for a report of its own, because the counts in its last line must be the runner's, not a guess.
const report = process.env.TEST_REPORT;

/**
 * What changes a module or V8's flags is alone in its process: the files after it would see it, too. So is
 * the longest file, because these begin first: at the end it would run beside an idle core.
 */
const alone = [
	'test/lint/checks.test.ts',
	'test/core/small-memory.test.ts',
	'test/core/v8-flags.test.ts',
	'test/core/engines/added-engine.test.ts',
	'test/screen/key-names.test.ts',
];

// React as it ships: what it checks for developers takes an eighth of the tests of screens.
process.env.NODE_ENV = 'production';

/** A run that watches the source, or counts which of its lines ran, needs it as it is. */
const canTranspile = process.argv.includes('run') && !process.argv.includes('--coverage');

// This file is loaded once more for each project.
if (!process.env.TEST_CODE_CACHE) {
	const folder = mkdtempSync(join(tmpdir(), 'code-'));
	process.env.TEST_CODE_CACHE = folder;
	process.on('exit', () => rmSync(folder, {recursive: true, force: true}));
	if (canTranspile) process.env.TEST_SOURCE = await transpileSource();
}

export default defineConfig({
	plugins: process.env.TEST_SOURCE ? [transpiledSource(process.env.TEST_SOURCE)] : [],
	test: {
		projects: [
			// To load the program for each file takes as long as half of the tests.
			{
				extends: true,
				test: {
					name: 'shared',
					include: ['test/**/*.test.{ts,tsx}'],
					exclude: ['**/node_modules/**', ...alone],
					isolate: false,
				},
			},
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

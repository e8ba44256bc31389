import {defineConfig} from 'vitest/config';

// .ci/run asks for a report of its own, because the counts in its last line must be the runner's, not a guess.
const report = process.env.TEST_REPORT;

export default defineConfig({
	test: {
		include: ['test/**/*.test.{ts,tsx}'],
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

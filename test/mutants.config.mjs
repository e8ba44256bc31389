// `npm run mutants`: changes the code of three rooms of core, one place at a time, and says which changes no test sees.
// ROOM=passport takes one room against its own tests, and `-- --mutate source/core/passport/model/dates.ts` one file.
// SHARE=0.05 tries one change in twenty, chosen by SEED, which is printed: the same seed, the same changes.
// A changed program does what it must not: tests that hold a guard may only put at risk what they made themselves.
import {randomInt} from 'node:crypto';
import {fileURLToPath} from 'node:url';

const {ROOM: room, SHARE: share, SEED: seed = String(randomInt(1000))} = process.env;
// The processes that Stryker starts take it from here.
process.env.SEED = seed;

export default {
	testRunner: 'vitest',
	plugins: ['@stryker-mutator/vitest-runner', fileURLToPath(new URL('mutants-sample.mjs', import.meta.url))],
	checkers: share ? ['sample'] : [],
	// The tests take the same room: see there.
	vitest: {configFile: 'test/vitest.quick.config.ts', related: false},
	mutate: [`source/core/${room ?? '{passport,export,batch}'}/**/*.ts`],
	ignorePatterns: ['dist', 'source/model', 'coverage', 'source/specimens', 'test/bench'],
	// Tables are evaluated once a run: to change them is to run everything again.
	ignoreStatic: true,
	coverageAnalysis: 'perTest',
	concurrency: 1,
	// Long enough that a change which ends in time is not taken for one that hangs, on a busy machine too.
	timeoutMS: 60_000,
	dryRunTimeoutMinutes: 30,
	disableTypeChecks: false,
	incremental: true,
	// Changes that a sample leaves out are no results for the next.
	incrementalFile: `coverage/mutants${room ? `-${room}` : ''}${share ? `-${share}-${seed}` : ''}.json`,
	reporters: ['progress-append-only', 'clear-text', 'html', 'score'],
	clearTextReporter: {allowColor: false, allowEmojis: false, reportTests: false},
	htmlReporter: {fileName: 'coverage/mutants.html'},
	tempDirName: 'coverage/.stryker',
	cleanTempDir: 'always',
};

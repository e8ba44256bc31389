// `npm run mutants`: changes the code of three rooms of core, one place at a time, and says which changes no test sees.
// ROOM=passport takes one room against its own tests, and `-- --mutate source/core/passport/model/dates.ts` one file.
// A changed program does what it must not: tests that hold a guard may only put at risk what they made themselves.
const room = process.env.ROOM;

export default {
	testRunner: 'vitest',
	plugins: ['@stryker-mutator/vitest-runner'],
	// The tests take the same room: see there.
	vitest: {configFile: 'test/vitest.quick.config.ts', related: false},
	mutate: [`source/core/${room ?? '{passport,export,batch}'}/**/*.ts`],
	ignorePatterns: ['dist', 'source/model', 'coverage', 'source/specimens', 'test/bench'],
	// Tables are evaluated once a run: to change them is to run everything again.
	ignoreStatic: true,
	coverageAnalysis: 'perTest',
	concurrency: 1,
	timeoutMS: 10_000,
	disableTypeChecks: false,
	incremental: true,
	incrementalFile: 'coverage/mutants.json',
	reporters: ['clear-text', 'html'],
	clearTextReporter: {allowColor: false, allowEmojis: false, reportTests: false},
	htmlReporter: {fileName: 'coverage/mutants.html'},
	tempDirName: 'coverage/.stryker',
	cleanTempDir: 'always',
};

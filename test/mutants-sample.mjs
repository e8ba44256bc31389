// What lets `npm run mutants` try a share of the changes only, and say how sure the score is that comes of it.
// Stryker's ignorers drop a piece of code with all that is in it; a checker is asked about each change by itself.
import {createHash} from 'node:crypto';
import {relative} from 'node:path';

const share = Number(process.env.SHARE ?? 1);
const seed = process.env.SEED ?? '1';

/** A change is in the sample of a seed by what it is and where, not by its turn: the same sample in the next run. */
function isInSample({fileName, location: {start, end}, mutatorName, replacement}) {
	const change = [
		seed,
		relative(process.cwd(), fileName),
		start.line,
		start.column,
		end.line,
		end.column,
		mutatorName,
		replacement,
	];
	return createHash('sha256').update(change.join('\n')).digest().readUInt32BE() < share * 2 ** 32;
}

const sample = {
	init: async () => {},
	group: async mutants => [mutants.map(({id}) => id)],
	// What a checker turns down does not count for the score; "compile error" is the only name that Stryker has for it.
	check: async mutants =>
		Object.fromEntries(
			mutants.map(mutant => [
				mutant.id,
				isInSample(mutant) ? {status: 'passed'} : {status: 'compileError', reason: 'not in the sample'},
			]),
		),
};

/** The 95 % interval of a share that a sample shows (Wilson). */
function interval(part, all) {
	const z = 1.96;
	const middle = (part + z ** 2 / 2) / (all + z ** 2);
	const half = (z / (all + z ** 2)) * Math.sqrt((part * (all - part)) / all + z ** 2 / 4);
	return [middle - half, middle + half];
}

const score = {
	onMutationTestReportReady(_report, {systemUnderTestMetrics: {metrics}}) {
		const {totalDetected, totalValid, timeout} = metrics;
		const [low, high] = interval(totalDetected, totalValid).map(value => (100 * value).toFixed(0));
		console.log(
			`${totalDetected} of ${totalValid} changes seen by a test (${timeout} by hanging): ` +
				`${metrics.mutationScore.toFixed(1)} %, 95 % interval ${low}–${high} %. SHARE=${share} SEED=${seed}`,
		);
	},
};

export const strykerPlugins = [
	{kind: 'Checker', name: 'sample', value: sample},
	{kind: 'Reporter', name: 'score', value: score},
];

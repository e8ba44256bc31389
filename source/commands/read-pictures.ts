import {startBatch} from '../core/batch/batch.ts';
import {calendarDay} from '../core/calendar-day.ts';
import type {EngineId} from '../core/engines/engine.ts';
import {toAppError} from '../core/errors.ts';
import type {Picture} from '../core/pictures/picture.ts';
import type {Outcome} from '../core/records/record.ts';
import type {Context} from './context.ts';
import {exitCodeOfBatch, exitCodeOfError, mustLook} from './exit-code.ts';
import type {Inputs} from './inputs.ts';
import {flag, number} from './parse.ts';
import {createProgress} from './progress.ts';
import {jsonResults, ndjsonLine, tableResults} from './results.ts';
import {errorLines} from './say-error.ts';

export type ResultFormat = 'json' | 'ndjson' | 'table';

export type ReadTask = Inputs & {
	readonly engine: EngineId;
	readonly format: ResultFormat;
	/** One picture was asked for: one object is printed, not a list. */
	readonly single: boolean;
	/** Where the picture comes from that is no file, and beside which nothing can be kept. */
	readonly open?: (path: string) => Promise<Picture>;
};

export type ReadResult = {readonly outcomes: readonly Outcome[]; readonly exitCode: number};

/** Reads pictures and prints what was read: results on stdout, a line for each finished picture on stderr. */
export async function readPictures(context: Context, task: ReadTask): Promise<ReadResult> {
	const {messages} = context;
	const progress = createProgress(context, task.failures.length + task.paths.length);
	const report = (outcome: Outcome) => {
		progress.finished(outcome);
		if (task.format === 'ndjson') context.out(ndjsonLine(outcome, messages));
	};
	const failures = task.failures.map((failure): Outcome => ({kind: 'failed', failure, milliseconds: 0}));
	for (const failure of failures) report(failure);
	const batch = {outcomes: [] as readonly Outcome[], unsaved: 0};
	if (task.paths.length > 0) {
		try {
			Object.assign(batch, await runBatch(context, task, report, progress.unsaved));
		} catch (thrown) {
			return withoutEngine(context, task, thrown);
		}
	}

	const outcomes = [...failures, ...batch.outcomes];
	if (task.format === 'json') context.out(jsonResults(outcomes, task.single, messages));
	if (task.format === 'table') context.out(tableResults(outcomes, task.single, context.language, messages));
	const count = (kind: Outcome['kind']) => outcomes.filter(outcome => outcome.kind === kind).length;
	progress.summary(count('read'), outcomes.filter(mustLook).length, count('failed'));
	return {
		outcomes,
		exitCode: exitCodeOfBatch(outcomes, {strict: flag(context.args, 'strict'), unsaved: batch.unsaved}),
	};
}

async function runBatch(
	{args, signal, now, createEngine}: Context,
	task: ReadTask,
	report: (outcome: Outcome) => void,
	reportUnsaved: ReturnType<typeof createProgress>['unsaved'],
): Promise<{outcomes: readonly Outcome[]; unsaved: number}> {
	const engine = await createEngine(task.engine);
	try {
		const concurrency = number(args, 'concurrency');
		let unsaved = 0;
		const batch = startBatch({
			paths: task.paths,
			engine,
			today: calendarDay(now()),
			now,
			signal,
			save: !flag(args, 'no-save') && !task.open,
			again: flag(args, 'again') || task.open !== undefined,
			...(concurrency === undefined ? {} : {concurrency}),
			...(task.open ? {open: task.open} : {}),
			onEvent: event => {
				if (event.type === 'unsaved') {
					unsaved++;
					reportUnsaved(event.path, event.error);
				} else if (event.type === 'finished' && event.item.outcome) {
					report(event.item.outcome);
				}
			},
		});
		return {outcomes: await batch.done, unsaved};
	} finally {
		await engine.close();
	}
}

/** Nothing can be read at all, so one failure stands for all pictures. */
function withoutEngine({messages, out, say}: Context, task: ReadTask, thrown: unknown): ReadResult {
	const {code, details} = toAppError(thrown);
	const outcome: Outcome = {kind: 'failed', failure: {path: '', code, details}, milliseconds: 0};
	for (const line of errorLines(code, details, messages)) say(line);
	if (task.format === 'ndjson') out(ndjsonLine(outcome, messages));
	if (task.format === 'json') out(jsonResults([outcome], task.single, messages));
	return {outcomes: [], exitCode: exitCodeOfError(code)};
}

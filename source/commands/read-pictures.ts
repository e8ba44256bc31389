import type {Context} from '../command-line/context.ts';
import {errorLines} from '../command-line/errors.ts';
import {exitCodeOfBatch, exitCodeOfError, mustLook} from '../command-line/exit-code.ts';
import {askedFields} from '../command-line/field-options.ts';
import type {Inputs} from '../command-line/inputs.ts';
import {flag} from '../command-line/parse.ts';
import {tripOf} from '../command-line/trip-options.ts';
import {calendarDay} from '../core/calendar-day.ts';
import type {EngineChoice} from '../core/engines/choice.ts';
import {isUnreached, isUntried, toAppError} from '../core/errors.ts';
import {countValidities, isUnfitFor, type TripDay, validityOf} from '../core/passport/judge/validity.ts';
import type {Picture} from '../core/pictures/picture.ts';
import {isBlank} from '../core/records/failures.ts';
import {pictureNames} from '../core/records/picture-names.ts';
import type {Outcome, PassportRecord} from '../core/records/record.ts';
import {hasDecision} from '../core/records/sidecars/set-aside.ts';
import {isAcceptedUnproven} from '../core/review/tally.ts';
import {withConflicts} from '../core/review/with-conflicts.ts';
import {conflictLines} from '../output/conflict-lines.ts';
import {createPrinter, type ResultFormat} from '../output/printer.ts';
import {createProgress, type Progress} from '../output/progress.ts';
import {outcomeOnDay} from '../output/results.ts';
import {validityText} from '../output/validity-text.ts';
import {fewNames} from '../text/format.ts';
import {type BatchRun, runBatch} from './run-batch.ts';

export type ReadTask = Inputs & {
	readonly engine: EngineChoice;
	readonly format: ResultFormat;
	/** One picture was asked for: one object is printed, not a list. */
	readonly single: boolean;
	/** Where the picture comes from that is no file, and beside which nothing can be kept. */
	readonly open?: (path: string) => Promise<Picture>;
	/** Names the pictures for people where others than those of the task have to be distinguished from them. */
	readonly nameOf?: (path: string) => string;
	/** The results go where messages go: a line about each picture would repeat them. */
	readonly resultsOnly?: true;
};

export type ReadResult = {
	readonly outcomes: readonly Outcome[];
	readonly exitCode: number;
	/** No further picture could be read either, now or later. A service that is not reached comes back. */
	readonly stopped: boolean;
};

/** How many of several passports are not valid, and which ones. */
function sayValidity(
	records: readonly PassportRecord[],
	nameOf: (path: string) => string,
	{today, trip}: TripDay,
	context: Context,
): void {
	if (records.length < 2) return;
	const validities = records.map(({passport}) => validityOf(passport, today, trip));
	const counts = countValidities(validities);
	const unfit = records.filter((_, index) => isUnfitFor(validities[index]!, trip));
	const names = unfit.map(({path}) => nameOf(path));
	const said = validityText(counts, trip, names, context);
	if (said !== undefined) context.say(said);
}

/** Reads pictures and prints what was read: results on stdout, a line for each finished picture on stderr. */
export async function readPictures(context: Context, task: ReadTask): Promise<ReadResult> {
	const {language, messages} = context;
	const today = calendarDay(context.now());
	const day = {today, trip: tripOf(context.args, today)};
	const paths = [...task.failures.map(({path}) => path), ...task.paths];
	const {nameOf = pictureNames(paths)} = task;
	const progress = createProgress(context, paths, nameOf, day);
	const printer = createPrinter(context.out, task.format, task.single, {
		day,
		language,
		messages,
		fields: askedFields(context.args),
		nameOf,
	});
	const report = (outcome: Outcome) => {
		// Without that line it would not be known that an earlier result is kept.
		const keeps = outcome.kind === 'failed' && outcome.keeps !== undefined;
		if (!task.resultsOnly || keeps) progress.finished(outcome);
		printer.each(outcome);
	};
	const failures = task.failures.map((failure): Outcome => ({kind: 'failed', failure, milliseconds: 0}));
	for (const failure of failures) report(failure);
	let run: BatchRun = {outcomes: [], unsaved: 0};
	if (task.paths.length > 0) {
		try {
			run = await read(context, {...task, nameOf}, progress, report);
		} catch (thrown) {
			return withoutEngine(context, task, failures, printer, thrown);
		}
	}

	const outcomes = [...failures, ...run.outcomes];
	const records = recordsOf(outcomes);
	/** What a person must look at because another picture differs is known when all are read. */
	const compared = (outcome: Outcome): Outcome => {
		const judged = outcomeOnDay(outcome, day);
		return judged.kind === 'read' ? {...judged, record: withConflicts(records, judged.record)} : judged;
	};
	if (run.stopped) progress.stopped(run.untried ?? 0, run.stopped);
	printer.all(outcomes, compared);
	for (const line of conflictLines(records, nameOf, context)) context.say(line);
	const failedOnes = outcomes.filter(outcome => outcome.kind === 'failed').filter(outcome => !isBlank(outcome));
	progress.summary({
		read: records.length,
		...countShown(outcomes, compared),
		failed: failedOnes.filter(({failure}) => !isUntried(failure)).length,
		untried: failedOnes.filter(({failure}) => isUntried(failure)).length,
	});
	if (run.left) context.warn(messages.commands.recognize.leftUnread(run.left));
	sayValidity(records, nameOf, day, context);
	const {unsaved, stopped, calls} = run;
	if (calls && calls.made + calls.saved > 0) context.say(messages.commands.recognize.calls(calls));
	return {
		outcomes,
		stopped: stopped !== undefined && !isUnreached(stopped),
		exitCode: stopped
			? exitCodeOfError(stopped.code)
			: exitCodeOfBatch(outcomes, {strict: flag(context.args, 'strict'), unsaved, day, compared}),
	};
}

/** Counts one after the other: together they are far more than what is held of them. */
function countShown(outcomes: readonly Outcome[], compared: (outcome: Outcome) => Outcome) {
	const counts = {look: 0, unproven: 0, rejected: 0};
	for (const one of outcomes) {
		const outcome = compared(one);
		if (outcome.kind === 'failed') continue;
		if (mustLook(outcome)) counts.look++;
		if (isAcceptedUnproven(outcome.record)) counts.unproven++;
		if (outcome.record.review.state === 'rejected') counts.rejected++;
	}
	return counts;
}

const recordsOf = (outcomes: readonly Outcome[]): readonly PassportRecord[] =>
	outcomes.flatMap(outcome => (outcome.kind === 'read' ? [outcome.record] : []));

async function read(
	context: Context,
	{paths, open, engine, nameOf}: ReadTask & Required<Pick<ReadTask, 'nameOf'>>,
	progress: Progress,
	report: (outcome: Outcome) => void,
): Promise<BatchRun> {
	if (!open) await sayDropped(context, paths, nameOf);
	return await runBatch(context, {paths, open, progress, report, engine});
}

/** Says whose decisions `--again` drops. Without saving, none is. */
async function sayDropped(
	{args, messages, say}: Context,
	paths: readonly string[],
	nameOf: (path: string) => string,
): Promise<void> {
	if (!flag(args, 'again') || flag(args, 'no-save')) return;
	const decided: string[] = [];
	for (const path of paths) if (await hasDecision(path)) decided.push(path);
	if (decided.length === 0) return;
	const {comma, recognize} = messages.commands;
	say(recognize.dropsDecisions(decided.length, fewNames(decided.map(nameOf), comma)));
}

/** Nothing can be read at all: one cause is said for all pictures, and each has its failure. */
function withoutEngine(
	{messages, warn}: Context,
	task: ReadTask,
	failures: readonly Outcome[],
	printer: ReturnType<typeof createPrinter>,
	thrown: unknown,
): ReadResult {
	const {code, details} = toAppError(thrown);
	const outcomes = task.paths.map(
		(path): Outcome => ({kind: 'failed', failure: {path, code, details}, milliseconds: 0}),
	);
	for (const line of errorLines(code, details, messages)) warn(line);
	// In a table the one cause would be there a second time.
	if (task.format !== 'table') printer.all([...failures, ...outcomes]);
	return {outcomes: [], exitCode: exitCodeOfError(code), stopped: true};
}

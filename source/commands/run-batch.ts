import {cloudOptions, sayWarnings, usedSettings} from '../command-line/account.ts';
import {mayUpload} from '../command-line/consent.ts';
import type {Context} from '../command-line/context.ts';
import {askedDocuments} from '../command-line/document-options.ts';
import {pageRange} from '../command-line/page-range.ts';
import {flag, number, text} from '../command-line/parse.ts';
import {abortOn} from '../core/batch/abort-on.ts';
import {type BatchEvent, type BatchOptions, startBatch} from '../core/batch/batch.ts';
import type {Batch} from '../core/batch/batch-handle.ts';
import {type CallReport, savedCalls} from '../core/batch/call-report.ts';
import {keepCalls, readLastCalls} from '../core/batch/last-calls.ts';
import {type AskedUpload, startTwoEngines} from '../core/batch/two-engines.ts';
import {calendarDay} from '../core/calendar-day.ts';
import {type EngineChoice, isTwoEngines, localEngine, remoteEngine, usesAccount} from '../core/engines/choice.ts';
import type {Engine} from '../core/engines/engine.ts';
import {AppError, stopsBatch} from '../core/errors.ts';
import type {Picture} from '../core/pictures/picture.ts';
import type {Outcome} from '../core/records/record.ts';
import {createResultStore, type ResultStore} from '../core/records/result-store.ts';
import {isoTime} from '../core/records/time.ts';
import {resultsFolder, stateFolder} from '../core/settings/folder.ts';
import {keepMemorySmall} from '../core/small-memory.ts';
import type {Progress} from '../output/progress.ts';
import {fileTime} from '../text/format.ts';

/** What came of a batch: one outcome a picture, in their order, unless it was cancelled. */
export type BatchRun = {
	readonly outcomes: readonly Outcome[];
	/** How many results could not be kept. */
	readonly unsaved: number;
	/** What was asked of a service that charges. */
	readonly calls?: CallReport | undefined;
	/** Why the rest was not even tried. */
	readonly stopped?: AppError;
	/** How many the rest is. */
	readonly untried?: number;
	/** Pictures that were left when the run was stopped from outside: they have no outcome. */
	readonly left?: number;
};

export type RunTask = {
	readonly paths: readonly string[];
	readonly engine: EngineChoice;
	/** Where the picture comes from that is no file, and beside which nothing can be kept. */
	readonly open?: ((path: string) => Promise<Picture>) | undefined;
	readonly progress: Progress;
	/** Receives each picture that was read or failed, as soon as that is final. */
	readonly report: (outcome: Outcome) => void;
};

/**
 * Reads pictures with one engine, or with two after a yes.
 *
 * @throws AppError CONFIG_MISSING for an engine, or `both`, without an account
 */
export async function runBatch(context: Context, task: RunTask): Promise<BatchRun> {
	const opened: Engine[] = [];
	const open = async (...asked: Parameters<Context['createEngine']>): Promise<Engine> => {
		const [id, account] = asked;
		const engine = await context.createEngine(id, {...account, documents: askedDocuments(context.args)});
		opened.push(engine);
		// Of several batches of one engine, as with --watch, before the first.
		if (engine.calls?.().made === 0) {
			sayWarnings(context, await usedSettings(context));
			await sayLastCalls(context);
		}
		return engine;
	};
	const {engine: choice} = task;
	try {
		if (!isTwoEngines(choice)) {
			const engine = await open(choice, usesAccount(choice) ? await cloudOptions(context) : undefined);
			return await follow(context, task, options => startBatch({...options, engine}));
		}
		if (choice === 'both' && usesAccount(choice) && !(await cloudOptions(context)).credentials) {
			throw new AppError('CONFIG_MISSING', {engine: remoteEngine});
		}
		const local = await open(localEngine);
		const agree = async (_: readonly string[], asked: AskedUpload) => {
			const options = await mayUpload(context, asked);
			return options && (await open(remoteEngine, options));
		};
		return await follow(context, task, options => startTwoEngines({...options, choice, local, agree}));
	} finally {
		await Promise.all(opened.map(engine => engine.close()));
	}
}

/** What the run before cost: said before this one costs something. */
async function sayLastCalls({args, env, say, messages: {commands}}: Context): Promise<void> {
	const last = await readLastCalls(stateFolder(text(args, 'config-dir'), {env}));
	if (!last) return;
	say(commands.recognize.lastCalls(fileTime(new Date(last.at)), commands.recognize.calls(last)));
}

type Start = (options: Omit<BatchOptions, 'engine' | 'insteadOf'>) => Batch;

async function follow(
	{args, env, signal, now, say, messages}: Context,
	{paths, open, progress, report}: RunTask,
	start: Start,
): Promise<BatchRun> {
	const concurrency = number(args, 'concurrency');
	const memory = keepMemorySmall();
	let unsaved = 0;
	let stopped: AppError | undefined;
	/** Final only because nothing further was tried. */
	let left = 0;
	const onEvent = (event: BatchEvent) => {
		progress.happened(event);
		if (event.type === 'unsaved') unsaved++;
		if (event.type === 'stopped') stopped = event.error;
		if (event.type === 'settled' && !event.failure) left++;
		// What may become another result is not shown as one.
		const isFinal = event.type === 'settled' || (event.type === 'finished' && !event.provisional);
		if (!isFinal || !event.item.outcome) return;
		report(event.item.outcome);
		memory.done();
	};
	const batch = start({
		paths,
		today: calendarDay(now()),
		now,
		save: !flag(args, 'no-save') && !open,
		store: resultStoreOf({args, env}),
		again: flag(args, 'again'),
		packed: true,
		stops: stopsBatch,
		...(concurrency === undefined ? {} : {concurrency}),
		pages: pageRange(args),
		...(open ? {open} : {}),
		onEvent,
	});
	abortOn(signal, batch, count => say(messages.commands.recognize.owed(count)));
	const outcomes = await batch.done.finally(memory.end);
	const count = batch.calls();
	const calls = count && {...count, saved: savedCalls(outcomes)};
	if (calls) await keepCalls(stateFolder(text(args, 'config-dir'), {env}), {...calls, at: isoTime(now())});
	const known = new Map(outcomes.map(outcome => [pathOf(outcome), outcome]));
	const all = batch.items().map(({path}) => path);
	if (!stopped) return {outcomes, unsaved, calls, left: all.filter(path => !known.has(path)).length};
	const cause = stopped;
	return {
		outcomes: all.map(path => known.get(path) ?? notTried(path, cause)),
		unsaved,
		calls,
		stopped: cause,
		untried: left + all.filter(path => !known.has(path)).length,
	};
}

const pathOf = (outcome: Outcome): string => (outcome.kind === 'read' ? outcome.record.path : outcome.failure.path);

const notTried = (path: string, {code, details}: AppError): Outcome => ({
	kind: 'failed',
	failure: {path, code, details: {...details, path}},
	milliseconds: 0,
});

/** Results by the content of their pictures. With --no-save nothing is added to them. */
const resultStoreOf = ({args, env}: Pick<Context, 'args' | 'env'>): ResultStore =>
	createResultStore(
		resultsFolder(text(args, 'config-dir'), {env}),
		text(args, 'index') !== 'off' && !flag(args, 'no-save'),
	);

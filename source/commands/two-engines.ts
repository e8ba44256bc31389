import {accountOf} from '../command-line/account.ts';
import {mayUpload} from '../command-line/consent.ts';
import type {Context} from '../command-line/context.ts';
import {flag} from '../command-line/parse.ts';
import {cloudOnlyAnswers} from '../core/batch/cloud-only-answers.ts';
import {retryWorthIt} from '../core/batch/retry-worth-it.ts';
import {calendarDay} from '../core/calendar-day.ts';
import type {Engine} from '../core/engines/engine.ts';
import {createTwoEngines} from '../core/engines/two-engines.ts';
import {createKeptEngine} from '../core/engines/xiangyun/kept.ts';
import {AppError, type ErrorCode, isUnreached, toAppError} from '../core/errors.ts';
import type {Outcome} from '../core/records/record.ts';
import type {Progress} from '../output/progress.ts';
import {type BatchRun, type RunTask, runBatch} from './run-batch.ts';

export type TwiceTask = Omit<RunTask, 'engine' | 'again' | 'progress'> & {
	readonly choice: 'auto' | 'both';
	readonly progress: Progress;
};

const pathOf = (outcome: Outcome): string => (outcome.kind === 'read' ? outcome.record.path : outcome.failure.path);

/**
 * Reads all pictures on this computer, and then those that are worth it with the cloud as well, after a yes. What the
 * cloud cannot do leaves the first result as it was. What it said before is compared by `both` without asking it again.
 *
 * @throws AppError CONFIG_MISSING for `both` without an account
 */
export async function readWithTwoEngines(context: Context, task: TwiceTask): Promise<BatchRun> {
	const {choice, progress, report} = task;
	if (choice === 'both' && !(await accountOf(context)).credentials) {
		throw new AppError('CONFIG_MISSING', {engine: 'xiangyun'});
	}
	const offline = await context.createEngine('offline');
	try {
		const held = new Map<string, Outcome>();
		const first = await runBatch(context, {
			...task,
			engine: offline,
			again: flag(context.args, 'again'),
			report(outcome) {
				// What may become another result is not shown as one.
				const waits = retryWorthIt([outcome], choice).length > 0 || isPaidAlone(outcome, choice);
				if (waits) held.set(pathOf(outcome), outcome);
				else report(outcome);
			},
		});
		const near = choice === 'both' ? await comparePaid(context, {...task, offline, first, held}) : first;
		const release = () => {
			for (const outcome of held.values()) report(outcome);
			return near;
		};
		const paths = retryWorthIt(near.outcomes, choice);
		if (paths.length === 0 || context.signal.aborted) return release();
		let cloud: Engine;
		try {
			const options = await mayUpload(context, paths.length);
			if (!options) return release();
			cloud = await context.createEngine('xiangyun', options);
		} catch (thrown) {
			// What was read here is still a result.
			return {...release(), stopped: toAppError(thrown), untried: paths.length};
		}

		const engine = createTwoEngines({offline, cloud, today: calendarDay(context.now())});
		const merged = new Map<string, Outcome>();
		const settle = (outcome: Outcome) => {
			const path = pathOf(outcome);
			const before = held.get(path);
			const failed = outcome.kind === 'failed' && before?.kind === 'read';
			if (failed) progress.noHelp(path, outcome.failure);
			const result = failed ? before : outcome;
			held.delete(path);
			merged.set(path, result);
			report(result);
		};
		try {
			const far = await runBatch(context, {...task, paths, engine, again: false, report: settle});
			const untried = held.size;
			const stopped = far.stopped ?? neverReached(far.outcomes);
			release();
			return {
				outcomes: near.outcomes.map(outcome => merged.get(pathOf(outcome)) ?? outcome),
				unsaved: near.unsaved + far.unsaved,
				...(stopped ? {stopped, untried} : {}),
			};
		} finally {
			await cloud.close();
		}
	} finally {
		await offline.close();
	}
}

/** Why, when no call reached the service: of one or two pictures that fail together no batch stops. */
function neverReached(outcomes: readonly Outcome[]): AppError | undefined {
	const failures = outcomes.flatMap(outcome => (outcome.kind === 'failed' ? [outcome.failure] : []));
	const last = failures.at(-1);
	if (!last || failures.length < outcomes.length || !failures.every(isUnreached)) return undefined;
	return new AppError(last.code as ErrorCode, {...last.details, batch: 'stopped'});
}

const isPaidAlone = (outcome: Outcome, choice: TwiceTask['choice']): boolean =>
	choice === 'both' && cloudOnlyAnswers([outcome]).size > 0;

type PaidTask = TwiceTask & {
	readonly offline: Engine;
	readonly first: BatchRun;
	/** Outcomes that are not shown yet; what is compared is shown, and leaves. */
	readonly held: Map<string, Outcome>;
};

/** Weighs what the cloud said before against what this computer reads. Free: the cloud is not asked. */
async function comparePaid(context: Context, {offline, first, held, ...task}: PaidTask): Promise<BatchRun> {
	const answers = cloudOnlyAnswers(first.outcomes);
	if (answers.size === 0 || context.signal.aborted) return first;
	const cloud = createKeptEngine(answers, offline.concurrency);
	const compared = new Map<string, Outcome>();
	const {unsaved} = await runBatch(context, {
		...task,
		paths: first.outcomes.filter(outcome => isPaidAlone(outcome, task.choice)).map(pathOf),
		engine: createTwoEngines({offline, cloud, today: calendarDay(context.now())}),
		again: true,
		report(outcome) {
			// A picture that went away meanwhile: what is kept of it still counts.
			if (outcome.kind === 'failed') return;
			held.delete(pathOf(outcome));
			compared.set(pathOf(outcome), outcome);
			task.report(outcome);
		},
	});
	return {
		...first,
		outcomes: first.outcomes.map(outcome => compared.get(pathOf(outcome)) ?? outcome),
		unsaved: first.unsaved + unsaved,
	};
}

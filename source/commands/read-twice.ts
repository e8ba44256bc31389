import {worthSecondLook} from '../core/batch/second-look.ts';
import {calendarDay} from '../core/calendar-day.ts';
import {createBothEngine} from '../core/engines/both.ts';
import type {Engine} from '../core/engines/engine.ts';
import {AppError, toAppError} from '../core/errors.ts';
import type {Outcome} from '../core/records/record.ts';
import {accountOf} from './account.ts';
import {mayUpload} from './consent.ts';
import type {Context} from './context.ts';
import {flag} from './parse.ts';
import type {Progress} from './progress.ts';
import {type Run, type RunTask, runBatch} from './run-batch.ts';

export type TwiceTask = Omit<RunTask, 'engine' | 'again' | 'progress'> & {
	readonly choice: 'auto' | 'both';
	readonly progress: Progress;
};

const pathOf = (outcome: Outcome): string => (outcome.kind === 'read' ? outcome.record.path : outcome.failure.path);

/**
 * Reads all pictures on this computer, and then those that are worth it with the cloud as well, after a yes. What the
 * cloud cannot do leaves the first result as it was.
 *
 * @throws AppError CONFIG_MISSING for `both` without an account
 */
export async function readTwice(context: Context, task: TwiceTask): Promise<Run> {
	const {choice, progress, report} = task;
	if (choice === 'both' && !(await accountOf(context)).credentials) {
		throw new AppError('CONFIG_MISSING', {engine: 'xiangyun'});
	}
	const offline = await context.createEngine('offline');
	try {
		const held = new Map<string, Outcome>();
		const near = await runBatch(context, {
			...task,
			engine: offline,
			again: flag(context.args, 'again'),
			report(outcome) {
				// What may become another result is not shown as one.
				if (worthSecondLook([outcome], choice).length > 0) held.set(pathOf(outcome), outcome);
				else report(outcome);
			},
		});
		const release = () => {
			for (const outcome of held.values()) report(outcome);
			return near;
		};
		const paths = worthSecondLook(near.outcomes, choice);
		if (paths.length === 0 || context.signal.aborted) return release();
		let cloud: Engine;
		try {
			const options = await mayUpload(context, paths.length);
			if (!options) return release();
			cloud = await context.createEngine('xiangyun', options);
		} catch (thrown) {
			// What was read here is a result all the same.
			return {...release(), stopped: toAppError(thrown), untried: paths.length};
		}

		const engine = createBothEngine({offline, cloud, today: calendarDay(context.now())});
		const merged = new Map<string, Outcome>();
		const settle = (outcome: Outcome) => {
			const path = pathOf(outcome);
			const first = held.get(path);
			const failed = outcome.kind === 'failed' && first?.kind === 'read';
			if (failed) progress.noHelp(path, outcome.failure);
			const result = failed ? first : outcome;
			held.delete(path);
			merged.set(path, result);
			report(result);
		};
		try {
			const far = await runBatch(context, {...task, paths, engine, again: false, report: settle});
			const untried = held.size;
			release();
			return {
				outcomes: near.outcomes.map(outcome => merged.get(pathOf(outcome)) ?? outcome),
				unsaved: near.unsaved + far.unsaved,
				...(far.stopped ? {stopped: far.stopped, untried} : {}),
			};
		} finally {
			await cloud.close();
		}
	} finally {
		await offline.close();
	}
}

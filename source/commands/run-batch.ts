import type {Context} from '../command-line/context.ts';
import {flag, number} from '../command-line/parse.ts';
import {abortOn} from '../core/batch/abort-on.ts';
import {startBatch} from '../core/batch/batch.ts';
import {calendarDay} from '../core/calendar-day.ts';
import type {Engine} from '../core/engines/engine.ts';
import {type AppError, stopsBatch} from '../core/errors.ts';
import type {Picture} from '../core/pictures/picture.ts';
import type {Outcome} from '../core/records/record.ts';
import type {Progress} from '../output/progress.ts';

/** What came of a batch: one outcome a picture, in their order, unless it was cancelled. */
export type BatchRun = {
	readonly outcomes: readonly Outcome[];
	/** How many results could not be kept. */
	readonly unsaved: number;
	/** Why the rest was not even tried. */
	readonly stopped?: AppError;
	/** How many the rest is. */
	readonly untried?: number;
};

export type RunTask = {
	readonly paths: readonly string[];
	readonly engine: Engine;
	/** Read also what was read before. */
	readonly again: boolean;
	/** Where the picture comes from that is no file, and beside which nothing can be kept. */
	readonly open?: ((path: string) => Promise<Picture>) | undefined;
	readonly progress: Pick<Progress, 'unsaved' | 'note' | 'later'>;
	/** Called with each picture that was read or failed, as soon as it is. */
	readonly report: (outcome: Outcome) => void;
};

/** Reads pictures with one engine. */
export async function runBatch({args, signal, now, say, messages}: Context, task: RunTask): Promise<BatchRun> {
	const concurrency = number(args, 'concurrency');
	let unsaved = 0;
	let stopped: AppError | undefined;
	const batch = startBatch({
		paths: task.paths,
		engine: task.engine,
		today: calendarDay(now()),
		now,
		save: !flag(args, 'no-save') && !task.open,
		again: task.again || task.open !== undefined,
		stops: stopsBatch,
		...(concurrency === undefined ? {} : {concurrency}),
		...(task.open ? {open: task.open} : {}),
		onEvent: event => {
			switch (event.type) {
				case 'unsaved':
					unsaved++;
					task.progress.unsaved(event.path, event.error);
					break;
				case 'later':
					task.progress.later(event.item.path, event.sidecar);
					break;
				case 'note':
					task.progress.note(event.item.path, event.note);
					break;
				case 'stopped':
					stopped = event.error;
					break;
				case 'finished':
					if (event.item.outcome) task.report(event.item.outcome);
			}
		},
	});
	abortOn(signal, batch, count => say(messages.commands.recognize.owed(count)));
	await batch.done;
	const items = batch.items();
	if (!stopped) return {outcomes: items.flatMap(({outcome}) => outcome ?? []), unsaved};
	const cause = stopped;
	return {
		outcomes: items.map(({path, outcome}) => outcome ?? notTried(path, cause)),
		unsaved,
		stopped: cause,
		untried: items.filter(({outcome}) => !outcome).length,
	};
}

const notTried = (path: string, {code, details}: AppError): Outcome => ({
	kind: 'failed',
	failure: {path, code, details: {...details, path}},
	milliseconds: 0,
});

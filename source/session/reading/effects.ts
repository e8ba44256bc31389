import {resolve} from 'node:path';
import type {Batch} from '../../core/batch/batch.ts';
import type {Engine, EngineId} from '../../core/engines/engine.ts';
import {AppError, isHopeless, stopsBatch} from '../../core/errors.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import {isoTime} from '../../core/records/time.ts';
import {unreadFrom} from '../../core/records/unread-record.ts';
import type {ResumedBatch} from '../effect.ts';
import {createExchangeable, type Exchangeable} from '../effects/exchangeable.ts';
import {problemOf} from '../effects/problem.ts';
import type {RunnerOptions} from '../effects/runner.ts';
import {throttle} from '../effects/throttle.ts';
import type {Problem} from '../event.ts';
import {picturesBelow} from '../picker/effects/pictures-below.ts';

/** Who reads, and whether also what is printed above the zone. */
type Chosen = {
	readonly id: EngineId;
	readonly visual?: boolean | undefined;
	/** Who reads the batch, where this one only looks after it. */
	readonly insteadOf?: EngineId | undefined;
};

/** Reads pictures and tells of it at most ten times a second. */
export function createBatchEffects({send, today, now, createEngine}: RunnerOptions) {
	let batch: Batch | undefined;
	/** The batch before, while answers are owed to it. */
	let before: Batch | undefined;
	let isLeaving = false;
	let abort = new AbortController();
	let engine: {id: EngineId; visual: boolean; ready: Promise<Exchangeable>} | undefined;
	let fresh: PassportRecord[] = [];
	let problem: Problem | undefined;

	const tell = throttle<true>(() => {
		if (!batch) return;
		const found = fresh;
		const wrong = problem;
		fresh = [];
		problem = undefined;
		send({
			type: 'batch',
			items: batch.items(),
			fresh: found,
			phase: batch.phase(),
			concurrency: batch.concurrency(),
			timeLeft: batch.timeLeft(),
			now: now().getTime(),
			...(wrong ? {problem: wrong} : {}),
		});
	});
	// The time that has gone is told while nothing else happens.
	const isAtWork = (one: Batch) => one.phase() === 'running' || one.items().some(({state}) => state === 'reading');
	const clock = setInterval(() => batch && isAtWork(batch) && tell.add(true), 1000);
	clock.unref();

	/** The offline engine is made once: it loads its networks. The other is made anew: the account may have changed. */
	const engineFor = ({id, visual = false}: Chosen): Promise<Engine> => {
		if (engine?.id !== id || engine.visual !== visual || id === 'xiangyun') {
			void engine?.ready.then(one => one.close()).catch(() => {});
			engine = {id, visual, ready: createEngine(id, visual).then(createExchangeable)};
			engine.ready.catch(() => {
				engine = undefined;
			});
		}
		return engine.ready;
	};

	return {
		/** Asks something of the batch that runs, and tells soon how it stands then. */
		ask(what: (batch: Batch) => void): void {
			if (!batch) return;
			what(batch);
			tell.add(true);
		},
		/** Answers that may have been charged. */
		owed: () => (batch?.owed() ?? 0) + (before?.owed() ?? 0),
		/** Asks for nothing more; resolves when what is owed has come. */
		async end(): Promise<void> {
			isLeaving = true;
			const ended = Promise.all([batch?.end(), before?.end()]);
			// How many are owed is told in the same breath.
			tell.add(true);
			tell.flush();
			await ended;
		},
		/** Goes on with the account that was entered anew: what is read, what failed and what waits stay as they are. */
		async resumeAnew(): Promise<void> {
			const [one, chosen] = [batch, engine];
			if (!one || !chosen) return;
			try {
				const next = await createEngine(chosen.id, chosen.visual);
				(await chosen.ready).exchange(next);
				if (batch !== one) return;
				one.resume();
				tell.add(true);
			} catch (thrown) {
				send({type: 'failed', problem: problemOf(thrown)});
			}
		},
		async start(roots: readonly string[], chosen: Chosen, goesOn?: ResumedBatch): Promise<void> {
			abort.abort();
			abort = new AbortController();
			const {signal} = abort;
			before = batch ?? before;
			batch = undefined;
			fresh = [];
			tell.drop();
			try {
				// What may have been charged is kept before anything is sent again.
				const ended = before?.end();
				if (before?.owed()) await ended;
				if (signal.aborted || isLeaving) return;
				before = undefined;
				const places = roots.map(root => resolve(root));
				const problems: AppError[] = [];
				const paths = await picturesBelow(places, signal, found => problems.push(found));
				if (paths.length === 0) {
					throw problems[0] ?? new AppError('NO_PICTURES', places.length === 1 ? {path: places[0]!} : {});
				}
				// A folder that may not be listed has no row of its own; of several roots one that is missing has.
				const unseen = problems.find(({code}) => code !== 'FILE_NOT_FOUND');
				if (unseen) send({type: 'failed', problem: problemOf(unseen)});
				const reader = await engineFor(chosen);
				const {startBatch} = await import('../../core/batch/batch.ts');
				if (signal.aborted || isLeaving) return;
				batch = startBatch({
					paths,
					engine: reader,
					insteadOf: chosen.insteadOf,
					today,
					now,
					stops: stopsBatch,
					onEvent(event) {
						if (signal.aborted) return;
						if (event.type === 'unsaved') {
							send({type: 'unsaved', path: event.path, problem: problemOf(event.error)});
							return;
						}
						if (event.type === 'stopped') problem = problemOf(event.error);
						else if (event.type === 'finished' && event.item.outcome?.kind === 'failed') {
							const {outcome, path} = event.item;
							const by = {engine: chosen.id, engineVersion: reader.version, failedAt: isoTime(now())};
							const record = isHopeless(outcome.failure.code) ? undefined : unreadFrom(outcome, by);
							if (record && !(outcome.from === 'kept' && goesOn?.known.has(path))) fresh.push(record);
						} else if (event.item.outcome?.kind === 'read' && event.type === 'finished') {
							// The review has it already, with all that was done to it.
							if (event.item.outcome.from === 'kept' && goesOn?.known.has(event.item.path)) return tell.add(true);
							fresh.push(event.item.outcome.record);
						}
						tell.add(true);
					},
				});
				for (const path of goesOn?.leftOut ?? []) batch.leaveOut(path);
				void batch.done.then(() => signal.aborted || tell.add(true));
			} catch (thrown) {
				if (!signal.aborted) send({type: 'batchFailed', problem: problemOf(thrown)});
			}
		},
		async close(): Promise<void> {
			clearInterval(clock);
			// What was done in the last moment, such as leaving a picture out, is still noted.
			tell.flush();
			abort.abort();
			batch?.cancel();
			before?.cancel();
			await engine?.ready.then(one => one.close()).catch(() => {});
		},
	};
}

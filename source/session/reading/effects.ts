import {resolve} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import type {Batch, BatchOptions} from '../../core/batch/batch.ts';
import {type EngineChoice, isTwoEngines, localEngine, remoteEngine, usesAccount} from '../../core/engines/choice.ts';
import type {Engine} from '../../core/engines/engine.ts';
import type {EngineId} from '../../core/engines/registry.ts';
import {AppError, isHopeless, stopsBatch} from '../../core/errors.ts';
import type {DocumentClass} from '../../core/passport/model/document.ts';
import {isBlank} from '../../core/records/failures.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import type {ResultStore} from '../../core/records/result-store.ts';
import {isoTime} from '../../core/records/time.ts';
import {unreadFrom} from '../../core/records/unread-record.ts';
import type {ResumedBatch} from '../effect.ts';
import {createExchangeable, type Exchangeable} from '../effects/exchangeable.ts';
import type {RunnerOptions} from '../effects/runner.ts';
import {throttle} from '../effects/throttle.ts';
import {picturesBelow} from '../picker/effects/pictures-below.ts';
import {type Problem, problemOf} from '../problem.ts';
import {createBatchNews, isBatchNews} from './batch-news.ts';
import {createCallCount} from './call-count.ts';
import {sinceAgreed} from './came-late.ts';
import {isAtWork} from './start.ts';

/** The engine that reads, and whether it reads the MRZ alone. */
type Chosen = {
	readonly id: EngineChoice;
	readonly mrzAlone?: boolean | undefined;
	readonly documents?: readonly DocumentClass[] | undefined;
	/** The engine that reads the batch, where this one only looks after it. */
	readonly insteadOf?: string | undefined;
	/** Pictures are to come. */
	readonly mayBeEmpty?: boolean | undefined;
	/** The only pictures that may be sent. */
	readonly agreed?: readonly string[] | undefined;
};

/** How long what is being written is waited for at the end: a drive that is gone never answers. Milliseconds. */
const longestWriting = 2000;

/** Reads pictures and reports it at most ten times a second. */
export function createBatchEffects({
	send,
	today,
	now,
	createEngine,
	configDir,
	store,
}: RunnerOptions & {readonly store: () => Promise<ResultStore>}) {
	const calls = createCallCount({send, now, configDir});
	let batch: Batch | undefined;
	/** The batch before, while answers are owed to it. */
	let before: Batch | undefined;
	/** Files that are not opened, as they were named when the batch began. */
	let named: ReadonlySet<string> = new Set();
	/** Pictures whose records came back with the batch, and are in the review: left out, one is not in it any more. */
	let known = new Set<string>();
	let isLeaving = false;
	/** What batches that are over still write. */
	let kept: Promise<unknown> = Promise.resolve();
	let abort = new AbortController();
	type Made = {
		readonly id: EngineId;
		readonly mrzAlone: boolean;
		readonly documents?: readonly DocumentClass[] | undefined;
		readonly ready: Promise<Exchangeable>;
	};
	let engine: Made | undefined;
	/** What is sent away is read by it, where two engines read. */
	let second: Made | undefined;
	/** Answers the question whether pictures may be sent to it. */
	let answer: ((yes: boolean) => void) | undefined;
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
			...calls.of(batch),
			now: now().getTime(),
			...(wrong ? {problem: wrong} : {}),
		});
	});
	// The elapsed time is sent while nothing else happens.
	const clock = setInterval(() => batch && isAtWork(batch.phase(), batch.items()) && tell.add(true), 1000);
	clock.unref();

	/** An engine without an account is made once: it may load networks. With one it is made again: the account may have changed. */
	const engineFor = (id: EngineId, {mrzAlone = false, documents}: Omit<Chosen, 'id'>): Promise<Engine> => {
		const isAsAsked = engine?.id === id && engine.mrzAlone === mrzAlone && `${engine.documents}` === `${documents}`;
		if (!engine || !isAsAsked || usesAccount(id)) {
			void engine?.ready.then(one => one.close()).catch(() => {});
			engine = {id, mrzAlone, documents, ready: createEngine(id, mrzAlone, documents).then(createExchangeable)};
			engine.ready.catch(() => {
				engine = undefined;
			});
		}
		return engine.ready;
	};

	/** Asks the person, and makes the engine after a yes. */
	const agreeTo = async (paths: readonly string[], signal: AbortSignal): Promise<Engine | undefined> => {
		// What was read first is on the screen when the question comes.
		tell.flush();
		const yes = await new Promise<boolean>(resolve => {
			answer = resolve;
			signal.addEventListener('abort', () => resolve(false), {once: true});
			send({type: 'secondOffered', paths});
		});
		answer = undefined;
		if (!yes || signal.aborted || isLeaving) return undefined;
		closeSecond();
		const id = remoteEngine;
		second = {id, mrzAlone: false, ready: createEngine(id).then(createExchangeable)};
		return await second.ready;
	};
	const closeSecond = () => {
		void second?.ready.then(one => one.close()).catch(() => {});
		second = undefined;
	};

	return {
		/** A yes or a no to sending what two engines are to read. */
		answer: (yes: boolean): void => answer?.(yes),
		/** Asks something of the batch that runs, and soon sends its new state. */
		ask(what: (batch: Batch) => void): void {
			if (!batch) return;
			what(batch);
			tell.add(true);
		},
		leaveOut(path: string): void {
			known.delete(path);
			batch?.leaveOut(path);
			tell.add(true);
		},
		paths: (): ReadonlySet<string> => new Set(batch?.items().map(({path}) => path)),
		passedOver: () => named,
		/** Answers that may have been charged. */
		owed: () => (batch?.owed() ?? 0) + (before?.owed() ?? 0),
		/** Asks for nothing more; resolves when what is owed has come. */
		async end(): Promise<void> {
			isLeaving = true;
			const ended = Promise.all([batch?.end(), before?.end()]);
			// How many are owed is sent with it.
			tell.add(true);
			tell.flush();
			await ended;
		},
		/** Continues with the account that was entered: what is read, what failed and what waits stay as they are. */
		async resumeWithNewAccount(): Promise<void> {
			const [one, chosen] = [batch, second ?? engine];
			if (!one || !chosen) return;
			try {
				const next = await createEngine(chosen.id, chosen.mrzAlone, chosen.documents);
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
				const owed = before?.end();
				if (before) kept = Promise.all([kept, before.idle()]);
				if (before?.owed()) await owed;
				if (signal.aborted || isLeaving) return;
				before = undefined;
				const places = roots.map(root => resolve(root));
				const {paths: found, problems, passedOver} = await picturesBelow(places, signal);
				const {late, gone} = await sinceAgreed(found, chosen.agreed);
				const paths = [...found, ...gone];
				named = new Set(passedOver);
				known = new Set(goesOn?.known);
				if (passedOver.length > 0) send({type: 'passedOver', paths: passedOver});
				if (paths.length === 0 && (!chosen.mayBeEmpty || problems.length > 0)) {
					throw problems[0] ?? new AppError('NO_PICTURES', places.length === 1 ? {path: places[0]!} : {});
				}
				// A folder that may not be listed has no row of its own; of several roots one that is missing has.
				const unseen = problems.find(({code}) => code !== 'FILE_NOT_FOUND');
				if (unseen) send({type: 'failed', problem: problemOf(unseen)});
				const {id} = chosen;
				closeSecond();
				const first = await engineFor(isTwoEngines(id) ? localEngine : id, chosen);
				/** Whose failure it is that is not kept. */
				let reader: Pick<Engine, 'id' | 'version'> = first;
				if (first.calls) await calls.sayLast();
				const {startBatch} = await import('../../core/batch/batch.ts');
				const {startTwoEngines} = await import('../../core/batch/two-engines.ts');
				const results = await store();
				if (signal.aborted || isLeaving) return;
				const news = createBatchNews();
				const options: Omit<BatchOptions, 'engine'> = {
					paths,
					today,
					now,
					store: results,
					stops: stopsBatch,
					onEvent(event) {
						if (signal.aborted) return;
						if (event.type === 'unsaved') {
							const {path, error, keptAt} = event;
							send({type: 'unsaved', path, problem: problemOf(error), ...(keptAt === undefined ? {} : {keptAt})});
							return;
						}
						if (isBatchNews(event)) {
							const said = news(event);
							if (said) send({type: 'batchNews', ...said});
							return;
						}
						if (event.type === 'later') {
							send({type: 'later', path: event.item.path, sidecar: event.sidecar});
							return;
						}
						if (event.type === 'stopped') {
							const {code, details} = problemOf(event.error);
							// A batch that is over cannot be resumed: the words must not name that key.
							const {batch: _, ...rest} = details;
							problem = {code, details: batch?.phase() === 'stopped' ? details : rest};
						} else if (event.type === 'finished' && event.item.outcome?.kind === 'failed') {
							const {outcome, path} = event.item;
							const by = {engine: reader.id, engineVersion: reader.version, failedAt: isoTime(now())};
							const isToType = !isHopeless(outcome.failure.code) && !isBlank(outcome);
							const record = isToType ? unreadFrom(outcome, by) : undefined;
							if (record && !(outcome.from === 'kept' && known.has(path))) fresh.push(record);
						} else if (event.item.outcome?.kind === 'read' && event.type === 'finished') {
							// The review has it already, with all that was done to it.
							if (event.item.outcome.from === 'kept' && known.has(event.item.path)) return tell.add(true);
							fresh.push(event.item.outcome.record);
						}
						if (event.type === 'settled' && event.failure) {
							const {path, code, details} = event.failure;
							send({type: 'noHelp', path, problem: {code: code as Problem['code'], details}});
						}
						tell.add(true);
					},
				};
				const agree = async (asked: readonly string[]) => {
					const engine = await agreeTo(asked, signal);
					if (engine) reader = engine;
					if (engine?.calls) await calls.sayLast();
					return engine;
				};
				batch = isTwoEngines(id)
					? startTwoEngines({...options, choice: id, local: first, agree})
					: startBatch({...options, engine: first, insteadOf: chosen.insteadOf});
				for (const path of [...(goesOn?.leftOut ?? []), ...late]) batch.leaveOut(path);
				if (late.length > 0) send({type: 'cameLate', paths: late});
				const one = batch;
				const over = one.done.then(async () => {
					if (!signal.aborted) tell.add(true);
					await calls.keep(one);
				});
				kept = Promise.all([kept, over]);
			} catch (thrown) {
				if (!signal.aborted) send({type: 'batchFailed', problem: problemOf(thrown)});
			}
		},
		/** @param started what `start` has returned last; it begins nothing any more. */
		async close(started: Promise<void>): Promise<void> {
			clearInterval(clock);
			// What was done in the last moment, such as leaving a picture out, is still noted: the journal is closed right after.
			tell.flush();
			abort.abort();
			batch?.cancel();
			before?.cancel();
			closeSecond();
			const written = Promise.all([batch?.idle(), before?.idle(), started, kept]);
			await Promise.race([written, setTimeout(longestWriting, undefined, {ref: false})]);
			if (batch) await calls.keep(batch);
			await engine?.ready.then(one => one.close()).catch(() => {});
		},
	};
}

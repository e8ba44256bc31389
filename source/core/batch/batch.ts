import {dirname} from 'node:path';
import {traitsOf} from '../engines/choice.ts';
import {AppError} from '../errors.ts';
import {extentsOf, usualAddress} from '../picture-address.ts';
import type {Outcome} from '../records/record.ts';
import type {Batch, BatchPhase} from './batch-handle.ts';
import type {BatchOptions} from './batch-options.ts';
import {notSent, sweepClaims} from './claims.ts';
import {remembered, timeLeft} from './eta.ts';
import {createFurtherItems} from './further-items.ts';
import {type BatchItem, isOwed, paidPages} from './item.ts';
import {lostCalls} from './lost-calls.ts';
import {createOrderedSemaphore} from './ordered-semaphore.ts';
import {createPictureReader} from './read-picture.ts';
import {reusedFirst} from './reused-first.ts';
import {type Answered, createStopping} from './stopping.ts';

export type {Batch, BatchPhase} from './batch-handle.ts';
export type {BatchOptions} from './batch-options.ts';
export type {BatchEvent, BatchItem} from './item.ts';

/** Pictures that are opened and looked up while others are being read, at most: no engine waits for a disk. */
const most = 8;

const clamp = (count: number): number => Math.max(1, Math.min(64, Math.trunc(count) || 1));

/** Reads many pictures. One that cannot be read never stops the others. */
export function startBatch(options: BatchOptions): Batch {
	const {engine, onEvent = () => {}, stops = () => false, signal} = options;
	const items = new Map<string, BatchItem>();
	for (const path of options.paths.map(usualAddress)) items.set(path, {path, state: 'waiting'});
	const extents = extentsOf(options.paths);
	const lost = lostCalls();

	const read = createPictureReader({
		engine,
		save: options.save ?? true,
		insteadOf: options.insteadOf,
		today: options.today,
		now: options.now,
		...(options.open ? {open: options.open} : {}),
		...(options.onlyAsked ? {isAsked: path => items.has(path)} : {}),
		store: options.store,
		packed: options.packed ?? false,
		onUnsaved(path, error, {keptAt, isPaid} = {}) {
			onEvent({type: 'unsaved', path, error, keptAt});
			if (isPaid) stopSending(path, notSent(path, error));
		},
		onElsewhere: (path, holder) => onEvent({type: 'elsewhere', item: itemAt(path), holder}),
		onLost: lost.take,
		onOriginal: (path, how) => onEvent({type: 'original', item: itemAt(path), how}),
		onLater: (path, sidecar) => onEvent({type: 'later', item: items.get(path)!, sidecar}),
	});

	let queue: string[] = [];
	const running = new Map<string, AbortController>();
	/** Also of what was left out meanwhile. */
	const underWay = new Set<Promise<void>>();
	const fresh = new Set<string>(options.again ? items.keys() : []);
	/** Asked for by the person: before all others. */
	const urgent = new Set<string>();
	/** Replaced while they were read. */
	const replaced = new Set<string>();
	const durations: number[] = [];
	let phase: BatchPhase = 'running';
	let ordered = false;
	let concurrency = clamp(options.concurrency ?? engine.concurrency);
	const gate = createOrderedSemaphore(concurrency);
	/** Results are kept side by side, and shown in the order in which they were read. */
	let answers: Promise<void> = Promise.resolve();
	let settle: (outcomes: readonly Outcome[]) => void;
	const done = new Promise<readonly Outcome[]>(resolve => {
		settle = resolve;
	});
	let ending = false;
	let tellEnd: () => void;
	const ended = new Promise<void>(resolve => {
		tellEnd = resolve;
	});
	const owed = () => (traitsOf(engine.id).paid ? [...items.values()].filter(isOwed).length : 0);

	const tellUnanswered = (swept = 0) => {
		const count = lost.unsent() + swept;
		if (count > 0) onEvent({type: 'unanswered', count});
	};

	/** The address of a page may not be among those that were asked for. */
	const itemAt = (path: string): BatchItem => items.get(path) ?? {path, state: 'reading'};

	const set = (type: 'started' | 'finished' | 'changed', item: BatchItem) => {
		items.set(item.path, item);
		onEvent({type, item});
	};

	const further = createFurtherItems(items, {onEvent, show: item => set('finished', item)});

	const pump = () => {
		const ahead = Math.min(concurrency, most);
		const hasRoom = () => running.size < concurrency + ahead || urgent.has(queue[0]!);
		while (ordered && phase === 'running' && queue.length > 0 && hasRoom()) begin(queue.shift()!);
		if (!ordered && phase !== 'cancelled') return;
		if (running.size > 0) return;
		if (phase === 'running' || phase === 'paused') {
			if (queue.length > 0) return;
			phase = 'done';
			swept = sweep();
		}
		if (phase === 'cancelled') tellUnanswered();
		if (ending) tellEnd();
		void swept.then(() => settle([...items.values()].flatMap(({outcome}) => (outcome ? [outcome] : []))));
	};

	const begin = (path: string) => {
		const job = run(path).finally(() => underWay.delete(job));
		underWay.add(job);
	};

	let swept: Promise<void> = Promise.resolve();

	/** All have results: what a killed process has left of their calls is counted, and removed. */
	const sweep = async () => {
		if (!traitsOf(engine.id).paid || options.save === false) return;
		const folders = [...[...items.keys()].map(path => dirname(path)), ...(options.store ? [options.store.folder] : [])];
		tellUnanswered(await sweepClaims(folders, [...items.values()].flatMap(paidPages)));
	};

	const run = async (path: string) => {
		const controller = new AbortController();
		running.set(path, controller);
		let reading: BatchItem = {path, state: 'reading'};
		let answered: Answered | undefined;
		const start = () => {
			if (reading.startedAt !== undefined || running.get(path) !== controller) return;
			reading = {...reading, startedAt: options.now().getTime()};
			set('started', reading);
		};
		let before: Promise<void> | undefined;
		let shown = () => {};
		const turn = gate.turn(controller.signal, urgent.delete(path));
		const {outcome, others} = await read(path, {
			fresh: fresh.has(path),
			extent: extents.get(path),
			signal: controller.signal,
			turn,
			onStart: () => {
				answered = stopping.begin();
				start();
			},
			onAnswer: () => {
				before = answers;
				answers = new Promise(resolve => {
					shown = resolve;
				});
			},
			onProgress: share => {
				if (running.get(path) === controller) set('changed', {...reading, share});
			},
			onWait: wait => {
				if (running.get(path) !== controller) return;
				const until = options.now().getTime() + (wait?.milliseconds ?? 0);
				set('changed', wait ? {...reading, wait: {...wait, until}} : reading);
				if (wait && ending) leaveWaiting();
			},
			onPages: pages => {
				// Pages that were not asked about would be sent without a yes.
				if (!options.onlyAsked && running.get(path) === controller) addPages(path, pages);
			},
			onNote: note => {
				if (running.get(path) === controller) onEvent({type: 'note', item: reading, note});
			},
		});
		await before;
		shown();
		const by = lost.madeAgain(path, outcome);
		if (by) onEvent({type: 'lost', item: itemAt(path), by});
		// Left out meanwhile: what came of it is nobody's any more.
		if (running.get(path) !== controller) {
			turn.leave();
			return;
		}
		const cancelled = outcome.kind === 'failed' && outcome.failure.code === 'CANCELLED';
		if (!cancelled) start();
		running.delete(path);
		further.addPassports(path, others);
		finish(path, outcome, answered);
		further.showPassports(path, outcome, others);
		turn.leave();
		if (replaced.delete(path)) enqueue(path, 'last');
		pump();
		if (ending) cancelWhenPaid();
	};

	const finish = (path: string, outcome: Outcome, answered: Answered | undefined) => {
		const {milliseconds} = outcome;
		if (outcome.kind === 'failed' && outcome.failure.code === 'CANCELLED') {
			// Several come back at once: in the order in which they went.
			const left = new Set(queue).add(path);
			queue = [...items.keys()].filter(one => left.has(one));
			if (items.get(path)?.state === 'reading') set('changed', {path, state: 'waiting'});
			return;
		}
		fresh.delete(path);
		const item: BatchItem = {path, state: outcome.kind, outcome, milliseconds};
		if (outcome.kind === 'read' && outcome.from === 'engine') {
			durations.push(milliseconds);
			if (durations.length > remembered) durations.shift();
		}
		set('finished', item);
		stopping.finished(item, outcome, answered);
	};

	/** Further pages of a file wait for their turn right behind the first. */
	const addPages = (file: string, pages: number) => {
		const paths = further.addPages(file, pages, options.pages);
		if (fresh.has(file)) for (const path of paths) fresh.add(path);
		queue = [...paths, ...queue];
		pump();
	};

	const stop = (item: BatchItem, error: AppError) => {
		if (phase === 'stopped' || phase === 'cancelled') return;
		phase = 'stopped';
		gate.close();
		onEvent({type: 'stopped', item, error});
	};
	const stopping = createStopping({stops, phase: () => phase, stop});

	/** The next answer could not be kept either, and may cost as much. */
	const stopSending = (path: string, {code, details}: AppError) =>
		stop(itemAt(path), new AppError(code, {...details, batch: 'stopped'}));

	const enqueue = (path: string, place: 'first' | 'last' = 'first') => {
		const others = queue.filter(other => other !== path);
		queue = place === 'first' ? [path, ...others] : [...others, path];
		set('changed', {path, state: 'waiting'});
	};

	const cancel = () => {
		if (phase === 'cancelled') return;
		phase = 'cancelled';
		for (const controller of running.values()) controller.abort();
		pump();
	};

	const cancelWhenPaid = () => {
		if (phase !== 'done' && owed() === 0) cancel();
	};

	/** The next try would be another call. */
	const leaveWaiting = () => {
		for (const {path, wait} of items.values()) if (wait) running.get(path)?.abort();
		cancelWhenPaid();
	};

	const putInOrder = async () => {
		// Also without anything to wait for: no event comes before the caller has the batch in hand.
		const order = await (options.again ? [...items.keys()] : reusedFirst([...items.keys()]));
		queue = [...new Set([...order, ...queue])].filter(path => items.get(path)?.state === 'waiting');
		ordered = true;
		pump();
	};
	if (signal?.aborted) cancel();
	signal?.addEventListener('abort', cancel, {once: true});
	void putInOrder();

	return {
		items: () => [...items.values()],
		phase: () => phase,
		concurrency: () => concurrency,
		timeLeft: () => timeLeft(durations, queue.length + running.size, concurrency),
		done,
		async idle() {
			while (underWay.size > 0) await Promise.all(underWay);
			await swept;
		},
		pause() {
			if (phase !== 'running') return;
			phase = 'paused';
			gate.hold();
		},
		resume() {
			if (ending) return;
			const untried = stopping.takeUntried();
			if (phase === 'stopped') for (const path of untried) enqueue(path);
			if (phase === 'paused' || phase === 'stopped') {
				phase = 'running';
				gate.open();
			}
			pump();
		},
		cancel,
		calls: () => engine.calls?.(),
		owed,
		end() {
			if (ending) return ended;
			ending = true;
			if (phase === 'running') {
				phase = 'paused';
				gate.hold();
			}
			leaveWaiting();
			pump();
			return ended;
		},
		again(asked) {
			const passport = items.get(asked);
			if (passport?.state === 'leftOut' && passport.outcome) {
				const {state: _, ...before} = passport;
				set('finished', {...before, state: 'read'});
				return;
			}
			const path = passport?.with ?? asked;
			const item = items.get(path);
			if (!item || running.has(path) || ending || phase === 'cancelled') return;
			if (item.state !== 'leftOut' && !isUnopened(item)) fresh.add(path);
			urgent.add(path);
			if (phase === 'done') phase = 'running';
			enqueue(path);
			pump();
		},
		leaveOut(path) {
			const item = items.get(path);
			if (!item || item.state === 'leftOut') return;
			const controller = running.get(path);
			running.delete(path);
			stopping.forget(path);
			controller?.abort();
			queue = queue.filter(other => other !== path);
			set('changed', {...(item.with === undefined ? {} : item), path, state: 'leftOut'});
			pump();
		},
		add(paths) {
			if (ending || phase === 'cancelled') return;
			for (const path of paths) {
				if (running.has(path)) replaced.add(path);
				else if (items.get(path)?.state !== 'leftOut') enqueue(path, 'last');
			}
			if (phase === 'done') phase = 'running';
			pump();
		},
		setConcurrency(count) {
			concurrency = clamp(count);
			gate.setLimit(concurrency);
			pump();
		},
	};
}

/** Whether a picture, or what is kept of it, could not be opened: there may be a result that was paid for. */
const isUnopened = ({outcome}: BatchItem): boolean =>
	outcome?.kind === 'failed' && outcome.failure.code === 'NOT_READABLE';

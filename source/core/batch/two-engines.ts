import {addCalls, type CallCount, noCalls} from '../engines/calls.ts';
import {remoteEngine, replayEngine, type TwoEngines} from '../engines/choice.ts';
import type {Engine} from '../engines/engine.ts';
import {createTwoEngines} from '../engines/two-engines.ts';
import {AppError, type ErrorCode, isUnreached, toAppError} from '../errors.ts';
import {usualAddress} from '../picture-address.ts';
import {type PictureFlaw, pictureFlaws} from '../records/picture-flaws.ts';
import type {Outcome} from '../records/record.ts';
import {type BatchOptions, startBatch} from './batch.ts';
import type {Batch} from './batch-handle.ts';
import {cloudOnlyAnswers} from './cloud-only-answers.ts';
import {type BatchEvent, type BatchItem, insertAfter} from './item.ts';
import {retryWorthIt} from './retry-worth-it.ts';
import {type Upload, uploadOf} from './upload.ts';

export type TwoEnginesOptions = Omit<BatchOptions, 'engine' | 'insteadOf'> & {
	readonly choice: TwoEngines;
	/** Reads every picture on this computer, and again beside the second engine. The caller closes it. */
	readonly local: Engine;
	/**
	 * Asks a person, at most once a batch, whether these pictures may be sent away, and returns the engine that they are
	 * sent to; undefined for a no. The caller closes it. May throw: then the local results are final.
	 */
	readonly agree: (paths: readonly string[], asked: AskedUpload) => Promise<Engine | undefined>;
};

/** What a person is asked about: how much is sent, and what makes some of it hard to read. */
export type AskedUpload = {readonly upload: Upload; readonly flaws: readonly PictureFlaw[]};

/** Events whose item is how the picture is from now on. */
const makesItem: ReadonlySet<BatchEvent['type']> = new Set(['started', 'finished', 'changed', 'settled']);

/**
 * Reads all pictures on this computer, and then those that are worth it with a second, paid engine as well, after a yes.
 * What the second engine cannot do leaves the first result as it was. What it answered before is compared by `both`
 * without asking it again.
 */
export function startTwoEngines({choice, local, agree, ...options}: TwoEnginesOptions): Batch {
	const {onEvent = () => {}, signal} = options;
	const items = new Map(
		options.paths.map(usualAddress).map((path): [string, BatchItem] => [path, {path, state: 'waiting'}]),
	);
	/** First outcomes that may still change. */
	const provisional = new Map<string, BatchItem>();
	let isFirst = true;
	let isOver = false;
	let hasSettled = false;
	let concurrency = options.concurrency;

	const emit = (event: BatchEvent) => {
		if (event.type === 'added') insertAfter(items, event.after, event.item);
		else if (makesItem.has(event.type) && 'item' in event) {
			items.set(event.item.path, event.item);
			if (event.item.state === 'leftOut') provisional.delete(event.item.path);
		}
		onEvent(event);
	};
	const settle = (item: BatchItem, why?: Extract<Outcome, {kind: 'failed'}>) => {
		provisional.delete(item.path);
		emit({type: 'settled', item, ...(why ? {failure: why.failure} : {})});
	};
	const answersOf = (outcome: Outcome | undefined) =>
		choice === 'both' && outcome ? cloudOnlyAnswers([outcome], remoteEngine) : [];
	const isWorthIt = (outcome: Outcome) =>
		retryWorthIt([outcome], choice, remoteEngine).length > 0 || answersOf(outcome).length > 0;

	const batches: Batch[] = [
		startBatch({
			...options,
			engine: local,
			onEvent(event) {
				const {outcome} = 'item' in event ? event.item : {};
				if (!isFirst || event.type !== 'finished' || !outcome || !isWorthIt(outcome)) return emit(event);
				provisional.set(event.item.path, event.item);
				emit({...event, provisional: true});
			},
		}),
	];

	/** Reads again with both engines; what the second one fails at keeps its first result. `isKnown`: its answers are kept. */
	const readAgain = async (paths: readonly string[], second: Engine, isKnown: boolean): Promise<Batch> => {
		const batch = startBatch({
			...options,
			...(concurrency === undefined ? {} : {concurrency}),
			paths,
			onlyAsked: true,
			engine: createTwoEngines({local, remote: second, today: options.today}),
			again: isKnown,
			onEvent(event) {
				const before = 'item' in event ? provisional.get(event.item.path) : undefined;
				if (event.type !== 'finished' || !before) return emit(event);
				const {outcome} = event.item;
				// What was only compared is as it was: the picture went away meanwhile.
				if (outcome?.kind === 'failed' && isKnown) return settle(before);
				if (outcome?.kind === 'failed' && before.outcome?.kind === 'read') return settle(before, outcome);
				provisional.delete(event.item.path);
				emit(event);
			},
		});
		batches.push(batch);
		for (const item of batch.items()) emit({type: 'changed', item});
		await batch.done;
		return batch;
	};

	const outcomes = () =>
		[...items.values()].flatMap(({path, outcome}) => outcome ?? provisional.get(path)?.outcome ?? []);
	const stillThere = (paths: readonly string[]) => paths.filter(path => items.get(path)?.state !== 'leftOut');
	const isEnded = () => isOver || signal?.aborted === true;

	/** Weighs what the second engine answered before against what this computer reads: it is not asked. */
	const comparePaid = async () => {
		const paid = [...provisional.values()].filter(({outcome}) => answersOf(outcome).length > 0);
		if (paid.length === 0) return;
		const answers = paid.flatMap(({outcome}) => answersOf(outcome));
		const engine = await replayEngine(remoteEngine, answers, local.concurrency);
		if (engine && !isEnded()) await readAgain(stillThere(paid.map(({path}) => path)), engine, true);
	};

	const askSecond = async () => {
		const paths = stillThere(retryWorthIt(outcomes(), choice, remoteEngine));
		if (paths.length === 0) return;
		try {
			const asked = new Set(paths);
			const records = outcomes().flatMap(one =>
				one.kind === 'read' && asked.has(one.record.path) ? [one.record] : [],
			);
			const engine = await agree(paths, {upload: uploadOf([...items.values()], paths), flaws: pictureFlaws(records)});
			if (!engine || isEnded()) return;
			const batch = await readAgain(stillThere(paths), engine, false);
			const error = batch.phase() === 'done' ? neverReached(batch.items()) : undefined;
			if (error) onEvent({type: 'stopped', item: batch.items().at(-1)!, error});
		} catch (thrown) {
			// What was read here is still a result.
			onEvent({type: 'stopped', item: items.get(paths[0]!)!, error: toAppError(thrown)});
		}
	};

	const readAll = async (): Promise<readonly Outcome[]> => {
		await batches[0]!.done;
		isFirst = false;
		for (const step of [comparePaid, askSecond]) if (batches[0]!.phase() === 'done' && !isEnded()) await step();
		hasSettled = true;
		for (const item of [...provisional.values()]) settle(item);
		return outcomes();
	};
	const done = readAll();
	const each = (act: (batch: Batch) => void) => {
		for (const batch of batches) act(batch);
	};
	/** Which batch a picture is in that is read again. */
	const batchOf = (path: string) => batches.findLast(batch => batch.items().some(item => item.path === path));
	const last = () => batches.at(-1)!;

	return {
		items: () => [...items.values()],
		phase() {
			const phase = batches.map(batch => batch.phase()).find(one => one === 'running') ?? last().phase();
			// Between the two engines, also while the person is asked.
			return phase === 'done' && !hasSettled ? 'running' : phase;
		},
		concurrency: () => last().concurrency(),
		timeLeft: () => last().timeLeft(),
		done,
		async idle() {
			await done;
			for (const batch of batches) await batch.idle();
		},
		pause: () => each(batch => batch.pause()),
		resume: () => each(batch => batch.resume()),
		cancel() {
			isOver = true;
			each(batch => batch.cancel());
		},
		calls: () =>
			batches
				.flatMap(batch => batch.calls() ?? [])
				.reduce<CallCount | undefined>((sum, one) => addCalls(sum ?? noCalls, one), undefined),
		owed: () => batches.reduce((sum, batch) => sum + batch.owed(), 0),
		async end() {
			isOver = true;
			await Promise.all(batches.map(batch => batch.end()));
		},
		again: path => batchOf(path)?.again(path),
		// The question about the second engine was asked, and answered, for the pictures of then.
		add: paths => batches[0]!.add(paths),
		leaveOut: path => each(batch => batch.leaveOut(path)),
		setConcurrency(count) {
			concurrency = count;
			each(batch => batch.setConcurrency(count));
		},
	};
}

/** Why, when no call reached the service: of one or two pictures that fail together no batch stops. */
function neverReached(items: readonly BatchItem[]): AppError | undefined {
	const outcomes = items.flatMap(({outcome}) => outcome ?? []);
	const failures = outcomes.flatMap(outcome => (outcome.kind === 'failed' ? [outcome.failure] : []));
	const [first] = failures;
	if (!first || failures.length < outcomes.length || !failures.every(isUnreached)) return undefined;
	return new AppError(first.code as ErrorCode, {...first.details, batch: 'stopped'});
}

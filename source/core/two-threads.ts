import {availableParallelism} from 'node:os';
import {setImmediate} from 'node:timers/promises';
import {Worker} from 'node:worker_threads';
import {debug} from './debug.ts';

/** Work in parts that either of two threads does. */
export type PartedWork<Part, Here> = {
	readonly parts: AsyncIterable<Part> | Iterable<Part>;
	/** The file that the other thread runs: it answers each message with one. */
	readonly thread: string;
	/** What the other thread has from its start, for all parts: its `workerData`. */
	readonly data?: unknown;
	readonly question: (part: Part) => unknown;
	/** Does a part in this thread. */
	readonly here: (part: Part) => Here;
	/** What the work is called where the other thread fails. */
	readonly name: string;
	/** Parts that are known ahead before another thread is started: less work is done before it runs. */
	readonly ahead: number;
	/** Megabytes of the other thread for what lives only a while. */
	readonly youngMegabytes: number;
};

/** What one of both threads has made of a part. */
export type Done<Part, Here, There> =
	| {readonly part: Part; readonly here: Here}
	| {readonly part: Part; readonly there: There};

type Piece<Part, Here, There> = {
	readonly part: Part;
	/** What this thread has made of it while the other one was busy with those before. */
	here?: {readonly made: Here};
	there?: {readonly made: There};
	asked?: Promise<void> | undefined;
};

/** Parts that are done ahead of the one that is wanted. */
const doneAhead = 8;

/** Parts that the other thread has before it, so that it never waits. */
const partsAsked = 3;

/** Megabytes of the other thread for what stays. */
const oldMegabytes = 64;

/**
 * Yields what was made of each part, in their order: each thread does what the other one has not begun. Without a second
 * core, or where the other thread fails, this one does all.
 */
export async function* inTwoThreads<Part, Here, There>(
	work: PartedWork<Part, Here>,
): AsyncGenerator<Done<Part, Here, There>> {
	const {parts, here, ahead} = work;
	const iterator = Symbol.asyncIterator in parts ? parts[Symbol.asyncIterator]() : parts[Symbol.iterator]();
	const pieces: Piece<Part, Here, There>[] = [];
	let other: OtherThread<Part, Here, There> | undefined;
	try {
		for (;;) {
			while (pieces.length < ahead) {
				const {value, done} = await iterator.next();
				if (done) break;
				pieces.push({part: value});
			}
			const [first] = pieces;
			if (!first) return;
			if (pieces.length === ahead && availableParallelism() > 1) other ??= new OtherThread(work);
			other?.askFor(pieces.slice(1, doneAhead));
			const isBusy = first.asked !== undefined && !first.there;
			const free = isBusy ? pieces.slice(0, doneAhead).find(({asked, here}) => !asked && !here) : undefined;
			if (free) free.here = {made: here(free.part)};
			else if (isBusy) await first.asked;
			else {
				pieces.shift();
				const {part, there} = first;
				if (there) yield {part, there: there.made};
				else yield {part, here: (first.here ?? {made: here(part)}).made};
			}
			// What else the program does has its turn, such as stopping.
			await setImmediate();
		}
	} finally {
		await other?.close();
		await iterator.return?.();
	}
}

class OtherThread<Part, Here, There> {
	readonly #worker: Worker;
	readonly #work: PartedWork<Part, Here>;
	/** Parts without an answer, in their order. */
	readonly #waiting: (readonly [Piece<Part, Here, There>, () => void])[] = [];
	#isGone = false;

	constructor(work: PartedWork<Part, Here>) {
		this.#work = work;
		this.#worker = new Worker(work.thread, {
			workerData: work.data,
			resourceLimits: {maxYoungGenerationSizeMb: work.youngMegabytes, maxOldGenerationSizeMb: oldMegabytes},
		});
		this.#worker.on('message', (made: There) => this.#end({made}));
		this.#worker.on('error', ({message}) => this.#lose(message));
		this.#worker.on('exit', () => this.#lose('the thread ended'));
	}

	askFor(pieces: readonly Piece<Part, Here, There>[]): void {
		for (const piece of pieces) {
			if (this.#isGone || this.#waiting.length === partsAsked) return;
			if (piece.asked || piece.here || piece.there) continue;
			piece.asked = new Promise(resolve => void this.#waiting.push([piece, resolve]));
			this.#worker.postMessage(this.#work.question(piece.part));
		}
	}

	async close(): Promise<void> {
		this.#isGone = true;
		await this.#worker.terminate();
	}

	#end(answer: {readonly made: There} | undefined): void {
		const [piece, resolve] = this.#waiting.shift() ?? [];
		if (!piece || !resolve) return;
		if (answer) piece.there = answer;
		else piece.asked = undefined;
		resolve();
	}

	/** This thread does what was asked. */
	#lose(why: string): void {
		if (!this.#isGone) debug(`${this.#work.name}: the other thread is gone: ${why}`);
		this.#isGone = true;
		while (this.#waiting.length > 0) this.#end(undefined);
	}
}

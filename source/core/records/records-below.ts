import {availableParallelism} from 'node:os';
import {setImmediate} from 'node:timers/promises';
import {Worker} from 'node:worker_threads';
import {debug} from '../debug.ts';
import {packagePath} from '../package-root.ts';
import {type FoundSidecar, readFound, type SidecarFile, sidecarFilesBelow} from './sidecars-below.ts';
import {type UsualQuestion, type UsualRecord, usualRecords} from './usual-sidecars.ts';

export type FoundRecord =
	| FoundSidecar
	/** A usual sidecar: of one passport, under the name of its picture, which has not changed since. */
	| ({readonly path: string; readonly kind: 'record'} & UsualRecord);

/** Files that are read together. */
type Part = {
	readonly files: readonly SidecarFile[];
	/** What this thread has read of them while the other one read those before. */
	found?: readonly FoundRecord[];
	/** What the other thread has read of them. */
	answer?: string;
	asked?: Promise<void> | undefined;
};

/** Files of a part: what is read of a few is collected while it is young, which takes V8 a fraction of the time. */
const filesOfPart = 64;

/** Parts that are known ahead: a folder with fewer is read before another thread has started. */
const partsAhead = 24;

/** Of these the first ones, which are read ahead. */
const partsRead = 8;

/** Parts that the other thread has before it, so that it never waits. */
const partsAsked = 3;

/** Megabytes of the other thread for what lives only a while, and for all else. */
const threadMemory = {maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 64};

type Options = {
	/** The places on the pictures are asked for, too. */
	readonly withPlaces?: boolean | undefined;
	/** The file that the other thread runs. */
	readonly thread?: string;
};

/**
 * The same as `sidecarsBelow`, in the same order, of long folders by two threads: each reads what the other one has not
 * begun. Without a second core, or where the other thread fails, this one reads all.
 *
 * @throws AppError FILE_NOT_FOUND, NOT_READABLE
 */
export async function* recordsBelow(
	folder: string,
	{withPlaces = false, thread}: Options = {},
): AsyncGenerator<FoundRecord> {
	const files = sidecarFilesBelow(folder);
	const parts: Part[] = [];
	let reader: UsualReader | undefined;
	try {
		for (;;) {
			await fill(parts, files);
			const [first] = parts;
			if (!first) return;
			if (parts.length === partsAhead && availableParallelism() > 1) reader ??= new UsualReader(thread);
			reader?.askFor(parts.slice(1, partsRead), withPlaces);
			const isReading = first.asked !== undefined && first.answer === undefined;
			const free = isReading ? parts.slice(0, partsRead).find(part => !part.asked && !part.found) : undefined;
			if (free) free.found = [...readNow(free.files)];
			else if (isReading) await first.asked;
			else {
				parts.shift();
				yield* first.found ?? (first.answer === undefined ? readNow(first.files) : answered(first.files, first.answer));
			}
			// What else the program does has its turn, such as stopping.
			await setImmediate();
		}
	} finally {
		await reader?.close();
	}
}

async function fill(parts: Part[], files: AsyncGenerator<SidecarFile>): Promise<void> {
	while (parts.length < partsAhead) {
		const some: SidecarFile[] = [];
		while (some.length < filesOfPart) {
			const {value, done} = await files.next();
			if (done) break;
			some.push(value);
		}
		if (some.length === 0) return;
		parts.push({files: some});
	}
}

function* readNow(files: readonly SidecarFile[]): Iterable<FoundRecord> {
	for (const file of files) {
		const found = readFound(file);
		if (found) yield found;
	}
}

function* answered(files: readonly SidecarFile[], answer: string): Iterable<FoundRecord> {
	let index = 0;
	for (const usual of usualRecords(answer)) {
		const file = files[index++]!;
		if (usual) yield {path: file.path, kind: 'record', ...usual};
		else yield* readNow([file]);
	}
}

/** The thread that reads usual sidecars. It starts with the first question. */
class UsualReader {
	readonly #worker: Worker;
	/** Of parts without an answer, in their order. */
	readonly #waiting: (readonly [Part, () => void])[] = [];
	#isGone = false;

	constructor(path: string = packagePath('dist', 'usual-worker.js')) {
		this.#worker = new Worker(path, {resourceLimits: threadMemory});
		this.#worker.on('message', (answer: string) => this.#end(answer));
		this.#worker.on('error', ({message}) => this.#lose(message));
		this.#worker.on('exit', () => this.#lose('the thread ended'));
	}

	askFor(parts: readonly Part[], withPlaces: boolean): void {
		for (const part of parts) {
			if (this.#isGone || this.#waiting.length === partsAsked) return;
			if (part.asked || part.found || part.answer !== undefined) continue;
			part.asked = new Promise(resolve => void this.#waiting.push([part, resolve]));
			// Any other file is read by the thread that knows what to do with it.
			const paths = part.files.map(({path, kind}) => (kind === 'sidecar' ? path : ''));
			this.#worker.postMessage({paths, withPlaces} satisfies UsualQuestion);
		}
	}

	async close(): Promise<void> {
		this.#isGone = true;
		await this.#worker.terminate();
	}

	#end(answer: string | undefined): void {
		const [part, resolve] = this.#waiting.shift() ?? [];
		if (!part || !resolve) return;
		if (answer === undefined) part.asked = undefined;
		else part.answer = answer;
		resolve();
	}

	/** This thread reads what was asked. */
	#lose(why: string): void {
		if (!this.#isGone) debug(`records: the other thread is gone: ${why}`);
		this.#isGone = true;
		while (this.#waiting.length > 0) this.#end(undefined);
	}
}

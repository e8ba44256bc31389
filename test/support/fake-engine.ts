import type {Engine, Wait} from '../../source/core/engines/engine.ts';
import {AppError} from '../../source/core/errors.ts';
import type {PageReading, Reading} from '../../source/core/passport/model/reading.ts';
import type {Picture} from '../../source/core/pictures/picture.ts';
import {reading} from './records.ts';

export type FakeRead = {
	readonly picture: Picture;
	readonly signal: AbortSignal | undefined;
	progress(share: number): void;
	/** The service asks to come back later; without a wait the next try begins. */
	wait(wait?: Wait): void;
	/** With one passport, or with each of a page. */
	succeed(result?: Reading | PageReading): void;
	fail(error: unknown): void;
};

export type FakeEngine = Engine & {
	/** Every read that was begun, in order, settled or not. */
	readonly reads: readonly FakeRead[];
	/** The most that were being read at the same time. */
	readonly most: () => number;
	/** The next read that is begun and was not handed out yet. */
	next(): Promise<FakeRead>;
};

/**
 * An engine whose reads end when the test says so, never by a clock. With `answer` each read is answered at once; what
 * it throws fails the read. A read whose signal is aborted fails with CANCELLED.
 */
export function fakeEngine(
	options: Partial<Pick<Engine, 'id' | 'version' | 'concurrency'>> & {
		answer?: (picture: Picture) => Reading | PageReading;
	} = {},
): FakeEngine {
	const {answer, ...rest} = options;
	const reads: FakeRead[] = [];
	const waiting: ((read: FakeRead) => void)[] = [];
	let handedOut = 0;
	let running = 0;
	let most = 0;
	return {
		id: 'offline',
		version: '1',
		concurrency: 2,
		...rest,
		reads,
		most: () => most,
		async next() {
			const read = reads[handedOut++];
			return read ?? (await new Promise<FakeRead>(resolve => waiting.push(resolve)));
		},
		async read(picture, {signal, onProgress, onWait} = {}) {
			running++;
			most = Math.max(most, running);
			try {
				return await new Promise<PageReading>((resolve, reject) => {
					signal?.addEventListener('abort', () => reject(new AppError('CANCELLED')));
					const read: FakeRead = {
						picture,
						signal,
						progress: share => onProgress?.(share),
						wait: wait => onWait?.(wait),
						succeed: (result = reading()) => resolve(pageOf(result)),
						fail: reject,
					};
					reads.push(read);
					waiting.shift()?.(read);
					if (answer) resolve(pageOf(answer(picture)));
				});
			} finally {
				running--;
			}
		},
		async close() {},
	};
}

const pageOf = (result: Reading | PageReading): PageReading => ('engine' in result ? [result] : result);

/** An engine that reads the same invented passport in every picture, at once. */
export const readsAtOnce = (): FakeEngine => fakeEngine({answer: () => reading()});

import type {CallCount} from '../engines/calls.ts';
import type {Outcome} from '../records/record.ts';
import type {BatchItem} from './item.ts';

export type BatchPhase = 'running' | 'paused' | 'stopped' | 'done' | 'cancelled';

/** The queries and controls of a running batch. */
export type Batch = {
	/** One item a path, in the order of `paths`. */
	items(): readonly BatchItem[];
	phase(): BatchPhase;
	concurrency(): number;
	/** Milliseconds until everything is read; undefined when that cannot be said. */
	timeLeft(): number | undefined;
	/**
	 * The outcomes in the order of `paths`, as soon as there is nothing left to do, or the batch was cancelled or stopped:
	 * then pictures without an outcome are missing. Never rejects. `again` and `resume` work on afterwards, through events.
	 */
	readonly done: Promise<readonly Outcome[]>;
	/** Resolves when nothing is read or written any more, also of what was left out. Never rejects. */
	idle(): Promise<void>;
	/** Starts no further picture; those being read are finished. */
	pause(): void;
	resume(): void;
	/** For good. What is being read is given up and waits again. */
	cancel(): void;
	/** What became of the requests of its engine; undefined where none can be charged. */
	calls(): CallCount | undefined;
	/** Answers under way that may be charged: the cloud's, but not of a picture that waits for its next try. */
	owed(): number;
	/** For good, as `cancel`, but what is owed comes in first; nothing more is asked for. Resolves when all has ended. */
	end(): Promise<void>;
	/** Reads a picture again, before all others, whatever was kept of it; of one that could not be opened, that is taken. */
	again(path: string): void;
	leaveOut(path: string): void;
	/** Reads pictures that have come, or that are other ones than before, behind all others. */
	add(paths: readonly string[]): void;
	/** From 1 to 64. */
	setConcurrency(count: number): void;
};

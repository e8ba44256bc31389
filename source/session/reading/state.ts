import type {BatchItem, BatchPhase} from '../../core/batch/batch.ts';
import type {CallReport} from '../../core/batch/call-report.ts';

export type ReadingState = {
	readonly items: readonly BatchItem[];
	readonly phase: 'idle' | 'starting' | BatchPhase;
	/** Undefined while the list follows the work; from the first move on it stays where the person put it. */
	readonly cursor: number | undefined;
	readonly failedOnly: boolean;
	readonly concurrency: number;
	/** Milliseconds until everything is read, where that can be said. */
	readonly timeLeft: number | undefined;
	/** Milliseconds that were read for since the last reading began, without pauses; undefined before the first one. */
	readonly elapsed: number | undefined;
	/** Milliseconds since the epoch. */
	readonly now: number;
	/** What was asked of a service that charges, where one reads. */
	readonly calls?: CallReport | undefined;
	/** Pictures that a second, paid engine could read, once the person is asked. */
	readonly offer?: readonly string[] | undefined;
	/** Pictures of which something could not be kept beside them. The first is shown. */
	readonly unsaved: ReadonlySet<string>;
	/** Those of which it is kept in the user's own folder instead. */
	readonly held: ReadonlySet<string>;
	/** What was chosen for the batch: files and folders. */
	readonly roots: readonly string[];
	/** While their folders are watched: how many pictures have come. */
	readonly watched?: number | undefined;
};

/** What is not next to its pictures. */
export type UnsavedCounts = {
	/** Results that a person has not decided about, and that are nowhere on the disk. */
	readonly results: number;
	/** Passports with typed or decided values that are nowhere on the disk. */
	readonly decided: number;
	/** Passports whose typed or decided values are in the user's own folder. */
	readonly held: number;
};

import type {Engine} from '../engines/engine.ts';
import type {AppError} from '../errors.ts';
import type {CalendarDay} from '../passport/model/passport.ts';
import type {Picture} from '../pictures/picture.ts';
import type {ResultStore} from '../records/result-store.ts';
import type {BatchEvent} from './item.ts';

export type BatchOptions = {
	readonly paths: readonly string[];
	readonly engine: Engine;
	/** How many at a time; else what the engine advises. */
	readonly concurrency?: number;
	/** Read also what was read before. */
	readonly again?: boolean;
	/** An engine whose kept failures count as well: where another one only looks whether pictures have changed. */
	readonly insteadOf?: string | undefined;
	/** Leaves the other passports on a page as they are kept. */
	readonly onlyAsked?: boolean;
	/** Which pages of files with several are read; the caller leaves out page 1 where it is not among them. */
	readonly pages?: {readonly first: number; readonly last: number} | undefined;
	/** Keep results beside the pictures; default true. */
	readonly save?: boolean;
	/** Results by the content of their pictures. */
	readonly store?: ResultStore | undefined;
	/** Holds what was read packed: for thousands of pictures whose results are asked for once or twice. */
	readonly packed?: boolean;
	readonly today: CalendarDay;
	readonly now: () => Date;
	/** Cancels the batch. */
	readonly signal?: AbortSignal;
	/** Must not throw. */
	readonly onEvent?: (event: BatchEvent) => void;
	/**
	 * Whether after this error every further picture would fail as well: no quota, wrong credentials. `isGone`: this call
	 * and one before it did not reach the service, see `createOutage`.
	 */
	readonly stops?: (error: AppError, isGone: boolean) => boolean;
	/** Where pictures come from, when not from files. */
	readonly open?: (path: string) => Promise<Picture>;
};

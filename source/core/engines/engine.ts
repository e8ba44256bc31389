import type {ErrorCode} from '../errors.ts';
import type {Reading} from '../passport/model/reading.ts';
import type {Picture} from '../pictures/picture.ts';
import type {PictureNote} from './xiangyun/advice.ts';

export type EngineId = 'offline' | 'xiangyun';

/** Why and how long a picture waits for its next try. */
export type Wait = {
	readonly code: ErrorCode;
	readonly milliseconds: number;
	/** The try that comes then, and how many there will be at most. */
	readonly next: number;
	readonly of: number;
};

export type ReadOptions = {
	readonly signal?: AbortSignal;
	/** Called while a page is read, with the share done from 0 to 1 where the engine knows it. */
	readonly onProgress?: (share: number) => void;
	/** Told of what was done to the picture before it is sent, or what is to be expected of it. */
	readonly onNote?: (note: PictureNote) => void;
	/** Told when the service asks to come back later, and, without a wait, when the next try begins. */
	readonly onWait?: (wait: Wait | undefined) => void;
};

/**
 * Who reads a page. An engine sees pixels (or bytes) and returns what it saw; it judges nothing.
 * `read` throws AppError: NO_PASSPORT_FOUND, OTHER_DOCUMENT (details.shape), TOO_SMALL, CANCELLED, …
 */
export type Engine = {
	readonly id: EngineId;
	/** Version of the reading itself; a kept result is read again when it changes. */
	readonly version: string;
	/** How many pictures are worth reading at the same time. */
	readonly concurrency: number;
	read(picture: Picture, options?: ReadOptions): Promise<Reading>;
	close(): Promise<void>;
};

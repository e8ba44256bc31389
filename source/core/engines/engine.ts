import type {Worker} from 'node:worker_threads';
import type {ErrorCode} from '../errors.ts';
import type {DocumentClass} from '../passport/model/document.ts';
import type {Reason} from '../passport/model/passport.ts';
import type {PageReading} from '../passport/model/reading.ts';
import type {Picture, PictureFormat} from '../pictures/picture.ts';
import type {CallCount} from './calls.ts';

/** Why and how long a picture waits for its next try. */
export type Wait = {
	readonly code: ErrorCode;
	readonly milliseconds: number;
	/** The try that comes then, and how many there will be at most. */
	readonly next: number;
	readonly of: number;
};

/** What was done to a picture before it is sent, or what is to be expected of it. Nothing in it is an error. */
export type PictureNote =
	/** Bytes before and after. */
	| {readonly code: 'reduced'; readonly from: number; readonly to: number}
	| {readonly code: 'converted'; readonly from: PictureFormat; readonly to: 'jpeg'}
	/** Pixels; the service may not be able to read it. */
	| {readonly code: 'small'; readonly width: number; readonly height: number}
	/** The file ends before the picture does: the part that is in it was sent. */
	| {readonly code: 'cut'}
	/** Why the lines are hard to read, for which a person must look: what to change in another picture. */
	| {readonly code: 'advice'; readonly reason: Reason};

export type ReadOptions = {
	readonly signal?: AbortSignal;
	/** Called while a page is read, with the share done from 0 to 1 where the engine knows it. */
	readonly onProgress?: (share: number) => void;
	/** Receives what was done to the picture before it is sent, or what is to be expected of it. */
	readonly onNote?: (note: PictureNote) => void;
	/** Called when the service asks to come back later, and, without a wait, when the next try begins. */
	readonly onWait?: (wait: Wait | undefined) => void;
};

/**
 * Reads a page. An engine sees pixels (or bytes) and returns what it saw; it judges nothing.
 * `read` throws AppError: NO_PASSPORT_FOUND, OTHER_DOCUMENT (details.shape), TOO_SMALL, CANCELLED, …
 */
export type Engine = {
	/** What it reads; passports alone where it does not say. Whatever else is on a page is named and refused. */
	readonly documents?: readonly DocumentClass[];
	/** One of the registry. */
	readonly id: string;
	/** Version of the reading itself; a kept result is read again when it changes. */
	readonly version: string;
	/** How many pictures are worth reading at the same time. */
	readonly concurrency: number;
	/** One reading a passport on the page, in reading order; what it saw and could not read is an issue of the first. */
	read(picture: Picture, options?: ReadOptions): Promise<PageReading>;
	/** What became of the requests so far; present where each may be charged. */
	readonly calls?: (() => CallCount) | undefined;
	close(): Promise<void>;
};

/** What a place may need to know of an engine; no place compares its name. */
export type EngineTraits = {
	/** Each `read` may be charged: what it answered, a failure too, is never asked for again, whatever its version. */
	readonly paid: boolean;
	/** Pictures leave this computer: a person must agree first. */
	readonly remote: boolean;
	/** Its raw answer is kept with the record. */
	readonly keepsAnswer: boolean;
	/** It can be asked to leave the printed text out (`mrzAlone`); otherwise it reads it always or never. */
	readonly asksForPrinted: boolean;
	/** What it can read. */
	readonly documents: readonly DocumentClass[];
};

export type Credentials = {readonly key: string; readonly secret: string};

/** What engines are made with; each takes what it needs. */
export type EngineOptions = {
	readonly credentials?: Credentials | undefined;
	/** A server of the user's own instead of the vendor's. */
	readonly endpoint?: string | undefined;
	/** The option, variable or setting that has it, for messages. */
	readonly endpointFrom?: string | undefined;
	/** How many requests may be sent in all, repetitions too; each further picture fails with CALL_LIMIT {limit}. */
	readonly maxCalls?: number | undefined;
	/** Leave the printed text out, where the engine reads it only on demand (`asksForPrinted`). */
	readonly mrzAlone?: boolean;
	/** What reads on this computer runs when the program's own thread does not want to, which answers keys. */
	readonly givesWay?: boolean | undefined;
	/** Gives a thread that was started before the program was loaded, once; it reads as one of the engine's own. */
	readonly takeThread?: (() => Worker | undefined) | undefined;
	/** What is read; passports alone by default. */
	readonly documents?: readonly DocumentClass[] | undefined;
	/** Milliseconds until one call is given up, and until it is tried again. */
	readonly callTimeout?: number;
	readonly retryDelay?: number;
};

/** Where pictures are sent. */
export type Destination = {
	/** Host and port as a person is shown them before anything is sent there. */
	readonly host: string;
	/** The vendor's own service; otherwise a server of the user's own. */
	readonly official: boolean;
};

/** What looks odd about credentials. Never a reason to refuse them: only the service knows. */
export type CredentialsHint = 'swapped' | 'key-shape' | 'secret-shape' | 'same';

/** What a trial call found out about an account. */
export type ConnectionVerdict =
	| 'accepted'
	| 'refused'
	| 'noQuota'
	| 'noBalance'
	| 'noProduct'
	/** The service answered, but the answer does not say. */
	| 'unclear';

export type ConnectionResult = {
	readonly verdict: ConnectionVerdict;
	/** The service's own number and words, where it had some. */
	readonly said?: string;
};

/** A trial of an account, which sends a blank picture, key and secret to `host` and may cost one call. */
export type ConnectionTest = Destination & {
	/** @throws AppError NETWORK, TIMEOUT, BAD_RESPONSE, SERVICE_BUSY, CANCELLED: nothing is known then */
	run(signal?: AbortSignal): Promise<ConnectionResult>;
};

/** The account of an engine that needs one: key, secret, and the address of the server. */
export type EngineAccount = {
	/** The vendor's address. */
	readonly address: string;
	/** @throws AppError USAGE for an address that cannot be used */
	destination(endpoint?: string, from?: string): Destination;
	hints(credentials: Credentials): readonly CredentialsHint[];
	/** @throws AppError USAGE for an address that cannot be used */
	test(options: EngineOptions): Promise<ConnectionTest>;
};

/** A kept raw answer, and of which picture it is. */
export type KeptAnswer = {
	readonly sha256: string;
	/** From 1. */
	readonly page: number;
	readonly answer: Readonly<Record<string, string>>;
	/** How many passports the service saw in the picture. */
	readonly passports: number;
};

/** An entry of the registry. */
export type EngineEntry = EngineTraits & {
	readonly id: string;
	readonly account?: EngineAccount;
	/**
	 * Loads the engine when it is asked for.
	 *
	 * @throws AppError CONFIG_MISSING without the credentials it needs; USAGE, NETWORK for an address that cannot be used
	 */
	create(options: EngineOptions): Promise<Engine>;
	/**
	 * An engine that repeats kept answers: no call, no account. `read` throws FILE_NOT_FOUND for a picture without one.
	 * Present where `keepsAnswer` is true.
	 */
	replay?(answers: readonly KeptAnswer[], concurrency: number): Promise<Engine>;
};

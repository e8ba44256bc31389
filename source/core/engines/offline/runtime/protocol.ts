import type {ErrorDetails} from '../../../errors.ts';
import type {DocumentClass} from '../../../passport/model/document.ts';
import type {PageReading} from '../../../passport/model/reading.ts';
import type {Picture} from '../../../pictures/picture.ts';

/** What is to be read: which documents, and of passports the MRZ alone or also the printed text above it. */
export type Asked = {readonly mrzAlone: boolean; readonly documents: readonly DocumentClass[]};
/** What the engine asks of a worker thread, and what it gets back. */
export type Job = Asked & {
	readonly id: number;
	readonly picture: Picture;
	/** Shared by all threads that decode. */
	readonly decodingRoom: Int32Array;
};
/** No caller waits for this job any more. */
export type Cancellation = {readonly cancel: number};
/** A decoder works that cannot be interrupted, or has ended. */
export type Decoding = {readonly isDecoding: boolean};
export type Answer =
	| {readonly id: number; readonly readings: PageReading}
	| {readonly id: number; readonly error: {readonly code: string; readonly details: ErrorDetails}};
/** What a reading thread asks of PP-OCRv4's recogniser, which all share, and what comes back; the numbers of both are in memory that threads share. */
export type Question = {
	readonly question: number;
	readonly data: Float32Array;
	readonly dims: readonly number[];
};
/** The general network will probably be asked soon. */
export type Wake = {readonly wakesGeneral: true};
export type Run = {readonly question: number} & (
	| {readonly data: Float32Array; readonly dims: readonly number[]}
	| {readonly failure: string}
);
/** What a thread is for, as a word; its `workerData`. Other functions read printed text. */
export type WithPurpose = {readonly purpose: 'mrz' | 'page'};

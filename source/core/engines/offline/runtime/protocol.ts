import type {ErrorDetails} from '../../../errors.ts';
import type {PageReading} from '../../../passport/model/reading.ts';
import type {Picture} from '../../../pictures/picture.ts';

/** What the engine asks of a worker thread, and what it gets back. `mrzAlone`: without the printed text above the MRZ. */
export type Job = {readonly id: number; readonly picture: Picture; readonly mrzAlone: boolean};
/** No caller waits for this job any more. */
export type Cancellation = {readonly cancel: number};
export type Answer =
	| {readonly id: number; readonly readings: PageReading}
	| {readonly id: number; readonly error: {readonly code: string; readonly details: ErrorDetails}};

import type {Engine} from '../engines/engine.ts';
import type {PassportRecord} from './record.ts';

/**
 * Whether a kept record stands instead of a new reading by `engine`. A person's work is never read over, what was paid
 * for is never paid again, and another engine or version of an engine of ours reads anew. A version `1+more` has read
 * what `1` reads, and more.
 */
export const keeps = (record: PassportRecord, engine: Pick<Engine, 'id' | 'version'>): boolean =>
	isTouched(record) ||
	record.engine === 'xiangyun' ||
	(record.engine === engine.id &&
		(record.engineVersion === engine.version || record.engineVersion.startsWith(`${engine.version}+`)));

/** A person has decided, confirmed or changed something. */
export const isTouched = ({review}: PassportRecord): boolean =>
	review.state !== 'unreviewed' || review.confirmed.length > 0 || Object.keys(review.edits).length > 0;

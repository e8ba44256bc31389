import {traitsOf} from '../engines/choice.ts';
import type {Engine} from '../engines/engine.ts';
import type {PassportRecord} from './record.ts';

/**
 * Whether a kept record is used instead of a new reading by `engine`. A person's work is never read over, what was paid
 * for is never paid again (an engine of a later version may have cost something), and what a free engine has read is read
 * again by another engine or version.
 */
export const isReusable = (record: PassportRecord, engine: Pick<Engine, 'id' | 'version'>): boolean =>
	isTouched(record) ||
	traitsOf(record.engine).paid ||
	(engine.id === record.engine && hasRead(record.engineVersion, engine));

/** A version `1+more` has read what `1` reads, and more. */
export const hasRead = (version: string, engine: Pick<Engine, 'version'>): boolean =>
	version === engine.version || version.startsWith(`${engine.version}+`);

/** A person has decided, confirmed or changed something. */
export const isTouched = ({review}: PassportRecord): boolean =>
	review.state !== 'unreviewed' || review.confirmed.length > 0 || Object.keys(review.edits).length > 0;

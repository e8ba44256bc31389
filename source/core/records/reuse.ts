import {traitsOf} from '../engines/choice.ts';
import type {Engine} from '../engines/engine.ts';
import {isAskedFor} from '../passport/model/document.ts';
import type {PassportRecord} from './record.ts';

/**
 * Whether a kept record is used instead of a new reading by `engine`. A person's work is never read over, what was paid
 * for is never paid again (an engine of a later version may have cost something), and what a free engine has read is read
 * again by another engine or version, or when it is no document that is asked for.
 */
export const isReusable = (record: PassportRecord, engine: Pick<Engine, 'id' | 'version' | 'documents'>): boolean =>
	isTouched(record) ||
	traitsOf(record.engine).paid ||
	(engine.id === record.engine &&
		hasRead(record.engineVersion, engine) &&
		isAskedFor(record.passport.shape, engine.documents));

/** A version `1+one+more` has read what `1` and `1+more` read, and more. */
export function hasRead(version: string, engine: Pick<Engine, 'version'>): boolean {
	const [begin, ...parts] = version.split('+');
	const [asked, ...others] = engine.version.split('+');
	return begin === asked && others.every(part => parts.includes(part));
}

/** A person has decided, confirmed or changed something. */
export const isTouched = ({review}: PassportRecord): boolean =>
	review.state !== 'unreviewed' || review.confirmed.length > 0 || Object.keys(review.edits).length > 0;

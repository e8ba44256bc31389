import type {FieldKey} from '../passport/model/fields.ts';
import type {PassportRecord} from './record.ts';

/**
 * Whether a person has decided about a value: confirmed it, or typed it. What was typed before the kept file was changed by
 * another program is no decision about what that says now.
 */
export const isDecided = ({passport, review}: PassportRecord, key: FieldKey): boolean =>
	review.confirmed.includes(key) ||
	(review.edits[key] !== undefined &&
		!passport.issues.some(({code, field}) => code === 'changed-outside' && field === key));

/** Whether a passport is still to check: not proven, and no person has decided about it. */
export const isToCheck = ({passport, review}: PassportRecord): boolean =>
	passport.status !== 'clean' && review.state === 'unreviewed';

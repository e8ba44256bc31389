import type {PassportRecord} from '../records/record.ts';
import {lastAnswer} from '../remember.ts';

type Records = readonly PassportRecord[];

/**
 * The places that have another record now, or one where there was none. Several ask about the same two moments after each
 * key, and looking through thousands is felt at a key: the last answer is kept.
 */
export const changedPlaces = lastAnswer((before: Records, after: Records): readonly number[] =>
	before === after ? [] : [...after.keys()].filter(index => after[index] !== before[index]),
);

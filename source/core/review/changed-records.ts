import type {PassportRecord} from '../records/record.ts';

type Records = readonly PassportRecord[];

let last: {readonly before: Records; readonly after: Records; readonly places: readonly number[]} | undefined;

/**
 * The places at which another record stands now, or one where none stood. Several ask about the same two moments after
 * each key, and looking through thousands is felt at a key: the last answer is kept.
 */
export function changedPlaces(before: Records, after: Records): readonly number[] {
	if (before === after) return [];
	if (last?.before !== before || last.after !== after) {
		const places: number[] = [];
		for (let index = 0; index < after.length; index++) if (after[index] !== before[index]) places.push(index);
		last = {before, after, places};
	}
	return last.places;
}

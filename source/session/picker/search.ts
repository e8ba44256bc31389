import {folded, type PickerEntry, withoutPages} from './entry.ts';
import {inserted, type Sort} from './order.ts';

/**
 * A filter at work. It goes through the list in stretches of bounded length, one an event: the first matches are there
 * with the key, whatever the length of the list.
 */
export type Search = {
	/** As compared; never empty. */
	readonly wanted: string;
	/** What is gone through, in the order shown, and how far it has come. */
	readonly source: readonly PickerEntry[];
	readonly done: number;
	/** What was found so far, in the order shown. */
	readonly matches: readonly PickerEntry[];
	/** Found meanwhile in what came later; laid into the matches at the end. */
	readonly late: readonly PickerEntry[];
};

/** Names looked at in one event: a millisecond or two, which the next key may have to wait. */
const stretch = 8000;

export const isComplete = ({done, source}: Search): boolean => done >= source.length;

/** The search for a text; a text that continues the one before looks only at what that one has found. */
export function searchFor(text: string, found: readonly PickerEntry[], before: Search | undefined): Search | undefined {
	const wanted = folded(text.trim());
	if (wanted === '') return undefined;
	if (before?.wanted === wanted) return before;
	const narrower = before && isComplete(before) && wanted.includes(before.wanted);
	return goOnSearching({
		wanted,
		source: narrower ? withoutPages(before.matches) : found,
		done: 0,
		matches: [],
		late: [],
	});
}

/** One stretch more. */
export function goOnSearching(search: Search, upTo = search.done + stretch): Search {
	const {wanted, source, late} = search;
	const end = Math.min(source.length, upTo);
	// The list grows with the search, which is not shared while it is at work: copying it each time would cost
	// more than the search.
	const matches = [...search.matches];
	for (let at = search.done; at < end; at++) if (source[at]!.words.includes(wanted)) matches.push(source[at]!);
	return {wanted, source, done: end, matches, late};
}

/** The whole of it at once: for a key that takes all that match. */
export const finished = (search: Search): Search =>
	isComplete(search) ? search : goOnSearching(search, search.source.length);

/** What was found on disk meanwhile, sorted by name. */
export function withLate(search: Search, some: readonly PickerEntry[]): Search {
	const fits = some.filter(({words}) => words.includes(search.wanted));
	return fits.length > 0 ? {...search, late: inserted(search.late, fits)} : search;
}

/** As soon as the search is through, what came later is laid into the list; into one that is not by name, behind it. */
export function settled(search: Search, sort: Sort): Search {
	if (!isComplete(search) || search.late.length === 0) return search;
	const {matches, late} = search;
	return {...search, matches: sort === 'name' ? inserted(matches, late) : [...matches, ...late], late: []};
}

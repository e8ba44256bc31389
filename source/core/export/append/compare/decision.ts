import {grouped} from '../../../grouped.ts';
import {isToCheck} from '../../../records/is-decided.ts';
import {namesInLists} from '../../../records/picture-names.ts';
import type {PassportRecord} from '../../../records/record.ts';
import {handOf} from '../../columns.ts';
import type {KnownList} from '../known-list.ts';
import {wordSaid} from '../words/value-words.ts';

/** What a list says that a person decided about a passport, and what they have decided by now; equal where that is no other. */
export type Decision = {readonly listed: string; readonly now: string};

/** Rows of a list that have an earlier decision. */
export type EarlierDecision = Decision & {readonly rows: readonly number[]};

/**
 * @param said Returns what the row says in a column.
 * @param words Those in which the list says it.
 */
export function decisionOf(
	record: PassportRecord,
	said: (key: string) => string,
	{words, languages}: Pick<KnownList, 'words' | 'languages'>,
): Decision {
	const hand = handOf(record.review);
	const now = words.review[hand];
	const isUndecided = record.review.state === 'unreviewed';
	// The row may be of another picture of the passport, about which a person decided.
	if (isUndecided && !namesInLists(record.path).includes(said('source_image'))) return {listed: now, now};
	const listed = said('review');
	if (listed !== '') {
		const state = wordSaid(listed, 'review', languages);
		return {listed: state && state.means !== hand ? state.word : now, now};
	}
	const open = wordSaid(said('remarks'), 'status', languages)?.word;
	return {listed: open === undefined || isUndecided || isToCheck(record) ? now : open, now};
}

/** The rows whose decision is an earlier one. A row of several pictures is none where that of one agrees. */
export function decisionsIn(found: readonly (Decision & {readonly row: number})[]): readonly EarlierDecision[] {
	const agreed = new Set(found.flatMap(({row, listed, now}) => (listed === now ? [row] : [])));
	const differing = found.filter(({row}) => !agreed.has(row));
	return [...grouped(differing, ({listed, now}) => [`${listed}\n${now}`]).values()].map(same => ({
		listed: same[0]!.listed,
		now: same[0]!.now,
		rows: [...new Set(same.map(({row}) => row))].sort((a, b) => a - b),
	}));
}

import type {FieldValue} from '../passport/passport.ts';
import type {PassportRecord} from '../records/record.ts';
import {isOpen, needsLook} from './doubts.ts';
import type {ReviewState} from './state.ts';

export const currentRecord = (state: ReviewState): PassportRecord | undefined => state.records[state.current];

export const currentField = (state: ReviewState): FieldValue | undefined =>
	currentRecord(state)?.passport.fields.find(field => field.key === state.field);

/** Where a passport stands; every record counts once, those put off only as `skipped`. */
export type ReviewMark = 'accepted' | 'edited' | 'rejected' | 'skipped' | 'check' | 'clean';

/** The decision where there is one; else whether it was put off, and what it needs. */
export function markOf(state: Pick<ReviewState, 'skipped'>, record: PassportRecord): ReviewMark {
	if (record.review.state !== 'unreviewed') return record.review.state;
	if (state.skipped.has(record.path)) return 'skipped';
	return needsLook(record) ? 'check' : 'clean';
}

export type ReviewCounts = Readonly<Record<ReviewMark, number>> & {readonly total: number; readonly left: number};

/** Reckoned once for each list of records: the screen asks several times at every key, of thousands. */
const countsKnown = new WeakMap<
	ReviewState['records'],
	{readonly skipped: ReviewState['skipped']; readonly counts: ReviewCounts}
>();

/** `left`: no person has decided yet, put off or not. */
export function reviewCounts(state: ReviewState): ReviewCounts {
	const known = countsKnown.get(state.records);
	if (known?.skipped === state.skipped) return known.counts;
	const counts = countAll(state);
	countsKnown.set(state.records, {skipped: state.skipped, counts});
	return counts;
}

function countAll(state: ReviewState): ReviewCounts {
	const counts = {accepted: 0, edited: 0, rejected: 0, skipped: 0, check: 0, clean: 0, total: 0, left: 0};
	for (const record of state.records) {
		counts[markOf(state, record)]++;
		counts.total++;
		if (isOpen(record)) counts.left++;
	}
	return counts;
}

/** What an event changed and has to be kept on disk. Records that came meanwhile are kept already. */
export function changedRecords(before: ReviewState, after: ReviewState): readonly PassportRecord[] {
	if (before.records === after.records) return [];
	const changed: PassportRecord[] = [];
	// A loop: a function called for each of thousands is felt at a key.
	for (let index = 0; index < before.records.length; index++) {
		const now = after.records[index];
		if (now && now !== before.records[index]) changed.push(now);
	}
	return changed;
}

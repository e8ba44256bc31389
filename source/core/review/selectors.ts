import type {FieldValue} from '../passport/passport.ts';
import type {PassportRecord} from '../records/record.ts';
import {changedPlaces} from './changed-records.ts';
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

type Counts = Record<ReviewMark | 'total' | 'left', number>;

type Counted = Pick<ReviewState, 'records' | 'skipped'> & {
	readonly counts: Counts;
	readonly places: Map<string, number>;
};

let last: Counted | undefined;

/**
 * `left`: no person has decided yet, put off or not. Reckoned from what changed since the last time: to look into each
 * of thousands of records is felt at a key.
 */
export function reviewCounts(state: ReviewState): ReviewCounts {
	if (last?.records !== state.records || last.skipped !== state.skipped) {
		last = (last && recount(last, state)) ?? recount(nothing(), state)!;
	}
	return last.counts;
}

const nothing = (): Counted => ({
	records: [],
	skipped: new Set(),
	counts: {accepted: 0, edited: 0, rejected: 0, skipped: 0, check: 0, clean: 0, total: 0, left: 0},
	places: new Map(),
});

/** Undefined when other pictures stand where those of `before` stood. */
function recount(before: Counted, {records, skipped}: ReviewState): Counted | undefined {
	if (records.length < before.records.length) return undefined;
	const {places} = before;
	const counts = {...before.counts};
	const changed = new Set(changedPlaces(before.records, records));
	for (const path of differing(before.skipped, skipped)) {
		const place = places.get(path);
		if (place !== undefined) changed.add(place);
	}
	for (const index of changed) {
		const now = records[index]!;
		const then = before.records[index];
		if (then && then.path !== now.path) return undefined;
		if (then) add(counts, before, then, -1);
		else places.set(now.path, index);
		add(counts, {skipped}, now, 1);
	}
	return {records, skipped, counts, places};
}

function differing(before: ReadonlySet<string>, after: ReadonlySet<string>): readonly string[] {
	if (before === after) return [];
	return [...[...before].filter(path => !after.has(path)), ...[...after].filter(path => !before.has(path))];
}

function add(counts: Counts, state: Pick<ReviewState, 'skipped'>, record: PassportRecord, share: 1 | -1): void {
	counts[markOf(state, record)] += share;
	counts.total += share;
	if (isOpen(record)) counts.left += share;
}

/** What an event changed and has to be kept on disk. Records that came meanwhile are kept already. */
export function changedRecords(before: ReviewState, after: ReviewState): readonly PassportRecord[] {
	return changedPlaces(before.records, after.records)
		.filter(place => place < before.records.length)
		.map(place => after.records[place]!);
}

import type {FieldValue} from '../passport/model/passport.ts';
import type {PassportRecord} from '../records/record.ts';
import {isUnread} from '../records/unread-record.ts';
import {needsLookIn} from './among.ts';
import {changedPlaces} from './changed-records.ts';
import {shownRows} from './empty-rows.ts';
import {affectedPlaces} from './related-records.ts';
import type {ReviewState} from './state.ts';
import {withConflicts} from './with-conflicts.ts';

/** The open passport, with its empty rows while the cursor is on one. */
export const currentRecord = ({records, current, field}: ReviewState): PassportRecord | undefined => {
	const record = records[current];
	return record && shownRows(record, field);
};

/** The open passport as it is shown: with what other pictures contradict. */
export const comparedRecord = (state: ReviewState): PassportRecord | undefined => {
	const record = currentRecord(state);
	return record && withConflicts(state.records, record);
};

export const currentField = (state: ReviewState): FieldValue | undefined =>
	currentRecord(state)?.passport.fields.find(field => field.key === state.field);

/** The state of a passport's review; every record counts once, those put off only as `skipped`. */
export type ReviewMark = 'accepted' | 'edited' | 'rejected' | 'skipped' | 'check' | 'clean' | 'unread';

/** The decision where there is one; else whether it was put off, and what it needs. */
export function markOf(state: Pick<ReviewState, 'skipped' | 'records'>, record: PassportRecord): ReviewMark {
	if (record.review.state !== 'unreviewed') return record.review.state;
	if (isUnread(record)) return 'unread';
	if (state.skipped.has(record.path)) return 'skipped';
	return needsLookIn(state.records, record) ? 'check' : 'clean';
}

export type ReviewCounts = Readonly<Record<ReviewMark, number>> & {readonly total: number; readonly left: number};

type Counts = Record<ReviewMark | 'total' | 'left', number>;

type Counted = Pick<ReviewState, 'records' | 'skipped'> & {
	readonly counts: Counts;
	readonly places: Map<string, number>;
	/** By place, as they are counted: a decision about one record can change the mark of another one. */
	readonly marks: ReviewMark[];
};

let last: Counted | undefined;

/**
 * Counts records by their marks. `left`: no person has decided yet, put off or not. Updates the counts from the changed
 * records only.
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
	counts: {accepted: 0, edited: 0, rejected: 0, skipped: 0, check: 0, clean: 0, unread: 0, total: 0, left: 0},
	places: new Map(),
	marks: [],
});

/** Undefined when other pictures are in the places of `before`. */
function recount(before: Counted, {records, skipped}: ReviewState): Counted | undefined {
	if (records.length < before.records.length) return undefined;
	const {places, marks} = before;
	const counts = {...before.counts};
	const changed = new Set(affectedPlaces(before.records, records));
	for (const path of differing(before.skipped, skipped)) {
		const place = places.get(path);
		if (place !== undefined) changed.add(place);
	}
	for (const index of changed) {
		const now = records[index]!;
		const then = before.records[index];
		if (then && then.path !== now.path) return undefined;
		if (then) add(counts, marks[index]!, -1);
		else places.set(now.path, index);
		marks[index] = markOf({skipped, records}, now);
		add(counts, marks[index], 1);
	}
	return {records, skipped, counts, places, marks};
}

function differing(before: ReadonlySet<string>, after: ReadonlySet<string>): readonly string[] {
	if (before === after) return [];
	return [...[...before].filter(path => !after.has(path)), ...[...after].filter(path => !before.has(path))];
}

function add(counts: Counts, mark: ReviewMark, share: 1 | -1): void {
	counts[mark] += share;
	counts.total += share;
	if (mark === 'skipped' || mark === 'check' || mark === 'clean') counts.left += share;
}

/** What an event changed and has to be kept on disk. Records that came meanwhile are kept already. */
export function changedRecords(before: ReviewState, after: ReviewState): readonly ChangedRecord[] {
	return changedPlaces(before.records, after.records)
		.filter(place => place < before.records.length)
		.map(place => ({record: after.records[place]!, before: before.records[place]!}));
}

/** A record after a decision, and before it. */
export type ChangedRecord = {readonly record: PassportRecord; readonly before: PassportRecord};

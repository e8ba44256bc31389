import {isAboutPicture} from '../records/failures.ts';
import type {PassportRecord} from '../records/record.ts';
import {isUnread} from '../records/unread-record.ts';
import {changedPlaces} from '../review/changed-records.ts';
import type {ReviewState, Step} from '../review/state.ts';
import type {EntryCursor, JournalEntry, StepEntry} from './entry.ts';
import {recordDiff} from './record-diff.ts';

/** All that a journal of this moment has to hold of the review, to begin one with. */
export const wholeReview = (review: ReviewState): readonly JournalEntry[] => [
	...newRecords(review, 0),
	...history(review),
];

/**
 * What happened between two moments of one review. Looks at what is new only: its cost does not grow with the batch,
 * unless a picture was read again.
 */
export function between(before: ReviewState, after: ReviewState): readonly JournalEntry[] {
	if (before === after) return [];
	return [...recordsBetween(before, after), ...historyBetween(before, after)];
}

function recordsBetween(before: ReviewState, after: ReviewState): readonly JournalEntry[] {
	if (before.records === after.records) return [];
	const again = changedPlaces(before.records, after.records).flatMap(place => {
		const record = after.records[place];
		const old = before.records[place];
		return record && old && isNews(old, record) ? [{path: record.path, sha256: record.sha256}] : [];
	});
	return [
		...(again.length > 0 ? [{type: 'records', records: again} as const] : []),
		...newRecords(after, before.records.length),
	];
}

/** Where a picture was left out, another one has its place, which may have come at the same moment. */
const isNews = (old: PassportRecord, record: PassportRecord): boolean =>
	old.path === record.path ? old.sha256 !== record.sha256 || (!isNoted(old) && isNoted(record)) : isNoted(record);

/** Whether something of a picture is beside it, to come back to: of a failure of the network there is not. */
const isNoted = (record: PassportRecord): boolean => !isUnread(record) || (record.failures ?? []).some(isAboutPicture);

function newRecords({records}: ReviewState, from: number): readonly JournalEntry[] {
	const fresh = records
		.slice(from)
		.filter(isNoted)
		.map(({path, sha256}) => ({path, sha256}));
	return fresh.length > 0 ? [{type: 'records', records: fresh}] : [];
}

function historyBetween(before: ReviewState, after: ReviewState): readonly JournalEntry[] {
	if (before.past === after.past && before.future === after.future) return [];
	const longer = after.past.length - before.past.length;
	const [wasLast, isLast] = [before.past.at(-1), after.past.at(-1)];
	if (longer === 1 && isLast === before.future.at(-1)) return [{type: 'redo'}];
	if (longer === 1 && after.future.length === 0 && after.past.at(-2) === wasLast) return [stepEntry(after, isLast!)];
	if (longer === -1 && wasLast === after.future.at(-1)) return [{type: 'undo'}];
	if (sameSteps(before.past, after.past) && sameSteps(before.future, after.future)) return [];
	return [{type: 'anew'}, ...history(after)];
}

const sameSteps = (a: readonly Step[], b: readonly Step[]): boolean =>
	a.length === b.length && a.every((step, index) => step === b[index]);

/** Every step, then as many undone as were undone. */
const history = (review: ReviewState): readonly JournalEntry[] => [
	...[...review.past, ...review.future.toReversed()].map(step => stepEntry(review, step)),
	...review.future.map(() => ({type: 'undo'}) as const),
];

function stepEntry(review: ReviewState, {decision, changes, skipped, from, to}: Step): StepEntry {
	const cursor = ({current, field}: Step['from']): EntryCursor => {
		const path = review.records[current]?.path;
		return path === undefined ? {field} : {path, field};
	};
	return {
		type: 'step',
		decision,
		changes: changes.map(({before, after}) => ({
			path: after.path,
			read: after.recognizedAt,
			...recordDiff(before, after),
		})),
		...(skipped
			? {
					skipped: {
						add: [...skipped.after].filter(path => !skipped.before.has(path)),
						drop: [...skipped.before].filter(path => !skipped.after.has(path)),
					},
				}
			: {}),
		from: cursor(from),
		to: cursor(to),
	};
}

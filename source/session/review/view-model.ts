import type {Alternative} from '../../core/passport/model/passport.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import {isUnread} from '../../core/records/unread-record.ts';
import {lastAnswer, onceForEach} from '../../core/remember.ts';
import {familiesTogether} from '../../core/review/families-together.ts';
import type {ReviewState} from '../../core/review/review.ts';
import {currentField, markOf, type ReviewMark, reviewCounts} from '../../core/review/selectors.ts';
import {putsFamiliesTogether} from '../export/column-choice.ts';
import type {RowKind} from '../export/state.ts';
import type {Mark} from '../mark.ts';
import type {AppState} from '../state.ts';

export {isEmptyRow} from '../../core/review/empty-rows.ts';
export {comparedRecord, currentField, currentRecord, reviewCounts} from '../../core/review/selectors.ts';

export const alternativesHere = (review: ReviewState): readonly Alternative[] =>
	(currentField(review)?.alternatives ?? []).slice(0, 9);

export const cleanWaiting = (review: ReviewState): number => reviewCounts(review).clean;

const marks: Readonly<Record<ReviewMark, Mark>> = {
	accepted: 'good',
	edited: 'edited',
	rejected: 'skipped',
	skipped: 'look',
	check: 'look',
	clean: 'good',
	unread: 'bad',
};

export const recordMark = (review: ReviewState, record: PassportRecord): Mark => marks[markOf(review, record)];

const recordsByPath = onceForEach(
	(records: ReviewState['records']) => new Map(records.map(record => [record.path, record])),
);

/** The record of a picture as it is now, with what a person did to it. */
export const currentRecordOf = ({review}: Pick<AppState, 'review'>, path: string): PassportRecord | undefined =>
	recordsByPath(review.records).get(path);

const kindOf = ({review}: PassportRecord): RowKind => (review.state === 'unreviewed' ? 'unchecked' : review.state);

/** Where each picture is among all: in their order, or in that with families side by side. */
const placesIn = lastAnswer(
	(items: AppState['reading']['items'], records: ReviewState['records'], together: boolean) => {
		const order = new Map(items.map(({path}, index) => [path, index]));
		if (!together) return order;
		const place = ({path}: PassportRecord) => order.get(path) ?? Number.MAX_SAFE_INTEGER;
		const inOrder = [...records].sort((a, b) => place(a) - place(b));
		return new Map(familiesTogether(inOrder).map(({path}, index) => [path, index]));
	},
);

/** The records of the kinds that are to be written, in the order of the pictures or by families. */
export function exportRecords(
	{review, exporting, reading}: AppState,
	kinds: AppState['exporting']['rows'] = exporting.rows,
): readonly PassportRecord[] {
	const order = placesIn(reading.items, review.records, putsFamiliesTogether(exporting));
	const place = ({path}: PassportRecord) => order.get(path) ?? Number.MAX_SAFE_INTEGER;
	return review.records
		.filter(record => !isUnread(record) && kinds[kindOf(record)])
		.sort((a, b) => place(a) - place(b));
}

/** All who were read: those of the chosen kinds, and all others that no person has rejected. */
export const everyReadable = (state: AppState): readonly PassportRecord[] =>
	exportRecords(state, {...state.exporting.rows, accepted: true, edited: true, unchecked: true});

/** True when `everyReadable` has any; asked at every key. */
export const hasReadable = ({review, exporting}: AppState): boolean =>
	review.records.some(record => !isUnread(record) && (record.review.state !== 'rejected' || exporting.rows.rejected));

export const countKinds = ({review}: AppState): Readonly<Record<RowKind, number>> => {
	const counts = {accepted: 0, edited: 0, unchecked: 0, rejected: 0};
	for (const record of review.records) if (!isUnread(record)) counts[kindOf(record)]++;
	return counts;
};

/** The open picture was not read: it is typed, or left. */
export const isUnreadHere = (review: ReviewState): boolean => {
	const record = review.records[review.current];
	return record !== undefined && isUnread(record);
};

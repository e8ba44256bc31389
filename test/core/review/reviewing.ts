import type {FieldKey} from '../../../source/core/passport/model/fields.ts';
import type {PassportRecord} from '../../../source/core/records/record.ts';
import {emptyReview, type ReviewEvent, type ReviewState, update} from '../../../source/core/review/review.ts';
import {currentRecord} from '../../../source/core/review/selectors.ts';
import {numbered, reading, recordOf, today} from '../../support/records.ts';

/** When everything is decided. */
export const at = '2026-11-22T07:00:00+00:00';

export const surname = 'surname_english';
export const given = 'given_name_english';

/** A passport of its own for each path of one letter. */
const passportOf = (path: string): PassportRecord =>
	recordOf(path, {sha256: path, reading: reading(numbered(path.charCodeAt(0)))});

/** A passport in which everything is proven. */
export const clean = passportOf;

/** A passport in which nothing speaks for the values of `keys`. */
export function doubtful(path: string, ...keys: FieldKey[]): PassportRecord {
	const record = passportOf(path);
	const fields = record.passport.fields.map(field =>
		keys.includes(field.key)
			? {...field, evidence: {level: 'unverified', reasons: [{code: 'read-weakly'}]} as const}
			: field,
	);
	return {...record, passport: {...record.passport, fields, status: 'check'}};
}

/** A review of these passports, in which nothing is decided. */
export const reviewOf = (...records: PassportRecord[]): ReviewState =>
	records.reduce((state, record) => update(state, {type: 'addRecord', record}), emptyReview(today));

export const run = (state: ReviewState, ...events: ReviewEvent[]): ReviewState => events.reduce(update, state);

/** The passport and the field that the cursor is on. */
export const where = (state: ReviewState) => `${currentRecord(state)?.path} ${state.field}`;
export const statesOf = (state: ReviewState) => state.records.map(record => record.review.state);

export const enter: ReviewEvent = {type: 'confirmField', at};
export const accept: ReviewEvent = {type: 'accept', at};
export const edit = (value: string, go?: 'next' | 'below' | 'stay'): ReviewEvent => ({
	type: 'editField',
	value,
	at,
	...(go ? {go} : {}),
});

import {textOf} from '../passport/judge/passport-status.ts';
import type {FieldKey} from '../passport/model/fields.ts';
import type {CalendarDay} from '../passport/model/passport.ts';
import {confirmField, editField} from '../passport/person/edit.ts';
import type {Edit, PassportRecord, Review} from '../records/record.ts';
import {doubts, isRefuted} from './doubts.ts';

const withState = (record: PassportRecord, state: Review['state'], at: string): PassportRecord =>
	record.review.state === state ? record : {...record, review: {...record.review, state, at}};

/** Accepted as read, or as edited when a person has changed something. */
export const accepted = (record: PassportRecord, at: string): PassportRecord =>
	withState(record, Object.keys(record.review.edits).length > 0 ? 'edited' : 'accepted', at);

export const rejected = (record: PassportRecord, at: string): PassportRecord => withState(record, 'rejected', at);

const codes: readonly FieldKey[] = ['holder_country_code', 'issuing_country_code'];

/**
 * A person looked at a field and found it right. Nationality and issuing state with one value that both lines print are
 * one question, unless something speaks against either.
 */
export function confirmedWithTwin(record: PassportRecord, key: FieldKey, today: CalendarDay): PassportRecord {
	const twin = codes.includes(key) ? codes.find(other => other !== key) : undefined;
	const value = textOf(record.passport.fields, key);
	const both = twin !== undefined && value !== '' && value === textOf(record.passport.fields, twin);
	const asked = both && doubts(record).includes(twin) && ![key, twin].some(one => isRefuted(record, one));
	const one = confirmed(record, key, today);
	return asked ? confirmed(one, twin, today) : one;
}

/** A person looked at a field and found it right; a second time changes nothing. */
export function confirmed(record: PassportRecord, key: FieldKey, today: CalendarDay): PassportRecord {
	if (record.review.confirmed.includes(key)) return record;
	return {
		...record,
		passport: confirmField(record.passport, key, {today}),
		review: {...record.review, confirmed: [...record.review.confirmed, key]},
	};
}

/**
 * The person's value for a field. The value that it has already changes nothing; the value that was read, put back, is
 * confirmed and no edit any more. A passport that was accepted stays so, as edited; a rejected one stays rejected.
 */
export function edited(
	record: PassportRecord,
	key: FieldKey,
	value: string,
	at: string,
	today: CalendarDay,
): PassportRecord {
	const before = textOf(record.passport.fields, key);
	const passport = editField(record.passport, key, value, {today});
	const after = textOf(passport.fields, key);
	if (after === before) return record;
	const {[key]: previous, ...others} = record.review.edits;
	const from = previous?.from ?? before;
	const back = after === from;
	const edits: Readonly<Partial<Record<FieldKey, Edit>>> = back ? others : {...others, [key]: {from, to: after}};
	const review: Review = {...record.review, edits, confirmed: record.review.confirmed.filter(other => other !== key)};
	const changed: PassportRecord = {...record, passport, review};
	// A row that is empty again has no value that could be right.
	const isThere = passport.fields.some(field => field.key === key);
	const settled = back && isThere ? confirmed(changed, key, today) : changed;
	return settled.review.state === 'unreviewed' || settled.review.state === 'rejected' ? settled : accepted(settled, at);
}

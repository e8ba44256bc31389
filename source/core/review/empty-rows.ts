import {type FieldKey, isPrintedOnly, printedFields} from '../passport/model/fields.ts';
import type {FieldValue} from '../passport/model/passport.ts';
import {emptyField} from '../passport/person/edit.ts';
import type {PassportRecord} from '../records/record.ts';
import {onceForEach} from '../remember.ts';

/** A record and, below its fields, an empty one for each that only the page prints and nothing was read of. */
export const withEmptyRows = onceForEach((record: PassportRecord): PassportRecord => {
	const {fields} = record.passport;
	const missing = printedFields.filter(key => !fields.some(field => field.key === key));
	if (missing.length === 0) return record;
	return {
		...record,
		passport: {
			...record.passport,
			fields: [...fields, ...missing.map(emptyField)],
		},
	};
});

/** True for a row of which nothing was read or typed. */
export const isEmptyRow = ({key, value, printed, evidence}: FieldValue): boolean =>
	isPrintedOnly(key) && value === '' && !printed && evidence.reasons.length === 0;

/** The fields in which a person can type, in the order of their rows. */
export const rowsOf = (record: PassportRecord): readonly FieldKey[] =>
	withEmptyRows(record).passport.fields.map(({key}) => key);

/** A record as it is shown: with its empty rows as long as the cursor is on one of them. Not for keeping. */
export const shownRows = (record: PassportRecord, cursor: FieldKey): PassportRecord =>
	record.passport.fields.some(({key}) => key === cursor) ? record : withEmptyRows(record);

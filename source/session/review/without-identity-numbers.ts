import {
	discreetValue,
	isIdentityNumber,
	linesWithoutOptional,
	withoutIdentityNumber,
} from '../../core/passport/discreet.ts';
import type {FieldValue, Passport} from '../../core/passport/model/passport.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import {onceForEach} from '../../core/remember.ts';
import type {AppState} from '../state.ts';

/** Whether national identity numbers are shown: they were asked for, or the cursor is on one to compare it with the picture. */
const areShown = ({list, review}: AppState): boolean => list.numbers || isIdentityNumber(review.field);

function hiddenField(field: FieldValue): FieldValue {
	const {key, value, raw, printed, repairedFrom, alternatives, evidence} = field;
	if (!isIdentityNumber(key)) return field;
	const hide = (text: string): string => discreetValue(key, text);
	return {
		...field,
		value: hide(value),
		raw: hide(raw),
		...(printed ? {printed: {...printed, text: hide(printed.text)}} : {}),
		...(repairedFrom === undefined ? {} : {repairedFrom: hide(repairedFrom)}),
		alternatives: alternatives.map(one => ({...one, value: hide(one.value)})),
		evidence: {...evidence, reasons: evidence.reasons.map(reason => withoutIdentityNumber(reason, key))},
	};
}

const hidden = onceForEach((record: PassportRecord): PassportRecord => {
	const {passport, review} = record;
	const edits = Object.entries(review.edits).map(([key, edit]) => {
		const hide = (text: string): string => discreetValue(key as FieldValue['key'], text);
		return [key, edit && isIdentityNumber(key) ? {...edit, from: hide(edit.from), to: hide(edit.to)} : edit];
	});
	return {
		...record,
		review: {...review, edits: Object.fromEntries(edits)},
		passport: {
			...passport,
			fields: passport.fields.map(hiddenField),
			issues: passport.issues.map(issue => withoutIdentityNumber(issue, issue.field)),
		},
	};
});

/** The record as a screen shows its fields: without what often is a national identity number, unless that was asked for. */
export const withoutIdentityNumbers = (state: AppState, record: PassportRecord): PassportRecord =>
	areShown(state) ? record : hidden(record);

/** The lines of the MRZ as a screen shows them. */
export const shownLines = (state: AppState, {shape, lines}: Pick<Passport, 'shape' | 'lines'>): readonly string[] =>
	areShown(state) ? lines : linesWithoutOptional(shape, lines);

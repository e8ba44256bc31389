import {
	discreet,
	discreetValue,
	isIdentityNumber,
	linesWithNumberInPart,
	linesWithoutOptional,
} from '../../core/passport/discreet.ts';
import type {FieldValue, Passport} from '../../core/passport/model/passport.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import {onceForEach} from '../../core/remember.ts';
import type {AppState} from '../state.ts';

/** Whether national identity numbers are shown: they were asked for, or the cursor is on one to compare it with the picture. */
const areShown = ({list, review}: AppState): boolean => list.numbers || isIdentityNumber(review.field);

function hiddenField(field: FieldValue): FieldValue {
	const {key, value, raw, printed, repairedFrom, alternatives, evidence} = field;
	const hide = (text: string): string => discreetValue(key, text);
	return {
		...field,
		value: hide(value),
		raw: hide(raw),
		...(printed ? {printed: {...printed, text: hide(printed.text)}} : {}),
		...(repairedFrom === undefined ? {} : {repairedFrom: hide(repairedFrom)}),
		alternatives: alternatives.map(one => ({...one, value: hide(one.value)})),
		evidence: {...evidence, reasons: evidence.reasons.map(reason => discreet(reason, key))},
	};
}

const without = (isHidden: (key: string | undefined) => boolean) =>
	onceForEach((record: PassportRecord): PassportRecord => {
		const {passport, review} = record;
		const edits = Object.entries(review.edits).map(([key, edit]) => {
			const hide = (text: string): string => discreetValue(key as FieldValue['key'], text);
			return [key, edit && isHidden(key) ? {...edit, from: hide(edit.from), to: hide(edit.to)} : edit];
		});
		return {
			...record,
			review: {...review, edits: Object.fromEntries(edits)},
			passport: {
				...passport,
				fields: passport.fields.map(field => (isHidden(field.key) ? hiddenField(field) : field)),
				issues: passport.issues.map(issue => (isHidden(issue.field) ? discreet(issue, issue.field) : issue)),
			},
		};
	});

const withoutIdentity = without(isIdentityNumber);
const withoutDocumentNumber = without(key => key === 'passport_number');

/** The record as a screen shows its fields: without what often is a national identity number, unless that was asked for. */
export const withoutIdentityNumbers = (state: AppState, record: PassportRecord): PassportRecord =>
	areShown(state) ? record : withoutIdentity(record);

/** The record as what is read about it shows it: as in a list, its own number in part as well, unless that was asked for. */
export const withNumbersInPart = (state: AppState, record: PassportRecord): PassportRecord => {
	const shown = withoutIdentityNumbers(state, record);
	return state.list.numbers ? shown : withoutDocumentNumber(shown);
};

/** The lines of the MRZ as a screen shows them. */
export const shownLines = (state: AppState, {shape, lines}: Pick<Passport, 'shape' | 'lines'>): readonly string[] =>
	areShown(state) ? lines : linesWithoutOptional(shape, lines);

/** The same, with the document number in part unless that was asked for. */
export function linesInPart(state: AppState, {shape, lines}: Pick<Passport, 'shape' | 'lines'>): readonly string[] {
	const shown = shownLines(state, {shape, lines});
	return state.list.numbers ? shown : linesWithNumberInPart(shape, shown);
}

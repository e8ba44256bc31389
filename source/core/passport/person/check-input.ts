import {reason} from '../judge/finding.ts';
import {formReason} from '../judge/number.ts';
import {fieldOf, textOf} from '../judge/passport-status.ts';
import {digitsOf} from '../judge/unseen.ts';
import {type CompleteDate, formatDate, parseDate} from '../model/dates.ts';
import {type FieldKey, fieldInfo} from '../model/fields.ts';
import {cutNumber, layoutOf, put, putDigits, type Slot} from '../model/layouts.ts';
import type {Passport, Reason} from '../model/passport.ts';
import {checkDigit} from '../mrz/check-digits.ts';
import {writeMrzDate} from '../mrz/dates.ts';
import {longNumber} from '../mrz/long-number.ts';
import {writeNames} from '../mrz/names.ts';
import {bareCode, codeKind, mrzCode} from '../tables/codes.ts';
import {transliterate} from '../tables/transliteration.ts';
import {readTypedDate, type TypedDate} from './typed-dates.ts';

const longestInput = 80;

const longestDate = 30;

/** A place or an authority may be printed in three lines. */
const longestText = 200;

/** The place of a field's value in the MRZ; both names share one place. */
export const slotOf = (passport: Passport, key: FieldKey): Slot | undefined => {
	if (passport.lines.length === 0) return undefined;
	return layoutOf(passport.shape, passport.lines).fields[key];
};

/** A value as its place in the MRZ would print it; undefined when there is no MRZ or it cannot hold the value. */
export function toMrz(passport: Passport, key: FieldKey, value: string): string | undefined {
	const slot = slotOf(passport, key);
	if (!slot) return undefined;
	const width = slot[2] - slot[1];
	switch (fieldInfo(key).kind) {
		case 'name': {
			const surname = key === 'surname_english' ? value : textOf(passport.fields, 'surname_english');
			const given = key === 'given_name_english' ? value : textOf(passport.fields, 'given_name_english');
			return writeNames(surname, given, width);
		}
		case 'date': {
			const date = parseDate(value);
			return value === '' ? '<<<<<<' : date && writeMrzDate(date);
		}
		case 'sex':
			return value === '' || value === 'X' ? '<' : value;
		case 'code':
			return mrzCode(value);
		default: {
			const text = value.replaceAll(' ', '<');
			const rest = key === 'passport_number' ? restOf(passport) : '';
			// Where it ends is where its digit is: another length needs other lines.
			if (rest !== '') return text.length === width + rest.length ? text : undefined;
			return text.length > width ? undefined : text.padEnd(width, '<');
		}
	}
}

/** The issuing state whose forms of a number count: of other documents than passports none are known. */
export const issuerOfForms = ({shape, fields}: Passport): string =>
	shape === 'TD3' ? bareCode(mrzCode(textOf(fields, 'issuing_country_code'))) : '';

/** What the lines have of a number behind its own place. */
const restOf = ({shape, lines}: Passport): string => cutNumber(lines, layoutOf(shape, lines)).slice(9);

/** The lines with a text of `toMrz` in the place of its field. */
export function putValue({shape, lines}: Passport, key: FieldKey, slot: Slot, text: string): readonly string[] {
	const {numberRest} = layoutOf(shape, lines);
	const filled = put(lines, slot, text);
	return key === 'passport_number' && numberRest ? put(filled, numberRest, text.slice(slot[2] - slot[1])) : filled;
}

/** Whole words, of which the last letter alone would be another sex. */
const sexWords: ReadonlyMap<string, string> = new Map([
	['FEMALE', 'F'],
	['女', 'F'],
	['MALE', 'M'],
	['男', 'M'],
]);

const apostrophes = /[\u2018\u2019\u02BC\u00B4`]/g;

function normalise(key: FieldKey, text: string): string {
	const {kind} = fieldInfo(key);
	// Before NFKC, which makes a blank and a mark of the accent that is typed for an apostrophe.
	const typed = kind === 'name' ? text.replace(apostrophes, "'") : text;
	const capitals = transliterate(typed.normalize('NFKC').slice(0, longestInput));
	switch (kind) {
		case 'name':
			return capitals
				.replace(/[\u2010-\u2015\u2212]/g, '-')
				.replace(/</g, ' ')
				.replace(/\p{C}/gu, '');
		case 'date':
			return capitals
				.replace(/[\u2010-\u2015\u2212]/g, '-')
				.replace(/[^A-Z0-9年月日 .,/<-]/g, '')
				.slice(0, longestDate);
		case 'sex':
			return sexWords.get(capitals.trim()) ?? capitals.replace(/[^MFX]/g, '').slice(-1);
		case 'code':
			return capitals.replace(/[^A-Z]/g, '').slice(0, 3);
		case 'type':
			return capitals.replace(/[^A-Z]/g, '').slice(0, 2);
		case 'number':
			return capitals.replace(/[^A-Z0-9 <-]/g, '').replace(/[<-]/g, ' ');
		case 'text':
			return text.normalize('NFC').slice(0, longestText).replace(/\p{C}/gu, '');
	}
}

const dateTyped = (key: FieldKey, text: string, options: InputOptions): TypedDate =>
	readTypedDate(text, {...options, of: key === 'birth_date' ? 'birth' : key === 'issue_date' ? 'issue' : 'expiry'});

const dateProblems = {
	impossible: 'impossible-date',
	future: 'birth-after-today',
	far: 'date-too-far',
	none: 'not-a-date',
} as const;

function dateProblem(date: TypedDate, raw: string): Reason | undefined {
	if (date.kind === 'date') return undefined;
	if (date.kind !== 'ambiguous') return reason(dateProblems[date.kind], {raw});
	return reason('ambiguous-date', {raw, one: date.readings[0], other: date.readings[1]});
}

/** The first character that no name can have (ICAO 9303-3 §4.6), or that there is no letter at all. */
function nameProblem(text: string): Reason | undefined {
	const character = /[^A-Z '-]/u.exec(text)?.[0];
	if (character !== undefined) return reason('not-in-a-name', {character});
	return /[A-Z]/.test(text) ? undefined : reason('no-letter', {raw: text});
}

/** What no second answer saves: the text is no value of the field at all. */
export const isImpossible = (key: FieldKey, {text, problem}: Pick<InputCheck, 'text' | 'problem'>): boolean =>
	problem !== undefined && text.trim() !== '' && ['date', 'name'].includes(fieldInfo(key).kind);

function problemOf(key: FieldKey, text: string): Reason | undefined {
	const {kind, decides} = fieldInfo(key);
	if (text === '') return decides && key !== 'given_name_english' ? reason('missing') : undefined;
	if (kind === 'name') return nameProblem(text);
	if (kind === 'code' && !codeKind(bareCode(text))) return reason('unknown-code', {code: text});
	return undefined;
}

/** The lines have this number already, in its place and in the optional data. */
export const isContinued = ({shape, lines}: Passport, key: FieldKey, value: string): boolean =>
	key === 'passport_number' && value !== '' && value === longNumber(shape, lines);

/** More than the MRZ has places for: no check digit can speak for it or against it, which must not pass for a yes. */
function tooLong(passport: Passport, key: FieldKey, value: string, mrz: string | undefined): Reason | undefined {
	const slot = slotOf(passport, key);
	if (!slot || mrz !== undefined || isContinued(passport, key, value)) {
		return undefined;
	}
	const rest = key === 'passport_number' ? restOf(passport) : '';
	return reason('too-long', {places: slot[2] - slot[1] + rest.length});
}

/** Where a value is typed. */
export type InputOptions = {
	/** The century of a year with two digits is computed from it. */
	readonly today: CompleteDate;
	/** The person writes the day before the month. */
	readonly dayFirst?: boolean;
};

export type InputCheck = {
	/** What is typed, normalised: capitals, and, but for names, only characters that the field can hold. */
	readonly text: string;
	/** The value that it means: dates ISO 8601. Empty while it means none. */
	readonly value: string;
	/** What a date can mean that has the day and the month in an unknown order, ISO 8601. */
	readonly readings?: readonly string[];
	/** Why the value would not do. */
	readonly problem?: Reason;
	/** Nothing wrong, but unusual: the number has none of the forms that its issuing state is known for. */
	readonly warning?: Reason;
	/** The printed check digit against the value, for fields that have one. */
	readonly digit?: {readonly expected: string; readonly printed: string; readonly agrees: boolean};
};

/** What a person has typed so far, for each key press: brought into the field's alphabet, and checked. */
export function checkInput(passport: Passport, key: FieldKey, text: string, options: InputOptions): InputCheck {
	const normalised = normalise(key, text);
	const typed = normalised.trim();
	const date = fieldInfo(key).kind === 'date' && typed !== '' ? dateTyped(key, typed, options) : undefined;
	const value = date ? (date.kind === 'date' ? formatDate(date.date) : '') : typed;
	const mrz = date && date.kind !== 'date' ? undefined : toMrz(passport, key, value);
	const problem = (date ? dateProblem(date, typed) : problemOf(key, value)) ?? tooLong(passport, key, value, mrz);
	const warning =
		key === 'passport_number' && mrz !== undefined && value !== ''
			? formReason(mrz, issuerOfForms(passport))
			: undefined;
	const read = fieldOf(passport.fields, key)?.alternatives.find(one => one.value === value)?.digits;
	const lines = read ? putDigits(passport.shape, passport.lines, read) : passport.lines;
	const digit = digitsOf({...passport, lines}).find(one => one.field === key);
	const printed = digit?.verdict === 'not printed' && digit.printed === '<' ? undefined : digit?.printed;
	const expected = mrz === undefined || !printed ? undefined : checkDigit(mrz);
	return {
		text: normalised,
		value,
		...(date?.kind === 'ambiguous' ? {readings: date.readings} : {}),
		...(problem ? {problem} : {}),
		...(warning ? {warning} : {}),
		...(!printed || expected === undefined ? {} : {digit: {expected, printed, agrees: expected === printed}}),
	};
}

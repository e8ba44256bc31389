import {checkDigit, checkDigits} from './check-digits.ts';
import {bareCode, codeKind, exportCode, zoneCode} from './codes.ts';
import {conclude, isDerived, textOf} from './conclude.ts';
import {isComplete, parseDate} from './dates.ts';
import {type FieldKey, fieldInfo} from './fields.ts';
import {blocking, reason} from './judged.ts';
import {cut, layouts, put} from './layouts.ts';
import {writeMrzDate} from './mrz-dates.ts';
import {writeNames} from './names.ts';
import type {FieldValue, Issue, JudgeOptions, Passport, Reason} from './passport.ts';

/** A value as its slot of the zone would print it; undefined when the slot cannot hold it. */
function toZone(passport: Passport, key: FieldKey, value: string): string | undefined {
	const layout = layouts[passport.shape];
	const slot = layout.fields[key];
	if (!slot) return undefined;
	const width = slot[2] - slot[1];
	switch (fieldInfo(key).kind) {
		case 'name': {
			const [, from, to] = layout.names;
			const surname = key === 'surname_english' ? value : textOf(passport.fields, 'surname_english');
			const given = key === 'given_name_english' ? value : textOf(passport.fields, 'given_name_english');
			return writeNames(surname, given, to - from);
		}
		case 'date': {
			const date = parseDate(value);
			return value === '' ? '<<<<<<' : date && writeMrzDate(date);
		}
		case 'sex':
			return value === 'X' || value === '' ? '<' : value;
		case 'code':
			return zoneCode(value);
		default: {
			const text = value.replaceAll(' ', '<');
			return text.length > width ? undefined : text.padEnd(width, '<');
		}
	}
}

export type InputCheck = {
	/** Normalised: capitals, only characters that the field can hold. */
	readonly text: string;
	/** Why the value would not do, where it is complete enough to say. */
	readonly problem?: Reason;
	/** The printed check digit against the value, for fields that have one. */
	readonly digit?: {readonly expected: string; readonly printed: string; readonly agrees: boolean};
};

const marks = /[\u0300-\u036f]/g;

function normalise(key: FieldKey, text: string): string {
	const capitals = text.normalize('NFKD').replace(marks, '').toUpperCase();
	switch (fieldInfo(key).kind) {
		case 'name':
			return capitals.replace(/[^A-Z '-]/g, '');
		case 'date':
			return capitals
				.replace(/[./]/g, '-')
				.replace(/[^0-9-]/g, '')
				.slice(0, 10);
		case 'sex':
			return capitals.replace(/[^MFX]/g, '').slice(-1);
		case 'code':
			return capitals.replace(/[^A-Z]/g, '').slice(0, 3);
		case 'type':
			return capitals.replace(/[^A-Z]/g, '').slice(0, 2);
		case 'number':
			return capitals.replace(/[^A-Z0-9 <-]/g, '').replace(/[<-]/g, ' ');
	}
}

function problemOf(key: FieldKey, text: string): Reason | undefined {
	const {kind, decides} = fieldInfo(key);
	if (text === '') return decides && key !== 'given_name_english' ? reason('missing') : undefined;
	if (kind === 'date')
		return parseDate(text) ? undefined : reason(text.length < 10 ? 'misread-date' : 'impossible-date', {raw: text});
	if (kind === 'code') return codeKind(bareCode(text)) ? undefined : reason('unknown-code', {code: text});
	return undefined;
}

/** What a person has typed so far, for each key press: brought into the field's alphabet, and checked. */
export function checkInput(passport: Passport, key: FieldKey, text: string): InputCheck {
	const normalised = normalise(key, text);
	const problem = problemOf(key, normalised);
	const zone = toZone(passport, key, normalised.trim());
	const printed = checkDigits(passport.shape, passport.lines).find(one => one.field === key)?.printed;
	const expected = zone === undefined || printed === undefined ? undefined : checkDigit(zone);
	return {
		text: normalised,
		...(problem ? {problem} : {}),
		...(printed === undefined || expected === undefined
			? {}
			: {digit: {expected, printed, agrees: expected === printed}}),
	};
}

const replaceField = (passport: Passport, changed: FieldValue): readonly FieldValue[] =>
	passport.fields.map(field => (field.key === changed.key ? changed : field));

/** Issues of the passport without those that the person has just settled by looking at the field. */
const settled = (passport: Passport, key: FieldKey): readonly Issue[] =>
	passport.issues.filter(issue => !isDerived(issue) && issue.field !== key);

/**
 * The person's value for a field, normalised as `checkInput` does. The zone's lines follow where they can hold the
 * value, so that its check digits are judged anew; a printed digit that contradicts the person stays an issue.
 */
export function editField(passport: Passport, key: FieldKey, value: string, options: JudgeOptions): Passport {
	const old = passport.fields.find(field => field.key === key);
	if (!old) return passport;
	const checked = checkInput(passport, key, value);
	const text = fieldInfo(key).kind === 'code' ? exportCode(checked.text.trim()) : checked.text.trim();
	const zone = toZone(passport, key, text);
	const layout = layouts[passport.shape];
	const slot = fieldInfo(key).kind === 'name' ? layout.names : layout.fields[key];
	const lines = zone !== undefined && slot ? put(passport.lines, slot, zone) : passport.lines;
	const digit = checkDigits(passport.shape, lines).find(one => one.field === key);
	const agrees = digit?.verdict === 'verified';
	const issues: Issue[] = settled(passport, key).filter(issue => issue.code !== 'composite-wrong');
	if (checked.problem) issues.push(blocking(checked.problem.code, key, checked.problem.params));
	const reasons: Reason[] = [reason('edited')];
	if (digit && digit.verdict !== 'not printed') {
		const wrong = {printed: digit.printed, expected: digit.expected};
		reasons.push(agrees ? reason('check-digit', {digit: digit.printed}) : reason('check-digit-wrong', wrong));
		if (!agrees) issues.push(blocking('check-digit-wrong', key, wrong));
	}
	const composite = checkDigits(passport.shape, lines).find(one => one.name === 'composite');
	if (composite?.verdict === 'refuted') {
		issues.push(blocking('composite-wrong', undefined, {printed: composite.printed, expected: composite.expected}));
	}
	const changed: FieldValue = {
		key,
		value: text,
		raw:
			zone !== undefined && slot
				? fieldInfo(key).kind === 'name'
					? text.replaceAll(' ', '<')
					: cut(lines, slot)
				: text,
		evidence: {level: checked.problem ? 'refuted' : agrees ? 'verified' : 'supported', reasons},
		alternatives:
			old.value === text
				? old.alternatives
				: [{value: old.value, source: 'mrz'}, ...old.alternatives.filter(one => one.value !== text)],
	};
	return conclude({...passport, lines, fields: replaceField(passport, changed), issues}, options);
}

/** The person looked at the field and found it right: what was an obstacle in it becomes a notice. */
export function confirmField(passport: Passport, key: FieldKey, options: JudgeOptions): Passport {
	const old = passport.fields.find(field => field.key === key);
	if (!old) return passport;
	const {level, reasons} = old.evidence;
	const changed: FieldValue = {
		...old,
		evidence: {
			level: level === 'verified' ? 'verified' : 'supported',
			reasons: reasons.some(one => one.code === 'confirmed') ? reasons : [reason('confirmed'), ...reasons],
		},
	};
	const issues = passport.issues.map(issue =>
		issue.field === key && issue.blocks ? {...issue, blocks: false} : issue,
	);
	return conclude({...passport, fields: replaceField(passport, changed), issues}, options);
}

/** True when the value can be written in a GDS or a form that knows whole days only. */
export const hasWholeDates = (passport: Passport): boolean =>
	(['birth_date', 'expiry_date'] as const).every(key => {
		const date = parseDate(textOf(passport.fields, key));
		return date !== undefined && isComplete(date);
	});

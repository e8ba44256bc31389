import {type TextVerdict, textVerdict} from '../core/passport/judge/as-given.ts';
import {textOf} from '../core/passport/judge/passport-status.ts';
import {isUnfit, type TripDay, validityOf} from '../core/passport/judge/validity.ts';
import {documentClassOf} from '../core/passport/model/document.ts';
import {decidingKeys, type FieldKey} from '../core/passport/model/fields.ts';
import type {Issue, Passport} from '../core/passport/model/passport.ts';
import {type CheckDigit, checkDigits} from '../core/passport/mrz/check-digits.ts';
import {reasonsToLook} from '../core/passport/reasons-to-look.ts';
import {jsonVersion} from '../core/records/json/json-version.ts';
import {evidenceJson} from '../core/records/json/to-json.ts';
import {legacyMembers} from '../core/records/legacy/keys.ts';
import {aboutField, fieldNamesOf} from '../text/field-names.ts';
import type {Messages} from '../text/index.ts';
import {sayReason} from '../text/reason.ts';
import {passportTable, textTable} from './tables.ts';

/** What a text turned out to be: a judged passport, or sentences that say why it is none. */
export type Validated = {
	/** Line of the input in which it begins, from 1; undefined where there is one text only. */
	readonly line: number | undefined;
} & ({readonly passport: Passport} | {readonly refused: readonly string[]});

export type ValidationWords = {readonly day: TripDay; readonly messages: Messages};

/** What was put right in the text, as the characters were and as they are now. */
const repairsOf = ({fields}: Passport) =>
	fields.flatMap(({key, raw, repairedFrom}) =>
		repairedFrom === undefined ? [] : [{field: key, from: repairedFrom, to: raw}],
	);

/** The object of `recognize`, less what only a picture has, and with verdict, repairs and check digits. */
export function validationJson(validated: Validated, {day: {today, trip}, messages}: ValidationWords): unknown {
	const at = validated.line === undefined ? {} : {source_line: validated.line};
	if ('refused' in validated) {
		return {
			success: false,
			error_code: 'NO_PASSPORT_FOUND',
			error_kind: 'NO_PASSPORT_FOUND',
			error_message: validated.refused.join(' '),
			next_steps: messages.commands.validate.next,
			...at,
		};
	}
	const {passport} = validated;
	const {shape, lines, status, issues, fields} = passport;
	return {
		success: true,
		...legacyMembers(passport),
		...at,
		passport_ocr: {
			version: jsonVersion,
			status,
			verdict: textVerdict(passport),
			repairs: repairsOf(passport),
			validity: validityOf(passport, today, trip),
			...(shape === 'TD3' ? {} : {document: documentClassOf(shape)}),
			shape,
			lines,
			check_digits: checkDigits(shape, lines),
			evidence: Object.fromEntries(fields.map(field => [field.key, evidenceJson(field)])),
			issues: issues.map((issue: Issue) => ({...issue, message: sayReason(messages.reasons, issue)})),
		},
	};
}

/** One text for people: its lines, fields and check digits. */
export function validationText(passport: Passport, {day, messages}: ValidationWords): string {
	const {validate: words, about, comma} = messages.commands;
	const digit = ({name, printed, expected, verdict}: CheckDigit) => [
		words.of[name],
		printed,
		expected,
		words.verdicts[verdict],
	];
	const others = passport.fields.filter(field => field.alternatives.length > 0);
	return [
		...passport.lines.map(line => `${line}\n`),
		'\n',
		passportTable(passport, day, messages, words.text[textVerdict(passport)]),
		...others.map(
			field =>
				`  ? ${about(`${words.otherReadings}${comma}${fieldNamesOf(messages, passport.shape)[field.key]}`, field.alternatives.map(one => one.value).join(' · '))}\n`,
		),
		'\n',
		textTable([
			[words.digits, words.printed, words.expected, words.verdict],
			...checkDigits(passport.shape, passport.lines).map(digit),
		]),
	].join('');
}

/** A text as the cells of a row: where it is, its verdict, its values, whether it is valid, and what is to be known. */
function cells(validated: Validated, {day: {today, trip}, messages}: ValidationWords): readonly string[] {
	const {validate: words, comma} = messages.commands;
	const at = String(validated.line ?? 1);
	if ('refused' in validated)
		return [at, words.refused, ...decidingKeys.map(() => ''), '', validated.refused.join(' ')];
	const {passport} = validated;
	const value = (key: FieldKey) => textOf(passport.fields, key);
	const repairs = repairsOf(passport).map(({field, from, to}) =>
		aboutField(messages, passport.shape, field, words.repaired(from, to)),
	);
	const [issue] = reasonsToLook(passport).filter(({blocks}) => blocks);
	const why = issue ? aboutField(messages, passport.shape, issue.field, sayReason(messages.reasons, issue)) : '';
	return [
		at,
		words.text[textVerdict(passport)],
		...decidingKeys.map(value),
		messages.exported.validity[validityOf(passport, today, trip)],
		repairs.length > 0 ? repairs.join(comma) : why,
	];
}

/** Many texts as rows under a head. */
export function validationRows(all: readonly Validated[], words: ValidationWords): readonly (readonly string[])[] {
	const {line, verdict, note} = words.messages.commands.validate.head;
	const labels = decidingKeys.map(key => words.messages.exported.fields[key]);
	const head = [line, verdict, ...labels, words.messages.exported.columns.validity, note];
	return [head, ...all.map(one => cells(one, words))];
}

/** Whether a text is not what it should be: it needs a repair, contradicts itself, or will not do for the trip. */
export const isDoubtful = (passport: Passport, {today, trip}: TripDay): boolean =>
	textVerdict(passport) !== ('consistent' satisfies TextVerdict) ||
	(trip !== undefined && isUnfit(validityOf(passport, today, trip)));

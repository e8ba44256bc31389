import {cleanText} from '../../core/clean-text.ts';
import {fieldOf, textOf} from '../../core/passport/judge/passport-status.ts';
import {fieldInfo} from '../../core/passport/model/fields.ts';
import type {FieldValue, Issue, Reason, ReasonCode} from '../../core/passport/model/passport.ts';
import {isPictureAdvice, isUnclearPrint, isUnproven, speaksFor} from '../../core/passport/reasons-to-look.ts';
import {countryName} from '../../core/passport/tables/countries.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import {doubts, isOpen, isRefuted} from '../../core/review/doubts.ts';
import {fieldNamesOf} from '../../text/field-names.ts';
import {fileName} from '../../text/format.ts';
import {type Language, messages} from '../../text/index.ts';
import {sayFound, sayReason, sayShort} from '../../text/reason.ts';
import type {Mark} from '../mark.ts';

/** What a passport is called in a list: its names, else its number, else its file. */
export function recordName(record: PassportRecord): string {
	const {fields} = record.passport;
	const names = [textOf(fields, 'surname_english'), textOf(fields, 'given_name_english')].filter(Boolean).join(' ');
	return cleanText(names || textOf(fields, 'passport_number') || fileName(record.path));
}

export const passportNumber = ({passport}: PassportRecord): string =>
	cleanText(textOf(passport.fields, 'passport_number'));

/** A value as it is shown: codes with the name of the state. */
export function shownValue({key, value}: FieldValue, language: Language): string {
	if (fieldInfo(key).kind !== 'code' || value === '') return cleanText(value);
	const name = countryName(value, language);
	return name === value ? value : `${cleanText(value)}  ${name}`;
}

/** The state of a field, and why: the reason that decides first, then what else the person must know. */
export type FieldView = {
	readonly mark: Mark;
	readonly why: Reason | undefined;
	/** A person accepted the passport although this speaks against the value. */
	readonly accepted: boolean;
	readonly notices: readonly Issue[];
	/** Every reason and issue. */
	readonly all: readonly Reason[];
	/** The value before the person changed it. */
	readonly editedFrom: string | undefined;
};

export function fieldView(record: PassportRecord, field: FieldValue): FieldView {
	const {key, evidence} = field;
	const edit = record.review.edits[key];
	const issues = record.passport.issues.filter(issue => issue.field === key);
	const blocks = issues.filter(issue => issue.blocks);
	// A value that only the page prints decides nothing: its own row asks to be compared, whether the passport is in doubt or not.
	const isUnclear = isUnclearPrint(field) && edit === undefined && record.review.state !== 'rejected';
	const doubtful = isUnclear || doubts(asUndecided(record)).includes(key);
	const accepted = doubtful && !isOpen(record);
	const mark: Mark =
		edit !== undefined
			? 'edited'
			: isRefuted(record, key)
				? 'bad'
				: doubtful
					? 'look'
					: evidence.level === 'verified' || evidence.level === 'supported'
						? 'good'
						: 'open';
	const overall = record.passport.issues.filter(issue => issue.field === undefined && issue.blocks);
	const standsForAll = doubtful && blocks.length === 0 && key === 'passport_number' ? overall : [];
	const against = [...blocks, ...standsForAll, ...evidence.reasons.filter(({code}) => !speaksFor.has(code))];
	const all = unique(
		doubtful
			? [...against, ...evidence.reasons, ...issues, ...record.passport.issues.filter(isAboutPicture)]
			: [...tellingFirst(field), ...issues],
	);
	const [why] = all;
	return {
		mark,
		why,
		accepted,
		notices: [
			// Beside what a person typed is what it was, so that what contradicts it has no other place.
			...(edit === undefined ? [] : blocks),
			...issues.filter(issue => !issue.blocks && issue.code !== why?.code),
		],
		all,
		editedFrom: edit?.from,
	};
}

/** A reason as a sentence: what to do about it only where the value is in doubt. */
export const sayOfField = ({mark}: Pick<FieldView, 'mark'>, language: Language, reason: Reason): string =>
	(mark === 'look' || mark === 'bad' ? sayReason : sayFound)(messages(language).reasons, reason);

/** What of the picture may be why a value is in doubt. */
const isAboutPicture = (issue: Issue): boolean =>
	isPictureAdvice(issue) || issue.code === 'mirrored' || issue.code === 'composite-unseen';

/** Worth a word only where nothing else is known of the value. */
const saysLittle: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['known-code', 'check-digit-not-printed']);

const tellingFirst = ({evidence: {reasons}}: FieldValue): readonly Reason[] => [
	...reasons.filter(({code}) => !saysLittle.has(code)),
	...reasons.filter(({code}) => saysLittle.has(code)),
];

/** With the doubts that a passport had before it was accepted; of a rejected one they are not shown. */
const asUndecided = (record: PassportRecord): PassportRecord =>
	record.review.state === 'rejected' ? record : {...record, review: {...record.review, state: 'unreviewed'}};

function unique(reasons: readonly Reason[]): readonly Reason[] {
	const seen = new Set<string>();
	return reasons.filter(({code}) => !seen.has(code) && seen.add(code));
}

/**
 * What a person should check, in a few words; empty when nothing is. What is wrong with the passport as a whole is named
 * itself, not the field in which it is looked at.
 */
export function toCheckText(record: PassportRecord, language: Language): string {
	const {app, reasons} = messages(language);
	const named = doubts(record).map(key => {
		const field = fieldOf(record.passport.fields, key)!;
		const isItsOwn = isUnproven(field) || record.passport.issues.some(issue => issue.blocks && issue.field === key);
		const overall = isItsOwn ? undefined : record.passport.issues.find(issue => issue.blocks && !issue.field);
		return overall ? sayShort(reasons, overall) : fieldNamesOf(messages(language), record.passport.shape)[key];
	});
	return named.length > 0 ? app.reading.toCheck(named) : '';
}

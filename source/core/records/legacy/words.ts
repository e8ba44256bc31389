import {type CompleteDate, completeDate} from '../../passport/model/dates.ts';
import {type FieldKey, fieldInfo} from '../../passport/model/fields.ts';
import {isNational, printedValue} from '../../passport/printed/printed-values.ts';
import {mrzCode} from '../../passport/tables/codes.ts';
import type {PassportRecord} from '../record.ts';
import {type LegacyMembers, legacyMembers, recordMembers} from './keys.ts';

const sexWords: Readonly<Record<string, string>> = {M: '男', F: '女'};

/** A judged value as the service and the original skill write it: `男`, and Germany's `D`. */
function written(key: FieldKey, value: string): string {
	const {kind} = fieldInfo(key);
	if (kind === 'sex') return sexWords[value] ?? value;
	return kind === 'code' && value !== '' ? mrzCode(value).replace(/<+$/, '') : value;
}

/** The keys of the original skill under which a judged value is written, and the field that they hold. */
const judgedKeys: ReadonlyArray<readonly [key: string, field: FieldKey]> = [
	['document_type', 'document_type'],
	['passport_number', 'passport_number'],
	['passport_number_mrz', 'passport_number'],
	['surname_english', 'surname_english'],
	['given_name_english', 'given_name_english'],
	['sex', 'sex'],
	['birth_date', 'birth_date'],
	['expiry_date', 'expiry_date'],
	['issuing_country_code', 'issuing_country_code'],
	['holder_country_code', 'holder_country_code'],
];

/** The day of the reading, from which years of two digits are counted. */
export const dayOf = ({recognizedAt}: PassportRecord): CompleteDate =>
	completeDate(recognizedAt.slice(0, 10)) ?? {year: 2000, month: 1, day: 1};

/** Words of a Latin name, however surname and given names are parted. */
export const nameWords = (name: string): string =>
	name
		.toUpperCase()
		.replaceAll("'", '')
		.split(/[\s,<-]+/)
		.filter(Boolean)
		.join(' ');

/**
 * A record in the words of the original skill: each judged value as the service wrote it where that is the same value,
 * else as the service would write it. A person's change wins.
 */
export function originalWords(record: PassportRecord): LegacyMembers {
	const {passport, review, answer = {}} = record;
	const members = recordMembers(record);
	const judged = legacyMembers(passport);
	const today = dayOf(record);
	const isEdited = (field: FieldKey) => review.edits[field] !== undefined;
	const word = (key: string, field: FieldKey): string => {
		const value = judged[key] ?? '';
		const said = answer[key] ?? '';
		const isSame = value !== '' && printedValue({field, text: said}, today) === value;
		// Of an unspecified sex the service says nothing.
		const isUnsaid = field === 'sex' && value === 'X' && said === '' && record.answer !== undefined;
		return !isEdited(field) && (isSame || isUnsaid) ? said : written(field, value);
	};
	const namesEdited = isEdited('surname_english') || isEdited('given_name_english');
	const latin = judged.name_english ?? '';
	const name = (said = ''): string => (nameWords(said) === nameWords(latin) ? said : latin);
	const nameOf = (): string => {
		if (isNational(members.name ?? '')) return members.name!;
		return record.answer && answer.name === undefined && !namesEdited ? '' : name(answer.name);
	};
	const {name_pinyin: pinyin} = members;
	const parts = [judged.surname_english, judged.given_name_english].filter(Boolean).join(',');
	return {
		...members,
		...Object.fromEntries(judgedKeys.map(([key, field]) => [key, word(key, field)])),
		name_english: name(answer.name_english),
		name: nameOf(),
		...(pinyin !== undefined && namesEdited ? {name_pinyin: parts} : {}),
	};
}

/**
 * The same as the original skill exports it, which has two columns for the number: as it is printed and as the lines
 * have it. The printed one is what the service read, also where it differs; so is what could not be judged, such as a day
 * that does not exist.
 */
export function originalRow(record: PassportRecord): LegacyMembers {
	const {answer, review, passport} = record;
	const words = originalWords(record);
	if (!answer || review.edits.passport_number !== undefined) return words;
	const unjudged = judgedKeys.filter(([key, field]) => words[key] === '' && review.edits[field] === undefined);
	return {
		...words,
		...Object.fromEntries(unjudged.map(([key]) => [key, answer[key] ?? ''])),
		passport_number: answer.passport_number ?? '',
		...(passport.lines.length === 0 ? {passport_number_mrz: answer.passport_number_mrz ?? ''} : {}),
	};
}

import type {Trip} from '../../passport/judge/trip.ts';
import {type CompleteDate, completeDate, yearsBetween} from '../../passport/model/dates.ts';
import {decidingKeys, type FieldKey} from '../../passport/model/fields.ts';
import type {CalendarDay, FieldValue, ReasonCode} from '../../passport/model/passport.ts';
import {alpha2Of} from '../../passport/tables/codes.ts';
import {transliterate} from '../../passport/tables/transliteration.ts';
import {isOfFormerPicture} from '../../records/changed-picture.ts';
import {isDecided} from '../../records/is-decided.ts';
import type {PassportRecord} from '../../records/record.ts';

/**
 * Why a passport has no SSR DOCS line.
 *
 * - `unproven`: neither verified nor reviewed. `contradicted`: refuted, or something says otherwise, and not reviewed.
 *   `cut-off`: a name that may continue where the MRZ ends, and not reviewed. `partial`: a date without its day or month.
 *   `not-in-lines`: has characters that a line cannot hold. `no-two-letters`: ISO 3166-1 has no such code.
 * - `changed-picture`: its picture is another one by now; `changed-outside`: its kept result was changed by another
 *   program. No person has reviewed the passport since.
 * - `single-name`: the passport has one name, and what a carrier wants as the other one was not said.
 * - `infant`: the adult that it travels with is not certain.
 */
export type Refusal =
	| {
			readonly code:
				| 'unproven'
				| 'contradicted'
				| 'cut-off'
				| 'missing'
				| 'partial'
				| 'not-in-lines'
				| 'no-two-letters';
			readonly field: FieldKey;
	  }
	| {readonly code: 'other-document' | 'changed-picture' | 'changed-outside' | 'single-name'}
	| {readonly code: 'infant'; readonly adults: number; readonly infants: number};

/** Letters of a country in a line, the usual number first. */
export const countryLetters = [3, 2] as const;

export type CountryLetters = (typeof countryLetters)[number];

/** The values of a line, each as the systems take it. */
export type DocsPassenger = {
	/** `P`: passport; `I`: identity card. */
	readonly type: string;
	readonly issuer: string;
	readonly number: string;
	readonly nationality: string;
	readonly birth: CompleteDate;
	readonly sex: string;
	readonly expiry: CompleteDate;
	readonly surname: string;
	/** The first given name, then all others together where there are any. */
	readonly given: readonly string[];
};

/** An infant has no seat and no passenger number: under two years on the day of travel. */
const infantUnder = 2;

/** An adult with whom an infant can travel. */
const adultFrom = 18;

/** Without a proof or a person's word on these there is no line. */
const decisive: ReadonlySet<FieldKey> = new Set<FieldKey>(['passport_number', 'birth_date', 'expiry_date']);

const inLine: readonly FieldKey[] = [...decidingKeys, 'document_type'];

const textOf = ({passport}: PassportRecord, key: FieldKey): string =>
	passport.fields.find(field => field.key === key)?.value ?? '';

const dayOf = (record: PassportRecord, key: FieldKey): CompleteDate | undefined => completeDate(textOf(record, key));

/** Capital letters and single spaces: a hyphen is a space, an apostrophe is left out (ICAO 9303-3 §4.6). */
const lineName = (text: string): string =>
	transliterate(text)
		.replace(/['’ʼ`.]/g, '')
		.replace(/[-‐‑–,\s]+/g, ' ')
		.trim();

/** The age group on the day of travel, by the date of birth as it is; undefined when its day is unknown. */
export function ageGroup(
	record: PassportRecord,
	today: CalendarDay,
	trip: Trip | undefined,
): 'infant' | 'child' | 'adult' | undefined {
	const birth = dayOf(record, 'birth_date');
	if (!birth) return undefined;
	const years = yearsBetween(birth, trip?.on ?? today);
	return years < infantUnder ? 'infant' : years < adultFrom ? 'child' : 'adult';
}

/** The surname as it is in a line. */
export const lineSurname = (record: PassportRecord): string => lineName(textOf(record, 'surname_english'));

const isReviewed = (record: PassportRecord, key: FieldKey): boolean =>
	record.review.state === 'accepted' || record.review.state === 'edited' || isDecided(record, key);

/**
 * Another picture of the passport, another engine, the service itself or the kept file says otherwise. A check digit does
 * not decide that: the passport may be proven nevertheless.
 */
const contradictions: ReadonlySet<ReasonCode> = new Set([
	'other-picture-differs',
	'engines-differ',
	'statement-differs',
	'changed-outside',
]);

/** The printed text differs, too, unless the issue says that it was hardly read, or may be a name of another kind. */
const isContradicted = ({passport}: PassportRecord, key: FieldKey): boolean =>
	passport.issues.some(
		({code, field, blocks}) => field === key && (contradictions.has(code) || (code === 'two-zones-differ' && blocks)),
	);

const isCutOff = ({passport}: PassportRecord, key: FieldKey): boolean =>
	passport.issues.some(({code, field}) => field === key && code === 'name-truncated');

/** The kept file does not agree with itself, in no field that is known. */
const isChangedOutside = ({passport, review}: PassportRecord): boolean =>
	review.state === 'unreviewed' &&
	passport.issues.some(({code, field}) => code === 'changed-outside' && field === undefined);

function refusalOf(record: PassportRecord, field: FieldValue | undefined, key: FieldKey): Refusal | undefined {
	if (!field || field.value === '') return {code: 'missing', field: key};
	const {level} = field.evidence;
	if (!isReviewed(record, key)) {
		if (level === 'refuted' || isContradicted(record, key)) return {code: 'contradicted', field: key};
		if (decisive.has(key) && level !== 'verified') return {code: 'unproven', field: key};
		if (isCutOff(record, key)) return {code: 'cut-off', field: key};
	}
	if ((key === 'birth_date' || key === 'expiry_date') && !dayOf(record, key)) return {code: 'partial', field: key};
	if (key === 'passport_number' && !/^[A-Z0-9]+$/.test(field.value)) return {code: 'not-in-lines', field: key};
	const isName = key === 'surname_english' || key === 'given_name_english';
	if (isName && !/^[A-Z]+(?: [A-Z]+)*$/.test(lineName(field.value))) return {code: 'not-in-lines', field: key};
	return undefined;
}

/** `P` for passports of every kind, `I` for identity cards (9303-5 §4.2.2.1: A, C or I); a visa has no DOCS line. */
const typeOf = (documentType: string): string | undefined =>
	documentType.startsWith('P') ? 'P' : /^[AIC]/.test(documentType) ? 'I' : undefined;

/** A country as the line has it; undefined when it has no code of two letters. */
const country = (code: string, letters: CountryLetters): string | undefined => (letters === 3 ? code : alpha2Of(code));

/** One name and no other, which is valid (ICAO 9303-3 §4.6), and not one that was not read. */
export const hasSingleName = (record: PassportRecord): boolean =>
	textOf(record, 'given_name_english') === '' &&
	textOf(record, 'surname_english') !== '' &&
	(record.passport.status === 'clean' || isReviewed(record, 'given_name_english'));

/** Whether a text can be a name in a line: words of letters. */
export const isLineName = (text: string): boolean => /^[A-Za-z]+(?: [A-Za-z]+)*$/.test(text);

/** The values of a record, or every reason why it has no line. Infants get `MI` and `FI`. */
export function passengerOf(
	record: PassportRecord,
	letters: CountryLetters,
	isInfant: boolean,
	singleName: string | undefined,
): DocsPassenger | readonly Refusal[] {
	const isSingle = hasSingleName(record);
	const refusals = inLine.flatMap((key): Refusal | readonly Refusal[] => {
		if (key === 'given_name_english' && isSingle) return singleName === undefined ? {code: 'single-name'} : [];
		const field = record.passport.fields.find(one => one.key === key);
		return refusalOf(record, field, key) ?? [];
	});
	const missing = new Set(refusals.map(one => ('field' in one ? one.field : undefined)));
	const type = typeOf(textOf(record, 'document_type'));
	if (isOfFormerPicture(record)) refusals.push({code: 'changed-picture'});
	if (isChangedOutside(record)) refusals.push({code: 'changed-outside'});
	if (!type && !missing.has('document_type')) refusals.push({code: 'other-document'});
	const countryOf = (key: FieldKey): string | undefined => {
		const code = country(textOf(record, key), letters);
		if (code === undefined && !missing.has(key)) refusals.push({code: 'no-two-letters', field: key});
		return code;
	};
	const [issuer, nationality] = [countryOf('issuing_country_code'), countryOf('holder_country_code')];
	const [birth, expiry] = [dayOf(record, 'birth_date'), dayOf(record, 'expiry_date')];
	if (refusals.length > 0 || !type || !issuer || !nationality || !birth || !expiry) return refusals;
	const givenNames = isSingle ? (singleName ?? '') : textOf(record, 'given_name_english');
	const [first, ...others] = lineName(givenNames).split(' ');
	return {
		type,
		issuer,
		number: textOf(record, 'passport_number'),
		nationality,
		birth,
		sex: textOf(record, 'sex') + (isInfant ? 'I' : ''),
		expiry,
		surname: lineSurname(record),
		given: others.length === 0 ? [first!] : [first!, others.join(' ')],
	};
}

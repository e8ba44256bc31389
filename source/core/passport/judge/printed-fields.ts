import {type CompleteDate, compareDays, earliest, parseDate} from '../model/dates.ts';
import {fieldInfo, type PrintedFieldKey, printedFields} from '../model/fields.ts';
import type {Alternative, FieldValue, Level, Reason} from '../model/passport.ts';
import type {PrintedValue, Reading} from '../model/reading.ts';
import {holdsNoise, isNational, printedFor, printedValue} from '../printed/printed-values.ts';
import {usualYears} from '../printed/usual-validity.ts';
import {validityTerms} from '../tables/validity-terms.ts';
import {nearly} from './cross-check.ts';
import {blocking, type Finding, finding, keptField, reason} from './finding.ts';
import {textOf} from './passport-status.ts';
import {thresholds} from './thresholds.ts';

/** What one engine read of a field, as a value. */
type Word = PrintedValue & {readonly value: string; readonly engine: Reading['engine']};

const leastMargin = (key: PrintedFieldKey): number =>
	key === 'id_number' ? thresholds.printedMargin : thresholds.printedOnlyMargin;

const isHardlyRead = ({field, text, margin}: PrintedValue): boolean =>
	margin !== undefined &&
	(margin <= leastMargin(field as PrintedFieldKey) || (field !== 'id_number' && holdsNoise(text)));

/** True where an engine knows how clearly it read a value, and some character was not; or left open whose value it is. */
const isWeak = (word: PrintedValue): boolean => word.aside === true || isHardlyRead(word);

const fold = (text: string): string =>
	text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toUpperCase()
		.replace(/[^\p{L}\p{N}]/gu, '');

/** `四川/SICHUAN` and `SICHUAN` say the same, and so do texts that differ in marks and signs. */
function agree(one: string, other: string): boolean {
	if (fold(one) === fold(other)) return true;
	const parts = (text: string) => text.split('/').map(fold).filter(Boolean);
	return parts(one).some(part => parts(other).includes(part));
}

/** Whether texts in two scripts say the same in two languages cannot be decided. */
const canDiffer = (one: string, other: string): boolean => isNational(one) === isNational(other);

type Judged = {level: Level; readonly reasons: Reason[]; readonly alternatives: Alternative[]};

/** How clearly a value was read, and what other words say of it. */
function weighWords(word: Word, others: readonly Word[]): Judged {
	const same = others.filter(other => agree(word.value, other.value));
	const reasons: Reason[] = [];
	if (same.some(({engine, zone}) => engine === word.engine && zone !== word.zone))
		reasons.push(reason('two-zones-agree'));
	if (same.some(({engine}) => engine !== word.engine)) reasons.push(reason('engines-agree'));
	const isConfirmed = reasons.length > 0;
	if (isHardlyRead(word)) reasons.push(reason('read-weakly'));
	else if (word.aside) reasons.push(reason('unlabelled'));
	else if (word.margin !== undefined) reasons.push(reason('read-clearly'));
	else if (!isConfirmed) reasons.push(reason('engine-word'));
	let level: Level = isConfirmed || (word.margin !== undefined && !isWeak(word)) ? 'supported' : 'unverified';
	const alternatives: Alternative[] = [];
	for (const other of others) {
		if (same.includes(other) || alternatives.some(({value}) => value === other.value)) continue;
		const source = other.engine === word.engine ? 'printed' : other.engine;
		alternatives.push({value: other.value, source});
		if (isWeak(other) || !canDiffer(word.value, other.value)) continue;
		if (other.engine !== word.engine) reasons.push(reason('engines-differ', {value: word.value, other: other.value}));
		else if (other.zone !== word.zone) {
			const [printed, mrz] = word.zone === 'printed' ? [word.value, other.value] : [other.value, word.value];
			reasons.push(reason('two-zones-differ', {printed, mrz}));
		} else continue;
		level = 'unverified';
	}
	return {level, reasons, alternatives};
}

/** A day of issue that whole years part from the expiry is no accident; one that cannot be is not this passport's. */
function weighIssueDate({value, aside}: Word, judged: Judged, mrz: readonly FieldValue[], today: CompleteDate): Judged {
	const {reasons} = judged;
	const date = parseDate(value);
	if (!date) return {...judged, level: 'unverified', reasons: [reason('not-a-date', {raw: value})]};
	if (aside) return {...judged, level: 'unverified', reasons: [...reasons, reason('dates-out-of-order')]};
	if (compareDays(earliest(date), today) > 0) {
		return {...judged, level: 'unverified', reasons: [...reasons, reason('date-too-far', {raw: value})]};
	}
	const expiry = mrz.find(({key}) => key === 'expiry_date');
	const isExpiryProven = expiry?.evidence.level === 'verified' || expiry?.evidence.level === 'supported';
	if (!isExpiryProven || value.length < 10) return judged;
	const years = usualYears(value, expiry.value);
	const terms = validityTerms(textOf(mrz, 'issuing_country_code'));
	const isOdd = years === undefined || terms?.includes(years) === false;
	if (isOdd) {
		const odd = years === undefined ? {raw: value} : {raw: value, years, usual: terms?.join(', ') ?? ''};
		// A digit that was misread for another is read as clearly as a right one.
		const isRead = reasons.some(({code}) => code === 'read-clearly') && judged.level === 'supported';
		const isAgreed = reasons.some(({code}) => code === 'engines-agree' || code === 'two-zones-agree');
		return isRead && !isAgreed
			? {...judged, level: 'unverified', reasons: [...reasons, reason('odd-issue-day', odd)]}
			: judged;
	}
	const isContradicted = reasons.some(({code}) => code === 'engines-differ' || code === 'two-zones-differ');
	return {
		...judged,
		level: isContradicted ? judged.level : 'supported',
		reasons: [...reasons.filter(({code}) => code !== 'engine-word'), reason('usual-validity')],
	};
}

/** Fewer characters of a number are in another one by chance. */
const tellingNumber = 6;

/** Many states print the personal number above the MRZ and in its optional data (ICAO 9303-4 §4.2.2.2). */
function weighNumber(word: Word, judged: Judged, mrz: readonly FieldValue[]): Finding {
	const key = 'id_number';
	const optional = mrz.find(one => one.key === 'optional_data_mrz');
	const [printed, held] = [fold(word.value), fold(optional?.value ?? '')];
	const make = ({level, reasons, alternatives}: Judged, issues: Finding['issues'] = []) =>
		finding({key, value: word.value, raw: word.text, level, reasons, alternatives, issues});
	if (!optional || printed.length < tellingNumber || held.length < tellingNumber) return make(judged);
	if (held.includes(printed) || printed.includes(held)) {
		const isProven = word.zone === 'printed' && held === printed && optional.evidence.level !== 'refuted';
		const reasons = [reason('two-zones-agree'), ...judged.reasons.filter(({code}) => code !== 'engine-word')];
		return make({...judged, level: isProven ? 'verified' : 'supported', reasons});
	}
	if (!nearly(printed, held)) return make(judged);
	const params = {printed: word.value, mrz: optional.value};
	const reasons = [...judged.reasons, reason('two-zones-differ', params)];
	const alternatives = [...judged.alternatives, {value: optional.value, source: 'mrz' as const}];
	const issues = isWeak(word) ? [] : [blocking('two-zones-differ', key, params)];
	return make({level: 'unverified', reasons, alternatives}, issues);
}

function wordsOn(key: PrintedFieldKey, readings: readonly Reading[], today: CompleteDate): readonly Word[] {
	return readings.flatMap(reading =>
		printedFor(reading, key).map(one => ({...one, value: printedValue(one, today), engine: reading.engine})),
	);
}

function judgeField(
	key: PrintedFieldKey,
	words: readonly Word[],
	mrz: readonly FieldValue[],
	today: CompleteDate,
): Finding | undefined {
	const said = words.filter(({value}) => value !== '');
	const word = said.find(one => !isWeak(one)) ?? said[0];
	if (!word) {
		// A day that cannot be understood is still shown; a Latin name is no national one.
		const [unread] = key === 'issue_date' ? words : [];
		if (!unread) return undefined;
		const reasons = [reason('not-a-date', {raw: unread.text.slice(0, 40)})];
		return finding({key, value: '', raw: unread.text, level: 'unverified', reasons});
	}
	const judged = weighWords(
		word,
		said.filter(other => other !== word),
	);
	if (key === 'id_number') return weighNumber(word, judged, mrz);
	const {level, reasons, alternatives} = key === 'issue_date' ? weighIssueDate(word, judged, mrz, today) : judged;
	const other = word.otherText === undefined ? '' : printedValue({...word, text: word.otherText}, today);
	const isOffered = other !== '' && other !== word.value && alternatives.every(({value}) => value !== other);
	return finding({
		key,
		value: word.value,
		raw: word.text,
		level,
		reasons,
		alternatives: isOffered ? [...alternatives, {value: other, source: 'printed'}] : alternatives,
	});
}

/** One text that was taken for two fields is neither for certain. */
function parted(all: readonly Finding[]): readonly Finding[] {
	const texts = all.map(({field}) => field);
	const isSame = fold(textOf(texts, 'birth_place')) === fold(textOf(texts, 'issuing_authority'));
	if (!isSame || textOf(texts, 'birth_place') === '') return all;
	return all.map(one => {
		if (one.field.key !== 'birth_place' && one.field.key !== 'issuing_authority') return one;
		const reasons = [...one.field.evidence.reasons, reason('same-as-other')];
		return {...one, field: {...one.field, evidence: {level: 'unverified', reasons}}};
	});
}

/**
 * Judges the fields that only the page above the MRZ prints, each that something was read of. They never decide whether
 * a passport is proven; only a personal number that contradicts the optional data blocks it.
 *
 * @param readings Of one page; the first leads.
 * @param mrz The judged fields of the MRZ.
 */
export function judgePrintedFields(
	readings: readonly Reading[],
	mrz: readonly FieldValue[],
	today: CompleteDate,
): readonly Finding[] {
	const all = printedFields.flatMap(key => judgeField(key, wordsOn(key, readings, today), mrz, today) ?? []);
	return withPrintedTexts(parted(all), readings);
}

/** Each finding with what the page prints of its field. */
export const withPrintedTexts = (all: readonly Finding[], readings: readonly Reading[]): readonly Finding[] =>
	all.map(one => {
		const {key, raw} = one.field;
		const words = readings.flatMap(reading => printedFor(reading, key));
		const isOfZone = fieldInfo(key).printed === undefined;
		const word = isOfZone ? words.find(({zone}) => zone === 'printed') : words.find(({text}) => text === raw);
		if (!word) return {issues: one.issues, field: keptField(one.field)};
		const {text, margin, source} = word;
		const printed = {text, ...(margin === undefined ? {} : {margin}), ...(source === undefined ? {} : {source})};
		return {issues: one.issues, field: keptField(one.field, printed)};
	});

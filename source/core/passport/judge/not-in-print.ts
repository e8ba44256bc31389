import {editDistance} from '../../edit-distance.ts';
import {type FieldKey, fieldInfo} from '../model/fields.ts';
import type {FieldValue, ReasonCode} from '../model/passport.ts';
import type {Reading} from '../model/reading.ts';
import {compareNames} from '../printed/compare-names.ts';
import {printedFor} from '../printed/printed-values.ts';
import {capitals} from '../tables/transliteration.ts';
import {blocking, type Finding, notice, reason} from './finding.ts';

/** What nearly every page prints as its MRZ has it (ICAO 9303-4 §4.1). */
const inBoth: ReadonlySet<FieldKey> = new Set<FieldKey>([
	'passport_number',
	'surname_english',
	'given_name_english',
	'birth_date',
	'sex',
	'expiry_date',
]);

/** Where the page prints so many of them as its MRZ has them, it was read well enough to find the others. */
const leastAgreeing = 4;

/** A text shorter than this share of a value may be a part of it: long names are in two boxes. */
const leastOfName = 2 / 3;
/** Unless more than this share of its letters are others than in any part of the value. */
const mostOther = 0.5;

/** Whether a text that was read in a value's place can be no part of it. */
const isOther = (text: string, value: string): boolean => {
	if (text.length >= leastOfName * value.length) return true;
	const [read, whole] = [capitals(text), capitals(value)];
	const most = Math.floor(mostOther * read.length);
	const parts = Array.from({length: whole.length - read.length + 1}, (_, at) => whole.slice(at, at + read.length));
	return parts.every(part => editDistance(read, part, {most}) > most);
};

/** What the page's word about a value makes of it. */
const compared: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
	'two-zones-agree',
	'two-zones-differ',
	'spelling-variant',
	'name-truncated',
]);

const isCompared = ({field}: Finding): boolean => field.evidence.reasons.some(({code}) => compared.has(code));

const compact = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');

const isSame = ({key, value}: FieldValue, text: string): boolean =>
	fieldInfo(key).kind === 'name' ? compareNames(text, value) === 'same' : compact(text) === compact(value);

/** What is in its place, as it was read. */
const printedThere = ({field: {key}}: Finding, reading: Reading): readonly string[] =>
	printedFor(reading, key).flatMap(({text, box}) => (box && text !== '' ? text : []));

/**
 * Says of what the MRZ has and a page does not show that prints the rest of it. Where something else is in its place that
 * was not read clearly, a person must look, unless a check digit proves the MRZ's. That what a check digit proves was not
 * found is part of its evidence and no issue.
 */
export function withNotInPrint(all: readonly Finding[], reading: Reading): readonly Finding[] {
	if (!reading.printed?.some(({box}) => box)) return all;
	const sought = all.filter(({field: {key, value}}) => inBoth.has(key) && value !== '' && value !== 'X');
	const agreeing = sought.filter(one => one.field.evidence.reasons.some(({code}) => code === 'two-zones-agree'));
	if (agreeing.length < leastAgreeing) return all;
	return all.map(one => {
		const {field} = one;
		const there = printedThere(one, reading);
		// A short name that no label announces proves nothing, but is there.
		const isThere = there.some(text => isSame(field, text));
		if (!sought.includes(one) || isCompared(one) || isThere) return one;
		const params = there.length > 0 ? {printed: there[0]!.slice(0, 40)} : undefined;
		const mayDiffer = there.some(text => isOther(text, field.value));
		const issue = mayDiffer && field.evidence.level !== 'verified' ? blocking : notice;
		const evidence = {...field.evidence, reasons: [...field.evidence.reasons, reason('not-in-print', params)]};
		const told = params || field.evidence.level !== 'verified' ? [issue('not-in-print', field.key, params)] : [];
		return {field: {...field, evidence}, issues: [...one.issues, ...told]};
	});
}

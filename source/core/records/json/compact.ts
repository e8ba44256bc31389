import {fields as allFields, type FieldKey} from '../../passport/model/fields.ts';
import type {
	Evidence,
	FieldValue,
	Issue,
	Level,
	Passport,
	PrintedText,
	ReasonCode,
} from '../../passport/model/passport.ts';
import type {PassportRecord} from '../record.ts';

const keys: readonly FieldKey[] = allFields.map(({key}) => key);
const placeOf: ReadonlyMap<FieldKey, number> = new Map(keys.map((key, place) => [key, place]));

/** Of each field its place among all, its value, its evidence or that in words, and what is printed or 0. */
type CompactFields = readonly (number | string | Evidence | PrintedText)[];

const partsOfField = 4;

/** A record in a fifth of the characters, for JSON that is held in memory. */
export type CompactRecord = readonly [
	path: string,
	sha256: string,
	recognizedAt: string,
	shape: Passport['shape'],
	lines: readonly string[],
	fields: CompactFields,
	issues: readonly Issue[],
	status: Passport['status'],
	engine: Passport['engine'],
	/** What few records have, or have otherwise. */
	rest: Omit<PassportRecord, 'path' | 'sha256' | 'recognizedAt' | 'passport'>,
];

const noAlternatives: FieldValue['alternatives'] = [];

/** A level and the codes of its reasons as `verified check-digit composite`, where that says all of them. */
function compactEvidence({level, reasons}: Evidence): string | Evidence {
	const isProven = level === 'verified' || level === 'supported';
	let words: string = level;
	for (const {code, params} of reasons) {
		if ((params !== undefined && !isProven) || code.includes(' ')) return {level, reasons};
		words += ` ${code}`;
	}
	return words;
}

/** A file may have any reasons; those of this program come in some dozens of ways. */
const mostKinds = 1000;

const evidenceOf = new Map<string, Evidence>();

function expandedEvidence(words: string): Evidence {
	const known = evidenceOf.get(words);
	if (known) return known;
	const [level, ...codes] = words.split(' ') as [Level, ...ReasonCode[]];
	const evidence = {level, reasons: codes.map(code => ({code}))};
	if (evidenceOf.size < mostKinds) evidenceOf.set(words, evidence);
	return evidence;
}

/**
 * Makes a record compact, without what no list says: how a field was read at first, what else it might be, and the details
 * of a proof. Why a field is in doubt stays.
 */
export function compact({path, sha256, recognizedAt, passport, ...rest}: PassportRecord): CompactRecord {
	const {shape, lines, issues, status, engine} = passport;
	const fields: (number | string | Evidence | PrintedText)[] = [];
	for (const {key, value, evidence, printed} of passport.fields) {
		fields.push(placeOf.get(key)!, value, compactEvidence(evidence), printed ?? 0);
	}
	return [path, sha256, recognizedAt, shape, lines, fields, issues, status, engine, rest];
}

/** Returns the record that was made compact. */
export function expanded(record: CompactRecord): PassportRecord {
	const [path, sha256, recognizedAt, shape, lines, fields, issues, status, engine, rest] = record;
	const passport = {shape, lines, fields: expandedFields(fields), issues, status, engine};
	return {path, sha256, recognizedAt, passport, ...rest};
}

function expandedFields(compacted: CompactFields): FieldValue[] {
	const fields: FieldValue[] = [];
	for (let at = 0; at < compacted.length; at += partsOfField) {
		const key = keys[compacted[at] as number]!;
		const value = compacted[at + 1] as string;
		const kept = compacted[at + 2] as string | Evidence;
		const evidence = typeof kept === 'string' ? expandedEvidence(kept) : kept;
		const printed = compacted[at + 3] as PrintedText | 0;
		// Written twice: a copy with one member more takes V8 three times as long.
		fields.push(
			printed === 0
				? {key, value, raw: value, evidence, alternatives: noAlternatives}
				: {key, value, raw: value, evidence, alternatives: noAlternatives, printed},
		);
	}
	return fields;
}

import {type FieldKey, fields} from '../passport/model/fields.ts';
import type {Evidence, FieldValue, Issue, Passport, PrintedText, ReasonCode} from '../passport/model/passport.ts';
import type {PassportRecord} from './record.ts';

const keys: readonly FieldKey[] = fields.map(({key}) => key);
const placeOf: ReadonlyMap<FieldKey, number> = new Map(keys.map((key, place) => [key, place]));

/** Of each field its place among all, its value, its evidence or the number of that, and what is printed or 0. */
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

/** A file may have any reasons; those of this program come in some dozens of ways. */
const mostKinds = 1000;

const noAlternatives: FieldValue['alternatives'] = [];

/**
 * Makes records compact, and expands what it made. Without what no list says: how a field was read at first, what else it
 * might be, and the details of a proof. Why a field is in doubt stays.
 *
 * @param kinds The evidence that records refer to by its number; what is made compact adds to it.
 */
export function recordCompactor(kinds: Evidence[] = []) {
	const numberOf = new Map<string, number>();

	function compactEvidence({level, reasons}: Evidence): number | Evidence {
		const isProven = level === 'verified' || level === 'supported';
		if (!isProven && reasons.some(({params}) => params !== undefined)) return {level, reasons};
		let kind: string = level;
		for (const {code} of reasons) kind += ` ${code}`;
		const known = numberOf.get(kind);
		if (known !== undefined) return known;
		const evidence = {level, reasons: reasons.map(({code}): {code: ReasonCode} => ({code}))};
		if (kinds.length === mostKinds) return evidence;
		numberOf.set(kind, kinds.length);
		return kinds.push(evidence) - 1;
	}

	function expandedFields(compacted: CompactFields): FieldValue[] {
		const expanded: FieldValue[] = [];
		for (let at = 0; at < compacted.length; at += partsOfField) {
			const key = keys[compacted[at] as number]!;
			const value = compacted[at + 1] as string;
			const kept = compacted[at + 2] as number | Evidence;
			const evidence = typeof kept === 'number' ? kinds[kept]! : kept;
			const printed = compacted[at + 3] as PrintedText | 0;
			const field = {key, value, raw: value, evidence, alternatives: noAlternatives};
			expanded.push(printed === 0 ? field : {...field, printed});
		}
		return expanded;
	}

	return {
		compact({path, sha256, recognizedAt, passport, ...rest}: PassportRecord): CompactRecord {
			const {shape, lines, issues, status, engine} = passport;
			const compacted: (number | string | Evidence | PrintedText)[] = [];
			for (const {key, value, evidence, printed} of passport.fields) {
				compacted.push(placeOf.get(key)!, value, compactEvidence(evidence), printed ?? 0);
			}
			return [path, sha256, recognizedAt, shape, lines, compacted, issues, status, engine, rest];
		},
		expanded([
			path,
			sha256,
			recognizedAt,
			shape,
			lines,
			own,
			issues,
			status,
			engine,
			rest,
		]: CompactRecord): PassportRecord {
			const passport = {shape, lines, fields: expandedFields(own), issues, status, engine};
			return {path, sha256, recognizedAt, passport, ...rest};
		},
	};
}

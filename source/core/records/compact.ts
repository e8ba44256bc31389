import {type FieldKey, fields} from '../passport/model/fields.ts';
import type {FieldValue, Issue, Level, Passport, Reason} from '../passport/model/passport.ts';
import type {PassportRecord} from './record.ts';

const keys: readonly FieldKey[] = fields.map(({key}) => key);
const placeOf: ReadonlyMap<FieldKey, number> = new Map(keys.map((key, place) => [key, place]));

type CompactReason = Reason['code'] | Reason;

type CompactField = readonly [
	place: number,
	value: string,
	/** 0 where it is the value. */
	raw: string | 0,
	level: Level,
	reasons: readonly CompactReason[],
	rest?: Pick<FieldValue, 'repairedFrom' | 'alternatives' | 'printed'>,
];

/** A record in a third of the characters, for JSON that is held in memory. */
export type CompactRecord = readonly [
	path: string,
	sha256: string,
	recognizedAt: string,
	shape: Passport['shape'],
	lines: readonly string[],
	fields: readonly CompactField[],
	issues: readonly Issue[],
	status: Passport['status'],
	engine: Passport['engine'],
	/** What few records have, or have otherwise. */
	rest: Omit<PassportRecord, 'path' | 'sha256' | 'recognizedAt' | 'passport'>,
];

export function compact({path, sha256, recognizedAt, passport, ...rest}: PassportRecord): CompactRecord {
	const {shape, lines, fields: own, issues, status, engine} = passport;
	return [path, sha256, recognizedAt, shape, lines, own.map(compactField), issues, status, engine, rest];
}

function compactField({key, value, raw, evidence, repairedFrom, alternatives, printed}: FieldValue): CompactField {
	const reasons = evidence.reasons.map((one): CompactReason => (one.params === undefined ? one.code : one));
	const begin = [placeOf.get(key)!, value, raw === value ? 0 : raw, evidence.level, reasons] as const;
	if (repairedFrom === undefined && !printed && alternatives.length === 0) return begin;
	const repaired = repairedFrom === undefined ? undefined : {repairedFrom};
	return [...begin, {alternatives, ...repaired, ...(printed ? {printed} : undefined)}];
}

export function expanded(compacted: CompactRecord): PassportRecord {
	const [path, sha256, recognizedAt, shape, lines, own, issues, status, engine, rest] = compacted;
	const passport = {shape, lines, fields: own.map(expandedField), issues, status, engine};
	return {path, sha256, recognizedAt, passport, ...rest};
}

const noAlternatives: FieldValue['alternatives'] = [];

function expandedField([place, value, raw, level, reasons, rest]: CompactField): FieldValue {
	const evidence = {level, reasons: reasons.map(one => (typeof one === 'string' ? {code: one} : one))};
	const key = keys[place]!;
	if (!rest) return {key, value, raw: raw === 0 ? value : raw, evidence, alternatives: noAlternatives};
	return {key, value, raw: raw === 0 ? value : raw, evidence, ...rest};
}

import type {FieldKey} from '../model/fields.ts';
import type {Alternative, FieldValue, Issue, Level, PrintedText, Reason, ReasonCode} from '../model/passport.ts';
import type {ReadingConfidence} from './reading-confidence.ts';

/** A field under judgement, together with what the person must know about it. */
export type Finding = {readonly field: FieldValue; readonly issues: readonly Issue[]};

export type Params = Readonly<Record<string, string | number>>;

const none: readonly never[] = [];

const bare = new Map<ReasonCode, Reason>();

/** Reasons without parameters are one object each: a batch keeps some twenty of them a passport. */
export function reason(code: ReasonCode, params?: Params): Reason {
	if (params) return {code, params};
	const one = bare.get(code) ?? {code};
	bare.set(code, one);
	return one;
}

/**
 * A judged field as it is kept for a whole batch: its arrays as long as what is in them, its properties in one order.
 * Written out, because on Node 20 each object that a spread and a further property make has a hidden shape of its own,
 * which costs more than the field.
 */
export function keptField(field: FieldValue, printed?: PrintedText): FieldValue {
	const {key, value, raw, repairedFrom} = field;
	const evidence = {level: field.evidence.level, reasons: [...field.evidence.reasons]};
	const alternatives = field.alternatives.length === 0 ? none : field.alternatives;
	const kept =
		printed === undefined
			? {key, value, raw, evidence, alternatives}
			: {key, value, raw, evidence, alternatives, printed};
	// Few are repaired: their shapes cost little.
	return repairedFrom === undefined ? kept : {...kept, repairedFrom};
}

export const blocking = (code: ReasonCode, field?: FieldKey, params?: Params): Issue => ({
	code,
	...(field ? {field} : {}),
	...(params ? {params} : {}),
	blocks: true,
});

export const notice = (code: ReasonCode, field?: FieldKey, params?: Params): Issue => ({
	...blocking(code, field, params),
	blocks: false,
});

type Parts = Pick<FieldValue, 'key' | 'value' | 'raw' | 'repairedFrom'> & {
	readonly level: Level;
	readonly reasons: readonly Reason[];
	readonly alternatives?: readonly Alternative[];
	readonly issues?: readonly Issue[];
};

export function finding({key, value, raw, level, reasons, repairedFrom, alternatives, issues}: Parts): Finding {
	return {
		field: {
			key,
			value,
			raw,
			evidence: {level, reasons},
			...(repairedFrom === undefined ? {} : {repairedFrom}),
			alternatives: alternatives ?? [],
		},
		issues: issues ?? [],
	};
}

/** A field against which there is one reason, which is also what the person must know. */
export const refuted = (
	why: Reason,
	{level = 'refuted', ...parts}: Omit<Parts, 'level' | 'reasons' | 'issues'> & {readonly level?: Level},
): Finding => finding({...parts, level, reasons: [why], issues: [blocking(why.code, parts.key, why.params)]});

/** What was read where there is another value now: before a repair, or seen where the rules chose otherwise. */
export const repairedFrom = (
	before: string,
	raw: string,
	confidence: ReadingConfidence,
): {readonly repairedFrom?: string} => {
	if (before !== raw) return {repairedFrom: before};
	return confidence.changed > 0 ? {repairedFrom: confidence.seen} : {};
};

/** What a field without a check digit has to show for itself: its reading alone. */
export function levelOfReading(confidence: ReadingConfidence): {level: Level; reasons: Reason[]} {
	switch (confidence.level) {
		case 'clear':
			return {level: 'supported', reasons: [reason('read-clearly')]};
		case 'unknown':
			return {level: 'unverified', reasons: [reason('check-digit-not-printed')]};
		default:
			return {level: 'unverified', reasons: confidence.reason ? [confidence.reason] : []};
	}
}

/** What a repair offers, and what was there before it. */
export function offered(offers: readonly string[], value: string, before: string | undefined): Alternative[] {
	const list: Alternative[] = [];
	const add = (one: Alternative) => {
		if (one.value !== '' && one.value !== value && !list.some(other => other.value === one.value)) list.push(one);
	};
	for (const offer of offers) add({value: offer, source: 'repair'});
	if (before !== undefined) add({value: before, source: 'mrz'});
	return list;
}

import {lastAnswer} from '../../remember.ts';
import type {FieldKey} from '../model/fields.ts';
import type {FieldValue, Issue, Level, Passport, ReasonCode} from '../model/passport.ts';
import {checkDigits} from '../mrz/check-digits.ts';
import {blocking, type Params, reason} from './finding.ts';

/** What a file says against one of its own judged values, or, without a field, against the passport. */
export type Contradiction = {
	readonly code: Extract<ReasonCode, 'changed-outside' | 'two-zones-differ'>;
	readonly field?: FieldKey;
	readonly params?: Params;
	/** The other value, where the field can have it. */
	readonly other?: string;
};

/** One of these accompanies every value of the level, whichever way it was judged. */
const backing: Readonly<Partial<Record<Level, readonly ReasonCode[]>>> = {
	verified: ['check-digit', 'two-zones-agree'],
	supported: [
		'check-digit',
		'two-zones-agree',
		'engines-agree',
		'issuer-agrees',
		'read-clearly',
		'spelling-variant',
		'name-truncated',
		'usual-validity',
		'edited',
		'confirmed',
	],
};

/** All fields of a passport ask in turn. */
const digitsOf = lastAnswer(checkDigits);

/** Whether what is kept of a field bears its level: the reasons that it needs, and a check digit that does agree. */
export function isBacked({shape, lines}: Passport, {key, evidence: {level, reasons}}: FieldValue): boolean {
	const needed = backing[level];
	if (!needed) return true;
	if (!reasons.some(({code}) => needed.includes(code))) return false;
	if (lines.length === 0 || !reasons.some(({code}) => code === 'check-digit')) return true;
	return digitsOf(shape, lines).some(({field, verdict}) => field === key && verdict === 'verified');
}

/**
 * The passport with what its file says against it: such a value is not proven, both readings are shown, and a person must
 * look. Nothing is replaced.
 */
export function contradict(passport: Passport, found: readonly Contradiction[]): Passport {
	if (found.length === 0) return passport;
	const fields = passport.fields.map(field =>
		found.filter(one => one.field === field.key).reduce(withContradiction, field),
	);
	const issues: Issue[] = found.map(({code, field, params}) => blocking(code, field, params));
	return {
		...passport,
		fields,
		issues: [...passport.issues, ...issues],
		status: passport.status === 'refused' ? 'refused' : 'check',
	};
}

function withContradiction(field: FieldValue, {code, params, other}: Contradiction): FieldValue {
	const {evidence, value, alternatives} = field;
	const isNew = other !== undefined && other !== value && !alternatives.some(one => one.value === other);
	return {
		...field,
		evidence: {
			level: evidence.level === 'refuted' ? 'refuted' : 'unverified',
			reasons: [...evidence.reasons, reason(code, params)],
		},
		alternatives: isNew ? [...alternatives, {value: other, source: 'printed'}] : alternatives,
	};
}

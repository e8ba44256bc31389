import {blocking, notice} from './judge/finding.ts';
import {type FieldKey, fieldInfo, isPrintedOnly} from './model/fields.ts';
import type {FieldValue, Issue, Passport, Reason, ReasonCode} from './model/passport.ts';

/** Reasons that speak for a value: where a field is in doubt, another one is shown first. */
export const speaksFor: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
	'check-digit',
	'composite',
	'read-clearly',
	'two-zones-agree',
	'engines-agree',
	'number-pattern',
	'known-code',
	'issuer-agrees',
	'usual-validity',
	'confirmed',
	'as-given',
	'edited',
]);

/** Whether a person must look at a field for its level: an export is trusted for it, and nothing proves it. */
export const isUnproven = (field: FieldValue): boolean => isWeak(field) && fieldInfo(field.key).decides;

const isWeak = ({evidence: {level}}: FieldValue): boolean => level === 'unverified' || level === 'refuted';

/** Why a field is in doubt. */
const against = ({evidence: {reasons}}: FieldValue): Reason =>
	reasons.filter(({code}) => !speaksFor.has(code)).at(-1) ?? {code: 'engine-word'};

/**
 * Whether something speaks against a value that only the page prints: it was read weakly, or two readings differ. Such a
 * value is to be compared with the picture, and does not put the passport in doubt.
 */
export const isUnclearPrint = (field: FieldValue): boolean =>
	isWeak(field) && isPrintedOnly(field.key) && against(field).code !== 'engine-word';

/**
 * The issues of a passport, and for each field that only its level puts in doubt the reason of that: none that is to check
 * is without one. Of what only the page prints it is a notice.
 */
export function reasonsToLook({
	fields,
	issues,
	status,
}: Pick<Passport, 'fields' | 'issues' | 'status'>): readonly Issue[] {
	if (!fields.some(isWeak)) return issues;
	const weak = fields.filter(isWeak);
	const told = new Set(issues.filter(({blocks}) => blocks).map(({field}) => field));
	const doubts = weak.flatMap((field): readonly Issue[] => {
		if (told.has(field.key)) return [];
		const {code, params} = against(field);
		if (isUnclearPrint(field)) return [notice(code, field.key, params)];
		return status !== 'clean' && isUnproven(field) ? [blocking(code, field.key, params)] : [];
	});
	return doubts.length === 0 ? issues : [...issues, ...doubts];
}

/** Whether an issue says what of the picture makes the lines hard to read. */
export const isPictureAdvice = ({code}: Issue): boolean => code.startsWith('picture-');

/** Whether an issue says that a picture is as one of a copy: of a passport that is proven it is worth no line. */
export const isSignOfCopy = ({code}: Issue): boolean => code === 'picture-grey' || code === 'picture-dots';

/**
 * Whether a person is asked to compare a value, or the passport as a whole: of a proven one only what was read weakly from
 * the page.
 */
export const isToCompare = ({status, fields}: Pick<Passport, 'status' | 'fields'>, key?: FieldKey): boolean =>
	status !== 'clean' || fields.some(field => field.key === key && isUnclearPrint(field));

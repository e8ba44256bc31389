import {blocking} from './judge/finding.ts';
import {fieldInfo} from './model/fields.ts';
import type {FieldValue, Issue, Passport, ReasonCode} from './model/passport.ts';

/** Reasons that speak for a value: where a field is in doubt, another one is told first. */
export const speaksFor: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
	'check-digit',
	'composite',
	'read-clearly',
	'two-zones-agree',
	'engines-agree',
	'number-pattern',
	'known-code',
	'issuer-agrees',
	'confirmed',
	'as-given',
	'edited',
]);

/** Whether a person must look at a field for its level: an export is trusted for it, and nothing proves it. */
export const isUnproven = ({key, evidence: {level}}: FieldValue): boolean =>
	fieldInfo(key).decides && (level === 'unverified' || level === 'refuted');

/** Why a field is in doubt, as an issue of the passport. */
function doubtOf({key, evidence: {reasons}}: FieldValue): Issue {
	const against = reasons.filter(({code}) => !speaksFor.has(code)).at(-1);
	return blocking(against?.code ?? 'engine-word', key, against?.params);
}

/**
 * The issues of a passport, and for each field that only its level puts in doubt the reason of that: none that is to check
 * is without one.
 */
export function reasonsToLook({
	fields,
	issues,
	status,
}: Pick<Passport, 'fields' | 'issues' | 'status'>): readonly Issue[] {
	if (status === 'clean') return issues;
	const told = new Set(issues.filter(({blocks}) => blocks).map(({field}) => field));
	return [...issues, ...fields.filter(field => isUnproven(field) && !told.has(field.key)).map(doubtOf)];
}

import type {FieldValue, Passport, Reason, ReasonCode} from '../model/passport.ts';
import {reason} from './finding.ts';
import type {JudgeOptions} from './options.ts';
import {withStatus} from './passport-status.ts';

/**
 * - `consistent`: everything in the text agrees with everything else in it.
 * - `doubtful`: it does only after a repair, or something in it is not what a passport has.
 * - `contradicted`: a check digit is wrong, or values exclude each other.
 */
export type TextVerdict = 'consistent' | 'doubtful' | 'contradicted';

/** What keeps a value unproven only where characters were read from a picture. */
const ofReading: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['check-digit-not-printed', 'blind-spot']);

/** What neither speaks for a value nor against it. */
const neutral: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
	'check-digit',
	'composite',
	'composite-unseen',
	'known-code',
	'issuer-agrees',
	'number-pattern',
	'two-zones-agree',
	'no-given-name',
	'no-surname',
	'sex-unspecified',
	'document-kind',
	'specimen',
]);

const taken = (field: FieldValue): FieldValue => {
	const {level, reasons} = field.evidence;
	const isOnlyUnread = reasons.every(({code}) => ofReading.has(code) || neutral.has(code));
	const isEmpty = field.value === '' && !reasons.some(({code}) => code === 'no-surname');
	if (level !== 'unverified' || isEmpty || field.repairedFrom !== undefined || !isOnlyUnread) return field;
	const kept: readonly Reason[] = reasons.filter(({code}) => code !== 'check-digit-not-printed');
	const covered = kept.some(({code}) => code === 'check-digit');
	return {...field, evidence: {level: 'supported', reasons: covered ? kept : [reason('as-given'), ...kept]}};
};

/**
 * A judged text as a text: its characters are what they are, so that a value which no check digit covers is taken as it
 * was given, where nothing speaks against it.
 */
export const asGiven = (passport: Passport, options: JudgeOptions): Passport =>
	withStatus({...passport, fields: passport.fields.map(taken)}, options);

/** Issues by which values exclude each other. */
const excluding: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['composite-wrong', 'dates-out-of-order']);

/** The verdict on a text that was judged as given, with the notes of its parsing among the issues. */
export function textVerdict({fields, issues}: Pick<Passport, 'fields' | 'issues'>): TextVerdict {
	const isWrong =
		fields.some(({evidence}) => evidence.level === 'refuted') ||
		issues.some(({code, blocks}) => blocks && excluding.has(code));
	if (isWrong) return 'contradicted';
	const isDoubtful =
		fields.some(
			({evidence, value, repairedFrom}) =>
				repairedFrom !== undefined || (value !== '' && evidence.level === 'unverified'),
		) || issues.some(({code, blocks}) => blocks || code === 'realigned');
	return isDoubtful ? 'doubtful' : 'consistent';
}

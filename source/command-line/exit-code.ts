import {type ErrorCode, exitCodes} from '../core/errors.ts';
import {isUnfit, type TripDay, validityOf} from '../core/passport/judge/validity.ts';
import {isBlank} from '../core/records/failures.ts';
import type {Outcome} from '../core/records/record.ts';

/** Nothing was there to be read: no file, no picture, no whole picture. */
const unusable: readonly string[] = [
	'FILE_NOT_FOUND',
	'NOT_READABLE',
	'NOT_A_FILE',
	'NOT_AN_IMAGE',
	'DAMAGED_IMAGE',
	'UNSUPPORTED_IMAGE',
	'NOT_DOWNLOADED',
	'TOO_LARGE',
	'TOO_SMALL',
	'NO_PICTURES',
	'BLANK_PAGE',
	'NOTHING_TO_EXPORT',
	'NOT_A_LIST',
] satisfies readonly ErrorCode[];

const service: readonly string[] = [
	'QUOTA_USED_UP',
	'BALANCE_USED_UP',
	'SERVICE_BUSY',
	'NETWORK',
	'TIMEOUT',
	'BAD_RESPONSE',
	'SERVICE',
	'SERVICE_BROKEN',
] satisfies readonly ErrorCode[];

/** The exit code of a command that ended with this error and nothing else. */
export function exitCodeOfError(code: string): number {
	if (code === 'USAGE' || code === 'TEMPLATE') return exitCodes.usage;
	if (code === 'CONFIG_MISSING' || code === 'KEYCHAIN' || code === 'CREDENTIALS_REFUSED')
		return exitCodes.notConfigured;
	if (code === 'CANCELLED') return exitCodes.interrupted;
	if (code === 'INTERNAL') return exitCodes.bug;
	if (unusable.includes(code)) return exitCodes.noUsableInput;
	return service.includes(code) ? exitCodes.service : exitCodes.someFailed;
}

/** What a person must look at: not proven, and not looked at yet. */
export const mustLook = (outcome: Outcome): boolean =>
	outcome.kind === 'read' && outcome.record.passport.status !== 'clean' && outcome.record.review.state === 'unreviewed';

/** Not valid for the trip that was asked about, also after review. Without a trip, expired is a notice only. */
const failsTrip = (outcome: Outcome, {today, trip}: TripDay): boolean =>
	trip !== undefined &&
	outcome.kind === 'read' &&
	outcome.record.review.state !== 'rejected' &&
	isUnfit(validityOf(outcome.record.passport, today, trip));

/**
 * The exit code of a batch. One that ends as a whole for one cause says that cause; else failures weigh more than
 * results that a person must look at, which count with `strict` only.
 *
 * @param unsaved How many results could not be kept.
 * @param compared An outcome with what is known only from all together.
 */
export function exitCodeOfBatch(
	outcomes: readonly Outcome[],
	asked: {strict: boolean; unsaved: number; day: TripDay; compared: (outcome: Outcome) => Outcome},
): number {
	const {strict, unsaved, day, compared} = asked;
	const codes = outcomes.flatMap(outcome => (outcome.kind === 'failed' ? [outcome.failure.code] : []));
	// The backs of sheets are no failures of those that show something.
	const shown = outcomes.filter(outcome => !isBlank(outcome));
	if (shown.length > 0 && shown.length < outcomes.length) return exitCodeOfBatch(shown, asked);
	for (const code of [exitCodes.bug, exitCodes.notConfigured, exitCodes.service]) {
		if (codes.some(failure => exitCodeOfError(failure) === code)) return code;
	}

	if (codes.length > 0 && outcomes.length === codes.length && codes.every(code => unusable.includes(code)))
		return exitCodes.noUsableInput;
	if (codes.length > 0 || unsaved > 0) return exitCodes.someFailed;
	return strict && outcomes.some(outcome => mustLook(compared(outcome)) || failsTrip(outcome, day))
		? exitCodes.mustLook
		: exitCodes.ok;
}

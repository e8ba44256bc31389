import {errorText} from '../command-line/errors.ts';
import {onDay, type TripDay, validityOf} from '../core/passport/judge/validity.ts';
import type {Issue} from '../core/passport/model/passport.ts';
import {failureToJson, toJson} from '../core/records/json/to-json.ts';
import type {Outcome} from '../core/records/record.ts';
import type {Language, Messages} from '../text/index.ts';
import {sayReason} from '../text/reason.ts';
import {type AskedField, namedKeys} from './asked-fields.ts';

/** How results are shown. */
export type Shown = {
	readonly day: TripDay;
	readonly language: Language;
	readonly messages: Messages;
	/** The values that `--fields` names; all of them without it. */
	readonly fields: readonly AskedField[] | undefined;
	/** Returns the name of a picture: with folders where another one of the run has the same. Not that of JSON. */
	readonly nameOf: (path: string) => string;
};

/** A result or a failure as the object that is printed for it. */
export function outcomeJson(outcome: Outcome, {day: {today, trip}, messages, fields}: Shown): unknown {
	if (outcome.kind === 'read') {
		const {record} = outcome;
		const validity = validityOf(record.passport, today, trip);
		const object = toJson(record, (issue: Issue) => sayReason(messages.reasons, issue), validity);
		return fields ? narrowed(object, fields) : object;
	}
	const {code, details} = outcome.failure;
	const {message, nextSteps} = errorText(code, details, messages);
	return failureToJson(outcome.failure, message, nextSteps);
}

/** The object with the asked values only, and what says how far they are proven. */
function narrowed(object: ReturnType<typeof toJson>, fields: readonly AskedField[]): unknown {
	const own = object.passport_ocr as Readonly<Record<string, unknown>>;
	const evidence = own.evidence as Readonly<Record<string, unknown>>;
	const named = new Set(namedKeys(fields));
	return {
		success: true,
		...Object.fromEntries(fields.map(({key}) => [key, object[key] ?? ''])),
		source_image: object.source_image,
		passport_ocr: {
			version: own.version,
			status: own.status,
			validity: own.validity,
			evidence: Object.fromEntries(Object.entries(evidence).filter(([key]) => named.has(key))),
			issues: own.issues,
			review: own.review,
		},
	};
}

/** The outcome with the issues that its passport has on the day, and for the trip. */
export function outcomeOnDay(outcome: Outcome, {today, trip}: TripDay): Outcome {
	if (outcome.kind === 'failed') return outcome;
	const {record} = outcome;
	return {...outcome, record: {...record, passport: onDay(record.passport, today, trip)}};
}

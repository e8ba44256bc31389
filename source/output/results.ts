import {errorText} from '../command-line/errors.ts';
import {onDay, type TripDay, validityOf} from '../core/passport/judge/validity.ts';
import type {Issue} from '../core/passport/model/passport.ts';
import {jsonText} from '../core/records/json-text.ts';
import type {Outcome} from '../core/records/record.ts';
import {failureToJson, toJson} from '../core/records/to-json.ts';
import type {Language, Messages} from '../text/index.ts';
import {sayReason} from '../text/reason.ts';
import {recordTable} from './record-table.ts';
import {listTable} from './tables.ts';

/** A result or a failure as the object that is printed for it. */
function outcomeJson(outcome: Outcome, {today, trip}: TripDay, messages: Messages): unknown {
	if (outcome.kind === 'read') {
		const {record} = outcome;
		const validity = validityOf(record.passport, today, trip);
		return toJson(record, (issue: Issue) => sayReason(messages.reasons, issue), validity);
	}
	const {code, details} = outcome.failure;
	const {message, nextSteps} = errorText(code, details, messages);
	return failureToJson(outcome.failure, message, nextSteps);
}

/** The outcome with the issues that its passport has on the day, and for the trip. */
export function outcomeOnDay(outcome: Outcome, {today, trip}: TripDay): Outcome {
	if (outcome.kind === 'failed') return outcome;
	const {record} = outcome;
	return {...outcome, record: {...record, passport: onDay(record.passport, today, trip)}};
}

/** One line a picture. */
export const ndjsonLine = (outcome: Outcome, day: TripDay, messages: Messages): string =>
	`${jsonText(outcomeJson(outcome, day, messages), 0)}\n`;

/** A list, or for a `single` picture that was asked for the object by itself. */
export function jsonResults(outcomes: readonly Outcome[], single: boolean, day: TripDay, messages: Messages): string {
	const objects = outcomes.map(outcome => outcomeJson(outcome, day, messages));
	if (single && objects.length === 0) return '';
	return `${jsonText(single ? objects[0] : objects)}\n`;
}

/** Results for people. */
export function tableResults(
	outcomes: readonly Outcome[],
	single: boolean,
	day: TripDay,
	language: Language,
	messages: Messages,
): string {
	const [first] = outcomes;
	if (single && first?.kind === 'read') return recordTable(first.record, day, language, messages);
	return listTable(outcomes, day, language, messages);
}

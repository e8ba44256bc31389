import type {Issue} from '../core/passport/passport.ts';
import {jsonText} from '../core/records/json-text.ts';
import type {Outcome} from '../core/records/record.ts';
import {failureToJson, toJson} from '../core/records/to-json.ts';
import type {Language, Messages} from '../text/index.ts';
import {reasonText} from './reason-text.ts';
import {recordTable} from './record-table.ts';
import {errorText} from './say-error.ts';
import {listTable} from './table.ts';

/** A result or a failure as the object that is printed for it. */
function outcomeJson(outcome: Outcome, messages: Messages): unknown {
	if (outcome.kind === 'read') return toJson(outcome.record, (issue: Issue) => reasonText(issue, messages).sentence);
	const {code, details} = outcome.failure;
	const {message, nextSteps} = errorText(code, details, messages);
	return failureToJson(outcome.failure, message, nextSteps);
}

/** One line a picture. */
export const ndjsonLine = (outcome: Outcome, messages: Messages): string =>
	`${jsonText(outcomeJson(outcome, messages), 0)}\n`;

/** A list, or for a `single` picture that was asked for the object by itself. */
export function jsonResults(outcomes: readonly Outcome[], single: boolean, messages: Messages): string {
	const objects = outcomes.map(outcome => outcomeJson(outcome, messages));
	if (single && objects.length === 0) return '';
	return `${jsonText(single ? objects[0] : objects)}\n`;
}

/** Results for people. */
export function tableResults(
	outcomes: readonly Outcome[],
	single: boolean,
	language: Language,
	messages: Messages,
): string {
	const [first] = outcomes;
	if (single && first?.kind === 'read') return recordTable(first.record, language, messages);
	return listTable(outcomes, language, messages);
}

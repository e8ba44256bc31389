import {errorText} from '../command-line/errors.ts';
import {cleanText} from '../core/clean-text.ts';
import {isUntried} from '../core/errors.ts';
import {discreet} from '../core/passport/discreet.ts';
import {isUnfit, validityOf} from '../core/passport/judge/validity.ts';
import {documentClassOf} from '../core/passport/model/document.ts';
import {isUnproven, reasonsToLook} from '../core/passport/reasons-to-look.ts';
import {jsonText} from '../core/records/json/json-text.ts';
import {errorCodeOf} from '../core/records/json/to-json.ts';
import type {Failure, Outcome, PassportRecord} from '../core/records/record.ts';
import {aboutField} from '../text/field-names.ts';
import {sayReason} from '../text/reason.ts';
import {askedValues, decidingFields, namedKeys} from './asked-fields.ts';
import type {Shown} from './results.ts';
import {shown} from './tables.ts';

/** Characters that one picture may take, at most, unless names and values alone are longer. */
const briefLength = 400;

/**
 * One picture in one short line of JSON, for a reader with little room: file, status, values that decide, levels that
 * matter, codes of the issues and the first of them as a sentence. Numbers are masked unless `--fields` names them.
 */
export function briefLine(outcome: Outcome, how: Shown): string {
	const {head, sentence} = outcome.kind === 'read' ? readBrief(outcome.record, how) : failedBrief(outcome.failure, how);
	const bare = jsonText(head, 0);
	const room = briefLength - bare.length - ',"why":"",'.length;
	const why = shortened(sentence, room);
	return `${why === '' ? bare : jsonText({...head, why}, 0)}\n`;
}

type Brief = {readonly head: Readonly<Record<string, unknown>>; readonly sentence: string};

function readBrief(record: PassportRecord, {day, messages, fields, nameOf}: Shown): Brief {
	const {passport, review, path} = record;
	const named = namedKeys(fields);
	const values = askedValues(record, fields ?? decidingFields);
	// Each level of the fields that were asked for, else of those that keep a person busy.
	const levels = fields
		? values.flatMap(({name, field}) => (field ? [[name, field.evidence.level]] : []))
		: values.flatMap(({name, field}) => (field && isUnproven(field) ? [[name, field.evidence.level]] : []));
	const validity = validityOf(passport, day.today, day.trip);
	const issues = reasonsToLook(passport);
	const [first] = [...issues.filter(({blocks}) => blocks), ...issues];
	const said =
		first && sayReason(messages.reasons, named.includes(first.field ?? '') ? first : discreet(first, first.field));
	return {
		head: {
			file: nameOf(path),
			status: passport.status,
			...(passport.shape === 'TD3' ? {} : {document: documentClassOf(passport.shape)}),
			...Object.fromEntries(
				values.map(({name, value, field}) => [name, field && !named.includes(field.key) ? shown(field) : value]),
			),
			...(isUnfit(validity) ? {validity} : {}),
			...(review.state === 'unreviewed' ? {} : {review: review.state}),
			...(levels.length > 0 ? {levels: Object.fromEntries(levels)} : {}),
			...(issues.length > 0 ? {issues: [...new Set(issues.map(({code}) => code))]} : {}),
		},
		sentence: said ? aboutField(messages, passport.shape, first?.field, said) : '',
	};
}

function failedBrief(failure: Failure, {messages, nameOf}: Shown): Brief {
	const {message, nextSteps} = errorText(failure.code, failure.details, messages);
	const code = errorCodeOf(failure);
	return {
		head: {
			file: nameOf(failure.path),
			status: isUntried(failure) ? 'not-read' : 'failed',
			error_kind: failure.code,
			...(code === failure.code ? {} : {error_code: code}),
		},
		sentence: [message, ...nextSteps].join(' → '),
	};
}

/** The text within a number of characters as JSON writes it; nothing where not even a few words have room. */
function shortened(text: string, room: number): string {
	const clean = cleanText(text);
	if (JSON.stringify(clean).length - 2 <= room) return clean;
	if (room < 24) return '';
	let length = room;
	while (JSON.stringify(clean.slice(0, length)).length - 2 > room - 1) length--;
	return `${clean.slice(0, length).trimEnd()}…`;
}

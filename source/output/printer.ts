import {type Arguments, text} from '../command-line/parse.ts';
import {AppError} from '../core/errors.ts';
import {jsonText} from '../core/records/json/json-text.ts';
import type {Outcome} from '../core/records/record.ts';
import {briefLine} from './brief.ts';
import {recordTable} from './record-table.ts';
import {outcomeJson, outcomeOnDay, type Shown} from './results.ts';
import {listTable} from './tables.ts';

export type ResultFormat = 'json' | 'ndjson' | 'table' | 'brief';

/** A picture is a line in these, as soon as it is read. */
const isByLine = (format: ResultFormat): boolean => format === 'ndjson' || format === 'brief';

/**
 * The format of results that come one by one, as `--output-format` names it.
 *
 * @throws AppError USAGE {problem: 'conflict'} for a format that has an end
 */
export function lineFormat(args: Arguments, option: string): ResultFormat {
	const format = (text(args, 'output-format') ?? 'ndjson') as ResultFormat;
	if (isByLine(format)) return format;
	throw new AppError('USAGE', {problem: 'conflict', option, other: `--output-format ${format}`});
}

/** One line a picture. */
const ndjsonLine = (outcome: Outcome, how: Shown): string => `${jsonText(outcomeJson(outcome, how), 0)}\n`;

/** A list, or for a `single` picture that was asked for the object by itself: as one `jsonText`, an item at a time. */
function* jsonResults(outcomes: readonly Outcome[], single: boolean, how: Shown): Iterable<string> {
	const textOf = (outcome: Outcome): string => jsonText(outcomeJson(outcomeOnDay(outcome, how.day), how));
	if (single) {
		for (const outcome of outcomes) yield `${textOf(outcome)}\n`;
	} else if (outcomes.length === 0) {
		yield '[]\n';
	} else {
		for (const [index, outcome] of outcomes.entries()) {
			yield `${index === 0 ? '[' : ','}\n  ${textOf(outcome).replaceAll('\n', '\n  ')}`;
		}
		yield '\n]\n';
	}
}

/** Results for people. */
function tableResults(
	outcomes: readonly Outcome[],
	single: boolean,
	{day, language, messages, fields, nameOf}: Shown,
): string {
	const [first] = outcomes;
	if (single && !fields && first?.kind === 'read') return recordTable(first.record, day, language, messages);
	return listTable(outcomes, day, messages, nameOf, fields);
}

/**
 * Prints results on standard output.
 *
 * @param single One picture was asked for: one object is printed, not a list.
 */
export function createPrinter(out: (content: string) => void, format: ResultFormat, single: boolean, how: Shown) {
	const printed = new Set<Outcome>();
	const line = format === 'brief' ? briefLine : ndjsonLine;
	const each = (outcome: Outcome): void => {
		if (!isByLine(format) || printed.has(outcome)) return;
		printed.add(outcome);
		out(line(outcomeOnDay(outcome, how.day), how));
	};
	return {
		/** A picture that is finished: printed at once where it is a line. */
		each,
		/**
		 * All pictures, when the last one is finished.
		 *
		 * @param compared An outcome with what is known only from all together.
		 */
		all(outcomes: readonly Outcome[], compared: (outcome: Outcome) => Outcome = outcome => outcome): void {
			for (const outcome of outcomes) each(outcome);
			// One picture may show several passports.
			const isSingle = single && outcomes.length < 2;
			if (format === 'json') for (const part of jsonResults(outcomes, isSingle, how)) out(part);
			if (format === 'table') out(tableResults(outcomes.map(compared), isSingle, how));
		},
	};
}

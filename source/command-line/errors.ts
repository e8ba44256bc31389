import type {ErrorDetails} from '../core/errors.ts';
import {formats, namedFormats} from '../core/export/formats.ts';
import type {Messages} from '../text/index.ts';
import {type CommandName, commands as commandTable, type OptionName, optionOf, options} from './options.ts';

/** Details of a usage error, completed by what the option would have taken. */
function completed(details: ErrorDetails, {commands}: Messages): ErrorDetails {
	if (details.expected !== undefined) return details;
	const name = details.name;
	if (typeof name !== 'string' || !(name in options)) return details;
	const command = typeof details.for === 'string' && details.for in commandTable ? (details.for as CommandName) : '';
	const {type, choices, least, value} = optionOf(command, name as OptionName);
	const expected = {
		...commands.expected,
		output: commands.expected.output(namedFormats.map(format => formats[format].extension)),
	};
	const special = (expected as Readonly<Record<string, unknown>>)[name];
	const words =
		typeof special === 'string'
			? special
			: type === 'choice'
				? expected.choice((choices ?? []).join(', '))
				: type === 'number'
					? expected.number(least ?? 0)
					: (value ?? expected.text);
	return {...details, expected: words};
}

/** An error as one sentence, and its next steps. */
export function errorText(
	code: string,
	details: ErrorDetails,
	messages: Messages,
): {readonly message: string; readonly nextSteps: readonly string[]} {
	const all = completed(details, messages);
	return {message: messages.errors.what(code, all), nextSteps: messages.errors.next(code, all)};
}

/** The same as lines for a person. */
export function errorLines(code: string, details: ErrorDetails, messages: Messages): readonly string[] {
	const {message, nextSteps} = errorText(code, details, messages);
	return [message, ...nextSteps.map(messages.commands.next)];
}

import {AppError, type ErrorDetails} from '../core/errors.ts';
import {closest} from './closest.ts';
import type {OptionName} from './options.ts';

/** The error for a value that an option does not take. */
export const badValue = (name: OptionName, value: string, more: ErrorDetails = {}): AppError =>
	new AppError('USAGE', {problem: 'bad-value', option: `--${name}`, name, value, ...more});

/** The same for a name that an option does not know, with the one that was likely meant. */
export function unknownName(
	name: OptionName,
	value: string,
	known: readonly string[],
	more: ErrorDetails = {},
): AppError {
	const suggestion = closest(value.split('=')[0]!.trim(), known);
	return badValue(name, value, {...more, ...(suggestion ? {suggestion} : {})});
}

import {AppError} from '../core/errors.ts';
import {closest} from './closest.ts';
import type {CommandName, OptionName} from './options.ts';

/** The error for a name that an option does not know, with the one that was likely meant. */
export function unknownName(
	name: OptionName,
	value: string,
	known: readonly string[],
	more: {readonly expected?: string; readonly for?: CommandName} = {},
): AppError {
	const suggestion = closest(value.split('=')[0]!.trim(), known);
	return new AppError('USAGE', {
		problem: 'bad-value',
		option: `--${name}`,
		name,
		value,
		...more,
		...(suggestion ? {suggestion} : {}),
	});
}

import {AppError} from '../core/errors.ts';
import {closest} from './closest.ts';
import {type CommandName, commands} from './options.ts';
import type {Arguments} from './parse.ts';

/**
 * The word that says what a command with actions does; undefined where none follows it.
 *
 * @param most How many words an action takes behind it; none where it is not named.
 * @throws AppError USAGE {problem: 'unknown-choice'} for a word that is no action, 'extra-argument' for one too many
 */
export function actionOf({command, words}: Arguments, most: Readonly<Record<string, number>> = {}): string | undefined {
	const [action, ...others] = words;
	const {actions = []} = commands[command];
	if (action === undefined) return undefined;
	if (!actions.includes(action)) throw unknownChoice(command, command, action, actions);
	const extra = others[most[action] ?? 0];
	if (extra !== undefined) {
		// A word too many behind `config save` may be a secret: it is not repeated.
		const value = command === 'config' ? '…' : extra;
		throw new AppError('USAGE', {problem: 'extra-argument', command: `${command} ${action}`, value, for: command});
	}
	return action;
}

/** The error for a word that is none of the choices behind `before`. It may be a secret, and is not repeated. */
export function unknownChoice(
	command: CommandName,
	before: string,
	word: string,
	choices: readonly string[],
): AppError {
	const suggestion = closest(word, choices);
	return new AppError('USAGE', {
		problem: 'unknown-choice',
		command: before,
		choices: choices.join(', '),
		for: command,
		...(suggestion ? {suggestion} : {}),
	});
}

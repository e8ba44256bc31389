import {AppError} from '../core/errors.ts';
import {commands} from './options.ts';
import type {Arguments} from './parse.ts';

/**
 * The word that says what a command with actions does; undefined where none follows it.
 *
 * @param most How many words an action takes behind it; none where it is not named.
 * @throws AppError USAGE {problem: 'extra-argument'} for a word that is no action, and for one too many
 */
export function actionOf({command, words}: Arguments, most: Readonly<Record<string, number>> = {}): string | undefined {
	const [action, ...others] = words;
	const {actions = []} = commands[command];
	// A word too many behind `config save` may be a secret: it is not repeated.
	const refuse = (what: string, word: string) => {
		const value = command === 'config' ? '…' : word;
		return new AppError('USAGE', {problem: 'extra-argument', command: `${command} ${what}`, value, for: command});
	};
	if (action === undefined) return undefined;
	if (!actions.includes(action)) throw refuse(actions.join('|'), action);
	const extra = others[most[action] ?? 0];
	if (extra !== undefined) throw refuse(action, extra);
	return action;
}

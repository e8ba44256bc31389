import {AppError} from '../core/errors.ts';
import {commands} from './options.ts';
import type {Arguments} from './parse.ts';

/**
 * The one word that follows a command with actions; undefined where none does.
 *
 * @throws AppError USAGE {problem: 'extra-argument'} for a word that is no action, and for a second one
 */
export function actionOf({command, words}: Arguments): string | undefined {
	const [action, extra] = words;
	const {actions = []} = commands[command];
	const refuse = (what: string, value: string) =>
		new AppError('USAGE', {problem: 'extra-argument', command: `${command} ${what}`, value, for: command});
	if (action !== undefined && !actions.includes(action)) throw refuse(actions.join('|'), action);
	if (action !== undefined && extra !== undefined) throw refuse(action, extra);
	return action;
}

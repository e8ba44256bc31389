import type {Command} from '../command-line/context.ts';
import {text} from '../command-line/parse.ts';
import {exitCodes} from '../core/errors.ts';
import {jsonText} from '../core/records/json/json-text.ts';
import {settingsFolder} from '../core/settings/folder.ts';
import type {KeyInUse} from '../core/settings/own-keys.ts';
import {readSettings} from '../core/settings/settings.ts';
import {textTable} from '../output/tables.ts';
import type {Messages} from '../text/index.ts';

/** Prints the keys that the app uses: the usual ones, with those of the settings in their place. */
export const configKeys: Command = async ({args, env, messages, out, warn, appKeys}) => {
	const {keys: own = {}} = (await readSettings(settingsFolder(text(args, 'config-dir'), {env}))).settings;
	const {problem, inUse} = await appKeys();
	const wrong = problem(own);
	if (wrong) warn(messages.app.notices.keysIgnored({problem: wrong}));
	const used = inUse(wrong ? {} : own).map(key => ({key, does: doesOf(key, messages)}));
	if (text(args, 'output-format') === 'json') {
		const list = used.map(({key: {action, keys, usual, screens, canChange}, does}) => {
			return {action, keys, usual_keys: usual, screens, does, changeable: canChange};
		});
		out(`${jsonText(list)}\n`);
		return exitCodes.ok;
	}
	const {heads, fixed, insteadOf} = messages.commands.config.keyTable;
	const note = ({keys, usual, canChange}: KeyInUse) =>
		keys.join(' ') === usual.join(' ') ? (canChange ? '' : fixed) : insteadOf(usual.join(' '));
	const rows = used.map(({key, does}) => [key.action, key.keys.join(' '), does, note(key)]);
	out(textTable([heads, ...rows]));
	return exitCodes.ok;
};

/** The names of actions are those of their words. */
const doesOf = ({action}: KeyInUse, {app}: Messages): string => app.actions[action as keyof typeof app.actions].long;

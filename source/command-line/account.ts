import {cleanText} from '../core/clean-text.ts';
import type {EngineOptions} from '../core/engines/engine.ts';
import {type Account, loadAccount} from '../core/settings/account.ts';
import {settingsFolder} from '../core/settings/folder.ts';
import {resolveSettings} from '../core/settings/resolve.ts';
import {type LoadedSettings, readSettings} from '../core/settings/settings.ts';
import type {Context} from './context.ts';
import {errorLines} from './errors.ts';
import {number, text} from './parse.ts';
import {namedCredentials} from './skill-config.ts';

/** The account at the cloud service, as options, environment and settings have it. */
export async function accountOf({args, env, keychain, messages, warn}: Context): Promise<Account> {
	const credentials = await namedCredentials(args);
	const options = {configDir: text(args, 'config-dir'), endpoint: text(args, 'endpoint'), env, keychain};
	// Named ones need no keychain.
	const named = credentials && {PASSPORT_OCR_KEY: credentials.key, PASSPORT_OCR_SECRET: credentials.secret};
	const {problem, ...account} = await loadAccount({...options, env: {...env, ...named}});
	if (problem) for (const line of errorLines('KEYCHAIN', problem, messages)) warn(line);
	return account;
}

/** Where key and secret come from, when that is the settings; nothing to warn of when they are given otherwise. */
export async function usedSettings({args, env}: Context): Promise<Pick<LoadedSettings, 'warnings'>> {
	const loaded = await readSettings(settingsFolder(text(args, 'config-dir'), {env}));
	const {key, secret} = resolveSettings({}, env, loaded.settings);
	const isUsed = text(args, 'config') === undefined && [key, secret].some(({source}) => source === 'settings');
	return isUsed ? loaded : {warnings: []};
}

/** Says who else could read the stored key and secret. */
export function sayWarnings({warn, messages}: Context, {warnings}: Pick<LoadedSettings, 'warnings'>): void {
	const words = messages.commands.config;
	for (const warning of warnings) warn(words.warnings[warning.code](cleanText(warning.path)));
}

/** What the cloud engine is made with. */
export const cloudOptions = async (context: Context): Promise<EngineOptions> => ({
	...(await accountOf(context)),
	maxCalls: number(context.args, 'max-calls'),
});

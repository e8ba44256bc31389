import type {EngineOptions} from '../core/engines/engine.ts';
import {type Account, loadAccount} from '../core/settings/account.ts';
import type {Context} from './context.ts';
import {number, text} from './parse.ts';
import {namedCredentials} from './skill-config.ts';

/** The account at the cloud service, as options, environment and settings have it. */
export async function accountOf({args, env}: Context): Promise<Account> {
	const account = await loadAccount({configDir: text(args, 'config-dir'), endpoint: text(args, 'endpoint'), env});
	const credentials = await namedCredentials(args);
	return credentials ? {...account, credentials} : account;
}

/** What the cloud engine is made with. */
export const cloudOptions = async (context: Context): Promise<EngineOptions> => ({
	...(await accountOf(context)),
	maxCalls: number(context.args, 'max-calls'),
});

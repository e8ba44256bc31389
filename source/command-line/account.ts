import type {EngineOptions} from '../core/engines/engine.ts';
import {type Account, loadAccount} from '../core/settings/account.ts';
import type {Context} from './context.ts';
import {number, text} from './parse.ts';

/** The account at the cloud service, as options, environment and settings have it. */
export const accountOf = ({args, env}: Context): Promise<Account> =>
	loadAccount({configDir: text(args, 'config-dir'), endpoint: text(args, 'endpoint'), env});

/** What the cloud engine is made with. */
export const cloudOptions = async (context: Context): Promise<EngineOptions> => ({
	...(await accountOf(context)),
	maxCalls: number(context.args, 'max-calls'),
});

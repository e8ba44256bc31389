import type {Engine} from '../../core/engines/engine.ts';
import type {EngineId} from '../../core/engines/registry.ts';

/**
 * Makes the engines of a session, with the account of the environment or the settings. Loads nothing before an engine is
 * asked for.
 */
export const engineMaker =
	(
		{
			configDir,
			endpoint,
			visual = false,
		}: {
			readonly configDir?: string | undefined;
			readonly endpoint?: string | undefined;
			readonly visual?: boolean | undefined;
		},
		env: NodeJS.ProcessEnv,
	) =>
	async (id: EngineId, printedToo = false): Promise<Engine> => {
		const {createEngine, usesAccount} = await import('../../core/engines/choice.ts');
		const {loadAccount} = await import('../../core/settings/account.ts');
		const account = usesAccount(id) ? await loadAccount({configDir, endpoint, env}) : {};
		return await createEngine(id, {...account, visual: visual || printedToo});
	};

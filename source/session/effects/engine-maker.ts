import type {Engine} from '../../core/engines/engine.ts';
import type {EngineId} from '../../core/engines/registry.ts';
import type {DocumentClass} from '../../core/passport/model/document.ts';

/**
 * Makes the engines of a session, with the account of the environment or the settings. Loads nothing before an engine is
 * asked for.
 */
export const engineMaker =
	(
		{
			configDir,
			endpoint,
			mrzAlone = false,
		}: {
			readonly configDir?: string | undefined;
			readonly endpoint?: string | undefined;
			readonly mrzAlone?: boolean | undefined;
		},
		env: NodeJS.ProcessEnv,
	) =>
	async (id: EngineId, chosen = false, documents?: readonly DocumentClass[]): Promise<Engine> => {
		const {createEngine, usesAccount} = await import('../../core/engines/choice.ts');
		const {loadAccount} = await import('../../core/settings/account.ts');
		const account = usesAccount(id) ? await loadAccount({configDir, endpoint, env}) : {};
		return await createEngine(id, {...account, mrzAlone: mrzAlone || chosen, documents});
	};

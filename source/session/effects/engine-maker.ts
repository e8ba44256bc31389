import type {Engine} from '../../core/engines/engine.ts';
import type {EngineId} from '../../core/engines/registry.ts';
import {AppError} from '../../core/errors.ts';
import type {DocumentClass} from '../../core/passport/model/document.ts';
import type {Account, AccountPlace} from '../../core/settings/account.ts';

/**
 * Makes the engines of a session, with the account of the environment or the settings. Loads nothing before an engine is
 * asked for.
 */
export const engineMaker =
	(
		{
			mrzAlone = false,
			givesWay,
			...place
		}: AccountPlace & {readonly mrzAlone?: boolean | undefined; readonly givesWay?: boolean | undefined},
		env: NodeJS.ProcessEnv,
	) =>
	async (id: EngineId, chosen = false, documents?: readonly DocumentClass[]): Promise<Engine> => {
		const {createEngine, usesAccount} = await import('../../core/engines/choice.ts');
		const {loadAccount} = await import('../../core/settings/account.ts');
		const {problem, ...account}: Account = usesAccount(id) ? await loadAccount({...place, env}) : {};
		if (problem) throw new AppError('KEYCHAIN', problem);
		return await createEngine(id, {...account, mrzAlone: mrzAlone || chosen, documents, givesWay});
	};

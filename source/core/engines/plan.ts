import {AppError} from '../errors.ts';
import type {Engine, EngineId} from './engine.ts';

/** Each engine is loaded when it is asked for: the offline one brings a runtime and two networks. */
const loaders: Readonly<Record<EngineId, () => Promise<Engine>>> = {
	offline: async () => {
		const {createOfflineEngine} = await import('./offline/engine.ts');
		return await createOfflineEngine();
	},
	xiangyun: async () => {
		throw new AppError('CONFIG_MISSING', {engine: 'xiangyun', reason: 'not-in-this-version'});
	},
};

/** @throws AppError CONFIG_MISSING {engine} when the engine needs credentials that are not there. */
export const createEngine = (id: EngineId): Promise<Engine> => loaders[id]();

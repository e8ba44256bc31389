import type {Engine, EngineId} from './engine.ts';
import type {OfflineOptions} from './offline/engine.ts';
import type {XiangyunOptions} from './xiangyun/engine.ts';

/**
 * Who reads, as a person says it. `auto`: this computer, and the cloud only for what could not be proven here and after
 * a yes. `both`: each picture by both, compared field by field.
 */
export type EngineChoice = EngineId | 'auto' | 'both';

/** The account is for the cloud, `visual` for this computer; each engine takes what is its own. */
export type EngineOptions = XiangyunOptions & OfflineOptions;

/** Each engine is loaded when it is asked for: the offline one brings a runtime and its networks. */
const loaders: Readonly<Record<EngineId, (options: EngineOptions) => Promise<Engine>>> = {
	offline: async options => {
		const {createOfflineEngine} = await import('./offline/engine.ts');
		return await createOfflineEngine(options);
	},
	xiangyun: async options => {
		const {createXiangyunEngine} = await import('./xiangyun/engine.ts');
		return await createXiangyunEngine(options);
	},
};

/**
 * @throws AppError CONFIG_MISSING {engine} when the engine needs credentials that are not there; USAGE, NETWORK for an
 * endpoint that cannot be used
 */
export const createEngine = (id: EngineId, options: EngineOptions = {}): Promise<Engine> => loaders[id](options);

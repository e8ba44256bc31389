import {availableParallelism} from 'node:os';
import {AppError} from '../../errors.ts';
import type {Engine, EngineOptions} from '../engine.ts';
import {Pool} from './runtime/pool.ts';

/** Changes when a network or the decoding changes, so that kept results of older ones can be recognised. */
const version = '2';

/** More threads than this only take memory (about 150 MB each) from a person's other programs. */
const mostThreads = 4;
/** Where the general reader is asked, a thread takes 240 MB more. */
const mostVisualThreads = 2;

/**
 * The engine that runs on this computer: no account, no network, nothing leaves it. Reads the machine-readable zone of
 * TD3 passports; other documents are named in OTHER_DOCUMENT (details.shape).
 *
 * @param visual Read also what the page prints above the zone: places, dates, authority, names, as words of the page about
 * the zone's fields and as fields of their own. Off by default: it takes several times as long as the zone alone, and
 * 240 MB more a thread.
 */
export async function createOfflineEngine({visual = false}: EngineOptions = {}): Promise<Engine> {
	const concurrency = Math.max(1, Math.min(visual ? mostVisualThreads : mostThreads, availableParallelism()));
	const pool = new Pool(concurrency, {visual});
	return {
		id: 'offline',
		version: visual ? `${version}+visual2` : version,
		concurrency,
		async read(picture, options) {
			const readings = await pool.read(picture, options?.signal);
			const [{shape}] = readings;
			if (shape !== 'TD3') throw new AppError('OTHER_DOCUMENT', {path: picture.path, shape});
			return readings;
		},
		close: async () => pool.close(),
	};
}

import {availableParallelism, totalmem} from 'node:os';
import {AppError} from '../../errors.ts';
import type {Engine, EngineOptions} from '../engine.ts';
import {Pool} from './runtime/pool.ts';

/** Changes when a network or the decoding changes, so that kept results of older ones can be recognised. */
const version = '2';

/** More threads than this only take memory from a person's other programs. */
const mostThreads = 4;
/** Memory of the computer for each thread: with what reads the printed text, one takes up to 400 MB of it. */
const memoryOfThread = 2 ** 31;

/**
 * The engine that runs on this computer: no account, no network, nothing leaves it. Reads the MRZ of TD3 passports, and what the
 * page prints above it: places, dates, authority, names, as words of the page about the MRZ's fields and as fields of
 * their own. Other documents are named in OTHER_DOCUMENT (details.shape).
 *
 * @param mrzAlone Leave the printed text out: a third of the time, and less memory
 */
export async function createOfflineEngine({mrzAlone = false}: EngineOptions = {}): Promise<Engine> {
	const roomFor = mrzAlone ? mostThreads : Math.max(2, Math.floor(totalmem() / memoryOfThread));
	const concurrency = Math.max(1, Math.min(mostThreads, roomFor, availableParallelism()));
	const pool = new Pool(concurrency, {mrzAlone});
	return {
		id: 'offline',
		version: mrzAlone ? version : `${version}+visual3`,
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

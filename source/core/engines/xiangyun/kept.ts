import {AppError} from '../../errors.ts';
import type {Engine} from '../engine.ts';
import type {ChosenCard} from './card.ts';
import {readingOf, version} from './reading.ts';

/**
 * Says again what the service answered before. No call is made, and no account is needed.
 *
 * @param answers By the content (SHA-256) of the pictures; `read` throws FILE_NOT_FOUND for any other one: it took the place of a picture.
 */
export const createKeptEngine = (answers: ReadonlyMap<string, ChosenCard>, concurrency: number): Engine => ({
	id: 'xiangyun',
	version,
	concurrency,
	async read({path, sha256}) {
		const card = answers.get(sha256);
		if (!card) throw new AppError('FILE_NOT_FOUND', {path});
		return readingOf(card);
	},
	async close() {},
});

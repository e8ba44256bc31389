import {AppError} from '../../errors.ts';
import {serviceAnswer} from '../../passport/printed/service-reading.ts';
import type {Engine, KeptAnswer} from '../engine.ts';
import {readingOf, version} from './reading.ts';

/**
 * Says again what the service answered before. No call is made, and no account is needed. `read` throws FILE_NOT_FOUND
 * for a picture with other content: it took the place of one.
 */
export function createKeptEngine(answers: readonly KeptAnswer[], concurrency: number): Engine {
	const kept = new Map(answers.map(one => [`${one.sha256} ${one.page}`, one]));
	return {
		id: 'xiangyun',
		version,
		concurrency,
		async read({path, sha256, page}) {
			const one = kept.get(`${sha256} ${page}`);
			if (!one) throw new AppError('FILE_NOT_FOUND', {path});
			return [readingOf({answer: serviceAnswer(Object.entries(one.answer)), passports: one.passports})];
		},
		async close() {},
	};
}

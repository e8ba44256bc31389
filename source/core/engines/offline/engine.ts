import {availableParallelism, totalmem} from 'node:os';
import {AppError} from '../../errors.ts';
import {type DocumentClass, isAskedFor, passportsOnly} from '../../passport/model/document.ts';
import type {Reading} from '../../passport/model/reading.ts';
import {isOldFrenchCard} from '../../passport/mrz/old-french-card.ts';
import type {Engine, EngineOptions} from '../engine.ts';
import {Pool} from './runtime/pool.ts';
import {limitOf, threadsFor} from './runtime/threads.ts';

/** Changes when a network or the decoding changes, so that kept results of older ones can be recognised. */
const version = '3';

/**
 * The engine that runs on this computer: no account, no network, nothing leaves it. Reads the MRZ of the documents that are
 * asked for, and what the page of a passport prints above it: places, dates, authority, names, as words of the page about
 * the MRZ's fields and as fields of their own. Other documents are named in OTHER_DOCUMENT (details.shape).
 *
 * @param mrzAlone Leave the printed text out: a third of the time, and less memory
 * @param givesWay Read when the program's own thread does not want to run
 */
export async function createOfflineEngine({
	mrzAlone = false,
	givesWay = false,
	documents = passportsOnly,
	takeThread,
}: EngineOptions = {}): Promise<Engine> {
	const memory = totalmem();
	const limit = limitOf(process.constrainedMemory(), memory);
	const concurrency = threadsFor({cores: availableParallelism(), memory, limit}, mrzAlone);
	const pool = new Pool(concurrency, {mrzAlone, documents, givesWay, takeThread});
	pool.warm();
	return {
		id: 'offline',
		version: versionOf(documents, mrzAlone),
		documents,
		concurrency,
		async read(picture, options) {
			const readings = await pool.read(picture, options?.signal);
			const isOld = ({shape, lines}: Reading) => isOldFrenchCard(shape, lines);
			const [first, ...others] = readings.filter(one => isAskedFor(one.shape, documents) && !isOld(one));
			if (first) return [first, ...others];
			const shape = isOld(readings[0]) ? 'old-french-card' : readings[0].shape;
			throw new AppError('OTHER_DOCUMENT', {path: picture.path, shape});
		},
		close: async () => pool.close(),
	};
}

/** What reads more than another begins as that does; what reads no passports has another beginning. */
function versionOf(documents: readonly DocumentClass[], mrzAlone: boolean): string {
	const others = documents.filter(one => one !== 'passport').sort();
	const begin = documents.includes('passport') ? version : `${version}-other`;
	return [begin, ...others, ...(mrzAlone ? [] : ['visual4'])].join('+');
}

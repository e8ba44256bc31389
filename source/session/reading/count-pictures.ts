import type {countUploads} from '../../core/batch/count-uploads.ts';
import type {Upload} from '../../core/batch/upload.ts';
import {remoteEngine} from '../../core/engines/choice.ts';
import {inNaturalOrder} from '../../core/natural-order.ts';
import type {ResultStore} from '../../core/records/result-store.ts';
import type {Effect} from '../effect.ts';
import type {RunnerOptions} from '../effects/runner.ts';
import {picturesBelow} from '../picker/effects/pictures-below.ts';
import {problemOf} from '../problem.ts';

/** Counts before a person is asked whether so many may be sent away. */
export async function countPictures(
	{paths, leftOut = []}: Extract<Effect, {type: 'countPictures'}>,
	{send, today, store}: Pick<RunnerOptions, 'send' | 'today'> & {readonly store: () => Promise<ResultStore>},
	signal: AbortSignal,
): Promise<void> {
	try {
		// In the order in which the batch looks for them: a picture of two names has the first of them in both.
		const {paths: pictures} = await picturesBelow(inNaturalOrder(paths), signal);
		const upload = await countUnsent(pictures, leftOut, {today, store: await store(), signal});
		if (!signal.aborted) send({type: 'counted', paths, pictures, count: upload.pages, files: upload.files});
	} catch (thrown) {
		if (!signal.aborted) send({type: 'failed', problem: problemOf(thrown)});
	}
}

/** What would be sent to the cloud. */
async function countUnsent(
	pictures: readonly string[],
	leftOut: readonly string[],
	options: Omit<Parameters<typeof countUploads>[1], 'engine'>,
): Promise<Upload> {
	const {countUploads: countToSend} = await import('../../core/batch/count-uploads.ts');
	const out = new Set(leftOut);
	const wanted = pictures.filter(path => !out.has(path));
	// What is kept of the cloud counts whichever version of it has read.
	return await countToSend(wanted, {engine: {id: remoteEngine, version: ''}, ...options});
}

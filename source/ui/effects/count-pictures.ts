import type {Effect} from '../effect.ts';
import {picturesBelow} from './pictures-below.ts';
import {problemOf} from './problem.ts';
import type {RunnerOptions} from './runner.ts';

/** Counts before a person is asked whether so many may be sent away. */
export async function countPictures(
	{paths, without}: Extract<Effect, {type: 'countPictures'}>,
	{send}: RunnerOptions,
	signal: AbortSignal,
): Promise<void> {
	try {
		const pictures = await picturesBelow(paths, signal);
		send({type: 'counted', paths, count: pictures.filter(path => !without?.has(path)).length});
	} catch (thrown) {
		if (!signal.aborted) send({type: 'failed', problem: problemOf(thrown)});
	}
}

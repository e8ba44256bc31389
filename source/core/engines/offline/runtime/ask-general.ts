import {parentPort} from 'node:worker_threads';
import type {Network} from '../networks/network.ts';
import type {Question, Run, Wake} from './protocol.ts';

const waiting = new Map<number, (run: Run) => void>();
let last = 0;

/** The general network, in the thread that runs it for all reading threads; its answer is where the question was. */
export const askGeneral: Network = {
	async run(data, dims) {
		const run = await new Promise<Run>(resolve => {
			const question = ++last;
			waiting.set(question, resolve);
			parentPort?.postMessage({question, data, dims} satisfies Question);
		});
		if ('failure' in run) throw new Error(run.failure);
		return run;
	},
};

/** Has the thread that runs it start, if it does not run. */
export const wakeGeneral = (): void => parentPort?.postMessage({wakesGeneral: true} satisfies Wake);

/** Hands what came back to what asked for it. */
export function hearGeneral(run: Run): void {
	waiting.get(run.question)?.(run);
	waiting.delete(run.question);
}

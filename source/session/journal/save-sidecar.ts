import type {PassportRecord} from '../../core/records/record.ts';
import {problemOf} from '../effects/problem.ts';
import type {RunnerOptions} from '../effects/runner.ts';

/** The frame that shows a decision comes first: it is what the person waits for. It is painted at the end of a turn. */
const afterFrame = (): Promise<void> => new Promise(resolve => setImmediate(() => setImmediate(resolve)));

/** Writes decisions beside their pictures, the latest of each picture last. */
export function createKeeper({send}: Pick<RunnerOptions, 'send'>, onKept: (path: string) => void) {
	const pending = new Set<Promise<void>>();
	const write = async (record: PassportRecord): Promise<void> => {
		try {
			const {keepRecord} = await import('../../core/records/sidecar.ts');
			await keepRecord(record);
			onKept(record.path);
		} catch (thrown) {
			send({type: 'unsaved', path: record.path, problem: problemOf(thrown)});
		}
	};
	let last: Promise<void> = Promise.resolve();
	return {
		keep(record: PassportRecord): void {
			// One after the other, so that an undo never overtakes what it undoes.
			last = last.then(afterFrame).then(() => write(record));
			const job = last.finally(() => pending.delete(job));
			pending.add(job);
		},
		finish: async (): Promise<void> => {
			await Promise.all(pending);
		},
	};
}

import type {PassportRecord} from '../../core/records/record.ts';
import type {ResultStore} from '../../core/records/result-store.ts';
import {problemOf} from '../effects/problem.ts';
import type {RunnerOptions} from '../effects/runner.ts';

/** The frame that shows a decision comes first: it is what the person waits for. It is painted at the end of a turn. */
const afterFrame = (): Promise<void> => new Promise(resolve => setImmediate(() => setImmediate(resolve)));

type KeeperOptions = Pick<RunnerOptions, 'send'> & {readonly store: () => Promise<ResultStore>};

/** Writes decisions beside their pictures, the latest of each picture last. */
export function createKeeper({send, store}: KeeperOptions, onKept: (path: string) => void) {
	const pending = new Set<Promise<void>>();
	/** Records as they were before decisions that could not be kept: the next one is about them as well. */
	const unkept = new Map<string, PassportRecord>();
	const write = async (record: PassportRecord, changed: PassportRecord | undefined): Promise<void> => {
		const before = unkept.get(record.path) ?? changed;
		try {
			const [{keepRecord}, {keep}] = await Promise.all([import('../../core/records/write-sidecar.ts'), store()]);
			await keepRecord(record, {before, elsewhere: keep});
			unkept.delete(record.path);
			onKept(record.path);
		} catch (thrown) {
			if (before) unkept.set(record.path, before);
			send({type: 'unsaved', path: record.path, problem: problemOf(thrown)});
		}
	};
	let last: Promise<void> = Promise.resolve();
	return {
		/** @param before The record that the decision was about. */
		keep(record: PassportRecord, before?: PassportRecord): void {
			// One after the other, so that an undo never overtakes what it undoes.
			last = last.then(afterFrame).then(() => write(record, before));
			const job = last.finally(() => pending.delete(job));
			pending.add(job);
		},
		finish: async (): Promise<void> => {
			await Promise.all(pending);
		},
	};
}

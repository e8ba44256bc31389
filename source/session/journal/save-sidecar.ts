import type {PassportRecord} from '../../core/records/record.ts';
import type {ResultStore} from '../../core/records/result-store.ts';
import type {RunnerOptions} from '../effects/runner.ts';
import {problemOf} from '../problem.ts';

/** The frame that shows a decision comes first: it is what the person waits for. It is painted at the end of a turn. */
const afterFrame = (): Promise<void> => new Promise(resolve => setImmediate(() => setImmediate(resolve)));

type KeeperOptions = Pick<RunnerOptions, 'send' | 'today'> & {readonly store: () => Promise<ResultStore>};

/** Writes decisions beside their pictures, the latest of each picture last. */
export function createKeeper({send, store, today}: KeeperOptions, onKept: (path: string) => void) {
	const pending = new Set<Promise<void>>();
	/** Records as they were before decisions that could not be kept: the next one is about them as well. */
	const unkept = new Map<string, PassportRecord>();
	const write = async (record: PassportRecord, changed: PassportRecord | undefined): Promise<void> => {
		const before = unkept.get(record.path) ?? changed;
		try {
			const [{keepRecord}, {keep}] = await Promise.all([
				import('../../core/records/sidecars/write-sidecar.ts'),
				store(),
			]);
			const kept = await keepRecord(record, {before, elsewhere: keep});
			unkept.delete(record.path);
			if (kept !== record) await tellKept(record, kept);
			onKept(record.path);
		} catch (thrown) {
			if (before) unkept.set(record.path, before);
			send({type: 'unsaved', path: record.path, problem: problemOf(thrown)});
		}
	};
	/** Another process may have kept more than the session knows. */
	const tellKept = async (known: PassportRecord, kept: PassportRecord): Promise<void> => {
		const {isKeptSince} = await import('../../core/records/sidecars/merge.ts');
		if (isKeptSince(kept, known)) send({type: 'keptElsewhere', before: known, record: kept});
	};
	/** How many decisions about a picture are still to be kept. */
	const waiting = new Map<string, number>();
	const count = (path: string, change: 1 | -1) => waiting.set(path, (waiting.get(path) ?? 0) + change);
	const look = async (known: PassportRecord): Promise<void> => {
		// What is there is then an earlier decision of this session, such as the one that is being undone.
		if (unkept.has(known.path) || (waiting.get(known.path) ?? 0) > 0) return;
		const {lookBeside} = await import('../../core/records/sidecars/look-beside.ts');
		const kept = await lookBeside(known, today).catch(() => undefined);
		if (kept?.record && kept.original === undefined) await tellKept(known, kept.record);
	};
	let last: Promise<void> = Promise.resolve();
	const inTurn = (work: () => Promise<void>): void => {
		last = last.then(afterFrame).then(work);
		const job = last.finally(() => pending.delete(job));
		pending.add(job);
	};
	return {
		/** @param before The record that the decision was about. */
		keep(record: PassportRecord, before?: PassportRecord): void {
			// One after the other, so that an undo never overtakes what it undoes.
			count(record.path, 1);
			inTurn(() => write(record, before).finally(() => count(record.path, -1)));
		},
		/** Looks whether another process has changed what is kept of a passport that comes to be seen. */
		look(record: PassportRecord): void {
			inTurn(() => look(record));
		},
		finish: async (): Promise<void> => {
			await Promise.all(pending);
		},
	};
}

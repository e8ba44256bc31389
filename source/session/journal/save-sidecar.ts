import {fileOf} from '../../core/picture-address.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import type {ResultStore} from '../../core/records/result-store.ts';
import {isTouched} from '../../core/records/reuse.ts';
import type {RunnerOptions} from '../effects/runner.ts';
import {problemOf} from '../problem.ts';
import {createPictureLook} from './look-at-pictures.ts';

/** The frame that shows a decision comes first: it is what the person waits for. It is painted at the end of a turn. */
const afterFrame = (): Promise<void> => new Promise(resolve => setImmediate(() => setImmediate(resolve)));

/** Results that are looked at side by side. */
const atOnce = 32;

type KeeperOptions = Pick<RunnerOptions, 'send' | 'today'> & {
	readonly store: () => Promise<ResultStore>;
	/** All that are checked now. */
	readonly records: () => readonly PassportRecord[];
};

/**
 * Writes decisions beside their pictures, the latest of each picture last. Looks what another process has decided, and
 * whether the pictures are still those that were read.
 */
export function createKeeper({send, store, today, records}: KeeperOptions, onKept: (path: string) => void) {
	const pictures = createPictureLook({send});
	const pending = new Set<Promise<void>>();
	/** Records as they were before decisions that could not be kept: the next one is about them as well. */
	const unkept = new Map<string, PassportRecord>();
	/** Records that are kept by the content of their pictures meanwhile, as they were kept last. */
	const stored = new Map<string, PassportRecord>();
	const write = async (record: PassportRecord, changed: PassportRecord | undefined): Promise<void> => {
		const before = unkept.get(record.path) ?? changed;
		try {
			const [{keepRecord}, {keep}] = await Promise.all([
				import('../../core/records/sidecars/write-sidecar.ts'),
				store(),
			]);
			const kept = await keepRecord(record, {before, elsewhere: keep});
			unkept.delete(record.path);
			if (stored.delete(record.path)) await forget(record);
			if (kept !== record) await tellKept(record, kept);
			onKept(record.path);
		} catch (thrown) {
			if (before) unkept.set(record.path, before);
			const keptAt = await keepByContent(record, before);
			send({type: 'unsaved', path: record.path, problem: problemOf(thrown), ...(keptAt ? {keptAt} : {})});
		}
	};
	/** Where a decision is kept that cannot be next to its picture; undefined where that fails as well. */
	const keepByContent = async (
		record: PassportRecord,
		before: PassportRecord | undefined,
	): Promise<string | undefined> => {
		// What was never decided is read again.
		if (!before && !stored.has(record.path) && !isTouched(record)) return undefined;
		try {
			const {storeDecision} = await import('../../core/records/stored-decision.ts');
			const place = await storeDecision(await store(), record, stored.get(record.path) ?? before);
			stored.set(record.path, record);
			return place;
		} catch {
			return undefined;
		}
	};
	const forget = async (record: PassportRecord): Promise<void> => {
		// Another passport of the same picture may still be only there.
		if ([...stored.keys()].some(path => fileOf(path) === fileOf(record.path))) return;
		const {forgetDecision} = await import('../../core/records/stored-decision.ts');
		await forgetDecision(await store(), record);
	};
	/** Another process may have kept more than the session knows. */
	const tellKept = async (known: PassportRecord, kept: PassportRecord): Promise<boolean> => {
		const {isKeptSince} = await import('../../core/records/sidecars/merge.ts');
		if (!isKeptSince(kept, known)) return false;
		send({type: 'keptElsewhere', before: known, record: kept});
		const decided = JSON.stringify([kept.recognizedAt, kept.review]);
		const isNew = told.get(known.path) !== decided;
		told.set(known.path, decided);
		return isNew;
	};
	/** What was last said of each picture: nothing stops the person twice. */
	const told = new Map<string, string>();
	/** How many decisions about a picture are still to be kept. */
	const waiting = new Map<string, number>();
	const count = (path: string, change: 1 | -1) => waiting.set(path, (waiting.get(path) ?? 0) + change);
	const look = async (known: PassportRecord): Promise<boolean> => {
		// What is there is then an earlier decision of this session, such as the one that is being undone.
		if (unkept.has(known.path) || (waiting.get(known.path) ?? 0) > 0) return false;
		const {lookBeside} = await import('../../core/records/sidecars/look-beside.ts');
		const kept = await lookBeside(known, today).catch(() => undefined);
		return kept?.record !== undefined && kept.original === undefined && (await tellKept(known, kept.record));
	};
	let last: Promise<void> = Promise.resolve();
	const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
		const done = last.then(afterFrame).then(work);
		last = done.then(() => {});
		track(last);
		return done;
	};
	const track = (work: Promise<unknown>): void => {
		const job: Promise<void> = work.then(() => {}).finally(() => pending.delete(job));
		pending.add(job);
	};
	return {
		/** @param before The record that the decision was about. */
		keep(record: PassportRecord, before?: PassportRecord): void {
			// One after the other, so that an undo never overtakes what it undoes.
			count(record.path, 1);
			void inTurn(() => write(record, before).finally(() => count(record.path, -1)));
			if (before?.review.state === 'unreviewed') track(pictures.lookAtDecided(record));
		},
		/** Looks at a passport that comes to be seen: what another process has changed of it, and its picture. */
		look(record: PassportRecord): void {
			void inTurn(() => look(record));
			track(pictures.lookAt(record, records()));
		},
		/** Looks at the pictures of all passports. `asked`: a question waits for it. */
		lookAtPictures(asked = false): void {
			track(pictures.look(records(), {asked}));
		},
		/** Looks at all passports, when all is kept. Returns those that another process has changed, where that is news to the person. */
		lookAtAll(): Promise<readonly PassportRecord[]> {
			return inTurn(async () => {
				const changed: PassportRecord[] = [];
				const all = records();
				for (let from = 0; from < all.length; from += atOnce) {
					const part = all.slice(from, from + atOnce);
					const isNews = await Promise.all(part.map(look));
					changed.push(...part.filter((_, place) => isNews[place]));
				}
				await pictures.look(records());
				return changed;
			});
		},
		finish: async (): Promise<void> => {
			// A look may find that something is to be kept.
			while (pending.size > 0) await Promise.all(pending);
		},
	};
}

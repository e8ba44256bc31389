import type {Engine} from '../engines/engine.ts';
import {type AppError, toAppError} from '../errors.ts';
import type {Picture} from '../pictures/picture.ts';
import {isAboutPicture, withFailure} from '../records/failures.ts';
import type {EngineFailure, PictureIdentity} from '../records/record.ts';
import {entriesFor, failedEntry, isPaidEngine, type ResultStore} from '../records/result-store.ts';
import type {SidecarEntry} from '../records/sidecars/entries.ts';
import type {Beside} from '../records/sidecars/look-beside.ts';
import {setAside} from '../records/sidecars/set-aside.ts';
import {writeFailures, writePage} from '../records/sidecars/write-sidecar.ts';
import {isoTime} from '../records/time.ts';
import {elsewhereIn} from './from-store.ts';
import type {Turn} from './ordered-semaphore.ts';
import type {PageRecords} from './page-records.ts';

export type Unsaved = {
	/** Where a result that was paid for is kept instead of next to its picture. */
	readonly keptAt?: string | undefined;
	/** It was paid for just now: the next one could not be kept either. */
	readonly isPaid?: boolean;
};

export type KeeperOptions = {
	readonly engine: Engine;
	readonly save: boolean;
	/** Pictures come from files, next to which results can be kept. */
	readonly isFile: boolean;
	readonly store: ResultStore | undefined;
	readonly now: () => Date;
	readonly onUnsaved: (path: string, error: AppError, unsaved?: Unsaved) => void;
};

/** Returns what keeps answers next to their pictures and by their content. Nothing throws. */
export function createKeeper({engine, save, isFile, store, now, onUnsaved}: KeeperOptions) {
	const isPaid = isPaidEngine(engine.id);
	const elsewhere = store && elsewhereIn(store);

	/** What was paid for is kept by its content as well, or for want of a place next to the picture. */
	const keepByContent = async (
		{path, sha256}: PictureIdentity,
		entries: () => readonly SidecarEntry[],
		problem: AppError | undefined,
	): Promise<void> => {
		const isWanted = problem !== undefined || ((save || !isFile) && store?.isIndex);
		const stored = isPaid && store && isWanted ? store.keep(sha256, path, entries()) : undefined;
		const keptAt = await stored?.catch(() => undefined);
		if (problem) onUnsaved(path, problem, {keptAt, isPaid});
	};

	return {
		/**
		 * Keeps what was read. Releases the turn when it is on the disk, so that a kill loses only the calls in flight.
		 *
		 * @param again The user asked to read the picture again.
		 * @returns the records as they are kept.
		 */
		async keepPage(
			picture: Picture,
			records: PageRecords,
			beside: Beside,
			{again, turn}: {readonly again: boolean; readonly turn: Turn},
		): Promise<PageRecords> {
			const {path, sha256, pages, mode} = picture;
			let kept = records;
			let problem: AppError | undefined;
			if (save) {
				try {
					if (!beside.isFree) await setAside(again ? picture : {path, sha256}, now());
					const before = again ? [...(beside.record ? [beside.record] : []), ...beside.others] : undefined;
					const options = {onStanding: turn.leave, wasFree: beside.isFree, mode, again: before, elsewhere};
					kept = await writePage(records, pages, options);
				} catch (thrown) {
					problem = toAppError(thrown);
				}
			}
			await keepByContent(picture, () => entriesFor(records), problem);
			return kept;
		},
		/** Keeps an answer about the picture; returns what is known of it now. */
		async keepFailure(
			picture: PictureIdentity & {readonly mode?: number | undefined},
			error: AppError,
			beside: Beside,
		): Promise<readonly EngineFailure[]> {
			if (!isAboutPicture(error)) return beside.failures;
			const {code, details} = error;
			const failure = {engine: engine.id, engineVersion: engine.version, failedAt: isoTime(now()), code, details};
			const failures = withFailure(beside.failures, failure);
			const options = {wasFree: beside.isFree, mode: picture.mode, elsewhere};
			const problem = save
				? await writeFailures(picture, failures, options).then(() => undefined, toAppError)
				: undefined;
			const {path, sha256} = picture;
			await keepByContent(picture, () => [failedEntry({path, sha256, failures})], problem);
			return failures;
		},
	};
}

import {readdir, unlink} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {traitsOf} from '../engines/choice.ts';
import {AppError} from '../errors.ts';
import {isThere} from '../is-there.ts';
import {makeFolder} from '../make-folder.ts';
import {openingError} from '../opening-error.ts';
import {fileOf, partOf} from '../picture-address.ts';
import {leftoverPattern, writeAtomic, writingError} from './atomic-write.ts';
import {withLock} from './claim.ts';
import {failedToJson} from './json/failed-json.ts';
import type {Sidecar} from './json/from-json.ts';
import {jsonText} from './json/json-text.ts';
import {readSidecarFile} from './json/read-json.ts';
import {toJson} from './json/to-json.ts';
import type {EngineFailure, FailedPicture, PassportRecord, PictureIdentity} from './record.ts';
import {entriesOf, newEntry, type SidecarEntry, sidecarJson} from './sidecars/entries.ts';
import {type PageIdentity, recordsBeside} from './sidecars/look-beside.ts';
import {type Merged, mergeReading} from './sidecars/merge.ts';
import {mergeEntries} from './sidecars/merge-entries.ts';
import type {Closed} from './sidecars/sidecars-below.ts';

/** What is kept of a picture by its content. */
export type StoredResult = {
	readonly record: PassportRecord | undefined;
	readonly others: readonly PassportRecord[];
	readonly failures: readonly EngineFailure[];
	readonly entries: readonly SidecarEntry[];
};

/**
 * Results by the content of their pictures, in a folder that only the user can read: so that a copy of a picture, or one
 * that is no file, is not paid for twice, and what cannot be kept next to its picture is not lost.
 */
export type ResultStore = {
	readonly folder: string;
	/** Every paid result is kept, not only those that have no other place. */
	readonly isIndex: boolean;
	/** Never throws. */
	readonly find: (picture: PageIdentity) => Promise<StoredResult | undefined>;
	/** The file of a picture's result, where it is there and cannot be opened. Never throws. */
	readonly closed: (picture: Pick<PictureIdentity, 'sha256'>) => Promise<Closed | undefined>;
	/**
	 * @param merge Of what is kept of a passport and its new entry; as readings are merged, when left out.
	 * @returns where.
	 * @throws AppError NOT_WRITABLE {path, reason}
	 */
	readonly keep: (
		sha256: string,
		path: string,
		entries: readonly SidecarEntry[],
		merge?: (kept: PassportRecord, one: PassportRecord) => Merged,
	) => Promise<string>;
	/** Removes what is kept of a content, now that it is elsewhere. Never throws. */
	readonly remove: (sha256: string) => Promise<void>;
};

/** The address of a picture's result. */
const placeOf = (folder: string, sha256: string): string => join(folder, `${sha256}.json`);

/** Where the pictures were of which a stored result is: the last ones. */
const mostPaths = 20;

/**
 * @param folder Is made when it is first needed.
 * @param isIndex See `ResultStore`.
 */
export function createResultStore(folder: string, isIndex: boolean): ResultStore {
	return {
		folder,
		isIndex,
		async find(picture) {
			const sidecar = await readSidecarFile(placeOf(folder, picture.sha256));
			const entries = entriesOf(sidecar).filter(({sidecar: one}) => 'sha256' in one && one.sha256 === picture.sha256);
			if (entries.length === 0) return undefined;
			const own = entries.find(({part}) => part === partOf(picture.path))?.sidecar;
			const record = own?.kind === 'ours' ? own.record(picture.path) : undefined;
			const failures = record?.failures ?? (own?.kind === 'failed' ? own.failures : []);
			return {record, others: recordsBeside(entries, picture), failures, entries};
		},
		async closed({sha256}) {
			const path = placeOf(folder, sha256);
			const sidecar = await readSidecarFile(path);
			// Where the folder cannot be entered, it is not known to be there.
			if (sidecar?.kind !== 'unreadable' || !(await isThere(path))) return undefined;
			return {path, reason: sidecar.reason, isFolder: false};
		},
		async keep(sha256, path, entries, merge = (kept, one) => mergeReading(kept, one)) {
			const place = placeOf(folder, sha256);
			try {
				await makeFolder(folder, 0o700);
			} catch (error) {
				throw writingError(folder, error);
			}
			await withLock(place, async () => {
				const before = await readSidecarFile(place);
				// What was paid for may be in it.
				if (before?.kind === 'unreadable') throw new AppError('NOT_WRITABLE', {path: place, reason: before.reason});
				const {all} = mergeEntries(entriesOf(before), {entries, merge, drops: () => false}, path);
				const content = {...(sidecarJson(all) as object), kept_from: pathsWith(before, path)};
				await writeAtomic(place, jsonText(content), {mode: 0o600, how: 'replace'});
			});
			return place;
		},
		remove: sha256 => unlink(placeOf(folder, sha256)).catch(() => {}),
	};
}

function pathsWith(sidecar: Sidecar | undefined, path: string): readonly string[] {
	const before = storedPaths(sidecar).filter(one => one !== resolve(fileOf(path)));
	return [...before, resolve(fileOf(path))].slice(-mostPaths);
}

/** Where the pictures were whose result a stored file holds; none of a file next to a picture. */
export const storedPaths = (sidecar: Sidecar | undefined): readonly string[] => {
	if (sidecar?.kind !== 'ours' && sidecar?.kind !== 'failed') return [];
	const {kept_from: paths} = sidecar.json as {readonly kept_from?: unknown};
	return Array.isArray(paths) ? paths.filter(path => typeof path === 'string') : [];
};

/** Records and failures as they are stored. */
export const entriesFor = (records: readonly PassportRecord[]): readonly SidecarEntry[] =>
	records.map(record => newEntry(record.path, toJson(record)));

export const failedEntry = (picture: FailedPicture): SidecarEntry => newEntry(picture.path, failedToJson(picture));

/** Whether an engine's answers may have cost something. */
export const isPaidEngine = (id: string): boolean => traitsOf(id).paid;

/** A file of the store: a result and where its pictures were, or what a kill left behind. */
export type Stored = {readonly path: string; readonly sidecar: Sidecar | undefined; readonly from: readonly string[]};

/**
 * Every file of the store; none when there is no such folder.
 *
 * @throws AppError NOT_READABLE {path, reason}
 */
export async function storedIn(folder: string): Promise<readonly Stored[]> {
	const names = await readdir(folder).catch(thrown => {
		const error = openingError(folder, thrown);
		if (error.code !== 'FILE_NOT_FOUND') throw error;
		return [];
	});
	const found: Stored[] = [];
	for (const name of names.filter(one => /^[0-9a-f]{64}\.json$/.test(one) || leftoverPattern.test(one))) {
		const path = join(folder, name);
		const sidecar = leftoverPattern.test(name) ? undefined : await readSidecarFile(path);
		found.push({path, sidecar, from: storedPaths(sidecar)});
	}
	return found;
}

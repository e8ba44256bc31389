import {lstat, readdir} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {AppError} from '../errors.ts';
import {fileOf} from '../picture-address.ts';
import {firstPlaces} from '../real-path.ts';
import type {Sidecar} from '../records/json/from-json.ts';
import {findPurgeable, purge, purgeableResults} from '../records/purge.ts';
import {isPaidEngine, storedPaths} from '../records/result-store.ts';
import {eachIn} from '../records/sidecars/entries.ts';
import {sidecarPlaces} from '../records/sidecars/path.ts';
import type {Closed, KeptFile} from '../records/sidecars/sidecars-below.ts';
import {journalsIn} from './file.ts';
import {forgetOld} from './latest.ts';

export type Retention = {
	/** How long what was read is kept after it was last written, in milliseconds. */
	readonly keep: number;
	readonly now: Date;
	/** Folders that were read, with the folders in them. */
	readonly folders: readonly string[];
	/** The user's own folder of results by content. */
	readonly results: string;
	readonly journals: string;
	/** Contents of the pictures that were just read: their results stay. */
	readonly used: ReadonlySet<string>;
};

export type Retained = {
	/** Results that were deleted: their pictures are gone. */
	readonly deleted: number;
	/** How many of them an engine was paid for. */
	readonly paid: number;
	readonly journals: number;
	/** Older results in the folders that stay: to delete one whose picture is there would make the next run pay for it again. */
	readonly withPicture: number;
	readonly problems: readonly AppError[];
};

/**
 * Deletes what was last written longer ago than it is to be kept: results of pictures that are gone, results that were
 * set aside, what a kill left behind, and notes of sessions. A result of a picture that is there stays.
 */
export async function deleteExpired({keep, now, folders, results, journals, used}: Retention): Promise<Retained> {
	const withPicture = new Set<string>();
	let paid = 0;
	const isSpared = async (found: KeptFile): Promise<boolean> => {
		if (now.getTime() - (await writtenAt(found.path)) <= keep) return true;
		// A claim says that a call may have been charged: the next run that sends something counts it.
		if (found.kind === 'leftover') return !found.path.endsWith('.tmp');
		if (contentsOf(found.sidecar).some(sha256 => used.has(sha256))) return true;
		if (found.kind === 'sidecar' && (await hasPicture(found.path, found.sidecar))) {
			withPicture.add(found.path);
			return true;
		}
		if (isPaid(found.sidecar)) paid++;
		return false;
	};
	const closed: Closed[] = [];
	const options = {now, olderThan: keep, isSpared, onClosed: (one: Closed) => void closed.push(one)};
	const expired = new Set<string>();
	const below = firstPlaces();
	for (const folder of folders) {
		const {isNew, isNewUnopened} = await below(folder);
		const once = {
			...options,
			isSpared: async (found: KeptFile) => !isNew(found.path) || (await isSpared(found)),
			onClosed: (one: Closed) => void (isNewUnopened(one.path) && closed.push(one)),
		};
		// A folder that was removed meanwhile holds nothing.
		for (const path of await findPurgeable(folder, once).catch(() => [])) expired.add(path);
	}
	const staying = withPicture.size;
	for (const path of await purgeableResults(results, undefined, options)) expired.add(path);
	const {deleted, problems} = await purge([...expired]);
	const unopened: AppError[] = [];
	for (const {path, reason, isFolder} of closed) {
		if (isFolder || now.getTime() - (await writtenAt(path)) > keep)
			unopened.push(new AppError('NOT_READABLE', {path, reason}));
	}
	const before = (await journalsIn(journals)).length;
	await forgetOld(journals, now, keep);
	return {
		deleted: deleted.length,
		paid,
		journals: before - (await journalsIn(journals)).length,
		withPicture: staying,
		problems: [...problems, ...unopened],
	};
}

/** Milliseconds since the epoch; of a file that is gone, never. */
const writtenAt = (path: string): Promise<number> =>
	lstat(path).then(
		({mtimeMs}) => mtimeMs,
		() => Number.POSITIVE_INFINITY,
	);

const contentsOf = (sidecar: Sidecar): readonly string[] =>
	eachIn(sidecar).flatMap(one => ('sha256' in one ? [one.sha256] : []));

const isPaid = (sidecar: Sidecar): boolean =>
	eachIn(sidecar).some(one => {
		if (one.kind === 'ours') {
			const {engine, failures = []} = one.record('');
			return [{engine}, ...failures].some(answer => answer.engine !== 'person' && isPaidEngine(answer.engine));
		}
		return one.kind === 'failed' && one.failures.some(({engine}) => isPaidEngine(engine));
	});

/** Whether a picture is there that a result is of: by the names in it, or the one whose place it has. */
async function hasPicture(path: string, sidecar: Sidecar): Promise<boolean> {
	const folder = dirname(path);
	const stored = storedPaths(sidecar);
	const named = eachIn(sidecar).flatMap(one =>
		'source' in one && one.source !== undefined ? [join(folder, fileOf(one.source))] : [],
	);
	for (const picture of stored.length > 0 ? stored : named) if (await isThere(picture)) return true;
	if (stored.length > 0) return false;
	const names = await readdir(folder).catch(() => []);
	return names.some(name => name !== basename(path) && sidecarPlaces(join(folder, name)).includes(path));
}

/** A picture that cannot be looked at, on a share that does not answer for example, counts as there. */
const isThere = (path: string): Promise<boolean> =>
	lstat(path).then(
		() => true,
		error => error.code !== 'ENOENT' && error.code !== 'ENOTDIR',
	);

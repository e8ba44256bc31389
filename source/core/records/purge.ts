import {lstat, readdir, unlink} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {type AppError, toAppError} from '../errors.ts';
import {isThere} from '../is-there.ts';
import {leftoverPattern, writingError} from './atomic-write.ts';
import {isAbandoned} from './claim.ts';
import type {Sidecar} from './json/from-json.ts';
import {readSidecarFile} from './json/read-json.ts';
import {belowAnyOf, createNamesOf, someOf} from './names-of-path.ts';
import {personIn} from './of-person.ts';
import {storedIn} from './result-store.ts';
import {sidecarPlaces} from './sidecars/path.ts';
import {type Closed, closedIn, type KeptFile, sidecarsBelow} from './sidecars/sidecars-below.ts';

/** A temporary file younger than this may be one that is being written now. Milliseconds. */
const beingWritten = 5_000;

export type PurgeOptions = {
	readonly now: Date;
	/** Only what was read longer ago than this, in milliseconds. */
	readonly olderThan?: number;
	/** Only what is of this person: a number of theirs, or their name. */
	readonly person?: string | undefined;
	/** Receives a file with passports of that person and of others, which stays. */
	readonly onShared?: (path: string) => void;
	/** Receives what may hold results and cannot be opened, which stays. */
	readonly onClosed?: (closed: Closed) => void;
	/** Receives what may hold results asked for and can be opened, but not understood, which stays. */
	readonly onUnread?: (unread: Closed) => void;
	/** Asked last, about each file that would be deleted. */
	readonly isSpared?: (found: KeptFile) => Promise<boolean>;
	readonly wait?: (milliseconds: number) => Promise<unknown>;
};

/**
 * The files that `purge` would delete below a folder: results and failures that this program kept, whole or broken, and what a kill
 * left behind. What the original skill wrote, and any other file, never. Deletes nothing. A young temporary file is given
 * the few seconds in which its writer would be done.
 *
 * @throws AppError FILE_NOT_FOUND, NOT_READABLE for the folder itself
 */
export async function findPurgeable(
	folder: string,
	{
		now,
		olderThan = -Infinity,
		person,
		onShared,
		onClosed = () => {},
		onUnread = () => {},
		isSpared = spareNone,
		wait = setTimeout,
	}: PurgeOptions,
): Promise<readonly string[]> {
	const paths: string[] = [];
	const young: string[] = [];
	let youngest = beingWritten;
	for await (const found of sidecarsBelow(folder)) {
		const closed = closedIn(found);
		if (closed) onClosed(closed);
		if (found.kind === 'unlisted') continue;
		const age = now.getTime() - (await readAt(found));
		if (age <= olderThan) continue;
		const reason = found.kind === 'leftover' ? undefined : whyUnread(found.sidecar, person);
		if (reason !== undefined) onUnread({path: found.path, reason, isFolder: false});
		if (!(await isOurs(found)) || !isAskedFor(found, person, onShared) || (await isSpared(found))) continue;
		if (found.kind === 'leftover' && age <= beingWritten) {
			young.push(found.path);
			youngest = Math.max(0, Math.min(youngest, age));
		} else paths.push(found.path);
	}
	if (young.length === 0) return paths;
	await wait(beingWritten - youngest);
	for (const path of young) if (await isThere(path)) paths.push(path);
	return paths;
}

/**
 * The files of results that are kept by content, of pictures below these folders, and what a kill left among them; what is of
 * a person, of pictures anywhere: a copy of one may have been read elsewhere. Deletes nothing.
 *
 * @param folder Of those results.
 * @param pictures The folders of the pictures, by any of their names; undefined for pictures anywhere.
 */
export async function purgeableResults(
	folder: string,
	pictures: readonly string[] | undefined,
	{
		now,
		olderThan = -Infinity,
		person,
		onShared,
		onClosed = () => {},
		onUnread = () => {},
		isSpared = spareNone,
	}: Omit<PurgeOptions, 'wait'>,
): Promise<readonly string[]> {
	const isIn = await belowAnyOf(pictures ?? [], createNamesOf());
	const paths: string[] = [];
	const stored = await storedIn(folder).catch(error => {
		onClosed({path: folder, reason: String(toAppError(error).details.reason), isFolder: true});
		return [];
	});
	for (const {path, sidecar, from} of stored) {
		if (sidecar?.kind === 'unreadable') {
			// Of which pictures it is cannot be said.
			onClosed({path, reason: sidecar.reason, isFolder: false});
			continue;
		}
		const isInReach = person !== undefined || pictures === undefined || (await someOf(from, isIn));
		const isWanted = sidecar ? isInReach || sidecar.kind === 'broken' : await isLeft(path);
		const found = sidecar ? ({path, kind: 'sidecar', sidecar} as const) : ({path, kind: 'leftover'} as const);
		if (now.getTime() - (await readAt(found)) <= olderThan) continue;
		// Nothing but results is in that folder.
		const isDamaged = sidecar?.kind === 'foreign' && (person !== undefined || !isWanted);
		const reason = isDamaged ? 'DAMAGED' : sidecar && whyUnread(sidecar, person);
		if (reason !== undefined) onUnread({path, reason, isFolder: false});
		if (isWanted && isAskedFor(found, person, onShared) && !(await isSpared(found))) paths.push(path);
	}
	return paths;
}

/** Why it cannot be said of whom a result is, or of which picture. Without a person, a damaged result is deleted. */
function whyUnread({kind}: Sidecar, person: string | undefined): string | undefined {
	if (kind === 'later') return 'OTHER_VERSION';
	return kind === 'broken' && person !== undefined ? 'DAMAGED' : undefined;
}

const spareNone = async (): Promise<boolean> => false;

export type Purged = {readonly deleted: readonly string[]; readonly problems: readonly AppError[]};

/**
 * Deletes what `findPurgeable` found. Each file is looked at again: between the question and the answer another may
 * have taken its place.
 */
export async function purge(paths: readonly string[]): Promise<Purged> {
	const deleted: string[] = [];
	const problems: AppError[] = [];
	for (const path of paths) {
		try {
			if (!(await isStillOurs(path))) continue;
			await unlink(path);
			deleted.push(path);
		} catch (error) {
			problems.push(writingError(path, error));
		}
	}
	return {deleted, problems};
}

function isAskedFor(found: KeptFile, person: string | undefined, onShared?: (path: string) => void): boolean {
	if (person === undefined) return true;
	if (found.kind === 'leftover') return false;
	const {share} = personIn(found.path, found.sidecar, person);
	if (share === 'some') onShared?.(found.path);
	return share === 'all';
}

async function isOurs(found: KeptFile): Promise<boolean> {
	if (found.kind === 'leftover') return await isLeft(found.path);
	return isOwnKind(found.sidecar) || (found.sidecar.kind === 'empty' && (await hasPicture(found.path)));
}

/** A claim or a lock of a process that runs is no leftover. */
const isLeft = async (path: string): Promise<boolean> => path.endsWith('.tmp') || (await isAbandoned(path));

/** Whether an empty file has the place of a result: what a power cut has left of it. */
const hasPicture = async (path: string): Promise<boolean> =>
	(await readdir(dirname(path)).catch(() => [])).some(
		name => name !== basename(path) && sidecarPlaces(join(dirname(path), name)).includes(path),
	);

const isOwnKind = ({kind}: Sidecar): boolean => kind === 'ours' || kind === 'failed' || kind === 'broken';

async function isStillOurs(path: string): Promise<boolean> {
	if (leftoverPattern.test(basename(path))) return await isLeft(path);
	const sidecar = await readSidecarFile(path);
	return sidecar !== undefined && (isOwnKind(sidecar) || sidecar.kind === 'empty');
}

/** When the result was read, milliseconds since the epoch; of what cannot say so, when the file was written. */
async function readAt(found: KeptFile): Promise<number> {
	const said = found.kind !== 'leftover' ? Date.parse(timeIn(found.sidecar, found.path)) : Number.NaN;
	if (!Number.isNaN(said)) return said;
	return await lstat(found.path).then(
		({mtimeMs}) => mtimeMs,
		() => Number.POSITIVE_INFINITY,
	);
}

const timeIn = (sidecar: Sidecar, path: string): string => {
	if (sidecar.kind === 'failed') return sidecar.failures.at(-1)!.failedAt;
	return sidecar.kind === 'ours' ? sidecar.record(path).recognizedAt : '';
};

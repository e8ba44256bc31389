import {randomBytes} from 'node:crypto';
import {type FileHandle, link, lstat, open, rename, unlink} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {AppError} from '../errors.ts';
import {serialize} from './serialize.ts';

/** What a kill leaves behind of a write, a lock or a call under way; `purge` takes it away. */
export const leftoverPattern = /^\.[0-9a-f]{16}\.passport-ocr\.(?:tmp|lock|claim)$/;

export type AtomicWriteOptions = {
	/** Permission bits of the new file, before umask. */
	readonly mode: number;
	/** `create` does nothing when something is there already; `replace` takes the place of a file. */
	readonly how: 'create' | 'replace';
};

/** What a file is to hold: whole, or part by part. */
export type FileContent = string | Uint8Array | Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/**
 * Writes a file so that at every moment either the old one or the whole new one is there, also after a kill or a
 * power cut. A symbolic link is replaced, never followed.
 *
 * @returns false when `how` is `create` and something is there.
 * @throws AppError NOT_WRITABLE {path, reason}
 */
export async function writeAtomic(
	path: string,
	content: FileContent,
	{mode, how}: AtomicWriteOptions,
): Promise<boolean> {
	return await withTemporary(path, content, mode, async temporary => {
		if (how === 'replace') await rename(temporary, path);
		else if (!(await moveIfFree(temporary, path))) return false;
		return true;
	});
}

/**
 * Writes a file in the same way under the first name that is free; all are in one folder.
 *
 * @param nameOf the name to try first for 1, the next for 2, and so on.
 * @returns the name that was free.
 * @throws AppError NOT_WRITABLE {path, reason}
 */
export async function writeFirstFree(
	nameOf: (number: number) => string,
	content: FileContent,
	mode: number,
): Promise<string> {
	return await withTemporary(nameOf(1), content, mode, async temporary => {
		let number = 1;
		while (!(await moveIfFree(temporary, nameOf(number)))) number++;
		return nameOf(number);
	});
}

/** Writes the content beside `path`, lets `move` give it its name, and returns what that returns. */
async function withTemporary<Result>(
	path: string,
	content: FileContent,
	mode: number,
	move: (temporary: string) => Promise<Result>,
): Promise<Result> {
	const temporary = temporaryIn(dirname(path));
	try {
		await writeNew(temporary, content, mode);
		const result = await move(temporary);
		if (result !== false) await syncFolder(dirname(path));
		return result;
	} catch (error) {
		// What fails while the content is made is no matter of the disk.
		throw isFromSystem(error) ? writingError(path, error) : error;
	} finally {
		await unlink(temporary).catch(() => {});
	}
}

/** In the same folder, because renaming does not cross file systems; a name of its own, because names have a longest length. */
export const temporaryIn = (folder: string): string =>
	join(folder, `.${randomBytes(8).toString('hex')}.passport-ocr.tmp`);

/** Waiting for the disk takes a thread, of which Node has four for all files: the next picture is not to wait for one. */
const oneByOne = serialize();

/**
 * Writes a small file where there is none, in so few steps that the caller waits for no disk: `onStanding` is
 * called when a kill can no longer take it away; when this resolves, no power cut can. A power cut before this resolves
 * may leave an empty file; a kill leaves the whole file or none.
 *
 * @returns false when something is there.
 * @throws AppError NOT_WRITABLE {path, reason}
 */
export async function writeFresh(
	path: string,
	content: string,
	{mode, onStanding}: {readonly mode: number; readonly onStanding: () => void},
): Promise<boolean> {
	const temporary = temporaryIn(dirname(path));
	let handle: FileHandle | undefined;
	try {
		handle = await open(temporary, 'wx', mode);
		await handle.writeFile(content);
		if (!(await moveIfFree(temporary, path))) return false;
		await unlink(temporary).catch(() => {});
		onStanding();
		await oneByOne('disk', () => handle!.sync());
	} catch (error) {
		throw writingError(path, error);
	} finally {
		await handle?.close();
		if (handle) await unlink(temporary).catch(() => {});
	}
	await syncFolder(dirname(path));
	return true;
}

async function writeNew(path: string, content: FileContent, mode: number): Promise<void> {
	const handle = await open(path, 'wx', mode);
	try {
		const parts = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
		for await (const part of parts) await handle.writeFile(part);
		// Without it a power cut can leave the new name with an empty file behind it.
		await handle.sync();
	} finally {
		await handle.close();
	}
}

const syncing = new Map<string, Promise<void>>();
const toSync = new Map<string, Promise<void>>();

/**
 * Without it a power cut can take the new name back. Files that are written to a folder side by side share one: each
 * waits for a synchronisation that was begun after its name was there.
 */
function syncFolder(folder: string): Promise<void> {
	const known = toSync.get(folder);
	if (known) return known;
	const next = (async () => {
		await syncing.get(folder);
		toSync.delete(folder);
		const job = syncNow(folder);
		syncing.set(folder, job);
		await job;
		if (syncing.get(folder) === job) syncing.delete(folder);
	})();
	toSync.set(folder, next);
	return next;
}

/** Windows and some network drives cannot, and need no error. */
async function syncNow(folder: string): Promise<void> {
	const handle = await open(folder, 'r').catch(() => undefined);
	await handle?.sync().catch(() => {});
	await handle?.close().catch(() => {});
}

/** A hard link fails where something is, in one step; FAT and some network drives have none. */
async function moveIfFree(temporary: string, path: string): Promise<boolean> {
	try {
		await link(temporary, path);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
	}
	if (await stands(path)) return false;
	await rename(temporary, path);
	return true;
}

async function stands(path: string): Promise<boolean> {
	try {
		await lstat(path);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
		throw error;
	}
}

const isFromSystem = (error: unknown): boolean => typeof (error as NodeJS.ErrnoException).errno === 'number';

/** What the file system said about writing `path`, as an AppError. */
export function writingError(path: string, error: unknown): AppError {
	if (error instanceof AppError) return error;
	const reason = (error as NodeJS.ErrnoException | undefined)?.code ?? String(error);
	return new AppError('NOT_WRITABLE', {path, reason}, {cause: error});
}

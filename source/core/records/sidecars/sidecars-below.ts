import type {Dirent} from 'node:fs';
import {readdir, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {setImmediate} from 'node:timers/promises';
import {AppError, toAppError} from '../../errors.ts';
import {inNaturalOrder} from '../../natural-order.ts';
import {openingError} from '../../opening-error.ts';
import {leftoverPattern} from '../atomic-write.ts';
import type {Sidecar} from '../json/from-json.ts';
import {readSidecarFileNow} from '../json/read-json.ts';
import {asidePattern} from './copy-aside.ts';

/** A folder that cannot be listed: what is kept in it is not known. */
type UnlistedFolder = {readonly path: string; readonly kind: 'unlisted'; readonly reason: string};

/** A file that was found, before it is read. */
export type SidecarFile = {readonly path: string; readonly kind: KeptFile['kind']} | UnlistedFolder;

export type FoundSidecar = KeptFile | UnlistedFolder;

export type KeptFile =
	| {readonly path: string; readonly kind: 'sidecar'; readonly sidecar: Sidecar}
	/** A decided result whose picture was read again. */
	| {readonly path: string; readonly kind: 'aside'; readonly sidecar: Sidecar}
	/** What a kill in the middle of writing left behind. */
	| {readonly path: string; readonly kind: 'leftover'};

/** What may hold results and cannot be read. */
export type Closed = {
	readonly path: string;
	/** What the system says, or of what can be opened `DAMAGED`, `TOO_LARGE` or `OTHER_VERSION`. */
	readonly reason: string;
	readonly isFolder: boolean;
	/** Whether it has the notes of a session. */
	readonly isNotes?: boolean;
};

export function closedIn(found: FoundSidecar): Closed | undefined {
	if (found.kind === 'unlisted') return {path: found.path, reason: found.reason, isFolder: true};
	if (found.kind === 'leftover' || found.sidecar.kind !== 'unreadable') return undefined;
	return {path: found.path, reason: found.sidecar.reason, isFolder: false};
}

/**
 * Every JSON file below a folder, and every result that was set aside, and what it turned out to be, in natural order, and every
 * folder that cannot be listed; hidden folders and links are left out. Pictures are not looked at.
 *
 * @throws AppError FILE_NOT_FOUND, NOT_READABLE for the folder itself
 */
export async function* sidecarsBelow(folder: string): AsyncGenerator<FoundSidecar> {
	let count = 0;
	for await (const file of sidecarFilesBelow(folder)) {
		const found = readFound(file);
		if (!found) continue;
		yield found;
		// Files are read at once; every so often what else the program does has its turn, such as stopping.
		if (++count % filesAtOnce === 0) await setImmediate();
	}
}

/** Files that are read without a pause: some milliseconds. */
const filesAtOnce = 256;

/** Reads a file that was found; undefined when it is gone by now. */
export function readFound(file: SidecarFile): FoundSidecar | undefined {
	if (file.kind === 'unlisted') return file;
	const {path, kind} = file;
	if (kind === 'leftover') return {path, kind};
	const sidecar = readSidecarFileNow(path);
	return sidecar && {path, kind, sidecar};
}

/** The files of `sidecarsBelow`, not read yet. */
export async function* sidecarFilesBelow(folder: string): AsyncGenerator<SidecarFile> {
	yield* below(folder, await list(folder));
}

async function* below(folder: string, entries: readonly Dirent[]): AsyncGenerator<SidecarFile> {
	for (const entry of entries) {
		const path = join(folder, entry.name);
		if (entry.isDirectory() && !entry.name.startsWith('.')) yield* belowOrWhyNot(path);
		const kind = entry.isFile() ? kindOf(entry.name) : undefined;
		if (kind) yield {path, kind};
	}
}

/** What the system says of a folder that was removed meanwhile, which holds nothing. */
const isGone: ReadonlySet<unknown> = new Set(['ENOENT', 'ENOTDIR']);

async function* belowOrWhyNot(folder: string): AsyncGenerator<SidecarFile> {
	const entries = await list(folder).catch(toAppError);
	if (Array.isArray(entries)) yield* below(folder, entries);
	else if (!isGone.has(entries.details.reason)) {
		yield {path: folder, kind: 'unlisted', reason: String(entries.details.reason)};
	}
}

function kindOf(name: string): KeptFile['kind'] | undefined {
	if (leftoverPattern.test(name)) return 'leftover';
	if (asidePattern.test(name)) return 'aside';
	return /\.json$/i.test(name) && !name.startsWith('.') ? 'sidecar' : undefined;
}

/** Of a file the system says what it also says of a path below one. */
async function whyNotListed(path: string, error: AppError): Promise<AppError> {
	const {code, details} = error;
	const isFile = details.reason === 'ENOTDIR' && (await stat(path).catch(() => undefined))?.isFile();
	return isFile ? new AppError(code, {...details, what: 'file'}, {cause: error}) : error;
}

/** @throws AppError FILE_NOT_FOUND (`what`: `file` where it is one), NOT_READABLE {path, reason} */
async function list(folder: string): Promise<Dirent[]> {
	const entries = await readdir(folder, {withFileTypes: true}).catch(async error => {
		throw await whyNotListed(folder, openingError(folder, error));
	});
	return inNaturalOrder(entries, ({name}) => name);
}

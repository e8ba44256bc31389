import type {Dirent} from 'node:fs';
import {readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {setImmediate} from 'node:timers/promises';
import {AppError} from '../../errors.ts';
import {inNaturalOrder} from '../../natural-order.ts';
import {leftoverPattern} from '../atomic-write.ts';
import type {Sidecar} from '../json/from-json.ts';
import {readSidecarFileNow} from '../json/read-json.ts';
import {asidePattern} from './copy-aside.ts';

/** A file that was found, before it is read. */
export type SidecarFile = {readonly path: string; readonly kind: FoundSidecar['kind']};

export type FoundSidecar =
	| {readonly path: string; readonly kind: 'sidecar'; readonly sidecar: Sidecar}
	/** A decided result whose picture was read again. */
	| {readonly path: string; readonly kind: 'aside'; readonly sidecar: Sidecar}
	/** What a kill in the middle of writing left behind. */
	| {readonly path: string; readonly kind: 'leftover'};

/**
 * Every JSON file below a folder, and every result that was set aside, and what it turned out to be, in natural order; hidden folders and links are left out.
 * Pictures are not looked at.
 *
 * @throws AppError FILE_NOT_FOUND, NOT_READABLE for the folder itself; what cannot be listed below it is left out.
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
export function readFound({path, kind}: SidecarFile): FoundSidecar | undefined {
	if (kind === 'leftover') return {path, kind};
	const sidecar = readSidecarFileNow(path);
	return sidecar && {path, kind, sidecar};
}

/** The files of `sidecarsBelow`, not read yet. */
export async function* sidecarFilesBelow(folder: string): AsyncGenerator<SidecarFile> {
	const entries = await list(folder).catch(error => {
		const reason = (error as NodeJS.ErrnoException).code ?? String(error);
		const code = reason === 'ENOENT' || reason === 'ENOTDIR' ? 'FILE_NOT_FOUND' : 'NOT_READABLE';
		throw new AppError(code, {path: folder, reason}, {cause: error});
	});
	yield* below(folder, entries);
}

async function* below(folder: string, entries: readonly Dirent[]): AsyncGenerator<SidecarFile> {
	for (const entry of entries) {
		const path = join(folder, entry.name);
		if (entry.isDirectory() && !entry.name.startsWith('.')) yield* below(path, await list(path).catch(() => []));
		const kind = entry.isFile() ? kindOf(entry.name) : undefined;
		if (kind) yield {path, kind};
	}
}

function kindOf(name: string): FoundSidecar['kind'] | undefined {
	if (leftoverPattern.test(name)) return 'leftover';
	if (asidePattern.test(name)) return 'aside';
	return /\.json$/i.test(name) && !name.startsWith('.') ? 'sidecar' : undefined;
}

const list = async (folder: string): Promise<Dirent[]> =>
	inNaturalOrder(await readdir(folder, {withFileTypes: true}), ({name}) => name);

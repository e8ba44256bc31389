import {realpath} from 'node:fs/promises';
import {resolve} from 'node:path';
import {chosenFile} from '../records/chosen-file.ts';
import {withLock} from '../records/claim.ts';
import {isFilledFile} from './is-filled-file.ts';
import {type Export, makeListFolder, type WrittenList, writeList} from './write.ts';

/** Milliseconds until another process that writes the list is no longer waited for. */
const longest = 30_000;

/**
 * Writes a list that others may add to at the same moment: of two processes that begin one, the second would replace the
 * rows of the first.
 *
 * @returns undefined, and nothing is written, where a list is there by now.
 * @throws AppError NOTHING_TO_EXPORT as `writeList`; NOT_WRITABLE {path, reason}
 */
export async function writeFirst(list: Export, path: string): Promise<WrittenList | undefined> {
	await makeListFolder(path);
	const {path: chosen} = await chosenFile(path);
	// The name under which those lock it that add to it.
	const file = await realpath(chosen).catch(() => resolve(chosen));
	const write = async () => (isFilledFile(path) ? undefined : await writeList(list, {path, ifExists: 'replace'}));
	return await withLock(file, write, {longest, isRequired: true});
}

import type {Stats} from 'node:fs';
import {lstat, realpath, stat} from 'node:fs/promises';
import {extname} from 'node:path';
import {AppError} from '../errors.ts';
import {isThere} from '../is-there.ts';
import {writingError} from './atomic-write.ts';

export type ChosenFile = {
	readonly path: string;
	/** Undefined where there is no file yet. */
	readonly stats: Stats | undefined;
};

/**
 * Returns the file that is to be written where a person named one. A symbolic link stays, and the file that it leads to
 * is replaced. A link that leads nowhere is refused, as `cp` does: it may lead to a drive that is not connected.
 *
 * @throws AppError NOT_WRITABLE {path, reason}: EISDIR for a folder, EINVAL for a device, DANGLING for a link that leads
 * nowhere, OTHER_ENDING for one to a file with another ending, such as a picture
 */
export async function chosenFile(path: string): Promise<ChosenFile> {
	const stats = await stat(path).catch(async error => {
		if (!(await isThere(path))) return undefined;
		throw error.code === 'ENOENT' ? refused(path, 'DANGLING') : writingError(path, error);
	});
	if (!stats) return {path, stats};
	if (!stats.isFile()) throw refused(path, stats.isDirectory() ? 'EISDIR' : 'EINVAL');
	const target = (await lstat(path)).isSymbolicLink() ? await realpath(path) : path;
	if (extname(target).toLowerCase() !== extname(path).toLowerCase()) throw refused(path, 'OTHER_ENDING');
	return {path: target, stats};
}

const refused = (path: string, reason: string): AppError => new AppError('NOT_WRITABLE', {path, reason});

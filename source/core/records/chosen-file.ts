import {constants, type Stats} from 'node:fs';
import {lstat, open, realpath, stat} from 'node:fs/promises';
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
 * @throws AppError NOT_WRITABLE {path, reason}: EISDIR for a folder, DEVICE for a device, DANGLING for a link that leads
 * nowhere, OTHER_ENDING for one to a file with another ending, such as a picture, READ_ONLY for a file that is
 * write-protected
 */
export async function chosenFile(path: string): Promise<ChosenFile> {
	const stats = await stat(path).catch(async error => {
		if (!(await isThere(path))) return undefined;
		throw error.code === 'ENOENT' ? refused(path, 'DANGLING') : writingError(path, error);
	});
	if (!stats) return {path, stats};
	if (!stats.isFile()) throw refused(path, stats.isDirectory() ? 'EISDIR' : 'DEVICE');
	const target = (await lstat(path)).isSymbolicLink() ? await realpath(path) : path;
	if (extname(target).toLowerCase() !== extname(path).toLowerCase()) throw refused(path, 'OTHER_ENDING');
	await mustBeWritable(target);
	return {path: target, stats};
}

const refused = (path: string, reason: string): AppError => new AppError('NOT_WRITABLE', {path, reason});

/** A file is replaced by renaming, for which only its folder must be writable: its own protection would be lost. */
async function mustBeWritable(path: string): Promise<void> {
	try {
		// Unlike access(), opening counts the effective user.
		await (await open(path, constants.O_WRONLY)).close();
	} catch (error) {
		const {code} = error as NodeJS.ErrnoException;
		throw code === 'EACCES' || code === 'EPERM' ? refused(path, 'READ_ONLY') : writingError(path, error);
	}
}

import {readdir} from 'node:fs/promises';
import {openingError} from './open.ts';

/**
 * Names of the folders directly inside `folder`. Hidden ones and symbolic links are left out, as `findPictures` leaves
 * them out.
 *
 * @throws AppError FILE_NOT_FOUND, NOT_A_FILE or NOT_READABLE
 */
export async function listFolders(folder: string): Promise<readonly string[]> {
	try {
		const entries = await readdir(folder, {withFileTypes: true});
		return entries.filter(entry => entry.isDirectory() && !entry.name.startsWith('.')).map(entry => entry.name);
	} catch (error) {
		throw openingError(folder, error);
	}
}

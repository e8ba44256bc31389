import {mkdir} from 'node:fs/promises';
import {dirname, resolve} from 'node:path';
import {isFolder} from './is-folder.ts';

/**
 * Makes a folder and those above it that are missing. Node's own recursive `mkdir` never ends where the system says
 * ENOENT below a folder that exists, as /proc does.
 *
 * @param mode Permission bits of new folders, before umask.
 * @throws what the file system says
 */
export async function makeFolder(folder: string, mode = 0o777): Promise<void> {
	const path = resolve(folder);
	try {
		await mkdir(path, mode);
	} catch (error) {
		// Some systems say otherwise than EEXIST of a folder that is there.
		if (await isFolder(path)) return;
		const above = dirname(path);
		const {code} = error as NodeJS.ErrnoException;
		if (code !== 'ENOENT' || above === path) throw error;
		// Also where the folder above is there: another may have made it since, so that this is tried once more.
		await makeFolder(above, mode);
		await mkdir(path, mode).catch(async again => {
			if (!(await isFolder(path))) throw again;
		});
	}
}

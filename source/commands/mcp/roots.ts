import {readlink, realpath} from 'node:fs/promises';
import {basename, dirname, isAbsolute, join, relative, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {fileOf} from '../../core/picture-address.ts';

/** Links that are followed one after another, at most: as many as Linux follows. */
const mostLinks = 40;

/**
 * Returns where a path really leads, links followed; of one that does not exist yet, where it would be, also behind a
 * link whose target does not exist yet. Undefined for links that lead in a circle.
 */
async function place(path: string, links = 0): Promise<string | undefined> {
	const absolute = resolve(path);
	try {
		return await realpath(absolute);
	} catch {
		const above = dirname(absolute);
		if (above === absolute) return absolute;
		const folder = await place(above, links);
		if (folder === undefined) return undefined;
		const target = await readlink(absolute).catch(() => undefined);
		if (target === undefined) return join(folder, basename(absolute));
		return links < mostLinks ? await place(resolve(folder, target), links + 1) : undefined;
	}
}

/** The folders that `file:` addresses name; others are passed over. */
export const rootFolders = (uris: readonly string[]): readonly string[] =>
	uris.flatMap(uri => {
		try {
			return new URL(uri).protocol === 'file:' ? [fileURLToPath(uri)] : [];
		} catch {
			return [];
		}
	});

/** A path as the name of a file, and every file that it may be the address of. */
function readings(path: string): readonly string[] {
	const file = fileOf(path);
	return file === path ? [path] : [path, ...readings(file)];
}

/**
 * Returns the paths that do not lead below one of the roots, however they are written and whatever links are on the way.
 * Of the address of a page or passport, `scan.pdf#3`, both the file and the whole text have to lead there.
 */
export async function outsideOf(roots: readonly string[], paths: readonly string[]): Promise<readonly string[]> {
	const allowed = await Promise.all(roots.map(root => place(root)));
	const isBelow = async (path: string): Promise<boolean> => {
		const real = await place(path);
		if (real === undefined) return false;
		return allowed.some(root => {
			if (root === undefined) return false;
			const way = relative(root, real);
			return way === '' || (!isAbsolute(way) && way.split(/[\\/]/)[0] !== '..');
		});
	};
	const outside: string[] = [];
	for (const path of paths) {
		for (const name of readings(path)) {
			if (await isBelow(name)) continue;
			outside.push(path);
			break;
		}
	}
	return outside;
}

import {realpath} from 'node:fs/promises';
import {basename, dirname, isAbsolute, join, relative, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

/** Where a path really is, links followed; of one that does not exist yet, where it would be. */
async function place(path: string): Promise<string> {
	const absolute = resolve(path);
	try {
		return await realpath(absolute);
	} catch {
		const above = dirname(absolute);
		return above === absolute ? absolute : join(await place(above), basename(absolute));
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

/** The paths that are not below one of the roots, however they are written and whatever links lead there. */
export async function outsideOf(roots: readonly string[], paths: readonly string[]): Promise<readonly string[]> {
	const allowed = await Promise.all(roots.map(place));
	const outside: string[] = [];
	for (const path of paths) {
		const real = await place(path);
		const isBelow = allowed.some(root => {
			const way = relative(root, real);
			return way === '' || (!isAbsolute(way) && way.split(/[\\/]/)[0] !== '..');
		});
		if (!isBelow) outside.push(path);
	}
	return outside;
}

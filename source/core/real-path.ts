import {realpath} from 'node:fs/promises';
import {dirname, join, relative, resolve, sep} from 'node:path';
import {fileOf, partOf} from './picture-address.ts';

/** Returns the path without links of a file, a page of one, or a folder; of what is not there the absolute path. Never throws. */
async function realPath(path: string): Promise<string> {
	const file = fileOf(path);
	return (await realpath(file).catch(() => resolve(file))) + partOf(path);
}

/** Files or folders by their paths without links, each by the first of its names. */
export async function byRealPath(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
	const found = new Map<string, string>();
	for (const name of names) {
		const real = await realPath(name);
		if (!found.has(real)) found.set(real, name);
	}
	return found;
}

const isOutside = (path: string): boolean => path === '..' || path.startsWith(`..${sep}`);

/**
 * Returns a function that says where a path that was found below a root is, without the links that lead to the root:
 * it is the same through each root. What a ZIP holds is unpacked beside its name.
 */
export async function placesBelow(root: string): Promise<(path: string) => string> {
	const real = await realPath(root);
	const folder = dirname(root);
	const realFolder = real === resolve(root) ? dirname(real) : await realPath(folder);
	return path => {
		const inside = relative(root, path);
		return isOutside(inside) ? join(realFolder, relative(folder, path)) : join(real, inside);
	};
}

type Below = {
	/** Whether no root before was this one by another name. */
	readonly isNewRoot: boolean;
	/** Whether a picture below the root was not met before, also through another root. */
	readonly isNew: (path: string) => boolean;
	/** The same of what is not opened. */
	readonly isNewUnopened: (path: string) => boolean;
};

/** Returns a function that takes one root after the other, and returns what below it was not met before. */
export function firstPlaces(): (root: string) => Promise<Below> {
	const [roots, pictures, unopened] = [new Set<string>(), new Set<string>(), new Set<string>()];
	const isFirst = (places: Set<string>, place: string): boolean => {
		const before = places.size;
		return places.add(place).size > before;
	};
	return async root => {
		const placeOf = await placesBelow(root);
		return {
			isNewRoot: isFirst(roots, placeOf(root)),
			isNew: path => isFirst(pictures, placeOf(path)),
			isNewUnopened: path => isFirst(unopened, placeOf(path)),
		};
	};
}

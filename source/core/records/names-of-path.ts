import {readlink, realpath} from 'node:fs/promises';
import {basename, dirname, join, resolve} from 'node:path';
import {fileOf, partOf} from '../picture-address.ts';
import {isBelow} from './is-below.ts';

type Find = (path: string) => Promise<string>;

/** Links that are followed one after the other, where the last leads to nothing. */
const mostLinks = 40;

/**
 * Returns a function that gives a path without links. Of what is gone, the folder above it that is still there decides:
 * results and notes are also deleted after their pictures. Answers are kept, because thousands of pictures share folders.
 */
function withoutLinks(): Find {
	const known = new Map<string, Promise<string>>();
	const find = (path: string, links: number): Promise<string> => {
		const before = known.get(path);
		if (before) return before;
		const found = realpath(path).catch(() => ofGone(path, links));
		known.set(path, found);
		return found;
	};
	const ofGone = async (path: string, links: number): Promise<string> => {
		const above = dirname(path);
		if (above === path) return path;
		const target = links < mostLinks ? await readlink(path).catch(() => undefined) : undefined;
		if (target !== undefined) return await find(resolve(above, target), links + 1);
		return join(await find(above, links), basename(path));
	};
	return path => find(path, 0);
}

/** The names by which a picture, a page of one or a folder may have been noted, each once. */
export type NamesOf = (path: string) => Promise<readonly string[]>;

/** Returns a function that gives the names of a path: as it was named, where it is without links, and where the link is. */
export function createNamesOf(): NamesOf {
	const real = withoutLinks();
	return async path => {
		const [file, part] = [resolve(fileOf(path)), partOf(path)];
		const link = join(await real(dirname(file)), basename(file));
		return [...new Set([file, await real(file), link])].map(name => name + part);
	};
}

/** Returns whether one of the names of a path is one of these folders or below it, by any name of the folder. */
export async function belowAnyOf(
	folders: readonly string[],
	namesOf: NamesOf,
): Promise<(path: string) => Promise<boolean>> {
	const names = (await Promise.all(folders.map(namesOf))).flat();
	const below = names.map(isBelow);
	return async path => {
		const isIn = (name: string) => below.some(isOne => isOne(name));
		// Most are named as the folder is: the disk need not be asked about them.
		return isIn(resolve(fileOf(path))) || (await namesOf(path)).some(isIn);
	};
}

/** Returns whether a check that takes time is true of one of these. */
export async function someOf<Item>(items: readonly Item[], check: (item: Item) => Promise<boolean>): Promise<boolean> {
	for (const item of items) if (await check(item)) return true;
	return false;
}

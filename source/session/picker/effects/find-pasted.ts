import {existsSync} from 'node:fs';
import {resolve} from 'node:path';
import {pastedPaths} from '../pasted-paths.ts';
import {picturesBelow} from './pictures-below.ts';

/** Words that one path with blanks in it is made of at most. */
const mostWords = 12;

const neverAborted = new AbortController().signal;

/**
 * Returns the files and folders that a pasted text names. A path whose blanks are not escaped is put together again;
 * what does not exist is returned as it is.
 *
 * @param folder Where a path begins that is not absolute.
 */
export function existingPaths(text: string, folder: string): readonly string[] {
	const whole = resolve(folder, text.trim());
	if (existsSync(whole)) return [whole];
	const words = pastedPaths(text);
	const found: string[] = [];
	for (let at = 0; at < words.length; ) {
		let count = 1;
		while (
			count < Math.min(mostWords, words.length - at) &&
			!existsSync(resolve(folder, words.slice(at, at + count).join(' ')))
		) {
			count++;
		}
		const joined = resolve(folder, words.slice(at, at + count).join(' '));
		const isThere = existsSync(joined);
		found.push(isThere ? joined : resolve(folder, words[at]!));
		at += isThere ? count : 1;
	}
	return found;
}

/** Pictures that a pasted text names, also those below its folders and in its ZIP files, and how many of its paths have none. */
export async function findPasted(
	text: string,
	folder: string,
): Promise<{readonly paths: readonly string[]; readonly without: number}> {
	const paths = new Set<string>();
	let without = 0;
	for (const root of existingPaths(text, folder)) {
		const below = existsSync(root) ? (await picturesBelow([root], neverAborted)).paths : [];
		for (const path of below) paths.add(path);
		if (below.length === 0) without++;
	}
	return {paths: [...paths], without};
}

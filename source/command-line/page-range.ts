import {pageOf} from '../core/picture-address.ts';
import {openPicture} from '../core/pictures/open.ts';
import type {Picture} from '../core/pictures/picture.ts';
import {type Arguments, text} from './parse.ts';
import {badValue} from './unknown-name.ts';

/** Pages of files with several, both included, from 1. */
export type PageRange = {readonly first: number; readonly last: number};

/**
 * What `--pages` says: `3` or `2-5`.
 *
 * @throws AppError USAGE for a range that ends before it begins
 */
export function pageRange(args: Arguments): PageRange | undefined {
	const value = text(args, 'pages');
	if (value === undefined) return undefined;
	const [first = 1, last = first] = value.split('-').map(Number);
	if (last < first) throw badValue('pages', value);
	return {first, last};
}

/**
 * Files without their first page stand for it, and the batch finds the others; where page 1 is not in the range, the
 * pages are named one by one. A page that the file does not have is named as well, and fails by its number.
 */
export async function pagesInRange(
	paths: readonly string[],
	range: PageRange | undefined,
	open: (path: string) => Promise<Picture> = openPicture,
): Promise<readonly string[]> {
	if (!range || range.first === 1) return paths;
	const all: string[] = [];
	for (const path of paths) {
		const pages = await open(path).then(
			picture => picture.pages,
			() => 1,
		);
		const last = Math.max(range.first, Math.min(range.last, pages));
		if (pages === 1) all.push(path);
		else for (let page = range.first; page <= last; page++) all.push(pageOf(path, page));
	}
	return all;
}

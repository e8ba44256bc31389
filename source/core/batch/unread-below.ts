import {dirname, resolve} from 'node:path';
import {toAppError} from '../errors.ts';
import {inNaturalOrder} from '../natural-order.ts';
import {findPictures} from '../pictures/find.ts';
import {checkPicture, openPicture} from '../pictures/open.ts';
import type {Failure} from '../records/record.ts';

/** A picture without a result. Without a failure it was never read. */
export type Unread = {readonly path: string; readonly failure?: Failure};

/** What is kept of pictures: where each was, and its content; empty where only its name is known. */
export type Known = readonly {readonly path: string; readonly sha256: string}[];

/**
 * Pictures below a folder, and in the folders in it, of which nothing is kept, in natural order. No engine is asked. A
 * picture that was renamed is known by its content; only then are pictures read whole.
 */
export async function unreadBelow(folder: string, known: Known): Promise<readonly Unread[]> {
	const paths = new Set<string>();
	for await (const {path} of findPictures([folder], {recursive: true, onProblem: () => {}})) paths.add(path);
	const named = new Set(known.map(({path}) => resolve(path)));
	const found = new Set([...paths].map(path => resolve(path)));
	const renamed = new Set(known.flatMap(({path, sha256}) => (found.has(resolve(path)) ? [] : [moved(path, sha256)])));
	const unread: Unread[] = [];
	for (const path of inNaturalOrder(paths)) {
		if (named.has(resolve(path))) continue;
		try {
			if (renamed.size > 0 && renamed.has(moved(path, (await openPicture(path)).sha256))) continue;
			await checkPicture(path);
			unread.push({path});
		} catch (thrown) {
			const {code, details} = toAppError(thrown);
			unread.push({path, failure: {path, code, details}});
		}
	}
	return unread;
}

/** Within its folder, where a later reading finds it. */
const moved = (path: string, sha256: string): string => `${sha256} ${resolve(dirname(path))}`;

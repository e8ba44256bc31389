import {dirname, resolve} from 'node:path';
import {toAppError} from '../errors.ts';
import {inNaturalOrder} from '../natural-order.ts';
import {fileOf, pageOf} from '../picture-address.ts';
import {findPictures} from '../pictures/find.ts';
import {checkPicture, openPicture} from '../pictures/open.ts';
import type {Failure} from '../records/record.ts';

/** A picture without a result. Without a failure it was never read. */
export type Unread = {readonly path: string; readonly failure?: Failure};

/** What is kept of pictures: where each was, and its content; empty where only its name is known. */
export type Known = readonly {readonly path: string; readonly sha256: string}[];

/**
 * Pictures below a folder, and in the folders in it, and pages of them, of which nothing is kept, in natural order. No engine is asked. A
 * picture that was renamed is known by its content; only then are pictures read whole.
 */
export async function unreadBelow(folder: string, known: Known): Promise<readonly Unread[]> {
	const paths = new Set<string>();
	for await (const {path} of findPictures([folder], {recursive: true, onProblem: () => {}})) paths.add(path);
	const named = new Set(known.map(({path}) => resolve(path)));
	const files = new Set(known.map(({path}) => resolve(fileOf(path))));
	const found = new Set([...paths].map(path => resolve(path)));
	const renamed = new Set(
		known.flatMap(({path, sha256}) => (found.has(resolve(fileOf(path))) ? [] : [moved(path, sha256)])),
	);
	const unread: Unread[] = [];
	for (const path of inNaturalOrder(paths)) {
		if (files.has(resolve(path))) {
			unread.push(...(await pagesLeft(path, named)));
			continue;
		}
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

/** Formats of one page each. */
const onePage = /\.(?:jpe?g|png|bmp)$/i;

/** Pages of a file of which nothing is kept, where something is kept of others. */
async function pagesLeft(file: string, named: ReadonlySet<string>): Promise<readonly Unread[]> {
	if (onePage.test(file)) return [];
	const pages = await openPicture(file).then(
		picture => picture.pages,
		() => 1,
	);
	if (pages === 1) return [];
	const paths = Array.from({length: pages}, (_, index) => pageOf(file, index + 1));
	return paths.filter(path => !named.has(resolve(path))).map(path => ({path}));
}

/** Within its folder, where a later reading finds it. */
const moved = (path: string, sha256: string): string => `${sha256} ${resolve(dirname(path))}`;

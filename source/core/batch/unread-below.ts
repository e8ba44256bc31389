import {dirname, resolve} from 'node:path';
import {toAppError} from '../errors.ts';
import {inNaturalOrder} from '../natural-order.ts';
import {fileOf, pageOf} from '../picture-address.ts';
import {findPictures} from '../pictures/files/find.ts';
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
	const pathOf = new Map<string, string>();
	for await (const {path} of findPictures([folder], {recursive: true, onProblem: () => {}})) {
		pathOf.set(resolve(path), path);
	}
	if (pathOf.size === 0) return [];
	const unknown = new Set(pathOf.keys());
	for (const {path} of known) unknown.delete(resolve(fileOf(path)));
	// Most folders have no such pictures: then nothing more is held of what is known.
	const renamed = new Set(unknown.size === 0 ? [] : known.flatMap(one => contentElsewhere(one, pathOf)));
	const withPages = new Set([...pathOf.keys()].filter(path => !onePage.test(path) && !unknown.has(path)));
	const named = new Set(withPages.size === 0 ? [] : known.map(({path}) => resolve(path)));
	const asked = [...unknown, ...withPages].map(path => pathOf.get(path)!);
	const unread: Unread[] = [];
	for (const path of inNaturalOrder(asked)) {
		if (withPages.has(resolve(path))) {
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

/** The content of a picture that is no longer under its name. */
const contentElsewhere = ({path, sha256}: Known[number], found: ReadonlyMap<string, string>): readonly string[] =>
	found.has(resolve(fileOf(path))) ? [] : [moved(path, sha256)];

/** Formats of one page each. */
const onePage = /\.(?:jpe?g|png|bmp)$/i;

/** Pages of a file of which nothing is kept, where something is kept of others. */
async function pagesLeft(file: string, named: ReadonlySet<string>): Promise<readonly Unread[]> {
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

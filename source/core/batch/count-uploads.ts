import type {Engine} from '../engines/engine.ts';
import {fileOf, pageAddress, pageOf} from '../picture-address.ts';
import {openPicture} from '../pictures/open.ts';
import type {Picture} from '../pictures/picture.ts';
import {isAnswered} from '../records/failures.ts';
import {createFolderScan} from '../records/sidecars/folder-scan.ts';
import {lookBeside} from '../records/sidecars/look-beside.ts';
import type {BatchOptions} from './batch-options.ts';
import type {Upload} from './upload.ts';

/** Pictures that are looked into at a time: each may be 60 MB. */
const most = 4;

type Options = Pick<BatchOptions, 'today' | 'store' | 'signal'> & {
	readonly engine: Pick<Engine, 'id' | 'version'>;
};

/**
 * What a batch would hand to `engine`, as its reader decides: those that cannot be opened, and those
 * whose result or failure is kept, are not, and the same content twice is handed over once. Stops early on `signal`.
 */
export async function countUploads(paths: readonly string[], {engine, today, store, signal}: Options): Promise<Upload> {
	const scan = createFolderScan();
	const isKept = async (picture: Picture): Promise<boolean> => {
		const beside = await lookBeside(picture, today).catch(() => undefined);
		// Its result cannot be read: it is not sent.
		if (!beside) return true;
		const isKnown = beside.record !== undefined || beside.failures.length > 0;
		const kept = isKnown ? beside : await scan.find(picture);
		if (kept !== undefined && isAnswered(kept, engine)) return true;
		const stored = await store?.find(picture);
		if (stored !== undefined && isAnswered(stored, engine)) return true;
		// What may be its result cannot be opened: it is not sent either.
		return ((await store?.closed(picture)) ?? (await scan.closed(picture))) !== undefined;
	};
	const contents = new Set<string>();
	const rest = paths.values();
	const work = async () => {
		for (const path of rest) {
			if (signal?.aborted) return;
			const picture = await openPicture(path).catch(() => undefined);
			for (const page of picture ? pagesOf(picture) : []) {
				if (!(await isKept(page))) contents.add(`${page.sha256} ${page.page}`);
			}
		}
	};
	await Promise.all(Array.from({length: most}, work));
	return {pages: contents.size, files: new Set([...contents].map(one => one.split(' ')[0])).size};
}

/** A picture as its pages; one that is a page of a file is that page. */
function pagesOf(picture: Picture): readonly Picture[] {
	const {path, pages} = picture;
	if (pages === 1 || path !== fileOf(path)) return [{...picture, path: pageAddress(path, pages)}];
	return Array.from({length: pages}, (_, index) => ({...picture, path: pageOf(path, index + 1), page: index + 1}));
}

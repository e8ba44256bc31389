import {stat} from 'node:fs/promises';
import {inNaturalOrder} from '../natural-order.ts';
import {findPictures} from './find.ts';

/** The pictures that have arrived since the last look, whole, in natural order of their names. */
export type FolderWatch = (signal: AbortSignal) => Promise<readonly string[]>;

/**
 * Looks at folders again and again: for a picture that comes or is replaced. It is reported once it has not changed
 * between two looks, because a scanner writes a page in pieces. Asking is all that works on every network drive.
 *
 * The first look throws AppError FILE_NOT_FOUND or NOT_READABLE for a folder; one that goes away later may come back.
 * Aborted, a look throws CANCELLED.
 */
export function watchFolders(folders: readonly string[]): FolderWatch {
	let before = new Map<string, string>();
	const told = new Map<string, string>();
	let isFirst = true;
	return async signal => {
		const now = new Map<string, string>();
		const onProblem = isFirst ? {} : {onProblem: () => {}};
		for await (const {path} of findPictures(folders, {recursive: true, signal, ...onProblem})) {
			now.set(path, await markOf(path));
		}
		isFirst = false;
		const whole = [...now].filter(
			([path, mark]) => mark !== '' && mark === before.get(path) && mark !== told.get(path),
		);
		before = now;
		for (const [path, mark] of whole) told.set(path, mark);
		return inNaturalOrder(whole.map(([path]) => path));
	};
}

/** Changes with the file; empty for one that is empty, or gone. */
async function markOf(path: string): Promise<string> {
	const stats = await stat(path).catch(() => undefined);
	return stats && stats.size > 0 ? `${stats.size} ${stats.mtimeMs}` : '';
}

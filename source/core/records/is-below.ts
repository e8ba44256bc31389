import {resolve, sep} from 'node:path';

/** Returns whether a path is a folder or below it. */
export function isBelow(folder: string): (path: string) => boolean {
	const top = resolve(folder);
	const start = top.endsWith(sep) ? top : top + sep;
	return path => path === top || path.startsWith(start);
}

import {statSync} from 'node:fs';

/** True when something is there; into an empty file a list is written as into a new one. */
export const isFilledFile = (path: string): boolean => {
	const stats = statSync(path, {throwIfNoEntry: false});
	return stats !== undefined && (!stats.isFile() || stats.size > 0);
};

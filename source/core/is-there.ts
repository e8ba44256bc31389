import {lstat} from 'node:fs/promises';

/** Whether there is anything of this name, a link that leads nowhere too. Never throws. */
export const isThere = async (path: string): Promise<boolean> =>
	(await lstat(path).catch(() => undefined)) !== undefined;

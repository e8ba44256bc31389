import {stat} from 'node:fs/promises';

/** Whether there is a folder of this name. Never throws. */
export const isFolder = async (path: string): Promise<boolean> =>
	(await stat(path).catch(() => undefined))?.isDirectory() ?? false;

import {dirname} from 'node:path';
import {isFolder} from '../is-folder.ts';
import {headerOf, journalsIn} from './file.ts';

/** Folders offered at most. */
const most = 9;

/** The folders of the last batches that are still there, the latest first, from the journals in a folder. */
export async function recentFolders(folder: string): Promise<readonly string[]> {
	const found = new Set<string>();
	for (const {path} of await journalsIn(folder)) {
		if (found.size >= most) break;
		const [root] = (await headerOf(path))?.roots ?? [];
		if (root === undefined) continue;
		const place = await folderOf(root);
		if (place !== undefined) found.add(place);
	}
	return [...found];
}

/** The folder itself, or the one that a file is in; undefined where neither is there. */
async function folderOf(path: string): Promise<string | undefined> {
	if (await isFolder(path)) return path;
	return (await isFolder(dirname(path))) ? dirname(path) : undefined;
}

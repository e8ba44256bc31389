import {lstat, stat} from 'node:fs/promises';
import {dirname, join, resolve} from 'node:path';

/** A way in which others could read the credentials in a settings file. */
export type SettingsWarning =
	/** The file itself. `mode` as `ls` and `chmod` have it: `644`. */
	| {readonly code: 'file-open-to-others'; readonly path: string; readonly mode: string}
	/** Its folder can be listed or written by other users. */
	| {readonly code: 'folder-open-to-others'; readonly path: string; readonly mode: string}
	/** It could be committed. `root` is the work tree. */
	| {readonly code: 'in-git-work-tree'; readonly path: string; readonly root: string};

/** Permissions are not asked for on Windows, where mode bits say nothing. Never throws. */
export async function settingsWarnings(path: string, platform = process.platform): Promise<readonly SettingsWarning[]> {
	const warnings: SettingsWarning[] = [];
	const folder = dirname(resolve(path));
	if (platform !== 'win32') {
		const file = await modeOf(path);
		if (file & 0o077) warnings.push({code: 'file-open-to-others', path, mode: file.toString(8)});
		const around = await modeOf(folder);
		if (around & 0o027) warnings.push({code: 'folder-open-to-others', path: folder, mode: around.toString(8)});
	}
	const root = await gitRoot(folder);
	if (root) warnings.push({code: 'in-git-work-tree', path, root});
	return warnings;
}

const modeOf = async (path: string): Promise<number> => {
	const stats = await stat(path).catch(() => undefined);
	return stats ? stats.mode & 0o777 : 0;
};

/** The nearest folder above with a `.git`, which in a linked work tree is a file. */
async function gitRoot(folder: string): Promise<string | undefined> {
	for (let at = folder; ; at = dirname(at)) {
		const found = await lstat(join(at, '.git')).catch(() => undefined);
		if (found) return at;
		if (at === dirname(at)) return undefined;
	}
}

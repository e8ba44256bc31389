import {lchownSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {isMainThread} from 'node:worker_threads';

const isRoot = process.getuid?.() === 0;

/** The user and the group that own nothing. */
const nobody = 65_534;

/** True when this process may become another user for a while: not in a thread, and not in every container. */
function mayChangeUser(): boolean {
	if (!isMainThread) return false;
	try {
		process.seteuid?.(nobody);
		process.seteuid?.(0);
		return true;
	} catch {
		return false;
	}
}

/** Permissions hold for no one here: on Windows, and for root who cannot become another user. */
export const noPermissions = process.platform === 'win32' || (isRoot && !mayChangeUser());

/**
 * Runs `work` as the owner of `folder` and of all in it, so that permissions hold. They do not hold for root, who becomes
 * another user in this child process for that long.
 */
export async function asOwner<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
	if (!isRoot) return await work();
	const names = readdirSync(folder, {recursive: true, encoding: 'utf8'});
	for (const path of [folder, ...names.map(name => join(folder, name))]) lchownSync(path, nobody, nobody);
	process.setegid?.(nobody);
	process.seteuid?.(nobody);
	try {
		return await work();
	} finally {
		process.seteuid?.(0);
		process.setegid?.(0);
	}
}

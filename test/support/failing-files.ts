import fs from 'node:fs';
import {syncBuiltinESMExports} from 'node:module';
import {onTestFinished} from 'vitest';

/** A name like `photo.EIO.json`, of a file that cannot be opened for that reason, or `below.EIO` of a folder. */
const named = /\.(E[A-Z]{2,})(?:\.json)?$/;

/**
 * Lets opening and listing fail until the test is over, with the code that a name has: what disks and network drives say
 * cannot be brought about otherwise.
 *
 * @returns what lets them succeed again.
 */
export function failAsNamed(): () => void {
	const {openSync} = fs;
	const {open, readdir} = fs.promises;
	const failure = (path: unknown): Error | undefined => {
		const code = named.exec(String(path))?.[1];
		return code === undefined ? undefined : Object.assign(new Error(code), {code, errno: -5, path: String(path)});
	};
	const replace = (now: typeof openSync, later: typeof open, list: unknown) => {
		Object.assign(fs, {openSync: now});
		Object.assign(fs.promises, {open: later, readdir: list});
		syncBuiltinESMExports();
	};
	replace(
		(path, ...rest) => {
			const error = failure(path);
			if (error) throw error;
			return openSync(path, ...rest);
		},
		async (path, ...rest) => {
			const error = failure(path);
			if (error) throw error;
			return await open(path, ...rest);
		},
		async (path: string, options: object) => {
			const error = failure(path);
			if (error) throw error;
			return await readdir(path, options);
		},
	);
	const restore = () => replace(openSync, open, readdir);
	onTestFinished(restore);
	return restore;
}

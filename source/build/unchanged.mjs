// Which files a build read and wrote, by their contents: a second build of the same has nothing to do.

import {createHash} from 'node:crypto';
import {readdir, readFile, writeFile} from 'node:fs/promises';
import {join, relative} from 'node:path';

const record = 'build.json';

/** Every file in a folder and the folders in it, but for the record itself; paths start at `root`. */
export const filesIn = async (root, folder) => {
	const entries = await readdir(join(root, folder), {recursive: true, withFileTypes: true});
	const files = entries.filter(entry => entry.isFile() && entry.name !== record);
	return files.map(({parentPath, name}) => relative(root, join(parentPath, name))).sort();
};

/** One hash of the names and contents of these files; a file that is missing counts, too. */
const hashOf = async (root, paths) => {
	const hash = async path =>
		createHash('sha256')
			.update(await readFile(join(root, path)))
			.digest('hex');
	const each = await Promise.all(paths.map(async path => [path, await hash(path).catch(() => 'missing')]));
	return createHash('sha256').update(JSON.stringify(each)).digest('hex');
};

/** Notes in the folder `out` what was built there, and from which files. */
export const noteBuild = async ({root, out, inputs}) => {
	const hash = await hashOf(root, [...inputs, ...(await filesIn(root, out))]);
	await writeFile(join(root, out, record), JSON.stringify({inputs, hash}));
};

/** The note of the last build; none in a fresh copy, or where a build was ended while it wrote. */
const noted = async (root, out) => {
	try {
		return JSON.parse(await readFile(join(root, out, record), 'utf8'));
	} catch {
		return undefined;
	}
};

/** True when a build would read the same as the last one, and what that wrote is all there, with nothing else. */
export const isUnchanged = async ({root, out}) => {
	const last = await noted(root, out);
	if (!Array.isArray(last?.inputs)) return false;
	return last.hash === (await hashOf(root, [...last.inputs, ...(await filesIn(root, out))]));
};

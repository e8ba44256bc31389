import {existsSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const findRoot = (from: string): string => {
	// The bundle has a package.json of its own.
	if (existsSync(join(from, 'package.json')) && existsSync(join(from, 'source'))) return from;
	const parent = dirname(from);
	if (parent === from) throw new Error('package.json of passport-ocr-tui not found');
	return findRoot(parent);
};

let root: string | undefined;

/**
 * Absolute path of something that ships with the package, for example `packagePath('dist', 'ocrb.network')`.
 * Works from the source tree and from the bundle, whose files are at other depths.
 */
export function packagePath(...parts: string[]): string {
	root ??= findRoot(dirname(fileURLToPath(import.meta.url)));
	return join(root, ...parts);
}

import * as fs from 'node:fs';
import {stat} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {AppError} from '../errors.ts';
import {openingError} from './open.ts';

export type FoundPicture = {
	readonly path: string;
	/** Bytes. */
	readonly size: number;
	readonly modified: Date;
};

export type FindOptions = {
	readonly recursive: boolean;
	readonly signal?: AbortSignal;
	/** Told of each root or folder that cannot be listed; the search goes on. Without it the first one is thrown. */
	readonly onProblem?: (problem: AppError) => void;
};

export const pictureExtensions = ['jpg', 'jpeg', 'png', 'bmp', 'webp', 'tif', 'tiff'] as const;

/** No real archive of pictures is deeper; a file system that loops is. */
const deepest = 64;

/**
 * Pictures below folders, by extension, as they are met: sorting is the caller's. Hidden files and folders and
 * everything behind a symbolic link are left out. A root that is a file is given as it is, whatever its name: a person
 * named it. Each file comes once, even if two roots reach it.
 *
 * @throws AppError FILE_NOT_FOUND or NOT_READABLE for a folder, unless `onProblem` is given; CANCELLED on `signal`.
 */
export async function* findPictures(roots: readonly string[], options: FindOptions): AsyncGenerator<FoundPicture> {
	const seen = new Set<string>();
	const problem = (error: AppError) => {
		if (!options.onProblem) throw error;
		options.onProblem(error);
	};
	for (const root of roots) {
		for await (const found of findBelow(root, options, problem)) {
			const key = resolve(found.path);
			if (seen.has(key)) continue;
			seen.add(key);
			yield found;
		}
	}
}

async function* findBelow(
	root: string,
	{recursive, signal}: FindOptions,
	problem: (error: AppError) => void,
): AsyncGenerator<FoundPicture> {
	if (signal?.aborted) throw new AppError('CANCELLED');
	let stats: fs.Stats;
	try {
		stats = await stat(root);
	} catch (error) {
		problem(openingError(root, error));
		return;
	}
	if (!stats.isDirectory()) {
		yield {path: root, size: stats.size, modified: stats.mtime};
		return;
	}
	const {default: glob} = await import('fast-glob');
	const problems: AppError[] = [];
	const stream = glob.globStream(`**/*.{${pictureExtensions.join(',')}}`, {
		cwd: root,
		caseSensitiveMatch: false,
		deep: recursive ? deepest : 1,
		followSymbolicLinks: false,
		objectMode: true,
		stats: true,
		fs: {readdir: listing(error => problems.push(error))},
	});
	try {
		for await (const entry of stream as unknown as AsyncIterable<{path: string; stats?: fs.Stats}>) {
			if (signal?.aborted) throw new AppError('CANCELLED');
			if (entry.stats?.isFile()) {
				yield {path: join(root, entry.path), size: entry.stats.size, modified: entry.stats.mtime};
			}
		}
	} finally {
		(stream as unknown as {destroy?(): void}).destroy?.();
	}
	for (const error of problems) problem(error);
}

/**
 * `readdir` for fast-glob that reports a folder it may not list and calls it empty: of its own accord fast-glob either
 * ends the whole walk at the first one or says nothing. It is called with and without options.
 */
function listing(report: (error: AppError) => void): typeof fs.readdir {
	type Callback = (error: NodeJS.ErrnoException | null, entries: unknown[]) => void;
	const readdir = (folder: string, ...rest: [Callback] | [{withFileTypes: true}, Callback]) => {
		const callback = rest.at(-1) as Callback;
		const answer: Callback = (error, entries) => {
			if (error) report(openingError(folder, error));
			callback(null, error ? [] : entries);
		};
		if (rest.length === 1) fs.readdir(folder, answer);
		else fs.readdir(folder, rest[0], answer);
	};
	return readdir as unknown as typeof fs.readdir;
}

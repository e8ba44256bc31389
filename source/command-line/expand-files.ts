import * as fs from 'node:fs';
import {resolve} from 'node:path';
import process from 'node:process';
import type {AppError} from '../core/errors.ts';
import {isThere} from '../core/is-there.ts';
import {openingError} from '../core/opening-error.ts';

/** Everything that fast-glob treats as special. */
const literal = (text: string): string => text.replace(/[()[\]{}!*?@+|\\]/g, String.raw`\$&`);

/** Only `*`, `?` and `[…]` are wildcards here, as in a shell: `list (1)*.json` means its brackets. */
const wild = (text: string): string => text.replace(/[(){}|]|^!|[@+!](?=\()/g, String.raw`\$&`);

type Report = (error: AppError) => void;

/** `readdir` for fast-glob that reports a folder it cannot list and calls it empty: by itself fast-glob ends there. */
function listing(report: Report): typeof fs.readdir {
	const readdir = (folder: string, ...rest: readonly unknown[]) => {
		const callback = rest.at(-1) as (error: null, entries: readonly unknown[]) => void;
		const answer = (error: unknown, entries: readonly unknown[]) => {
			const problem = error ? openingError(folder, error) : undefined;
			// The pattern matches nothing in what is no folder.
			if (problem?.code === 'NOT_READABLE') report(problem);
			callback(null, problem ? [] : entries);
		};
		(fs.readdir as (...all: readonly unknown[]) => void)(folder, ...rest.slice(0, -1), answer);
	};
	return readdir as unknown as typeof fs.readdir;
}

/**
 * Returns the files that a name with `*`, `?` or `[…]` matches, sorted. The part of the name that exists as it is written
 * has no wildcards: a file `out [1].json` is itself, also where there is an `out 1.json`. Without a match and a problem,
 * the name.
 */
async function expanded(name: string, report: Report): Promise<readonly string[]> {
	// No file has a NUL in its name, and fast-glob throws at one where nothing can catch it.
	if (!/[*?[]/.test(name) || name.includes('\0') || (await isThere(name))) return [name];
	const parts = (process.platform === 'win32' ? name.replaceAll('\\', '/') : name).split('/');
	let known = 0;
	while (known < parts.length && (await isThere(parts.slice(0, known + 1).join('/') || '/'))) known++;
	const pattern = parts.map((part, index) => (index < known ? literal(part) : wild(part))).join('/');
	const {default: glob} = await import('fast-glob');
	let isWhole = true;
	const reported: Report = error => {
		isWhole = false;
		report(error);
	};
	// A bracket alone is no wildcard: then fast-glob asks for that one file.
	const found = await glob(pattern, {followSymbolicLinks: false, fs: {readdir: listing(reported)}}).catch(error => {
		const problem = openingError(name, error);
		if (problem.code === 'NOT_READABLE') reported(problem);
		return [];
	});
	return found.length > 0 || !isWhole ? found.sort() : [name];
}

const thrown: Report = error => {
	throw error;
};

/**
 * Returns the files that names with or without wildcards mean, each file once.
 *
 * @param report Receives each folder that a name with wildcards leads into and that cannot be listed.
 * @throws AppError NOT_READABLE {path, reason} for such a folder, without `report`
 */
export async function expandFiles(names: readonly string[], report: Report = thrown): Promise<readonly string[]> {
	const found = new Map<string, string>();
	const problems: AppError[] = [];
	const files = await Promise.all(names.map(name => expanded(name, error => problems.push(error))));
	for (const problem of problems) report(problem);
	for (const path of files.flat()) {
		const place = resolve(path);
		if (!found.has(place)) found.set(place, path);
	}
	return [...found.values()];
}

import {resolve} from 'node:path';
import process from 'node:process';
import {isThere} from '../core/is-there.ts';

/** Everything that fast-glob treats as special. */
const literal = (text: string): string => text.replace(/[()[\]{}!*?@+|\\]/g, String.raw`\$&`);

/** Only `*`, `?` and `[…]` are wildcards here, as in a shell: `list (1)*.json` means its brackets. */
const wild = (text: string): string => text.replace(/[(){}|]|^!|[@+!](?=\()/g, String.raw`\$&`);

/**
 * Returns the files that a name with `*`, `?` or `[…]` matches, sorted. The part of the name that exists as it is written
 * has no wildcards: a file `out [1].json` is itself, also where there is an `out 1.json`. Without a match, the name.
 */
async function expanded(name: string): Promise<readonly string[]> {
	if (!/[*?[]/.test(name) || (await isThere(name))) return [name];
	const parts = (process.platform === 'win32' ? name.replaceAll('\\', '/') : name).split('/');
	let known = 0;
	while (known < parts.length && (await isThere(parts.slice(0, known + 1).join('/') || '/'))) known++;
	const pattern = parts.map((part, index) => (index < known ? literal(part) : wild(part))).join('/');
	const {default: glob} = await import('fast-glob');
	const found = await glob(pattern, {followSymbolicLinks: false});
	return found.length > 0 ? found.sort() : [name];
}

/** Returns the files that names with or without wildcards mean, each file once. */
export async function expandFiles(names: readonly string[]): Promise<readonly string[]> {
	const found = new Map<string, string>();
	for (const path of (await Promise.all(names.map(expanded))).flat()) {
		const place = resolve(path);
		if (!found.has(place)) found.set(place, path);
	}
	return [...found.values()];
}

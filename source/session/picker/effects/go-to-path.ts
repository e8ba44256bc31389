import {readdir, stat} from 'node:fs/promises';
import {basename, dirname, join, resolve, sep} from 'node:path';
import {isFolder} from '../../../core/is-folder.ts';
import {inNaturalOrder} from '../../../core/natural-order.ts';
import {isArchiveName, isPictureFile} from '../../../core/pictures/files/extensions.ts';

export type TypedPath = {
	readonly text: string;
	/** Where a path begins that is not absolute. */
	readonly folder: string;
	readonly home: string;
	/** Any file continues a path, not pictures and archives alone. */
	readonly of?: 'files' | undefined;
};

/** Returns the absolute path that was typed; `~` is the home folder. */
export function typedPath({text, folder, home}: TypedPath): string {
	const typed = text.trim();
	const isHome = home !== '' && /^~(?:[\\/]|$)/.test(typed);
	return isHome ? join(home, typed.slice(1)) : resolve(folder, typed);
}

const startsWith = (name: string, start: string) =>
	name.startsWith(start) || name.toLowerCase().startsWith(start.toLowerCase());

/** Completes what is typed as far as all folders, pictures and archives agree that begin so, as a shell does. */
export async function completePath(
	typed: TypedPath,
): Promise<{readonly completed: string; readonly matches: readonly string[]}> {
	const {text} = typed;
	const slash = Math.max(text.lastIndexOf('/'), text.lastIndexOf(sep));
	const [before, start] = [text.slice(0, slash + 1), text.slice(slash + 1)];
	if (start === '~') return {completed: `~${sep}`, matches: []};
	const folder = typedPath({...typed, text: before === '' ? '.' : before});
	const entries = await readdir(folder, {withFileTypes: true}).catch(() => []);
	const names: string[] = [];
	for (const entry of entries) {
		const {name} = entry;
		if (!startsWith(name, start) || (name.startsWith('.') && !start.startsWith('.'))) continue;
		const path = join(folder, name);
		if (entry.isDirectory() || (entry.isSymbolicLink() && (await isFolder(path)))) names.push(`${name}${sep}`);
		else if (typed.of === 'files' || isArchiveName(name) || (await isPictureFile(path))) names.push(name);
	}
	if (names.length === 0) return {completed: text, matches: []};
	const matches = inNaturalOrder(names);
	return {completed: before + longer(start, common(matches)), matches: matches.length === 1 ? [] : matches};
}

const longer = (typed: string, found: string): string => (found.length >= typed.length ? found : typed);

/** What all names begin with. */
function common([first = '', ...others]: readonly string[]): string {
	let length = first.length;
	for (const other of others) {
		let same = 0;
		while (same < length && other[same] === first[same]) same++;
		length = same;
	}
	// Not through the middle of a character.
	return first.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}

/** The folder that was typed, or that a file is in which was typed; undefined where there is none. */
export async function placeOf(
	typed: TypedPath,
): Promise<{readonly folder: string; readonly file?: string} | undefined> {
	const path = typedPath(typed);
	if (await isFolder(path)) return {folder: path};
	const isFile = (await stat(path).catch(() => undefined))?.isFile() ?? false;
	return isFile ? {folder: dirname(path), file: basename(path)} : undefined;
}

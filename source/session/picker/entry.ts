import {join} from 'node:path';
import {naturalKey} from '../../core/natural-order.ts';

/** A picture or a folder in the list. Made once, when it is found: nothing of it is computed again at a key. */
export type PickerEntry = {
	readonly path: string;
	/** As seen from the folder that is shown. */
	readonly name: string;
	/** What the name is sorted by. */
	readonly order: string;
	/** What the filter looks in. */
	readonly words: string;
};

const ascii = /^[\x20-\x7e]*$/;

/**
 * Text as the filter compares it: capitals, full-width letters, and the two ways in which file systems write `é` are
 * one.
 */
export const folded = (text: string): string => (ascii.test(text) ? text : text.normalize('NFKC')).toLowerCase();

export const entryOf = (folder: string, name: string): PickerEntry => ({
	path: join(folder, name),
	name,
	order: naturalKey(name),
	words: folded(name),
});

/** How a path is seen from a folder. */
export function relativeName(folder: string, path: string): string {
	if (!path.startsWith(folder)) return path;
	const rest = path.slice(folder.length);
	if (/^[\\/]/.test(rest)) return rest.slice(1);
	return /[\\/]$/.test(folder) ? rest : path;
}

/** The folder directly inside the one shown that a name is in; undefined for a picture that is there itself. */
export function topFolder(name: string): string | undefined {
	const slash = name.indexOf('/');
	const at = slash >= 0 ? slash : name.indexOf('\\');
	return at >= 0 ? name.slice(0, at) : undefined;
}

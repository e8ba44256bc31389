import {join} from 'node:path';
import {naturalKey} from '../../core/natural-order.ts';
import {numberedPage} from '../../core/picture-address.ts';

/** A picture or a folder in the list. Made once, when it is found: nothing of it is computed again at a key. */
export type PickerEntry = {
	readonly path: string;
	/** As seen from the folder that is shown. */
	readonly name: string;
	/** What the name is sorted by. */
	readonly order: string;
	/** What the filter looks in. */
	readonly words: string;
	/** Of a page that is listed below its file: which it is, from 1, and the file. */
	readonly page?: {readonly number: number; readonly of: PickerEntry};
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

/** The pages of a file, to be listed right below it: nothing else sorts between. */
export const pagesOf = (file: PickerEntry, count: number): readonly PickerEntry[] =>
	Array.from({length: count}, (_, index) => ({
		path: numberedPage(file.path, index + 1),
		name: file.name,
		order: `${file.order}\0${String(index).padStart(5, '0')}`,
		words: file.words,
		page: {number: index + 1, of: file},
	}));

/** Entries without the pages that are listed among them. */
export const withoutPages = (entries: readonly PickerEntry[], of?: PickerEntry): readonly PickerEntry[] =>
	entries.some(({page}) => page) ? entries.filter(({page}) => !page || (of && page.of !== of)) : entries;

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

import {dirname} from 'node:path';
import {chosenCount, isChosen, withPaths} from './choice.ts';
import {type PickerEntry, topFolder} from './entry.ts';
import {inserted} from './order.ts';
import {finished, searchFor, settled, withLate} from './search.ts';
import type {PickerState} from './state.ts';

export type PickerRow =
	| {readonly kind: 'up'; readonly path: string}
	| {readonly kind: 'folder'; readonly path: string; readonly entry: PickerEntry}
	| {readonly kind: 'picture'; readonly path: string; readonly entry: PickerEntry};

const above = (folder: string): string | undefined => {
	const parent = dirname(folder);
	return parent === folder ? undefined : parent;
};

/**
 * What the picker lists, row by row as it is asked for: nothing is made for rows that are not seen. Without a filter: the
 * folder above, the folders inside, the pictures of this folder. With a filter: every picture below whose name matches,
 * folders left aside, since a person who searches wants the picture.
 */
export function rowAt(picker: PickerState, index: number): PickerRow | undefined {
	const picture = (entry: PickerEntry | undefined): PickerRow | undefined =>
		entry && {kind: 'picture', path: entry.path, entry};
	if (picker.search) return picture(picker.search.matches[index]);
	const parent = above(picker.folder);
	const place = parent === undefined ? index : index - 1;
	if (parent !== undefined && place < 0) return {kind: 'up', path: parent};
	const folder = picker.folders[place];
	if (folder) return {kind: 'folder', path: folder.path, entry: folder};
	return picture(picker.here[place - picker.folders.length]);
}

export const rowCount = ({search, folder, folders, here}: PickerState): number =>
	search ? search.matches.length : (above(folder) === undefined ? 0 : 1) + folders.length + here.length;

/** Where an entry is now; -1 when it is not listed. */
function placeOf(picker: PickerState, entry: PickerEntry): number {
	if (picker.search) return picker.search.matches.indexOf(entry);
	const before = above(picker.folder) === undefined ? 0 : 1;
	const folder = picker.folders.indexOf(entry);
	if (folder >= 0) return before + folder;
	const picture = picker.here.indexOf(entry);
	return picture < 0 ? -1 : before + picker.folders.length + picture;
}

/** `after` with the cursor on the row where it was in `before`; until the person moves it, on the first useful one. */
export function keptCursor(before: PickerState, after: PickerState): PickerState {
	const count = rowCount(after);
	if (!after.touched) return {...after, cursor: firstUseful(after)};
	const row = rowAt(before, before.cursor);
	const same = !row ? -1 : row.kind === 'up' ? (after.search ? -1 : 0) : placeOf(after, row.entry);
	const cursor = same >= 0 ? same : Math.min(after.cursor, Math.max(0, count - 1));
	// The row stays where it is on the screen as well.
	return {...after, cursor, top: Math.max(0, after.top + cursor - before.cursor)};
}

/** The first picture; without one the first folder that has pictures; without one the first row. */
function firstUseful(picker: PickerState): number {
	if (picker.search) return 0;
	const before = above(picker.folder) === undefined ? 0 : 1;
	if (picker.here.length > 0) return before + picker.folders.length;
	const folder = picker.folders.findIndex(({name}) => (picker.below.get(name) ?? 0) > 0);
	return folder < 0 ? 0 : before + folder;
}

/** The picker after more was found: `pictures` and `folders` sorted by name. Costs what is new, and one copy. */
export function withFound(
	picker: PickerState,
	pictures: readonly PickerEntry[],
	folders: readonly PickerEntry[],
): PickerState {
	const below = new Map(picker.below);
	const here: PickerEntry[] = [];
	for (const entry of pictures) {
		const folder = topFolder(entry.name);
		if (folder === undefined) here.push(entry);
		else below.set(folder, (below.get(folder) ?? 0) + 1);
	}
	// A list by time or size is put in order when everything is found; until then what is new comes last.
	const lay = (many: readonly PickerEntry[], some: readonly PickerEntry[]) =>
		picker.sort === 'name' ? inserted(many, some) : [...many, ...some];
	const search = picker.search && settled(withLate(picker.search, pictures), picker.sort);
	const after: PickerState = {
		...picker,
		found: lay(picker.found, pictures),
		here: lay(picker.here, here),
		folders: inserted(picker.folders, folders),
		below: pictures.length === here.length ? picker.below : below,
		search,
	};
	const fits = picker.search ? pictures.filter(({words}) => words.includes(picker.search!.wanted)) : pictures;
	return keptCursor(picker, picker.taking ? withChosen(after, fits, true) : after);
}

/** The picker in another order of the same pictures. */
export function withOrder(picker: PickerState, found: readonly PickerEntry[]): PickerState {
	const {search: _, ...rest} = picker;
	const after: PickerState = {
		...rest,
		found,
		here: found.filter(({name}) => topFolder(name) === undefined),
		ordering: false,
		search: searchFor(picker.filter.text, found, undefined),
	};
	return keptCursor(picker, after);
}

/** The picker with another text in its filter. */
export function withFilter(picker: PickerState, filter: PickerState['filter']): PickerState {
	if (filter.text === picker.filter.text) return {...picker, filter};
	const search = searchFor(filter.text, picker.found, picker.search);
	return keptCursor(picker, {...picker, filter, search, top: 0, taking: false});
}

/**
 * Pictures that a choice of everything takes: what matches the filter, else all below this folder. What is known of a
 * picture does not count, since it is known of those first that were seen; copies are compared among what was chosen.
 */
export const matching = ({search, found}: PickerState): readonly PickerEntry[] =>
	search ? finished(search).matches : found;

/**
 * Entries of this folder taken into the choice or out of it; `isChosen` before the change decides which counts change.
 */
export function withChosen(picker: PickerState, entries: readonly PickerEntry[], take: boolean): PickerState {
	const changed = entries.filter(({path}) => isChosen(picker.choice, path) !== take);
	const paths = changed.map(({path}) => path);
	const chosenBelow = new Map(picker.chosenBelow);
	for (const {name} of changed) {
		const folder = topFolder(name);
		if (folder !== undefined) chosenBelow.set(folder, (chosenBelow.get(folder) ?? 0) + (take ? 1 : -1));
	}
	return {
		...picker,
		choice: take ? withPaths(picker.choice, paths) : withPaths(picker.choice, [], paths),
		chosenBelow,
	};
}

export const entriesBelow = ({found}: PickerState, folder: string): readonly PickerEntry[] =>
	found.filter(({name}) => topFolder(name) === folder);

export const howManyChosen = ({choice}: PickerState): number => chosenCount(choice);

/** Where nothing is chosen, the key that starts opens the folder under the cursor. */
export const startOpens = (picker: PickerState): boolean =>
	howManyChosen(picker) === 0 && ['folder', 'up'].includes(rowAt(picker, picker.cursor)?.kind ?? 'picture');

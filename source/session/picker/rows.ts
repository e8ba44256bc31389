import {dirname} from 'node:path';
import {lastAnswer} from '../../core/remember.ts';
import {type Choice, chosenCount, isChosen, withPaths} from './choice.ts';
import {type PickerEntry, pagesOf, topFolder, withoutPages} from './entry.ts';
import {inserted} from './order.ts';
import {finished, searchFor, settled, withLate} from './search.ts';
import type {PickerState} from './state.ts';

export type PickerRow =
	| {readonly kind: 'up'; readonly path: string}
	| {readonly kind: 'folder'; readonly path: string; readonly entry: PickerEntry}
	| {readonly kind: 'picture'; readonly path: string; readonly entry: PickerEntry};

/** The row of a file with several pages, and how many; undefined for anything else, and until that is known. */
export function pagedRow(picker: PickerState): {readonly entry: PickerEntry; readonly pages: number} | undefined {
	const row = rowAt(picker, picker.cursor);
	if (row?.kind !== 'picture' || row.entry.page) return undefined;
	const pages = pagesKnown(picker, row.path);
	return pages > 1 ? {entry: row.entry, pages} : undefined;
}

/** How many pages a file has, as far as that is known. */
export function pagesKnown({facts}: PickerState, path: string): number {
	const content = facts.get(path)?.content;
	return content && 'pages' in content ? content.pages : 1;
}

/** Whether the pages of the file in a row are listed below it. */
export const isUnfolded = (picker: PickerState, entry: PickerEntry): boolean =>
	(picker.search?.matches ?? picker.here).some(({page}) => page?.of === entry);

/** The picker with other entries in the list that is shown. */
const withListed = (picker: PickerState, change: (entries: readonly PickerEntry[]) => readonly PickerEntry[]) =>
	picker.search
		? {...picker, search: {...picker.search, matches: change(picker.search.matches)}}
		: {...picker, here: change(picker.here)};

/** The picker with the pages of a file listed below it. */
export const unfolded = (picker: PickerState, entry: PickerEntry, pages: number): PickerState =>
	withListed(picker, entries => {
		const at = entries.indexOf(entry) + 1;
		return [...entries.slice(0, at), ...pagesOf(entry, pages), ...entries.slice(at)];
	});

/** The picker without the pages of a file, and with the cursor on the file. */
export function folded(picker: PickerState, entry: PickerEntry): PickerState {
	const after = withListed(picker, entries => withoutPages(entries, entry));
	return {...after, cursor: placeOf(after, entry)};
}

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
	search ? withoutPages(finished(search).matches) : found;

/**
 * Entries of this folder taken into the choice or out of it; `isChosen` before the change decides which counts change.
 */
export function withChosen(picker: PickerState, entries: readonly PickerEntry[], take: boolean): PickerState {
	const {choice} = picker;
	// A file of which some pages are chosen is taken whole.
	const changed = entries.filter(({path}) => isChosen(choice, path) !== take || (take && choice.pages.has(path)));
	const paths = changed.map(({path}) => path);
	return withChoice(picker, take ? withPaths(choice, paths) : withPaths(choice, [], paths), changed);
}

/** The picker with another choice; `changed` are the files that may differ, of which the counts of folders are mended. */
export function withChoice(picker: PickerState, choice: Choice, changed: readonly PickerEntry[]): PickerState {
	const chosenBelow = new Map(picker.chosenBelow);
	for (const {name, path} of changed) {
		const folder = topFolder(name);
		const by = Number(isChosen(choice, path)) - Number(isChosen(picker.choice, path));
		if (folder !== undefined) chosenBelow.set(folder, (chosenBelow.get(folder) ?? 0) + by);
	}
	return {...picker, choice, chosenBelow};
}

export const entriesBelow = ({found}: PickerState, folder: string): readonly PickerEntry[] =>
	found.filter(({name}) => topFolder(name) === folder);

/** How many the filter has found so far. */
export const matchCount = ({search}: PickerState): number => withoutPages(search?.matches ?? []).length;

export const howManyChosen = ({choice}: PickerState): number => chosenCount(choice);

/** Of the pictures of this folder and those below: others can be chosen, too. */
export const howManyChosenHere = ({choice, found}: PickerState): number => chosenAmong(choice, found);

const chosenAmong = lastAnswer(
	(choice: Choice, found: PickerState['found']) => found.filter(({path}) => isChosen(choice, path)).length,
);

/** Where nothing is chosen, the key that starts opens the folder under the cursor. */
export const startOpens = (picker: PickerState): boolean =>
	howManyChosen(picker) === 0 && ['folder', 'up'].includes(rowAt(picker, picker.cursor)?.kind ?? 'picture');

import {dirname, join} from 'node:path';
import type {FoundPicture} from '../../core/pictures/find.ts';
import {natural} from './order.ts';
import type {PickerRow, PickerState} from './picker.ts';

/** Path of a picture as seen from the folder that is shown. */
export const relativeName = (folder: string, path: string): string =>
	path.startsWith(folder) ? path.slice(folder.length).replace(/^[\\/]/, '') : path;

/**
 * What the picker lists. Without a filter: the folder above, the folders inside, the pictures of this folder. With a
 * filter: every picture below whose name matches, folders left aside, since a person who searches wants the picture.
 */
export function listRows(state: PickerState): readonly PickerRow[] {
	const wanted = state.filter.text.trim().toLowerCase();
	if (wanted !== '') {
		return state.found
			.map(picture => pictureRow(state.folder, picture))
			.filter(row => row.name.toLowerCase().includes(wanted));
	}
	const inside = new Map<string, {pictures: number; chosen: number}>();
	for (const name of state.folders) inside.set(name, {pictures: 0, chosen: 0});
	const here: PickerRow[] = [];
	for (const picture of state.found) {
		const row = pictureRow(state.folder, picture);
		const slash = row.name.search(/[\\/]/);
		if (slash < 0) {
			here.push(row);
			continue;
		}
		const name = row.name.slice(0, slash);
		const counted = inside.get(name) ?? {pictures: 0, chosen: 0};
		counted.pictures++;
		if (state.chosen.has(picture.path)) counted.chosen++;
		inside.set(name, counted);
	}
	const folders = [...inside.entries()]
		.sort(([a], [b]) => natural(a, b))
		.map(([name, counted]): PickerRow => ({kind: 'folder', key: join(state.folder, name), name, ...counted}));
	const above = dirname(state.folder);
	return [...(above === state.folder ? [] : [{kind: 'up', key: above} as const]), ...folders, ...here];
}

function pictureRow(folder: string, picture: FoundPicture): PickerRow & {kind: 'picture'} {
	return {kind: 'picture', key: picture.path, name: relativeName(folder, picture.path), picture};
}

/** The state with its list made anew, the cursor on the row where it was. */
export function withRows(state: PickerState): PickerState {
	const rows = listRows(state);
	const key = state.rows[state.cursor]?.key;
	const same = state.touched ? rows.findIndex(row => row.key === key) : -1;
	const cursor =
		same >= 0 ? same : state.touched ? Math.min(state.cursor, Math.max(0, rows.length - 1)) : firstUseful(rows);
	return {...state, rows, cursor};
}

/** The first picture; without one the first folder that has pictures; without one the first row. */
function firstUseful(rows: readonly PickerRow[]): number {
	const picture = rows.findIndex(row => row.kind === 'picture');
	if (picture >= 0) return picture;
	const folder = rows.findIndex(row => row.kind === 'folder' && row.pictures > 0);
	return Math.max(0, folder);
}

/** Pictures that a choice of everything takes: what matches the filter, else all below this folder. */
export const matching = (state: PickerState): readonly FoundPicture[] =>
	state.filter.text.trim() === ''
		? state.found
		: state.rows.flatMap(row => (row.kind === 'picture' ? [row.picture] : []));

import type {Effect, Wanted} from '../effect.ts';
import type {AppState, Size} from '../state.ts';
import {type Transition, transition} from '../transition.ts';
import {rowAt} from './rows.ts';
import {isComplete} from './search.ts';
import type {PickerState} from './state.ts';
import {pickerLayout, pickerWindow, visibleRows} from './window.ts';

/**
 * After whatever happened: keeps the window of the list around the cursor, and asks for what is to be told of the
 * pictures that came into it. One place for all keys and events that can change what is seen.
 */
export function watchPicker(before: AppState, after: Transition): Transition {
	const {state, effects} = after;
	if (state.screen !== 'picker') return after;
	const opened = before.screen !== 'picker';
	if (!opened && state.picker === before.picker && state.size === before.size) return after;
	const {room} = pickerLayout(state.size, state.picker);
	// Until the person moves, what is above the cursor and what is below it are worth the same.
	const wished = state.picker.touched ? state.picker.top : Math.max(0, state.picker.cursor - (room >> 1));
	const top = pickerWindow({...state.picker, top: wished}, room).first;
	const picker = top === state.picker.top ? state.picker : {...state.picker, top};
	const more: Effect[] = [];
	if (picker.search && picker.search !== before.picker.search && !isComplete(picker.search)) {
		more.push({type: 'searchOn'});
	}
	const seen = sight(state.size, picker);
	const saw = opened ? undefined : sight(before.size, before.picker);
	if (!saw || differs(seen, saw)) {
		more.push({type: 'look', paths: seen.paths, ...(seen.picture ? {picture: seen.picture} : {})});
	}
	return transition({...state, picker}, ...effects, ...more);
}

type Sight = {readonly paths: readonly string[]; readonly picture: Wanted | undefined};

function sight(size: Size, picker: PickerState): Sight {
	const {room, preview} = pickerLayout(size, picker);
	const paths = visibleRows(picker, room).flatMap(row => (row.kind === 'picture' ? [row.path] : []));
	const row = rowAt(picker, picker.cursor);
	if (row?.kind !== 'picture' || !preview) return {paths, picture: undefined};
	return {paths, picture: {path: row.path, columns: preview.columns, rows: preview.rows}};
}

const differs = (a: Sight, b: Sight): boolean =>
	a.picture?.path !== b.picture?.path ||
	a.picture?.columns !== b.picture?.columns ||
	a.picture?.rows !== b.picture?.rows ||
	a.paths.length !== b.paths.length ||
	a.paths.some((path, index) => path !== b.paths[index]);

import type {Effect, Wanted} from '../effect.ts';
import type {AppState} from '../state.ts';
import {type Transition, transition} from '../transition.ts';
import {rowAt} from './rows.ts';
import {isComplete} from './search.ts';
import type {PickerState} from './state.ts';
import {pickerWindow, visibleRows} from './window.ts';

/**
 * After whatever happened: keeps the window of the list around the cursor, and asks for what is to be shown of the
 * pictures that came into it. One place for all keys and events that can change what is seen.
 */
export function watchPicker(before: AppState, after: Transition): Transition {
	const {state, effects} = after;
	if (state.screen !== 'picker') return after;
	const opened = before.screen !== 'picker';
	if (!opened && state.picker === before.picker) return after;
	const {rows} = state.picker.room;
	// Until the person moves, what is above the cursor and what is below it are worth the same.
	const wished = state.picker.touched ? state.picker.top : Math.max(0, state.picker.cursor - (rows >> 1));
	const top = rows === 0 ? state.picker.top : pickerWindow({...state.picker, top: wished}, rows).first;
	const picker = top === state.picker.top ? state.picker : {...state.picker, top};
	const more: Effect[] = [];
	if (picker.search && picker.search !== before.picker.search && !isComplete(picker.search)) {
		more.push({type: 'searchOn'});
	}
	const seen = sight(picker);
	const saw = opened ? undefined : sight(before.picker);
	if (!saw || differs(seen, saw)) {
		more.push({type: 'look', paths: seen.paths, ...(seen.picture ? {picture: seen.picture} : {})});
	}
	return transition({...state, picker}, ...effects, ...more);
}

type Sight = {readonly paths: readonly string[]; readonly picture: Wanted | undefined};

function sight(picker: PickerState): Sight {
	const {rows, picture} = picker.room;
	const paths = visibleRows(picker, rows).flatMap(row => (row.kind === 'picture' ? [row.path] : []));
	const row = rowAt(picker, picker.cursor);
	return {paths, picture: row?.kind === 'picture' && picture ? {path: row.path, ...picture} : undefined};
}

const differs = (a: Sight, b: Sight): boolean =>
	a.picture?.path !== b.picture?.path ||
	a.picture?.width !== b.picture?.width ||
	a.picture?.height !== b.picture?.height ||
	a.paths.length !== b.paths.length ||
	a.paths.some((path, index) => path !== b.paths[index]);

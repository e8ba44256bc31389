import {moveInList} from '../batch-list/update.ts';
import {moveInColumns} from '../export/column-editor.ts';
import {moveInForm} from '../export/form.ts';
import {rowCount} from '../picker/rows.ts';
import {listedItems, readingCursor} from '../reading/update.ts';
import {detailsOf} from '../review/details.ts';
import type {AppState} from '../state.ts';
import {type Act, type Transition, transition} from '../transition.ts';

const clamp = (value: number, length: number): number => Math.min(Math.max(0, value), Math.max(0, length - 1));

/** Moves in the list of the screen that is shown; `Infinity` is its end. */
function move(state: AppState, by: number): Transition {
	if (state.screen === 'picker') {
		const cursor = clamp(state.picker.cursor + by, rowCount(state.picker));
		return transition({...state, picker: {...state.picker, cursor, touched: true}});
	}
	if (state.screen === 'reading') {
		const cursor = clamp(readingCursor(state) + by, listedItems(state).length);
		return transition({...state, reading: {...state.reading, cursor}});
	}
	if (state.screen === 'details') {
		return transition({...state, detailsTop: clamp(state.detailsTop + by, detailsOf(state).length)});
	}
	if (state.screen === 'list') return moveInList(state, by);
	if (state.screen === 'columns') return moveInColumns(state, by);
	if (state.screen === 'form') return moveInForm(state, by);
	return transition(state);
}

export const listActs = {
	'list.down': state => move(state, 1),
	'list.up': state => move(state, -1),
	'list.pageDown': (state, {rows = 1}) => move(state, rows),
	'list.pageUp': (state, {rows = 1}) => move(state, -rows),
	'list.first': state => move(state, Number.NEGATIVE_INFINITY),
	'list.last': state => move(state, Number.POSITIVE_INFINITY),
} as const satisfies Readonly<Record<string, Act>>;

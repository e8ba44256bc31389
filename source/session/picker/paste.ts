import type {AppState} from '../state.ts';
import {type Transition, transition} from '../transition.ts';
import {isChosen, withPaths} from './choice.ts';
import {countBelow} from './open-folder.ts';

/** Looks for the pictures that a pasted text names; elsewhere than in the picker it does nothing. */
export function paste(state: AppState, text: string): Transition {
	if (state.screen !== 'picker') return transition({...state, notice: {kind: 'off', reason: 'unbound'}});
	return transition(state, {type: 'findPasted', text, folder: state.picker.folder});
}

/** Takes pasted pictures into the choice, as a step that can be undone. */
export function takePasted(state: AppState, paths: readonly string[], without: number): Transition {
	const {picker} = state;
	const added = paths.filter(path => !isChosen(picker.choice, path)).length;
	const notice = {kind: 'pasted', params: {count: paths.length, without}, tone: without > 0 ? 'look' : 'good'} as const;
	if (added === 0) return transition({...state, notice});
	const choice = withPaths(picker.choice, paths);
	const chosenBelow = countBelow(picker.folder, choice);
	const past = [...picker.past, picker.choice];
	return transition({...state, notice, picker: {...picker, choice, chosenBelow, past, future: []}});
}

import type {AppState} from '../state.ts';
import {type Transition, transition} from '../transition.ts';

/** Onto the clipboard; says so, since nothing on the screen shows it. */
export const copy = (state: AppState, text: string): Transition =>
	text === ''
		? transition(state)
		: transition({...state, notice: {kind: 'copied', params: {}, tone: 'plain'}}, {type: 'copy', text});

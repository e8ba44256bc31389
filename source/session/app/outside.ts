import type {AppState} from '../state.ts';
import {type Transition, transition} from '../transition.ts';

/** Onto the clipboard; says so, since nothing on the screen shows it. */
export const copy = (state: AppState, text: string): Transition =>
	text === ''
		? transition(state)
		: transition({...state, notice: {kind: 'copied', params: {}, tone: 'plain'}}, {type: 'copy', text});

/** In the system's own program for such files; says so, since its window may be behind this one. */
export const openOutsideStep = (state: AppState, path: string | undefined): Transition =>
	path === undefined
		? transition(state)
		: transition({...state, notice: {kind: 'opening', params: {}, tone: 'plain'}}, {type: 'openOutside', path});

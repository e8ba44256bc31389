import type {AppState} from '../state.ts';
import {type Step, step} from '../step.ts';

/** Onto the clipboard; says so, since nothing on the screen shows it. */
export const copy = (state: AppState, text: string): Step =>
	text === ''
		? step(state)
		: step({...state, notice: {kind: 'copied', params: {}, tone: 'plain'}}, {type: 'copy', text});

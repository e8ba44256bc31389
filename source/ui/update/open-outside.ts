import type {AppState} from '../state.ts';
import {type Step, step} from '../step.ts';

/** In the system's own program for such files; says so, since its window may lie behind this one. */
export const openOutside = (state: AppState, path: string | undefined): Step =>
	path === undefined
		? step(state)
		: step({...state, notice: {kind: 'opening', params: {}, tone: 'plain'}}, {type: 'openOutside', path});

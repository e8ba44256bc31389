import type {AppState} from '../state.ts';
import {type Transition, transition} from '../transition.ts';

/** In the system's own program for such files; says so, since its window may be behind this one. */
export const openOutsideStep = (state: AppState, path: string | undefined): Transition =>
	path === undefined
		? transition(state)
		: transition({...state, notice: {kind: 'opening', params: {}, tone: 'plain'}}, {type: 'openOutside', path});

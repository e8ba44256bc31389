import type {EngineId} from '../../core/engines/engine.ts';
import {emptyReview} from '../../core/review/review.ts';
import {natural} from '../picker/order.ts';
import type {AppState, ReadingState} from '../state.ts';
import {type Step, step} from '../step.ts';
import {openFolder} from './picker.ts';

export const idleReading: ReadingState = {
	items: [],
	phase: 'idle',
	cursor: undefined,
	failedOnly: false,
	concurrency: 0,
	timeLeft: undefined,
	startedAt: 0,
	now: 0,
	toldUnsaved: false,
};

export const isBusy = (reading: ReadingState): boolean =>
	['starting', 'running', 'paused', 'stopped'].includes(reading.phase);

/** Pictures that are still to be read. */
export const stillToRead = (reading: ReadingState): number =>
	reading.items.filter(({state}) => state === 'waiting' || state === 'reading').length;

/** Asks before it stops a reading that goes on; what that one has read is kept on disk. */
export function startBatch(state: AppState, paths: readonly string[]): Step {
	if (paths.length === 0) return step(state);
	if (isBusy(state.reading)) return step({...state, question: {kind: 'newBatch', paths}});
	return askToUpload(state, paths);
}

/** Pictures go to the cloud only after a yes of this session; a setting of an earlier one is none. */
export function askToUpload(state: AppState, paths: readonly string[]): Step {
	const engine = state.engine ?? 'offline';
	if (engine === 'xiangyun' && !state.mayUpload) return step({...state, question: {kind: 'upload', paths}});
	return beginBatch(state, paths, engine);
}

export function beginBatch(state: AppState, paths: readonly string[], engine: EngineId): Step {
	const started: AppState = {
		...state,
		screen: 'reading',
		engine,
		question: undefined,
		reading: {...idleReading, phase: 'starting'},
		review: emptyReview(state.today),
		editing: undefined,
		exporting: {...state.exporting, folder: undefined, written: undefined},
	};
	return step(started, {type: 'stopScan'}, {type: 'startBatch', paths: [...paths].sort(natural), engine});
}

/** Where "start" leads: the paths of the command line are read at once, otherwise the person chooses pictures. */
export function start(state: AppState): Step {
	if (state.engine === undefined && !state.demo) return step({...state, screen: 'engine'});
	return state.paths.length > 0 ? startBatch(state, state.paths) : openFolder(state, state.picker.folder);
}

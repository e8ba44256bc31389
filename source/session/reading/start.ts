import {type EngineChoice, isTwoEngines, localEngine, sendsAll, traitsOf} from '../../core/engines/choice.ts';
import {inNaturalOrder} from '../../core/natural-order.ts';
import {type DocumentClass, passportsOnly} from '../../core/passport/model/document.ts';
import {isUnread} from '../../core/records/unread-record.ts';
import {onceForEach} from '../../core/remember.ts';
import {emptyReview} from '../../core/review/review.ts';
import {openFolder} from '../picker/open-folder.ts';
import type {Problem} from '../problem.ts';
import {currentRecordOf} from '../review/view-model.ts';
import type {AppState} from '../state.ts';
import {andThen, type Transition, transition} from '../transition.ts';
import type {ReadingState} from './state.ts';

export const idleReading: ReadingState = {
	items: [],
	phase: 'idle',
	cursor: undefined,
	failedOnly: false,
	concurrency: 0,
	timeLeft: undefined,
	elapsed: undefined,
	now: 0,
	unsaved: new Set(),
	held: new Set(),
	roots: [],
};

export const isBusy = (reading: ReadingState): boolean =>
	['starting', 'running', 'paused', 'stopped'].includes(reading.phase);

/** Something is being read, or will be without the person: not while it is paused, stopped or asked. */
export const isAtWork = (phase: ReadingState['phase'], items: ReadingState['items']): boolean =>
	items.some(({state}) => state === 'reading' || (phase === 'running' && state === 'waiting'));

/** It has stopped because the service refuses key and secret. */
export const isRefused = ({phase, items}: ReadingState): boolean =>
	phase === 'stopped' &&
	items.some(({outcome}) => outcome?.kind === 'failed' && outcome.failure.code === 'CREDENTIALS_REFUSED');

/** It has stopped because the service fails, and may have charged for that: whether it is worth another try is asked. */
export const mayGoOn = ({phase}: ReadingState, {code}: Problem): boolean =>
	phase === 'stopped' && code === 'SERVICE_BROKEN';

export const goOnQuestion = (reading: ReadingState, {details}: Problem) =>
	({kind: 'goOnSending', count: stillInBatch(reading), charged: details?.charged !== 0}) as const;

/** No further picture is begun before the person says so. */
export const isHeld = ({phase}: ReadingState): boolean => phase === 'paused' || phase === 'stopped';

/** The screen asks at every key, of thousands. */
const waitingItems = onceForEach((items: ReadingState['items']) =>
	items.filter(({state}) => state === 'waiting' || state === 'reading'),
);

/** Pictures whose turn is still to come, also those whose result is only looked up. */
const stillInBatch = ({items}: ReadingState): number => waitingItems(items).length;

/** Pictures that are still to be read. A batch that is resumed waits for results that are on the screen already. */
export function stillToRead(state: Pick<AppState, 'reading' | 'review'>): number {
	return waitingItems(state.reading.items).filter(({path}) => {
		const record = currentRecordOf(state, path);
		return !record || isUnread(record);
	}).length;
}

/** What is on the screen of a batch: read, not readable so far, and without any result yet. */
export const resultCounts = (state: Pick<AppState, 'reading' | 'review'>) => {
	const unread = state.review.records.filter(isUnread).length;
	return {
		read: state.review.records.length - unread,
		unread,
		toRead: waitingItems(state.reading.items).filter(({path}) => !currentRecordOf(state, path)).length,
	};
};

/** Asks before it stops a reading that runs; what it has read is kept on disk. */
export function startBatch(state: AppState, paths: readonly string[]): Transition {
	if (paths.length === 0) return transition(state);
	if (isBusy(state.reading)) return transition({...state, question: {kind: 'newBatch', paths}});
	return askToUpload(state, paths);
}

/**
 * Pictures go to the cloud only after a yes to this batch, with host and number: neither a setting nor an earlier batch
 * is one. The command that named both cloud and paths has said it for these paths.
 */
export function askToUpload(state: AppState, paths: readonly string[]): Transition {
	const engine = state.engine ?? localEngine;
	const ofCommand = paths === state.paths;
	if (!sendsAll(engine) || (ofCommand && state.mayUpload)) return beginBatch(state, paths, engine);
	// Only those count that would be sent: what is kept costs nothing.
	return transition({...state, question: {kind: 'upload', paths, count: undefined}}, {type: 'countPictures', paths});
}

/** What an order to read says besides its engine: the MRZ alone, without the printed text, and which documents. */
export const whatToRead = (
	{mrzAlone, documents}: AppState,
	engine: EngineChoice,
): {readonly mrzAlone?: true; readonly documents?: readonly DocumentClass[]} => ({
	...(mrzAlone && traitsOf(isTwoEngines(engine) ? localEngine : engine).asksForPrinted ? {mrzAlone: true} : {}),
	...(`${documents}` === `${passportsOnly}` ? {} : {documents}),
});

/** What a yes was said to, as an order to read says it. */
export const onlyAgreed = (pictures: readonly string[] | undefined): {readonly agreed?: readonly string[]} =>
	pictures ? {agreed: pictures} : {};

/** @param pictures the only ones that may be sent, where that was asked */
export function beginBatch(
	state: AppState,
	paths: readonly string[],
	engine: EngineChoice,
	pictures?: readonly string[],
): Transition {
	const agreed = state.mayUpload;
	const started: AppState = {
		...state,
		screen: 'reading',
		engine,
		mayUpload: false,
		question: undefined,
		reading: {...idleReading, phase: 'starting', roots: paths},
		review: emptyReview(state.today),
		trip: state.tripOfCommand,
		editing: undefined,
		typingMrz: undefined,
		exporting: {...state.exporting, folder: undefined, written: undefined},
	};
	const what = {...whatToRead(state, engine), ...onlyAgreed(pictures)};
	const order = {type: 'startBatch', paths: inNaturalOrder(paths), engine, ...what} as const;
	if (!state.watch) return transition(started, {type: 'stopScan'}, order);
	const begun = transition(started, {type: 'stopScan'}, {...order, mayBeEmpty: true});
	return andThen(begun, next => watch(next, agreed));
}

/**
 * Watches the folders of the batch. What comes is sent away only after a yes to that; of two engines this computer
 * alone reads it.
 *
 * @param isAgreed the yes was said already
 */
export function watch(state: AppState, isAgreed = false): Transition {
	const {engine = localEngine, reading} = state;
	if (sendsAll(engine) && !isAgreed) return transition({...state, question: {kind: 'watchSends'}});
	return transition({...state, reading: {...reading, watched: 0}}, {type: 'watch', roots: reading.roots});
}

/** Where "start" leads: the paths of the command line are read at once, otherwise the person chooses pictures. */
export function start(state: AppState): Transition {
	if (state.engine === undefined && !state.demo) return transition({...state, screen: 'engine'});
	return state.paths.length > 0 ? startBatch(state, state.paths) : openFolder(state, state.picker.folder);
}

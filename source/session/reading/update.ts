import type {BatchItem} from '../../core/batch/batch.ts';
import {fileOf} from '../../core/picture-address.ts';
import {isTouched} from '../../core/records/reuse.ts';
import {update} from '../../core/review/review.ts';
import {credentialsAnew} from '../account/update.ts';
import {openOutsideStep} from '../app/outside.ts';
import {pictureName} from '../picture-name.ts';
import {reviewCounts} from '../review/view-model.ts';
import type {AppState} from '../state.ts';
import {type Act, type Transition, transition} from '../transition.ts';
import {isStillFailed} from './item-record.ts';
import {isHeld, isRefused, watch} from './start.ts';

/** The rows that are listed. */
export const listedItems = (state: AppState): readonly BatchItem[] =>
	state.reading.failedOnly ? stillFailed(state) : state.reading.items;

/** The row under the cursor; while it follows the work, the first that is being read, or the last that was. */
export function readingCursor(state: AppState): number {
	const items = listedItems(state);
	const last = Math.max(0, items.length - 1);
	if (state.reading.cursor !== undefined) return Math.min(state.reading.cursor, last);
	const busy = items.findIndex(item => item.state === 'reading');
	if (busy >= 0) return busy;
	const waiting = items.findIndex(item => item.state === 'waiting');
	return waiting >= 0 ? waiting : state.reading.phase === 'done' ? 0 : last;
}

export const currentItem = (state: AppState): BatchItem | undefined => listedItems(state)[readingCursor(state)];

function speed(state: AppState, by: number): Transition {
	const count = Math.min(16, Math.max(1, state.reading.concurrency + by));
	const reading = {...state.reading, concurrency: count};
	return transition(
		{...state, reading, notice: {kind: 'atATime', params: {count}, tone: 'plain'}},
		{type: 'setConcurrency', count},
	);
}

/** Refused credentials are asked for first: nothing continues with these. Those of the environment are not typed here. */
function goOn(state: AppState): Transition {
	if (isRefused(state.reading) && !state.accountFromEnvironment) {
		return transition({...state, screen: 'credentials', credentials: credentialsAnew(state)});
	}
	return transition({...state, notice: {kind: 'resumed', params: {}, tone: 'plain'}}, {type: 'resume'});
}

function again(before: AppState, items: readonly BatchItem[]): Transition {
	if (isRefused(before.reading)) return goOn(before);
	// What has stopped continues with it: a picture that only waits again would look like a lost key.
	const {state, effects} = before.reading.phase === 'stopped' ? goOn(before) : transition(before);
	const notice = {kind: 'readingAgain', params: {count: items.length}, tone: 'plain'} as const;
	return transition({...state, notice}, {type: 'again', paths: items.map(({path}) => path)}, ...effects);
}

/** Failed pictures that a person has not typed since: reading these again would pay for what is there. */
export const stillFailed = (state: Pick<AppState, 'reading' | 'review'>): readonly BatchItem[] =>
	state.reading.items.filter(item => isStillFailed(state, item));

/** Pictures that came: read, but for those that a person has decided on. */
export function takeArrived(state: AppState, paths: readonly string[]): Transition {
	if (state.reading.watched === undefined) return transition(state);
	const touched = new Set(state.review.records.filter(isTouched).map(({path}) => fileOf(path)));
	const wanted = paths.filter(path => !touched.has(path));
	if (wanted.length === 0) return transition(state);
	const inBatch = new Set(state.reading.items.map(({path}) => path));
	const come = wanted.filter(path => !inBatch.has(path)).length;
	const reading = {...state.reading, watched: state.reading.watched + come};
	// What is said of the field that is being checked is worth more.
	const isFree = !state.notice && (state.screen !== 'review' || reviewCounts(state.review).left === 0);
	const arrived = {
		kind: 'arrived',
		params: {count: wanted.length, file: pictureName(state, wanted[0]!)},
		tone: 'plain',
	} as const;
	const notice = isFree || state.notice?.kind === 'arrived' ? arrived : state.notice;
	return transition({...state, reading, notice}, {type: 'addPictures', paths: wanted});
}

export const readingActs = {
	'reading.review': state => {
		// To the first passport that a person must see; where there is none, to where the person was.
		const review = reviewCounts(state.review).check > 0 ? update(state.review, {type: 'enter'}) : state.review;
		return transition({...state, screen: 'review', review});
	},
	'reading.pause': state =>
		isHeld(state.reading)
			? goOn(state)
			: transition({...state, notice: {kind: 'paused', params: {}, tone: 'plain'}}, {type: 'pause'}),
	'reading.again': state => {
		const item = currentItem(state);
		return item ? again(state, [item]) : transition(state);
	},
	'reading.againAll': state => again(state, stillFailed(state)),
	'reading.leaveOut': state => {
		const item = currentItem(state);
		if (!item) return transition(state);
		const notice = {kind: 'leftOut', params: {file: pictureName(state, item.path)}, tone: 'plain'} as const;
		return transition({...state, notice}, {type: 'leaveOut', path: item.path});
	},
	'reading.faster': state => speed(state, 1),
	'reading.slower': state => speed(state, -1),
	'reading.openOutside': state => openOutsideStep(state, currentItem(state)?.path),
	'reading.watch': state =>
		state.reading.watched === undefined
			? watch(state)
			: transition(
					{
						...state,
						reading: {...state.reading, watched: undefined},
						notice: {kind: 'watchEnds', params: {count: state.reading.watched}, tone: 'plain'},
					},
					{type: 'stopWatch'},
				),
	'reading.failedOnly': state =>
		transition({...state, reading: {...state.reading, failedOnly: !state.reading.failedOnly, cursor: undefined}}),
} as const satisfies Readonly<Record<string, Act>>;

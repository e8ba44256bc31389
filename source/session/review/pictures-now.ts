import {changedPlaces} from '../../core/review/changed-records.ts';
import {cleanRecords, update} from '../../core/review/review.ts';
import {changedRecords} from '../../core/review/selectors.ts';
import type {PictureFound, ReviewState} from '../../core/review/state.ts';
import {fileName} from '../../text/format.ts';
import type {Notice} from '../app/notice.ts';
import type {AppState} from '../state.ts';
import {type Transition, transition} from '../transition.ts';

/** Shows what became of pictures. What is kept of them is the same, but for an acceptance that is no more. */
export function takePictures(
	state: AppState,
	{found, asked = false}: {readonly found: readonly PictureFound[]; readonly asked?: boolean | undefined},
): Transition {
	const review = update(state.review, {type: 'takePictures', found});
	const notice = noticeOf(state.review, review);
	const next = review === state.review ? state : {...state, review, notice: notice ?? state.notice};
	const undecided = changedRecords(state.review, review).filter(({record, before}) => record.review !== before.review);
	return transition(
		asked ? goOnAsking(next, notice) : next,
		...undecided.map(one => ({type: 'keep', ...one}) as const),
	);
}

/** The question is about those that are proven now. */
function goOnAsking(state: AppState, notice: Notice | undefined): AppState {
	const {question} = state;
	if (question?.kind !== 'acceptClean') return state;
	const clean = new Set(cleanRecords(state.review).map(({path}) => path));
	const paths = new Set([...question.paths].filter(path => clean.has(path)));
	if (paths.size > 0) return {...state, question: {kind: 'acceptClean', paths}};
	const none: Notice =
		notice?.kind === 'picturesNow'
			? {...notice, params: {...notice.params, none: true}}
			: {kind: 'off', reason: 'noneClean'};
	return {...state, question: undefined, notice: none};
}

function noticeOf(before: ReviewState, after: ReviewState): Notice | undefined {
	const [replaced, gone, back]: [string[], string[], string[]] = [[], [], []];
	let opened = 0;
	for (const place of changedPlaces(before.records, after.records)) {
		const {path, pictureNow, review} = after.records[place]!;
		(pictureNow === 'other' ? replaced : pictureNow === 'gone' ? gone : back).push(fileName(path));
		if (review !== before.records[place]?.review) opened++;
	}
	const isBad = replaced.length + gone.length > 0;
	if (!isBad && back.length === 0) return undefined;
	return {kind: 'picturesNow', params: {replaced, gone, back, opened}, tone: isBad ? 'look' : 'good'};
}

import type {PassportRecord, PictureNow} from '../../core/records/record.ts';
import {changedPlaces} from '../../core/review/changed-records.ts';
import {cleanRecords, update} from '../../core/review/review.ts';
import {changedRecords} from '../../core/review/selectors.ts';
import type {PictureFound, ReviewState} from '../../core/review/state.ts';
import type {Notice} from '../app/notice.ts';
import {pictureName} from '../picture-name.ts';
import type {AppState} from '../state.ts';
import {type Transition, transition} from '../transition.ts';

/** Shows what became of pictures. What is kept of them is the same, but for an acceptance that is no more. */
export function takePictures(
	state: AppState,
	{found, asked = false}: {readonly found: readonly PictureFound[]; readonly asked?: boolean | undefined},
): Transition {
	const review = update(state.review, {type: 'takePictures', found});
	const notice = noticeOf(state.review, {review, reading: state.reading});
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

/**
 * Of pictures that a look found replaced or gone, all that are so now are named: those of a drive are looked at one by
 * one and together, and the last look alone would name a part.
 */
function noticeOf(
	before: ReviewState,
	{review: after, reading}: Pick<AppState, 'review' | 'reading'>,
): Notice | undefined {
	const toName = ({path}: PassportRecord): string => pictureName({reading, review: after}, path);
	const places = changedPlaces(before.records, after.records);
	if (places.length === 0) return undefined;
	const changed = places.map(place => after.records[place]!);
	const namesOf = (now: PictureNow) => after.records.filter(({pictureNow}) => pictureNow === now).map(toName);
	const isNews = (now: PictureNow | undefined) => changed.some(({pictureNow}) => pictureNow === now);
	const back = changed.filter(({pictureNow}) => pictureNow === undefined).map(toName);
	const replaced = isNews('other') ? namesOf('other') : [];
	// Where some are back, others may still be away with their drive.
	const gone = isNews('gone') || back.length > 0 ? namesOf('gone') : [];
	const opened = places.filter(place => after.records[place]?.review !== before.records[place]?.review).length;
	const tone = replaced.length + gone.length > 0 ? 'look' : 'good';
	return {kind: 'picturesNow', params: {replaced, gone, back, opened}, tone};
}

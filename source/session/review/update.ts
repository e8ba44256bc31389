import {cleanRecords, type ReviewEvent, update} from '../../core/review/review.ts';
import {changedRecords} from '../../core/review/selectors.ts';
import {copy, openOutsideStep} from '../app/outside.ts';
import {openDialog} from '../export/update.ts';
import {choiceBack} from '../picker/update.ts';
import {isBusy} from '../reading/start.ts';
import type {AppState} from '../state.ts';
import {type Act, type Transition, transition} from '../transition.ts';
import {withDecision} from './decision-rate.ts';
import {newsNotice} from './notices.ts';
import {usualView, type ViewingState} from './state.ts';
import {typingStart} from './typing-start.ts';
import {currentField, currentRecord, reviewCounts} from './view-model.ts';

/** A decision: what it changed is kept at once, so that leaving at any moment loses nothing. */
export function decideInReview(state: AppState, event: ReviewEvent): Transition {
	const review = update(state.review, event);
	const changed = changedRecords(state.review, review);
	const notice = newsNotice({...state, review});
	// A zoom leaves one field on the screen: of another passport nothing is agreed to that was not seen.
	const another = currentRecord(review)?.path !== currentRecord(state.review)?.path;
	const moved = review.field !== state.review.field;
	const viewing = another
		? {...state.viewing, ...usualView}
		: moved
			? {...state.viewing, pan: usualView.pan}
			: state.viewing;
	const decided = (review.news?.kind === 'accepted' || review.news?.kind === 'rejected') && changed.length > 0;
	const decidedAt = decided && 'at' in event ? withDecision(state.decidedAt, Date.parse(event.at)) : state.decidedAt;
	return transition(
		{...state, review, viewing, decidedAt, notice: notice ?? state.notice},
		...changed.map(one => ({type: 'keep', ...one}) as const),
	);
}

const act =
	(make: (at: string) => ReviewEvent): Act =>
	(state, {at}) =>
		decideInReview(state, make(at));

const larger = {field: 'letters', letters: 'mrz', mrz: 'page', page: 'field'} as const satisfies Readonly<
	Record<string, ViewingState['zoom']>
>;

const scales = [1, 2, 4] as const;

/** The page, from wherever the person is, and of it more or less at once. */
function enlarge(state: AppState, by: 1 | -1): Transition {
	const {viewing} = state;
	const scale = scales[scales.indexOf(viewing.zoom === 'page' ? viewing.scale : 1) + by];
	const next = scale ? {zoom: 'page' as const, scale} : usualView;
	return transition({...state, viewing: {...viewing, pan: usualView.pan, ...next}});
}

function pan(state: AppState, across: number, down: number): Transition {
	const {viewing} = state;
	// A page shows so many half screens, a line so many letters.
	const most = viewing.zoom === 'page' ? 2 * viewing.scale : 44;
	const within = (value: number) => Math.min(most, Math.max(-most, value));
	const next = {x: within(viewing.pan.x + across), y: within(viewing.pan.y + down)};
	return transition({...state, viewing: {...viewing, pan: next}});
}

export const reviewActs = {
	'field.confirm': (state, {at}) => {
		const finished = reviewCounts(state.review).left === 0 && !isBusy(state.reading);
		return finished ? openDialog(state) : decideInReview(state, {type: 'confirmField', at});
	},
	'field.edit': state => {
		const field = currentField(state.review);
		if (!field) return transition(state);
		return transition({
			...state,
			editing: {key: field.key, edit: {text: field.value, cursor: typingStart(currentRecord(state.review)!, field)}},
			// The check digit is shown beside the field, and the other fields are wanted to compare with.
			viewing: {...state.viewing, ...usualView},
		});
	},
	'field.take': (state, {choice = 1, at}) => decideInReview(state, {type: 'takeAlternative', index: choice - 1, at}),
	'field.down': act(() => ({type: 'moveField', by: 1})),
	'field.up': act(() => ({type: 'moveField', by: -1})),
	'field.nextDoubt': act(() => ({type: 'nextDoubt', by: 1})),
	'field.previousDoubt': act(() => ({type: 'nextDoubt', by: -1})),
	'view.zoom': state =>
		transition({...state, viewing: {...state.viewing, ...usualView, zoom: larger[state.viewing.zoom]}}),
	'view.closer': state => enlarge(state, 1),
	'view.farther': state => enlarge(state, -1),
	'view.left': state => pan(state, -1, 0),
	'view.right': state => pan(state, 1, 0),
	'view.up': state => pan(state, 0, -1),
	'view.down': state => pan(state, 0, 1),
	'view.open': state => openOutsideStep(state, currentRecord(state.review)?.path),
	'field.copy': state => copy(state, currentField(state.review)?.value ?? ''),
	'passport.copyPath': state => copy(state, currentRecord(state.review)?.path ?? ''),
	'passport.details': state => transition({...state, screen: 'details', detailsTop: 0}),
	'passport.again': state => {
		const path = currentRecord(state.review)?.path;
		if (path === undefined) return transition(state);
		const notice = {kind: 'readingAgain', params: {count: 1}, tone: 'plain'} as const;
		return transition({...state, notice}, {type: 'again', paths: [path]});
	},
	'passport.accept': act(at => ({type: 'accept', at})),
	'passport.reject': act(at => ({type: 'reject', at})),
	'passport.skip': act(() => ({type: 'skip'})),
	'passport.next': act(() => ({type: 'movePassport', by: 1})),
	'passport.previous': act(() => ({type: 'movePassport', by: -1})),
	'passport.nextDoubt': act(() => ({type: 'movePassport', by: 1, onlyDoubtful: true})),
	'passport.previousDoubt': act(() => ({type: 'movePassport', by: -1, onlyDoubtful: true})),
	'passport.first': act(() => ({type: 'movePassport', by: Number.NEGATIVE_INFINITY})),
	'passport.last': act(() => ({type: 'movePassport', by: Number.POSITIVE_INFINITY})),
	'passport.acceptClean': state =>
		transition(
			{
				...state,
				question: {
					kind: 'acceptClean',
					paths: new Set(cleanRecords(state.review).map(({path}) => path)),
					looking: true,
				},
			},
			{type: 'lookAtPictures'},
		),
	'review.exportAs': openDialog,
	'app.undo': state => (state.screen === 'picker' ? choiceBack(state, 'undo') : decideInReview(state, {type: 'undo'})),
	'app.redo': state => (state.screen === 'picker' ? choiceBack(state, 'redo') : decideInReview(state, {type: 'redo'})),
} as const satisfies Readonly<Record<string, Act>>;

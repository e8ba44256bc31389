import {type ReviewEvent, update} from '../../core/review/review.ts';
import {changedRecords} from '../../core/review/selectors.ts';
import {withDecision} from '../pace.ts';
import {cleanWaiting, currentField, currentRecord, reviewCounts} from '../review-view.ts';
import type {AppState, ViewingState} from '../state.ts';
import {type Act, type Step, step} from '../step.ts';
import {copy} from './copy.ts';
import {openDialog} from './export.ts';
import {newsNotice} from './news.ts';
import {openOutside} from './open-outside.ts';
import {choiceBack} from './picker.ts';
import {isBusy} from './start.ts';
import {typingStart} from './typing-start.ts';

type Zoom = ViewingState['zoom'];

/** A decision: what it changed is kept at once, so that leaving at any moment loses nothing. */
export function decide(state: AppState, event: ReviewEvent): Step {
	const review = update(state.review, event);
	const changed = changedRecords(state.review, review);
	const notice = newsNotice(review, !isBusy(state.reading));
	// A zoom leaves one field on the screen: of another passport nothing is agreed to that was not seen.
	const another = currentRecord(review)?.path !== currentRecord(state.review)?.path;
	const viewing = another ? {...state.viewing, zoom: 'field' as const} : state.viewing;
	const decided = (review.news?.kind === 'accepted' || review.news?.kind === 'rejected') && changed.length > 0;
	const decidedAt = decided && 'at' in event ? withDecision(state.decidedAt, Date.parse(event.at)) : state.decidedAt;
	return step(
		{...state, review, viewing, decidedAt, notice: notice ?? state.notice},
		...changed.map(record => ({type: 'keep', record}) as const),
	);
}

const act =
	(make: (at: string) => ReviewEvent): Act =>
	(state, _key, at) =>
		decide(state, make(at));

const larger = {field: 'mrz', mrz: 'page', page: 'field'} as const satisfies Readonly<Record<string, Zoom>>;

export const reviewActs = {
	'field.confirm': (state, _key, at) => {
		const finished = reviewCounts(state.review).left === 0 && !isBusy(state.reading);
		return finished ? openDialog(state) : decide(state, {type: 'confirmField', at});
	},
	'field.edit': state => {
		const field = currentField(state.review);
		if (!field) return step(state);
		return step({
			...state,
			editing: {key: field.key, edit: {text: field.value, cursor: typingStart(currentRecord(state.review)!, field)}},
			// The check digit is told beside the field, and the other fields are wanted to compare with.
			viewing: {...state.viewing, zoom: 'field'},
		});
	},
	'field.take': (state, key, at) => decide(state, {type: 'takeAlternative', index: Number(key) - 1, at}),
	'field.down': act(() => ({type: 'moveField', by: 1})),
	'field.up': act(() => ({type: 'moveField', by: -1})),
	'field.nextDoubt': act(() => ({type: 'nextDoubt', by: 1})),
	'field.previousDoubt': act(() => ({type: 'nextDoubt', by: -1})),
	'view.zoom': state => step({...state, viewing: {...state.viewing, zoom: larger[state.viewing.zoom]}}),
	'view.open': state => openOutside(state, currentRecord(state.review)?.path),
	'field.copy': state => copy(state, currentField(state.review)?.value ?? ''),
	'passport.copyPath': state => copy(state, currentRecord(state.review)?.path ?? ''),
	'passport.again': state => {
		const path = currentRecord(state.review)?.path;
		if (path === undefined) return step(state);
		const notice = {kind: 'readingAgain', params: {count: 1}, tone: 'plain'} as const;
		return step({...state, notice}, {type: 'again', paths: [path]});
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
	'passport.acceptClean': state => step({...state, question: {kind: 'acceptClean', count: cleanWaiting(state.review)}}),
	'review.exportAs': openDialog,
	'app.undo': state => (state.screen === 'picker' ? choiceBack(state, 'undo') : decide(state, {type: 'undo'})),
	'app.redo': state => (state.screen === 'picker' ? choiceBack(state, 'redo') : decide(state, {type: 'redo'})),
} as const satisfies Readonly<Record<string, Act>>;

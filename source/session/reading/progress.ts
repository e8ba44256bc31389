import {isTouched} from '../../core/records/reuse.ts';
import {type ReviewState, update as review} from '../../core/review/review.ts';
import {credentialsAnew} from '../account/update.ts';
import {isOver} from '../disabled-reasons.ts';
import type {BatchProgress} from '../event.ts';
import {openFolder} from '../picker/open-folder.ts';
import type {Problem} from '../problem.ts';
import {usualView} from '../review/state.ts';
import type {AppState} from '../state.ts';
import {andThen, type Transition, transition} from '../transition.ts';
import {goOnQuestion, isAtWork, mayGoOn} from './start.ts';

const nothingThere: ReadonlySet<string> = new Set(['NO_PICTURES', 'FILE_NOT_FOUND', 'NOT_READABLE']);

/** Nothing was read: back to where the person can choose something else. */
export function failBatch(before: AppState, problem: Problem): Transition {
	const state: AppState = {...before, reading: {...before.reading, phase: 'idle', items: [], watched: undefined}};
	const notice = {kind: 'error', ...problem} as const;
	if (!nothingThere.has(problem.code)) return transition({...state, screen: 'engine', notice});
	const {path} = problem.details;
	const folder = problem.code === 'NO_PICTURES' && typeof path === 'string' ? path : state.picker.folder;
	return andThen(openFolder(state, folder), opened => transition({...opened, notice}));
}

/** The time between a reading that is done and the next one is not read for. */
function elapsedBy(before: AppState['reading'], {phase, now}: BatchProgress): number {
	if (before.elapsed === undefined || (before.phase === 'done' && phase !== 'done')) return 0;
	return before.elapsed + (isAtWork(before.phase, before.items) ? Math.max(0, now - before.now) : 0);
}

/** The notice about a reading that runs: when it is finished, what comes next is worth more. */
const ofReading: ReadonlySet<string> = new Set(['paused', 'resumed', 'atATime', 'readingAgain', 'credentialsStored']);

export function takeProgress(state: AppState, event: BatchProgress): Transition {
	const {items, fresh, phase, concurrency, timeLeft, now, calls} = event;
	// The clock stops with the work.
	const running = phase !== 'done' && phase !== 'cancelled';
	const reading = {
		...state.reading,
		items,
		phase,
		concurrency,
		timeLeft,
		calls: calls ?? state.reading.calls,
		elapsed: elapsedBy(state.reading, event),
		now: running || state.reading.phase !== phase ? now : state.reading.now,
	};
	const checked = fresh.reduce((before, record) => review(before, {type: 'addRecord', record}), state.review);
	// Decided while the picture was read again: the decision stays, also on the disk, where the new reading is by now.
	const again = new Set(fresh.map(({path}) => path));
	const decided = state.review.records.filter(
		(record, index) => again.has(record.path) && isTouched(record) && checked.records[index] === record,
	);
	const over = phase === 'done' && state.screen === 'reading' && state.notice && ofReading.has(state.notice.kind);
	const told = over ? undefined : state.notice;
	const left = withoutLeftOut(checked, items);
	const notice = event.problem ? ({kind: 'error', ...event.problem} as const) : told;
	// Nothing can continue before the person has put that right.
	const refused = event.problem?.code === 'CREDENTIALS_REFUSED';
	// Only a person who looks on is led there: what is typed elsewhere would be typed into the secret.
	const looksOn = state.screen === 'reading' && !state.question && !state.help;
	const place = {
		...(refused ? {accountStored: false} : {}),
		...(refused && looksOn ? ({screen: 'credentials', credentials: credentialsAnew(state)} as const) : {}),
		...(looksOn && event.problem && mayGoOn(reading, event.problem)
			? {question: goOnQuestion(reading, event.problem)}
			: {}),
	};
	const next: AppState = {...state, reading, review: left, notice, ...place, ...elsewhere(state, left)};
	const stale = notice?.kind === 'off' && isOver(next, notice.reason);
	return transition(
		stale ? {...next, notice: undefined} : next,
		...decided.map(record => ({type: 'keep', record}) as const),
	);
}

/** What is left out is gone from the check, the list and the file as well, whatever had been read of it. */
function withoutLeftOut(before: ReviewState, items: AppState['reading']['items']): ReviewState {
	const paths = new Set(items.filter(({state}) => state === 'leftOut').map(({path}) => path));
	return paths.size === 0 ? before : review(before, {type: 'leaveOut', paths});
}

/** The open picture was left out or replaced: what was being typed and enlarged was of that one. */
function elsewhere({review: before, viewing}: AppState, after: ReviewState): Partial<AppState> {
	const [open, now] = [before.records[before.current], after.records[after.current]];
	if (!open) return {};
	if (open.path === now?.path) return open.sha256 === now.sha256 ? {} : {typingMrz: undefined};
	return {editing: undefined, typingMrz: undefined, viewing: {...viewing, ...usualView}};
}

import {update as review} from '../../core/review/review.ts';
import {neighbour} from '../neighbour.ts';
import {decideInReview} from '../review/update.ts';
import type {AppState} from '../state.ts';
import {type Act, type Transition, transition} from '../transition.ts';
import {emptyText} from '../typing/typing.ts';
import {currentRow, listCursor, listedRows} from './rows.ts';
import {type BatchListState, listShows, listSorts} from './state.ts';

export const newList: BatchListState = {
	sort: 'file',
	show: 'all',
	filter: emptyText,
	filtering: false,
	cursor: undefined,
	numbers: false,
	from: 'review',
};

const change = (state: AppState, list: Partial<BatchListState>): Transition =>
	transition({...state, list: {...state.list, ...list}});

/** Opens the list on the passport that is being checked. Numbers are masked again: another person may be looking. */
function open(state: AppState, list: Partial<BatchListState> = {}): Transition {
	const from = state.screen === 'reading' ? 'reading' : 'review';
	const here = from === 'review' ? state.review.records[state.review.current]?.path : undefined;
	return change({...state, screen: 'list'}, {...list, from, numbers: false, cursor: here ?? state.list.cursor});
}

export function moveInList(state: AppState, by: number): Transition {
	const rows = listedRows(state);
	const to = Math.max(0, Math.min(rows.length - 1, listCursor(state) + by));
	return change(state, {cursor: rows[to]?.path});
}

/** One level up: first what narrows the list, then the screen it was opened from. */
export function leaveList(state: AppState): Transition {
	if (state.list.filter.text !== '') return change(state, {filter: emptyText, filtering: false});
	if (state.list.show !== 'all') return change(state, {show: 'all'});
	return transition({...state, screen: state.list.from});
}

export const batchListActs = {
	// What was looked for last is found; the list is opened to see the batch.
	'batch.list': state => open(state, {filter: emptyText, filtering: false}),
	'batch.find': state => open(state, {filtering: true, filter: emptyText, show: 'all'}),
	'batch.open': state => {
		const row = currentRow(state);
		if (!row) return transition(state);
		if (!row.record) {
			const cursor = state.reading.items.findIndex(({path}) => path === row.path);
			return transition({...state, screen: 'reading', reading: {...state.reading, failedOnly: false, cursor}});
		}
		return decideInReview({...state, screen: 'review', editing: undefined}, {type: 'openPassport', path: row.path});
	},
	'batch.reject': (state, {at}) => {
		const row = currentRow(state);
		if (!row?.record) return transition(state);
		const opened = review(state.review, {type: 'openPassport', path: row.path});
		const done = decideInReview({...state, review: opened}, {type: 'reject', at});
		// The passport that is being checked stays open behind the list.
		const {current, field} = state.review;
		return transition(
			{...done.state, review: {...done.state.review, current, field}, list: {...done.state.list, cursor: row.path}},
			...done.effects,
		);
	},
	'batch.filter': state => change(state, {filtering: true}),
	'batch.keep': state => change(state, {filtering: false, cursor: currentRow(state)?.path}),
	'batch.drop': state => change(state, {filtering: false, filter: emptyText}),
	'batch.sort': state => change(state, {sort: neighbour(listSorts, state.list.sort), cursor: currentRow(state)?.path}),
	'batch.show': state => change(state, {show: neighbour(listShows, state.list.show)}),
	'batch.numbers': state => change(state, {numbers: !state.list.numbers}),
} as const satisfies Readonly<Record<string, Act>>;

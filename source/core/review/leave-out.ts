import {firstField} from './doubts.ts';
import {forget} from './history.ts';
import type {Cursor, ReviewState, Step} from './state.ts';

/**
 * Returns the review without some pictures, and without what was decided about them. Where one of them was open, the next
 * one is, or the last.
 */
export function withoutPictures(state: ReviewState, paths: ReadonlySet<string>): ReviewState {
	const records = state.records.filter(({path}) => !paths.has(path));
	if (records.length === state.records.length) return state;
	let kept = 0;
	const places = state.records.map(({path}) => (paths.has(path) ? kept : kept++));
	const moved = ({current, field}: Cursor): Cursor => {
		const place = Math.min(places[current] ?? -1, records.length - 1);
		const record = records[place];
		return {current: place, field: record && record !== state.records[current] ? firstField(record) : field};
	};
	const without = (steps: readonly Step[]): readonly Step[] =>
		[...paths].reduce(forget, steps).map(step => ({...step, from: moved(step.from), to: moved(step.to)}));
	return {
		...state,
		...moved(state),
		records,
		skipped: new Set([...state.skipped].filter(path => !paths.has(path))),
		past: without(state.past),
		future: without(state.future),
	};
}

import {withMark} from '../records/changed-picture.ts';
import type {PassportRecord} from '../records/record.ts';
import {cursorOf} from './move.ts';
import type {Decision, ReviewState, Step} from './state.ts';

/** Each replacement takes the place of the record of the same picture; one without such a record falls away. */
export function replaceRecords(
	records: readonly PassportRecord[],
	replacements: readonly PassportRecord[],
): readonly PassportRecord[] {
	if (replacements.length === 0) return records;
	const places = placesOf(records, replacements);
	const next = records.slice();
	for (const record of replacements) {
		const at = places.get(record.path);
		if (at !== undefined) next[at] = record;
	}
	return next;
}

/** The places of some records: the few that a decision changes, among thousands. */
function placesOf(records: readonly PassportRecord[], some: readonly PassportRecord[]): ReadonlyMap<string, number> {
	if (some.length > 8) return new Map(records.map(({path}, index) => [path, index]));
	return new Map(
		some
			.map(({path}) => [path, records.findIndex(record => record.path === path)] as const)
			.filter(([, at]) => at >= 0),
	);
}

/** What a decision changes; `go` moves the cursor once it has. */
export type Changes = {
	readonly records?: readonly PassportRecord[];
	readonly skipped?: ReadonlySet<string>;
	readonly go?: (state: ReviewState) => ReviewState;
};

/** Carries out a decision as one step that can be undone. One that changes nothing only moves and is no step. */
export function decide(state: ReviewState, decision: Decision, {records = [], skipped, go}: Changes): ReviewState {
	const places = placesOf(state.records, records);
	const changes = records.flatMap(after => {
		const before = state.records[places.get(after.path) ?? -1];
		return before && after !== before ? [{before, after}] : [];
	});
	const changed = {
		...state,
		records: replaceRecords(
			state.records,
			changes.map(change => change.after),
		),
		skipped: skipped ?? state.skipped,
	};
	const moved = go ? go(changed) : changed;
	if (changes.length === 0 && !skipped) return moved;
	const step: Step = {
		decision,
		changes,
		...(skipped ? {skipped: {before: state.skipped, after: skipped}} : {}),
		from: cursorOf(state),
		to: cursorOf(moved),
	};
	return {...moved, past: [...state.past, step], future: []};
}

/** Takes the last decision back, and goes where it was made. */
export function undo(state: ReviewState): ReviewState {
	const step = state.past.at(-1);
	if (!step) return {...state, news: {kind: 'nothing', why: 'to-undo'}};
	const [past, future] = [state.past.slice(0, -1), [...state.future, step]];
	return {...asAt(state, step, 'before'), past, future, news: newsOf('undone', step)};
}

/** Redoes the decision that was undone last. */
export function redo(state: ReviewState): ReviewState {
	const step = state.future.at(-1);
	if (!step) return {...state, news: {kind: 'nothing', why: 'to-redo'}};
	const [past, future] = [[...state.past, step], state.future.slice(0, -1)];
	return {...asAt(state, step, 'after'), past, future, news: newsOf('redone', step)};
}

const newsOf = (kind: 'undone' | 'redone', {decision, changes}: Step) => ({
	kind,
	decision,
	paths: changes.map(change => change.after.path),
});

/** Records and cursor as they were on that side of a step. */
function asAt(state: ReviewState, step: Step, side: 'before' | 'after'): ReviewState {
	const then = step.changes.map(change => change[side]);
	const places = placesOf(state.records, then);
	// What became of a picture is no decision: undoing one does not change it.
	const now = then.map(record => withMark(record, state.records[places.get(record.path) ?? -1]?.pictureNow));
	return {
		...state,
		...(side === 'before' ? step.from : step.to),
		records: replaceRecords(state.records, now),
		skipped: step.skipped?.[side] ?? state.skipped,
	};
}

/** Steps without those that concern a picture which was read again: undoing them would bring back the old reading. */
export const forget = (steps: readonly Step[], path: string): readonly Step[] =>
	steps.flatMap(step => {
		const changes = step.changes.filter(change => change.after.path !== path);
		if (changes.length === step.changes.length) return [step];
		return changes.length === 0 && !step.skipped ? [] : [{...step, changes}];
	});

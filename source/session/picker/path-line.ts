import type {AppState} from '../state.ts';
import {type Act, type Transition, transition} from '../transition.ts';
import {startEdit} from '../typing/text-edit.ts';
import {emptyText} from '../typing/typing.ts';
import type {PathLine} from './state.ts';

const change = (state: AppState, pathLine: PathLine | undefined): AppState => ({
	...state,
	picker: {...state.picker, pathLine},
});

/** Takes another of the last folders into the line. */
function recentBy(state: AppState, by: 1 | -1): Transition {
	const {pathLine: line} = state.picker;
	if (!line || line.recent.length === 0) return transition(state);
	const count = line.recent.length;
	const at = line.at === undefined ? (by === 1 ? 0 : count - 1) : (line.at + by + count) % count;
	return transition(change(state, {...line, at, edit: startEdit(line.recent[at]!), matches: []}));
}

/** What completes the path that is typed: as far as it is the same for all that begin so. */
export function takeCompletion(
	state: AppState,
	{text, completed, matches}: {readonly text: string; readonly completed: string; readonly matches: readonly string[]},
): Transition {
	const {pathLine: line} = state.picker;
	if (line?.edit.text !== text) return transition(state);
	return transition(change(state, {...line, edit: startEdit(completed), matches}));
}

export function takeRecent(state: AppState, recent: readonly string[]): Transition {
	const {pathLine: line} = state.picker;
	return transition(line ? change(state, {...line, recent}) : state);
}

export const pathLineActs = {
	'picker.goTo': state =>
		transition(change(state, {edit: emptyText, matches: [], recent: [], at: undefined}), {type: 'findRecent'}),
	'path.go': state => {
		const {pathLine: line, folder} = state.picker;
		if (!line || line.edit.text.trim() === '') return transition(change(state, undefined));
		return transition(state, {type: 'goTo', text: line.edit.text, folder, home: state.home});
	},
	'path.complete': state => {
		const {pathLine: line, folder} = state.picker;
		return line
			? transition(state, {type: 'completePath', text: line.edit.text, folder, home: state.home})
			: transition(state);
	},
	'path.older': state => recentBy(state, 1),
	'path.newer': state => recentBy(state, -1),
	'path.drop': state => transition(change(state, undefined)),
} as const satisfies Readonly<Record<string, Act>>;

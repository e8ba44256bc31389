import type {AppState} from '../state.ts';
import {type Transition, transition} from '../transition.ts';
import {emptyText} from '../typing/typing.ts';
import {type Choice, chosenPaths, isChosen, withPaths} from './choice.ts';
import {relativeName, topFolder} from './entry.ts';
import type {PickerState} from './state.ts';

/** A folder of which nothing is known yet. */
export const notListed = {
	found: [],
	here: [],
	folders: [],
	below: new Map<string, number>(),
	filter: emptyText,
	filtering: false,
	taking: false,
	search: undefined,
	cursor: 0,
	top: 0,
	touched: false,
	passedOver: [],
} satisfies Partial<PickerState>;

/** How many chosen pictures are below each folder inside. */
export function countBelow(folder: string, choice: Choice): ReadonlyMap<string, number> {
	const below = new Map<string, number>();
	for (const path of chosenPaths(choice)) {
		const name = relativeName(folder, path);
		const top = name === path ? undefined : topFolder(name);
		if (top !== undefined) below.set(top, (below.get(top) ?? 0) + 1);
	}
	return below;
}

/** The picker as it opens a folder: what was chosen elsewhere stays chosen. */
export function openFolder(state: AppState, folder: string): Transition {
	const chosenBelow = countBelow(folder, state.picker.choice);
	const {problem: _, ...before} = state.picker;
	const picker: PickerState = {
		...before,
		...notListed,
		folder,
		chosenBelow,
		pathLine: undefined,
		ordering: before.sort !== 'name',
		searching: true,
	};
	const {sort, hidden} = picker;
	return transition({...state, screen: 'picker', picker}, {type: 'scan', folder, sort, ...(hidden ? {hidden} : {})});
}

/** The picker as it opens the folder that a ZIP was unpacked into: a ZIP that is chosen becomes its pictures. */
export function openUnpacked(state: AppState, zip: string, folder: string): Transition {
	const {choice} = state.picker;
	if (!isChosen(choice, zip)) return openFolder(state, folder);
	const opened = openFolder({...state, picker: {...state.picker, choice: withPaths(choice, [], [zip])}}, folder);
	return transition({...opened.state, picker: {...opened.state.picker, taking: true}}, ...opened.effects);
}

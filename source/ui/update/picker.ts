import {chosenPaths, isChosen, noChoice} from '../picker/choice.ts';
import {relativeName, topFolder} from '../picker/entry.ts';
import type {PickerState, Sort} from '../picker/picker.ts';
import {
	entriesBelow,
	howManyChosen,
	matching,
	rowAt,
	rowCount,
	withChosen,
	withFilter,
	worthReading,
} from '../picker/rows.ts';
import type {AppState} from '../state.ts';
import {type Act, type Step, step} from '../step.ts';
import {startBatch} from './start.ts';
import {emptyText} from './typing.ts';

const nextSort: Readonly<Record<Sort, Sort>> = {name: 'time', time: 'size', size: 'name'};

const change = (state: AppState, picker: PickerState): Step => step({...state, picker});

/** The picker as it opens a folder: what was chosen elsewhere stays chosen. */
export function openFolder(state: AppState, folder: string): Step {
	const chosenBelow = new Map<string, number>();
	for (const path of chosenPaths(state.picker.choice)) {
		const name = relativeName(folder, path);
		const top = name === path ? undefined : topFolder(name);
		if (top !== undefined) chosenBelow.set(top, (chosenBelow.get(top) ?? 0) + 1);
	}
	const {problem: _, ...before} = state.picker;
	const picker: PickerState = {
		...before,
		folder,
		found: [],
		here: [],
		folders: [],
		below: new Map(),
		chosenBelow,
		filter: emptyText,
		filtering: false,
		taking: false,
		search: undefined,
		ordering: before.sort !== 'name',
		cursor: 0,
		top: 0,
		touched: false,
		searching: true,
	};
	const {sort, hidden} = picker;
	return step({...state, screen: 'picker', picker}, {type: 'scan', folder, sort, ...(hidden ? {hidden} : {})});
}

/** Into the choice or out of it: out when all of them are in. */
function toggled(picker: PickerState): PickerState {
	const row = rowAt(picker, picker.cursor);
	if (!row || row.kind === 'up') return picker;
	const entries = row.kind === 'picture' ? [row.entry] : worthReading(picker, entriesBelow(picker, row.entry.name));
	return withChosen(
		picker,
		entries,
		entries.some(({path}) => !isChosen(picker.choice, path)),
	);
}

function takeAll(state: AppState): Step {
	const all = matching(state.picker);
	const worth = worthReading(state.picker, all);
	const leftOut = all.length - worth.length;
	const notice =
		leftOut > 0 ? ({kind: 'notWorthReading', params: {count: leftOut}, tone: 'plain'} as const) : undefined;
	const picker = {...withChosen(state.picker, worth, true), taking: state.picker.searching};
	return step({...state, picker, notice: notice ?? state.notice});
}

function invert({picker}: AppState): PickerState {
	const all = matching(picker);
	const inside = all.filter(({path}) => isChosen(picker.choice, path));
	const outside = all.filter(({path}) => !isChosen(picker.choice, path));
	return {...withChosen(withChosen(picker, worthReading(picker, outside), true), inside, false), taking: false};
}

export const pickerActs = {
	'picker.toggle': state => {
		const picker = toggled({...state.picker, touched: true});
		return change(state, {...picker, cursor: Math.min(picker.cursor + 1, Math.max(0, rowCount(picker) - 1))});
	},
	'picker.all': takeAll,
	'picker.none': state => change(state, {...state.picker, choice: noChoice, chosenBelow: new Map(), taking: false}),
	'picker.invert': state => change(state, invert(state)),
	'picker.filter': state => change(state, {...state.picker, filtering: true}),
	'filter.keep': state => change(state, {...state.picker, filtering: false}),
	'filter.drop': state => dropFilter(state),
	'picker.open': state => {
		const row = rowAt(state.picker, state.picker.cursor);
		return row?.kind === 'folder' || row?.kind === 'up' ? openFolder(state, row.path) : step(state);
	},
	'picker.parent': state => {
		const above = rowAt({...state.picker, search: undefined}, 0);
		return above?.kind === 'up' ? openFolder(state, above.path) : dropFilter(state);
	},
	'picker.hidden': ({picker, ...state}) =>
		openFolder({...state, picker: {...picker, hidden: !picker.hidden}}, picker.folder),
	'picker.reading': state => step({...state, screen: 'reading'}, {type: 'stopScan'}),
	'picker.sort': state => {
		const {picker} = state;
		const sort = nextSort[picker.sort];
		return step({...state, picker: {...picker, sort, ordering: true}}, {type: 'order', folder: picker.folder, sort});
	},
	'picker.start': state => {
		const {picker} = state;
		if (howManyChosen(picker) > 0) return startBatch(state, chosenPaths(picker.choice));
		const row = rowAt(picker, picker.cursor);
		if (row?.kind === 'folder' || row?.kind === 'up') return openFolder(state, row.path);
		const all = worthReading(picker, matching(picker));
		if (all.length > 1) return step({...state, question: {kind: 'readAll', count: all.length}});
		return startBatch(state, row ? [row.path] : []);
	},
} as const satisfies Readonly<Record<string, Act>>;

export const dropFilter = (state: AppState): Step =>
	change(state, {...withFilter(state.picker, emptyText), filtering: false});

import {isZipName} from '../../core/pictures/files/extensions.ts';
import {startBatch} from '../reading/start.ts';
import type {AppState} from '../state.ts';
import {type Act, type Transition, transition} from '../transition.ts';
import {emptyText} from '../typing/typing.ts';
import {chosenAddresses, isChosen, noChoice, withOtherPages, withPage, withPaths} from './choice.ts';
import {countBelow, openFolder} from './open-folder.ts';
import type {Sort} from './order.ts';
import {
	entriesBelow,
	folded,
	howManyChosen,
	isUnfolded,
	matching,
	pagedRow,
	pagesKnown,
	rowAt,
	rowCount,
	startOpens,
	unfolded,
	withChoice,
	withChosen,
	withFilter,
} from './rows.ts';
import type {PickerState} from './state.ts';

const nextSort: Readonly<Record<Sort, Sort>> = {name: 'time', time: 'size', size: 'name'};

const change = (state: AppState, picker: PickerState): Transition => transition({...state, picker});

/** Every change of the choice is a step that can be undone: thirty chosen one by one are soon lost to one key. */
const choose = (state: AppState, picker: PickerState): Transition => {
	const {choice, past} = state.picker;
	return change(state, picker.choice === choice ? picker : {...picker, past: [...past, choice], future: []});
};

/** The choice of before, or the one that was undone. What is found from now on is not taken into it. */
export function choiceBack(state: AppState, how: 'undo' | 'redo'): Transition {
	const {picker} = state;
	const [from, to] = how === 'undo' ? [picker.past, picker.future] : [picker.future, picker.past];
	const choice = from.at(-1);
	if (!choice) return transition(state);
	const [left, right] = [from.slice(0, -1), [...to, picker.choice]];
	const [past, future] = how === 'undo' ? [left, right] : [right, left];
	const params = {step: 'choice', name: '', count: 0} as const;
	const notice = {kind: how === 'undo' ? 'undone' : 'redone', params, tone: 'plain'} as const;
	const chosenBelow = countBelow(picker.folder, choice);
	return transition({...state, notice, picker: {...picker, choice, chosenBelow, past, future, taking: false}});
}

/** Into the choice or out of it: out when all of them are in. */
function toggled(picker: PickerState): PickerState {
	const row = rowAt(picker, picker.cursor);
	if (!row || row.kind === 'up') return picker;
	const {choice} = picker;
	const {page} = row.entry;
	if (page) {
		const count = pagesKnown(picker, page.of.path);
		return withChoice(picker, withPage(choice, page.of.path, page.number, count), [page.of]);
	}
	const entries = row.kind === 'picture' ? [row.entry] : entriesBelow(picker, row.entry.name);
	return withChosen(
		picker,
		entries,
		entries.some(({path}) => !isChosen(choice, path) || choice.pages.has(path)),
	);
}

function takeAll(state: AppState): Transition {
	const {picker} = state;
	return choose(state, {...withChosen(picker, matching(picker), true), taking: picker.searching});
}

function invert({picker}: AppState): PickerState {
	const all = matching(picker);
	const inside = all.filter(({path}) => isChosen(picker.choice, path));
	const outside = all.filter(({path}) => !isChosen(picker.choice, path));
	const whole = inside.filter(({path}) => !picker.choice.pages.has(path));
	const inverted = withChosen(withChosen(picker, outside, true), whole, false);
	const choice = inside.reduce((now, {path}) => {
		const count = pagesKnown(picker, path);
		// Until it is known how many pages there are, nothing is known of the others.
		return now.pages.has(path) && count > 1 ? withOtherPages(now, path, count) : now;
	}, inverted.choice);
	return {...inverted, choice, taking: false};
}

export const pickerActs = {
	'picker.toggle': state => {
		const picker = toggled({...state.picker, touched: true});
		return choose(state, {...picker, cursor: Math.min(picker.cursor + 1, Math.max(0, rowCount(picker) - 1))});
	},
	'picker.all': takeAll,
	'picker.none': state => choose(state, {...state.picker, choice: noChoice, chosenBelow: new Map(), taking: false}),
	'picker.invert': state => choose(state, invert(state)),
	'picker.filter': state => change(state, {...state.picker, filtering: true}),
	'filter.keep': state => change(state, {...state.picker, filtering: false}),
	'filter.drop': state => dropFilter(state),
	'picker.open': state => {
		const {picker} = state;
		const row = rowAt(picker, picker.cursor);
		if (row?.kind === 'folder' || row?.kind === 'up') return openFolder(state, row.path);
		if (row && isZipName(row.path)) return transition(state, {type: 'openZip', path: row.path});
		const paged = pagedRow(picker);
		if (!paged || isUnfolded(picker, paged.entry)) return transition(state);
		return change(state, {...unfolded(picker, paged.entry, paged.pages), touched: true});
	},
	'picker.parent': state => {
		const {picker} = state;
		const row = rowAt(picker, picker.cursor);
		const file = row?.kind === 'picture' ? (row.entry.page?.of ?? row.entry) : undefined;
		if (file && isUnfolded(picker, file)) return change(state, folded(picker, file));
		const above = rowAt({...state.picker, search: undefined}, 0);
		return above?.kind === 'up' ? openFolder(state, above.path) : dropFilter(state);
	},
	'picker.hidden': ({picker, ...state}) =>
		openFolder({...state, picker: {...picker, hidden: !picker.hidden}}, picker.folder),
	'picker.reading': state => transition({...state, screen: 'reading'}, {type: 'stopScan'}),
	'picker.sort': state => {
		const {picker} = state;
		const sort = nextSort[picker.sort];
		return transition(
			{...state, picker: {...picker, sort, ordering: true}},
			{type: 'order', folder: picker.folder, sort},
		);
	},
	'picker.start': state => {
		const {picker} = state;
		if (howManyChosen(picker) > 0) return startBatch(state, chosenAddresses(picker.choice));
		const row = rowAt(picker, picker.cursor);
		if (row && startOpens(picker)) return openFolder(state, row.path);
		const all = matching(picker);
		if (all.length > 1) return transition({...state, question: {kind: 'readAll', paths: all.map(({path}) => path)}});
		return startBatch(state, row?.kind === 'picture' ? [row.path] : []);
	},
} as const satisfies Readonly<Record<string, Act>>;

export const dropFilter = (state: AppState): Transition =>
	change(state, {...withFilter(state.picker, emptyText), filtering: false});

/** Looks for the pictures that a pasted text names; elsewhere it does nothing, and says so. */
export function paste(state: AppState, text: string): Transition {
	if (state.screen !== 'picker') return transition({...state, notice: {kind: 'off', reason: 'pasted'}});
	return transition(state, {type: 'findPasted', text, folder: state.picker.folder});
}

/** Takes pasted pictures into the choice, as a step that can be undone. */
export function takePasted(state: AppState, paths: readonly string[], without: number): Transition {
	const {picker} = state;
	const added = paths.filter(path => !isChosen(picker.choice, path)).length;
	const notice = {kind: 'pasted', params: {count: paths.length, without}, tone: without > 0 ? 'look' : 'good'} as const;
	if (added === 0) return transition({...state, notice});
	const choice = withPaths(picker.choice, paths);
	const chosenBelow = countBelow(picker.folder, choice);
	const past = [...picker.past, picker.choice];
	return transition({...state, notice, picker: {...picker, choice, chosenBelow, past, future: []}});
}

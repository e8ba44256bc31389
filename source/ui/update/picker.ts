import {sorted} from '../picker/order.ts';
import type {PickerState, Sort} from '../picker/picker.ts';
import {matching, withRows} from '../picker/rows.ts';
import type {AppState} from '../state.ts';
import {type Act, type Step, step} from '../step.ts';
import {startBatch} from './start.ts';
import {emptyText} from './typing.ts';

const nextSort: Readonly<Record<Sort, Sort>> = {name: 'time', time: 'size', size: 'name'};

const change = (state: AppState, picker: PickerState): Step => step({...state, picker});

/** The picker as it opens a folder: what was chosen elsewhere stays chosen. */
export function openFolder(state: AppState, folder: string): Step {
	const picker: PickerState = {
		...state.picker,
		folder,
		found: [],
		folders: [],
		rows: [],
		filter: emptyText,
		filtering: false,
		cursor: 0,
		touched: false,
		searching: true,
	};
	const {problem: _, ...clean} = picker;
	return step({...state, screen: 'picker', picker: clean}, {type: 'scan', folder});
}

const choose = (picker: PickerState, chosen: ReadonlyMap<string, number>): PickerState => withRows({...picker, chosen});

function toggled(picker: PickerState): ReadonlyMap<string, number> {
	const row = picker.rows[picker.cursor];
	if (!row || row.kind === 'up') return picker.chosen;
	const inside =
		row.kind === 'picture'
			? [row.picture]
			: picker.found.filter(({path}) => path.startsWith(row.key) && /[\\/]/.test(path.charAt(row.key.length)));
	const chosen = new Map(picker.chosen);
	const take = inside.some(({path}) => !chosen.has(path));
	for (const {path, size} of inside) take ? chosen.set(path, size) : chosen.delete(path);
	return chosen;
}

export const pickerActs = {
	'picker.toggle': state => {
		const picker = {...choose({...state.picker, touched: true}, toggled(state.picker))};
		return change(state, {...picker, cursor: Math.min(picker.cursor + 1, Math.max(0, picker.rows.length - 1))});
	},
	'picker.all': state => {
		const chosen = new Map(state.picker.chosen);
		for (const {path, size} of matching(state.picker)) chosen.set(path, size);
		return change(state, choose(state.picker, chosen));
	},
	'picker.none': state => change(state, choose(state.picker, new Map())),
	'picker.invert': state => {
		const chosen = new Map(state.picker.chosen);
		for (const {path, size} of matching(state.picker)) chosen.has(path) ? chosen.delete(path) : chosen.set(path, size);
		return change(state, choose(state.picker, chosen));
	},
	'picker.filter': state => change(state, {...state.picker, filtering: true}),
	'filter.keep': state => change(state, {...state.picker, filtering: false}),
	'filter.drop': state => dropFilter(state),
	'picker.open': state => {
		const row = state.picker.rows[state.picker.cursor];
		return row?.kind === 'folder' || row?.kind === 'up' ? openFolder(state, row.key) : step(state);
	},
	'picker.parent': state => {
		const above = state.picker.rows.find(row => row.kind === 'up');
		return above ? openFolder(state, above.key) : dropFilter(state);
	},
	'picker.reading': state => step({...state, screen: 'reading'}, {type: 'stopScan'}),
	'picker.sort': state => {
		const sort = nextSort[state.picker.sort];
		return change(state, withRows({...state.picker, sort, found: sorted(state.picker.found, sort)}));
	},
	'picker.start': state => {
		const {chosen, rows, cursor} = state.picker;
		if (chosen.size > 0) return startBatch(state, [...chosen.keys()]);
		const row = rows[cursor];
		if (row?.kind === 'folder' || row?.kind === 'up') return openFolder(state, row.key);
		const count = matching(state.picker).length;
		return count > 1 ? step({...state, question: {kind: 'readAll', count}}) : startBatch(state, row ? [row.key] : []);
	},
} as const satisfies Readonly<Record<string, Act>>;

export const dropFilter = (state: AppState): Step =>
	change(state, withRows({...state.picker, filter: emptyText, filtering: false}));

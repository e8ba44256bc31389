import type {ActingId} from '../../screen/keys/binding.ts';
import {bodyRows} from '../../screen/layout/layout.ts';
import type {AppState} from '../state.ts';
import {type Act, type Transition, transition} from '../transition.ts';
import {emptyText} from '../typing/typing.ts';
import {beneath, helpColumns, helpKey, helpKeys, helpPlace} from './view-model.ts';

/** The help as it opens. */
export const openHelp = {filter: emptyText, cursor: 0} as const;

function move(state: AppState, by: number): Transition {
	if (!state.help) return transition(state);
	const last = Math.max(0, helpKeys(state).length - 1);
	return transition({...state, help: {...state.help, cursor: Math.max(0, Math.min(last, state.help.cursor + by))}});
}

/** To the other column, to the key that stands nearest to the same row. */
function aside(state: AppState): Transition {
	const at = helpPlace(state);
	const columns = helpColumns(state);
	const other = columns.length > 1 && at ? columns[1 - at.column]! : [];
	const keys = other.flatMap((entry, row) =>
		entry.kind === 'key' ? [{place: entry.place, far: Math.abs(row - at!.row)}] : [],
	);
	const [nearest] = keys.sort((a, b) => a.far - b.far);
	return nearest && state.help
		? transition({...state, help: {...state.help, cursor: nearest.place}})
		: transition(state);
}

/** Does what the key under the cursor does, on the screen below; says why when it does nothing now. */
const run =
	(acts: () => Readonly<Record<ActingId, Act>>): Act =>
	(state, _key, at) => {
		const chosen = helpKey(state);
		if (!chosen) return transition(state);
		const {binding, off} = chosen;
		// The screen tells why beside it; the help stays.
		if (off || binding.widget) return transition(state);
		return acts()[binding.id as ActingId](beneath(state), binding.keys[0]!, at);
	};

/** `acts`: what every key does; asked for late, because this is part of it. */
export const helpActs = (acts: () => Readonly<Record<ActingId, Act>>) =>
	({
		'help.run': run(acts),
		'help.down': state => move(state, 1),
		'help.up': state => move(state, -1),
		'help.aside': aside,
		'help.pageDown': state => move(state, Math.max(1, bodyRows(state.size) - 4)),
		'help.pageUp': state => move(state, -Math.max(1, bodyRows(state.size) - 4)),
		'help.close': (state, key) =>
			key === 'esc' && state.help && state.help.filter.text !== ''
				? transition({...state, help: openHelp})
				: transition({...state, help: undefined}),
	}) as const satisfies Readonly<Record<string, Act>>;

import type {PassportRecord} from '../../source/core/records/record.ts';
import {update as review} from '../../source/core/review/review.ts';
import {keyEvents} from '../../source/screen/keys/press-key.ts';
import type {ShownState} from '../../source/screen/shown-state.ts';
import type {Effect} from '../../source/session/effect.ts';
import type {AppEvent} from '../../source/session/event.ts';
import {initialState} from '../../source/session/initial.ts';
import type {AppState, Screen} from '../../source/session/state.ts';
import {update as updateSession} from '../../source/session/update.ts';
import {namedKey, textKey} from '../../source/terminal/keyboard/key.ts';
import {today} from './records.ts';

/** Every screen that there is. */
export const screens = Object.keys({
	welcome: true,
	engine: true,
	credentials: true,
	picker: true,
	reading: true,
	review: true,
	list: true,
	export: true,
	columns: true,
	form: true,
	done: true,
	settings: true,
	details: true,
} satisfies Record<Screen, true>) as Screen[];

type Changes = Partial<Omit<ShownState, 'picker' | 'reading' | 'exporting' | 'credentials'>> & {
	readonly picker?: Partial<ShownState['picker']>;
	readonly reading?: Partial<ShownState['reading']>;
	readonly exporting?: Partial<ShownState['exporting']>;
	readonly credentials?: Partial<ShownState['credentials']>;
};

/** The app as it opens at 80x24 in English, with something else about it. */
export function stateWith({picker, reading, exporting, credentials, ...changes}: Changes = {}): ShownState {
	const initial = initialState({
		language: 'en',
		today,
		home: '/home/anna',
		folder: '/home/anna/pictures',
		paths: [],
	});
	return {
		...initial,
		...terminal,
		...changes,
		picker: {...initial.picker, ...picker},
		reading: {...initial.reading, ...reading},
		exporting: {...initial.exporting, ...exporting},
		credentials: {...initial.credentials, ...credentials},
	};
}

/** On the screen where passports are checked, with a batch that is read. */
export function withRecords(...records: readonly PassportRecord[]): ShownState {
	const state = stateWith({screen: 'review'});
	const items = records.map(({path}) => ({path, state: 'read'}) as const);
	return {
		...state,
		reading: {...state.reading, items, phase: 'done'},
		review: records.reduce((before, record) => review(before, {type: 'addRecord', record}), state.review),
	};
}

const terminal = {ascii: false, size: {columns: 80, rows: 24}};

/** A state on a terminal of 80x24 cells, where it is on none. */
export const shown = (state: AppState): ShownState => ({...terminal, ...state});

/** As the session does it: what a face has put beside the state stays there. */
export const update = updateSession as <State extends AppState>(
	state: State,
	event: AppEvent,
) => {state: State; effects: readonly Effect[]};

export const at = '2026-11-22T18:00:00+00:00';

/** The state after keys, by their ids, and all the work they asked for. */
export function press(state: AppState, ...ids: readonly string[]): {state: ShownState; effects: readonly Effect[]} {
	let after = shown(state);
	const effects: Effect[] = [];
	for (const id of ids) {
		const key = [...id].length === 1 ? textKey(id) : id === 'space' ? textKey(' ') : namedKeyOf(id);
		for (const event of keyEvents(after, key, at)) {
			const step = update(after, event);
			after = step.state;
			effects.push(...step.effects);
		}
	}
	return {state: after, effects};
}

function namedKeyOf(id: string) {
	const name = id.split('+').at(-1)!;
	return namedKey(name, '', {ctrl: id.startsWith('ctrl+'), alt: id.startsWith('alt+'), shift: id.startsWith('shift+')});
}

import type {FaceActionId} from '../../../session/act-id.ts';
import type {AppEvent} from '../../../session/event.ts';
import type {HelpState} from '../../../session/state.ts';
import {updateEdit} from '../../../session/typing/text-edit.ts';
import {emptyText} from '../../../session/typing/typing.ts';
import type {Key} from '../../../terminal/keyboard/key.ts';
import type {Binding} from '../../keys/binding.ts';
import {editEvent} from '../../keys/edit-keys.ts';
import {bodyRows} from '../../layout/layout.ts';
import type {ShownState} from '../../shown-state.ts';
import {helpColumns, helpKey, helpKeys, helpPlace} from './help-keys.ts';

/** The help as it opens. */
export const openHelp: HelpState = {filter: emptyText, cursor: 0};

type HelpId = Extract<FaceActionId, `help.${string}`>;

/** The help after a key into its filter. */
export function typeInHelp(help: HelpState, key: Key): HelpState {
	const change = editEvent(key);
	const filter = change ? updateEdit(help.filter, change) : help.filter;
	return filter === help.filter ? help : {...help, filter, cursor: 0};
}

/** The help after one of its keys but `help.run`; undefined when it is closed. */
export function moveInHelp(state: ShownState, help: HelpState, id: Exclude<HelpId, 'help.run'>, key: string) {
	const to = (place: number): HelpState => {
		const last = Math.max(0, helpKeys(state).length - 1);
		return {...help, cursor: Math.max(0, Math.min(last, place))};
	};
	const page = Math.max(1, bodyRows(state.size) - 4);
	const places = {
		'help.down': help.cursor + 1,
		'help.up': help.cursor - 1,
		'help.pageDown': help.cursor + page,
		'help.pageUp': help.cursor - page,
		'help.aside': placeBeside(state) ?? help.cursor,
	};
	if (id !== 'help.close') return to(places[id]);
	return key === 'esc' && help.filter.text !== '' ? {...help, ...openHelp} : undefined;
}

/** The key in the other column that is nearest to the same row. */
function placeBeside(state: ShownState): number | undefined {
	const at = helpPlace(state);
	const columns = helpColumns(state);
	const other = columns.length > 1 && at ? columns[1 - at.column]! : [];
	const keys = other.flatMap((entry, row) =>
		entry.kind === 'key' ? [{place: entry.place, far: Math.abs(row - at!.row)}] : [],
	);
	return keys.sort((a, b) => a.far - b.far)[0]?.place;
}

/** Closes the help and does what the key under the cursor does; nothing where that does nothing now. */
export function runFromHelp(
	state: ShownState,
	eventOf: (binding: Binding, key: string) => AppEvent,
): readonly AppEvent[] {
	const chosen = helpKey(state);
	// The help says why beside it, and stays.
	if (!chosen || chosen.off || chosen.binding.widget) return [{type: 'ignored'}];
	return [{type: 'help', help: undefined}, eventOf(chosen.binding, chosen.binding.keys[0]!)];
}

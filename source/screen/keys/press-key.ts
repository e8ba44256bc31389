import type {ActId, FaceActionId} from '../../session/act-id.ts';
import type {AppEvent} from '../../session/event.ts';
import {typingPlace} from '../../session/typing/typing-place.ts';
import type {Key} from '../../terminal/keyboard/key.ts';
import {moveInHelp, openHelp, runFromHelp, typeInHelp} from '../features/help/help-moves.ts';
import {bodyRows, isTooSmall} from '../layout/layout.ts';
import type {ShownState} from '../shown-state.ts';
import type {Binding} from './binding.ts';
import {findBinding, isLateAnswer, widgetTypes} from './dispatch.ts';
import {editEvent} from './edit-keys.ts';
import {type Hold, pressed} from './hold.ts';
import {bindings} from './keymap.ts';

/** The one key that is named where the window is too small for more. */
const quitKey = (): string | undefined => bindings.find(({id}) => id === 'welcome.quit')?.keys[0];

/** Turns keys into what they ask of the session. It remembers the last key, to recognise one that is held. */
export function createKeys(): (state: ShownState, key: Key, at: string, moment: number) => readonly AppEvent[] {
	let last: Hold | undefined;
	return (state, key, at, moment) => {
		const {hold, repeated} = pressed(last, state, key, moment);
		last = hold;
		return keyEvents(state, key, at, repeated);
	};
}

/**
 * What a key asks of the session: what the table of keys says, else a change of the line that is being typed, else that
 * it does nothing here.
 *
 * @param at when it was pressed, ISO 8601 with zone
 */
export function keyEvents(state: ShownState, key: Key, at: string, repeated = false): readonly AppEvent[] {
	// Nothing can be seen, so nothing is done but what the one line says.
	if (isTooSmall(state.size)) return key.id === quitKey() ? [{type: 'quit'}] : [];
	if (isLateAnswer(state, key)) return [{type: 'lateAnswer'}];
	const binding = findBinding(state, key.id);
	if (!binding || binding.widget) return [typedEvent(state, key, binding)];
	if (binding.once && repeated) return [{type: 'ignored', why: 'held'}];
	const eventOf = (one: Binding, id: string) => actEvent(state, one, id, at);
	return binding.id === 'help.run' ? runFromHelp(state, eventOf) : [eventOf(binding, key.id)];
}

type HelpId = Exclude<Extract<FaceActionId, `help.${string}`>, 'help.run'>;

const isOfHelp = (id: Binding['id']): id is HelpId => id.startsWith('help.');

function actEvent(state: ShownState, {id, keys}: Binding, key: string, at: string): AppEvent {
	if (id === 'app.help') return {type: 'help', help: openHelp};
	if (id === 'app.actions') return {type: 'help', help: {...openHelp, all: true}};
	if (isOfHelp(id)) return {type: 'help', help: moveInHelp(state, state.help ?? openHelp, id, key)};
	return {
		type: 'act',
		// What only a face does is handled above, or has a widget.
		id: id as ActId,
		at,
		...(/^[1-9]$/.test(key) && keys.includes(key) ? {choice: Number(key)} : {}),
		...(id.startsWith('list.page') ? {rows: Math.max(1, Math.floor(bodyRows(state.size) / 2))} : {}),
	};
}

function typedEvent(state: ShownState, key: Key, binding: Binding | undefined): AppEvent {
	const place = typingPlace(state);
	if (!place) {
		if (key.type === 'paste' && !state.question && !state.help) return {type: 'pasted', text: key.text};
		// A question stays on the screen, and a widget says itself what its keys do.
		const isQuiet = binding !== undefined || state.question !== undefined || state.help !== undefined;
		return isQuiet ? {type: 'ignored'} : {type: 'ignored', why: 'unbound'};
	}
	if (place === 'help' && state.help) return {type: 'help', help: typeInHelp(state.help, key)};
	const change = editEvent(key);
	// ink-text-input edits its line itself, and reports what became of it.
	if (!change || (widgetTypes(state) && !widgetKeys.has(key.id))) return {type: 'ignored'};
	return {type: 'typed', change};
}

/** Keys that a text line of Ink does not report: its cursor, and what it does not know. */
const widgetKeys: ReadonlySet<string> = new Set(['left', 'right', 'ctrl+u']);

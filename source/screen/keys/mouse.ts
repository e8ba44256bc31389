import type {ActId} from '../../session/act-id.ts';
import type {AppEvent} from '../../session/event.ts';
import {typingPlace} from '../../session/typing/typing-place.ts';
import {type Key, namedKey, textKey} from '../../terminal/keyboard/key.ts';
import type {MouseEvent} from '../../terminal/keyboard/mouse.ts';
import {messages} from '../../text/index.ts';
import {listPlace} from '../features/batch-list.tsx';
import {pickerPlace} from '../features/picker/picker-layout.ts';
import {readingPlace} from '../features/reading/reading.tsx';
import {fieldsPlace} from '../features/review/review-fields.ts';
import type {RowsPlace} from '../layout/layout.ts';
import {isTooSmall} from '../layout/layout.ts';
import {width} from '../layout/width.ts';
import type {ShownState} from '../shown-state.ts';
import {footerHints} from './footer.ts';
import {keyEvents} from './press-key.ts';

/** Rows for each turn of the wheel. */
const perTurn = 3;

/** What the mouse asks of the session: a row or a field that is pressed is the current one; a key of the footer is pressed. */
export function mouseEvents(state: ShownState, {kind, x, y}: MouseEvent, at: string): readonly AppEvent[] {
	if (isTooSmall(state.size)) return [];
	if (kind !== 'press') return moved(state, kind === 'wheelDown' ? perTurn : -perTurn, at);
	if (y === state.size.rows - 1) {
		const key = footerKey(state, x);
		return key ? keyEvents(state, key, at) : [];
	}
	const place = state.help || state.question || typingPlace(state) ? undefined : placeOn[state.screen]?.(state);
	if (!place || x < place.x || x >= place.x + place.columns) return [];
	const row = y - place.y;
	return row < 0 || row >= place.rows ? [] : moved(state, place.first + row - place.cursor, at);
}

const placeOn: Readonly<Partial<Record<ShownState['screen'], (state: ShownState) => RowsPlace | undefined>>> = {
	picker: pickerPlace,
	reading: readingPlace,
	list: listPlace,
	review: fieldsPlace,
};

/** So many rows down, or up. */
function moved(state: ShownState, by: number, at: string): readonly AppEvent[] {
	if (state.question || (typingPlace(state) && !state.help)) return [];
	if (state.help) return keyEvents(state, namedKey(by > 0 ? 'down' : 'up', ''), at);
	const lists: readonly ShownState['screen'][] = ['picker', 'reading', 'list', 'details'];
	const what = state.screen === 'review' ? 'field' : lists.includes(state.screen) ? 'list' : undefined;
	if (!what) return [];
	const id: ActId = `${what}.${by > 0 ? 'down' : 'up'}`;
	return Array.from({length: Math.abs(by)}, () => ({type: 'act', id, at}) as const);
}

function footerKey(state: ShownState, x: number): Key | undefined {
	let from = 1;
	for (const {keys, text, key} of footerHints(state, messages(state.language), state.size.columns - 1)) {
		const past = from + width(keys) + 1 + width(text);
		if (x >= from && x < past) return keyNamed(key);
		from = past + 2;
	}
	return undefined;
}

function keyNamed(id: string): Key {
	if (id === 'space') return textKey(' ');
	if ([...id].length === 1) return textKey(id);
	const parts = id.split('+');
	return namedKey(parts.at(-1)!, '', {
		ctrl: parts.includes('ctrl'),
		alt: parts.includes('alt'),
		shift: parts.includes('shift'),
	});
}

import type {Key} from '../../terminal/key.ts';
import {editEvent, startEdit, type TextEdit, updateEdit} from './text-edit.ts';

export const emptyText: TextEdit = startEdit('');

/** The line after a key; the same object when the key means nothing there. */
export function typed(edit: TextEdit, key: Key): TextEdit {
	const event = editEvent(key);
	return event ? updateEdit(edit, event) : edit;
}

/**
 * The line after ink-text-input reported a new value. The widget keeps its cursor to itself; it is followed here for
 * the real cursor, and because the widget must not be sent left of the first character (it would then insert before
 * the last one).
 */
export function reported(edit: TextEdit, value: string): TextEdit {
	// The widget deletes UTF-16 units, which can leave half of a character.
	const text = value.replace(/\p{Cs}/gu, '');
	const cursor = edit.cursor + (text.length - edit.text.length);
	return {text, cursor: Math.min(Math.max(0, cursor), text.length)};
}

/** The widget moves its cursor by itself: the same step here. */
export const followed = (edit: TextEdit, key: Key): TextEdit => {
	if (key.id === 'left') return {...edit, cursor: Math.max(0, edit.cursor - 1)};
	if (key.id === 'right') return {...edit, cursor: Math.min(edit.text.length, edit.cursor + 1)};
	return edit;
};

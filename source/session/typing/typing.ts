import {startEdit, type TextEdit, type TextEditEvent} from './text-edit.ts';

export const emptyText: TextEdit = startEdit('');

/**
 * The line after a widget of a face reported a new value. The widget keeps its cursor to itself; it is followed here,
 * because the widget must not be sent left of the first character (it would then insert before the last one).
 */
export function reported(edit: TextEdit, value: string): TextEdit {
	// The widget deletes UTF-16 units, which can leave half of a character.
	const text = value.replace(/\p{Cs}/gu, '');
	const cursor = edit.cursor + (text.length - edit.text.length);
	return {text, cursor: Math.min(Math.max(0, cursor), text.length)};
}

/** The widget moves its cursor by itself, by UTF-16 units: the same step here. A line that is cleared takes its place. */
export function followed(edit: TextEdit, {type}: TextEditEvent): TextEdit {
	if (type === 'left') return {...edit, cursor: Math.max(0, edit.cursor - 1)};
	if (type === 'right') return {...edit, cursor: Math.min(edit.text.length, edit.cursor + 1)};
	return type === 'deleteToStart' ? emptyText : edit;
}

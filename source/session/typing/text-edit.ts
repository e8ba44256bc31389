import {cellWidth, graphemes} from '../../terminal/cells.ts';
import type {Key} from '../../terminal/key.ts';

/** One line of text and the place in it where the next character goes: a UTF-16 offset, always between graphemes. */
export interface TextEdit {
	readonly text: string;
	readonly cursor: number;
}

export type TextEditEvent =
	| {readonly type: 'insert'; readonly text: string}
	| {readonly type: 'left' | 'right' | 'wordLeft' | 'wordRight' | 'home' | 'end'}
	| {readonly type: 'backspace' | 'delete' | 'deleteWordLeft' | 'deleteWordRight' | 'deleteToStart' | 'deleteToEnd'};

type Movement = 'left' | 'right' | 'wordLeft' | 'wordRight' | 'home' | 'end';

export function startEdit(text: string): TextEdit {
	return {text, cursor: text.length};
}

export function updateEdit(edit: TextEdit, event: TextEditEvent): TextEdit {
	const {text, cursor} = edit;
	switch (event.type) {
		case 'insert': {
			const next = text.slice(0, cursor) + event.text + text.slice(cursor);
			return {text: next, cursor: boundaryAt(next, cursor + event.text.length)};
		}
		case 'backspace':
			return remove(edit, 'left');
		case 'delete':
			return remove(edit, 'right');
		case 'deleteWordLeft':
			return remove(edit, 'wordLeft');
		case 'deleteWordRight':
			return remove(edit, 'wordRight');
		case 'deleteToStart':
			return remove(edit, 'home');
		case 'deleteToEnd':
			return remove(edit, 'end');
		default: {
			const target = move(edit, event.type);
			return target === cursor ? edit : {text, cursor: target};
		}
	}
}

const byKey: Readonly<Record<string, Exclude<TextEditEvent['type'], 'insert'>>> = {
	left: 'left',
	right: 'right',
	home: 'home',
	end: 'end',
	backspace: 'backspace',
	delete: 'delete',
	'ctrl+a': 'home',
	'ctrl+e': 'end',
	'ctrl+b': 'left',
	'ctrl+f': 'right',
	'ctrl+u': 'deleteToStart',
	'ctrl+k': 'deleteToEnd',
	'ctrl+w': 'deleteWordLeft',
	'ctrl+d': 'delete',
	'alt+b': 'wordLeft',
	'alt+f': 'wordRight',
	'alt+d': 'deleteWordRight',
	'alt+backspace': 'deleteWordLeft',
	'alt+left': 'wordLeft',
	'alt+right': 'wordRight',
	'ctrl+left': 'wordLeft',
	'ctrl+right': 'wordRight',
};

/** What a key means in a line of text; undefined when it means nothing there (enter, tab, esc, up, …). */
export function editEvent(key: Key): TextEditEvent | undefined {
	if (key.type !== 'key') return {type: 'insert', text: key.text};
	const type = Object.hasOwn(byKey, key.id) ? byKey[key.id] : undefined;
	return type && {type};
}

/** What of a line is seen in a field that is narrower than the line. */
export interface EditWindow {
	/** At most as wide as the field; the cell of a cursor behind the last character is not in it. */
	readonly text: string;
	/** The cursor's cell in the field, from 0. */
	readonly cursor: number;
	/** Is something cut off on this side? */
	readonly cutLeft: boolean;
	readonly cutRight: boolean;
}

/**
 * The part of the line around the cursor that fits into a field. The cursor keeps up to a third of the field to its
 * right as long as there is text, so that it is seen what comes next.
 * @param width of the field in cells
 */
export function editWindow({text, cursor}: TextEdit, width: number): EditWindow {
	const before = graphemes(text.slice(0, cursor));
	const after = graphemes(text.slice(cursor));
	const room = Math.max(1, width);
	const ahead = Math.min(cellWidth(text.slice(cursor)) + 1, Math.max(1, Math.floor(room / 3)));
	let cells = 0;
	let start = before.length;
	while (start > 0) {
		const next = cells + cellWidth(before[start - 1]!);
		if (next + ahead > room) break;
		cells = next;
		start--;
	}
	let shown = before.slice(start).join('');
	let used = cells;
	let end = 0;
	for (const grapheme of after) {
		used += cellWidth(grapheme);
		if (used > room) break;
		shown += grapheme;
		end++;
	}
	return {text: shown, cursor: cells, cutLeft: start > 0, cutRight: end < after.length};
}

function remove(edit: TextEdit, until: Movement): TextEdit {
	const target = move(edit, until);
	if (target === edit.cursor) return edit;
	const from = Math.min(target, edit.cursor);
	const text = edit.text.slice(0, from) + edit.text.slice(Math.max(target, edit.cursor));
	return {text, cursor: boundaryAt(text, from)};
}

function move({text, cursor}: TextEdit, movement: Movement): number {
	switch (movement) {
		case 'home':
			return 0;
		case 'end':
			return text.length;
		case 'left':
			return cursor - (graphemes(text.slice(0, cursor)).at(-1)?.length ?? 0);
		case 'right':
			return cursor + (graphemes(text.slice(cursor))[0]?.length ?? 0);
		case 'wordLeft':
			return cursor - wordLength(graphemes(text.slice(0, cursor)).reverse());
		case 'wordRight':
			return cursor + wordLength(graphemes(text.slice(cursor)));
	}
}

/** Length of what lies before the next word and of that word: letters and digits, as in readline. */
function wordLength(parts: readonly string[]): number {
	const inWord = (part: string | undefined) => part !== undefined && /[\p{L}\p{N}]/u.test(part);
	let end = 0;
	while (end < parts.length && !inWord(parts[end])) end++;
	while (inWord(parts[end])) end++;
	return parts.slice(0, end).join('').length;
}

/** The first grapheme boundary at or after an offset: an inserted mark may have joined the character before it. */
function boundaryAt(text: string, offset: number): number {
	let end = 0;
	for (const grapheme of graphemes(text)) {
		if (end >= offset) break;
		end += grapheme.length;
	}
	return end;
}

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

/** Length of what is before the next word and of that word: letters and digits, as in readline. */
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

let segmenter: Intl.Segmenter | undefined;

/** What a person calls characters, however many code points each has. */
function graphemes(text: string): string[] {
	if (/^[\x20-\x7e]*$/.test(text)) return text.split('');
	segmenter ??= new Intl.Segmenter(undefined, {granularity: 'grapheme'});
	return Array.from(segmenter.segment(text), part => part.segment);
}

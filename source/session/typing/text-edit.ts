/** One line of text and the place in it where the next character goes: a UTF-16 offset, always between graphemes. */
export interface TextEdit {
	readonly text: string;
	readonly cursor: number;
}

export type TextEditEvent =
	| {readonly type: 'insert'; readonly text: string}
	| {readonly type: Movement | keyof typeof deletions};

type Movement = 'left' | 'right' | 'wordLeft' | 'wordRight' | 'home' | 'end';

export function startEdit(text: string): TextEdit {
	return {text, cursor: text.length};
}

/** Up to where something is deleted. */
const deletions = {
	backspace: 'left',
	delete: 'right',
	deleteWordLeft: 'wordLeft',
	deleteWordRight: 'wordRight',
	deleteToStart: 'home',
	deleteToEnd: 'end',
} as const satisfies Readonly<Record<string, Movement>>;

export function updateEdit(edit: TextEdit, event: TextEditEvent): TextEdit {
	const {text, cursor} = edit;
	if (event.type === 'insert') {
		const next = text.slice(0, cursor) + event.text + text.slice(cursor);
		return {text: next, cursor: boundaryAt(next, cursor + event.text.length)};
	}
	if (isDeletion(event.type)) return remove(edit, deletions[event.type]);
	const target = targets[event.type](edit);
	return target === cursor ? edit : {text, cursor: target};
}

const isDeletion = (type: TextEditEvent['type']): type is keyof typeof deletions => Object.hasOwn(deletions, type);

function remove(edit: TextEdit, until: Movement): TextEdit {
	const target = targets[until](edit);
	if (target === edit.cursor) return edit;
	const from = Math.min(target, edit.cursor);
	const text = edit.text.slice(0, from) + edit.text.slice(Math.max(target, edit.cursor));
	return {text, cursor: boundaryAt(text, from)};
}

const targets: Readonly<Record<Movement, (edit: TextEdit) => number>> = {
	home: () => 0,
	end: ({text}) => text.length,
	left: ({text, cursor}) => cursor - (graphemes(text.slice(0, cursor)).at(-1)?.length ?? 0),
	right: ({text, cursor}) => cursor + (graphemes(text.slice(cursor))[0]?.length ?? 0),
	wordLeft: ({text, cursor}) => cursor - wordLength(graphemes(text.slice(0, cursor)).reverse()),
	wordRight: ({text, cursor}) => cursor + wordLength(graphemes(text.slice(cursor))),
};

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

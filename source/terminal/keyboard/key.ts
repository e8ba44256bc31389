/** The keys that have a name instead of a character. */
export type KeyName =
	| 'enter'
	| 'esc'
	| 'tab'
	| 'backspace'
	| 'delete'
	| 'insert'
	| 'home'
	| 'end'
	| 'pgup'
	| 'pgdn'
	| 'up'
	| 'down'
	| 'left'
	| 'right';

export interface Modifiers {
	readonly ctrl: boolean;
	readonly alt: boolean;
	readonly shift: boolean;
}

/**
 * One press of a key, or one paste.
 *
 * - `text`: one grapheme, for example `a`, `?`, `é`, `张`; its id is the grapheme itself, but `space` for a blank.
 * - `key`: a named key or a letter with ctrl or alt; its id is for example `enter`, `shift+tab`, `ctrl+a`, `alt+b`.
 *   `repeated`: the terminal says that it is held.
 * - `paste`: everything that was pasted at once, without control characters and with blanks for line ends.
 */
export type Key =
	| {readonly type: 'text'; readonly id: string; readonly text: string}
	| ({
			readonly type: 'key';
			readonly id: string;
			readonly name: string;
			readonly bytes: string;
			readonly repeated?: true;
	  } & Modifiers)
	| {readonly type: 'paste'; readonly id: 'paste'; readonly text: string};

const none: Modifiers = {ctrl: false, alt: false, shift: false};

export function textKey(text: string): Key {
	return {type: 'text', id: text === ' ' ? 'space' : text, text};
}

/** @param bytes what the terminal sent for it */
export function namedKey(name: KeyName | (string & {}), bytes: string, modifiers: Partial<Modifiers> = {}): Key {
	const {ctrl, alt, shift} = {...none, ...modifiers};
	const id = `${ctrl ? 'ctrl+' : ''}${alt ? 'alt+' : ''}${shift ? 'shift+' : ''}${name === ' ' ? 'space' : name}`;
	return {type: 'key', id, name, bytes, ctrl, alt, shift};
}

/** Pasted text as one line: line ends and tabs become blanks, other control characters go, so does the last line end. */
export function pasteKey(text: string): Key {
	const line = text
		.replace(/[\r\n]+$/, '')
		.replace(/\r\n|[\r\n\t\u2028\u2029]/g, ' ')
		.replace(/[\x00-\x1f\x7f-\x9f]/g, '');
	return {type: 'paste', id: 'paste', text: line};
}

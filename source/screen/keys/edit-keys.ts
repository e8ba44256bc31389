import type {TextEditEvent} from '../../session/typing/text-edit.ts';
import type {Key} from '../../terminal/keyboard/key.ts';

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

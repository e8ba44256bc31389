import {type Language, messages} from '../../text/index.ts';
import type {KeyName} from '../../text/key-name.ts';
import {bindings} from './keymap.ts';

/** Returns how keys are written in the sentences of a language: the first key of the action in the table of keys. */
export const keyNames =
	(language: Language): KeyName =>
	id => {
		const binding = bindings.find(each => each.id === id);
		if (!binding) throw new Error(`No key for ${id}`);
		const [name = ''] = (binding.label ?? binding.keys[0]!).split(' ');
		return messages(language).app.keyNames[name] ?? name;
	};

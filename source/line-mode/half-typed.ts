import {currentRecord} from '../core/review/selectors.ts';
import {pictureName} from '../session/picture-name.ts';
import {fieldNamesOf} from '../text/field-names.ts';
import {messages} from '../text/index.ts';
import type {Line} from './line.ts';

/**
 * Says what was being typed when the batch was left, and ends that: here a value is typed at once, and what is left open
 * would be in the passport that is asked about next.
 */
export function sayHalfTyped({talk, language, state, act}: Line): void {
	const {editing, typingMrz, review} = state();
	const record = currentRecord(review);
	if (!record || !(editing || typingMrz)) return;
	const text = messages(language);
	const file = pictureName(state(), record.path);
	if (editing && editing.edit.text !== '') {
		const name = fieldNamesOf(text, record.passport.shape)[editing.key];
		talk.say(text.plain.halfTyped(file, name, editing.edit.text));
	}
	for (const [index, {text: line}] of typingMrz?.lines.entries() ?? [])
		if (line !== '') talk.say(text.plain.halfTypedLine(file, index + 1, line));
	act(editing ? 'edit.drop' : 'mrz.drop');
}

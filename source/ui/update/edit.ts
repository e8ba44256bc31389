import {checkInput} from '../../core/passport/edit.ts';
import type {Key} from '../../terminal/key.ts';
import {currentRecord} from '../review-view.ts';
import type {AppState} from '../state.ts';
import {type Act, type Step, step} from '../step.ts';
import {decide} from './review.ts';
import {typed} from './typing.ts';

/**
 * A key into the field that is edited: brought into the field's alphabet at once (capitals, no foreign signs), with the
 * cursor behind as many characters as stood before it.
 */
export function typeField(state: AppState, key: Key): Step {
	const record = currentRecord(state.review);
	const {editing} = state;
	if (!record || !editing) return step(state);
	const edit = typed(editing.edit, key);
	if (edit === editing.edit) return step(state);
	const normal = (text: string) => checkInput(record.passport, editing.key, text).text;
	const text = normal(edit.text);
	// Some fields keep only their last or first characters: then the whole line decides, not the part before the cursor.
	const cursor = Math.min(
		text.length,
		edit.cursor === edit.text.length ? text.length : normal(edit.text.slice(0, edit.cursor)).length,
	);
	return step({...state, editing: {...editing, edit: {text, cursor}}});
}

const save =
	(go: 'next' | 'below'): Act =>
	(state, _key, at) => {
		if (!state.editing) return step(state);
		return decide({...state, editing: undefined}, {type: 'editField', value: state.editing.edit.text, at, go});
	};

export const editActs = {
	'edit.save': save('next'),
	'edit.saveNext': save('below'),
	'edit.drop': state => step({...state, editing: undefined}),
} as const satisfies Readonly<Record<string, Act>>;

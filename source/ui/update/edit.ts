import {checkInput} from '../../core/passport/edit.ts';
import type {Reason} from '../../core/passport/passport.ts';
import type {Key} from '../../terminal/key.ts';
import {recordName} from '../record-view.ts';
import {currentRecord} from '../review-view.ts';
import type {AppState, Notice} from '../state.ts';
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
		const decided = decide({...state, editing: undefined}, {type: 'editField', value: state.editing.edit.text, at, go});
		const against = typedAgainst(state);
		return against ? {...decided, state: {...decided.state, notice: against}} : decided;
	};

/**
 * Word of a value that was typed anew and that the lines or the calendar contradict. Saving goes on to another field, often
 * to another passport, where the red sign that stood beside it is out of sight.
 */
function typedAgainst({editing, review}: AppState): Notice | undefined {
	const record = currentRecord(review);
	const old = record?.passport.fields.find(({key}) => key === editing?.key);
	if (!editing || !record || !old) return undefined;
	const {text, problem, digit} = checkInput(record.passport, editing.key, editing.edit.text);
	const value = text.trim();
	const why: Reason | undefined = problem ?? (digit && !digit.agrees ? {code: 'check-digit-wrong'} : undefined);
	if (!why || value === old.value) return undefined;
	return {kind: 'typedAgainst', params: {name: recordName(record), field: editing.key, value, why}, tone: 'look'};
}

export const editActs = {
	'edit.save': save('next'),
	'edit.saveNext': save('below'),
	'edit.drop': state => step({...state, editing: undefined}),
} as const satisfies Readonly<Record<string, Act>>;

import {isImpossible} from '../../core/passport/person/check-input.ts';
import type {Acting} from '../act-id.ts';
import type {AppState} from '../state.ts';
import {type Act, type Transition, transition} from '../transition.ts';
import {startEdit, type TextEditEvent, updateEdit} from '../typing/text-edit.ts';
import {recordName} from './record-view.ts';
import {againstTyped, typedValue} from './typed-value.ts';
import {decideInReview} from './update.ts';
import {currentRecord} from './view-model.ts';

/**
 * A change of the field that is edited: brought into the field's alphabet at once (capitals, no foreign signs), with the
 * cursor behind as many characters as were before it.
 */
export function typeField(state: AppState, change: TextEditEvent): Transition {
	const record = currentRecord(state.review);
	const {editing} = state;
	if (!record || !editing) return transition(state);
	const edit = updateEdit(editing.edit, change);
	if (edit === editing.edit) return transition(state);
	const normal = (text: string) => typedValue(state, record, text).text;
	const text = normal(edit.text);
	// Some fields keep only their last or first characters: then the whole line decides, not the part before the cursor.
	const cursor = Math.min(
		text.length,
		edit.cursor === edit.text.length ? text.length : normal(edit.text.slice(0, edit.cursor)).length,
	);
	return transition({...state, editing: {key: editing.key, edit: {text, cursor}}});
}

/**
 * Saves what is typed. What is no date is refused, and what can be two dates is asked about. A value that its check digit
 * or another value contradicts is saved by the second press only, and the cursor stays on its field.
 */
function saveTyped(state: AppState, go: 'next' | 'below', at: string): Transition {
	const {editing} = state;
	const record = currentRecord(state.review);
	const old = record?.passport.fields.find(({key}) => key === editing?.key);
	if (!editing || !record || !old) return transition(state);
	const {text, value, problem, readings} = typedValue(state, record);
	const save = (after: 'next' | 'below' | 'stay', saved = value) =>
		decideInReview({...state, editing: undefined}, {type: 'editField', value: saved, at, go: after});
	if (text.trim() === old.value) return save(go, old.value);
	if (readings) return transition({...state, question: {kind: 'whichDate', typed: text.trim(), readings, go}});
	if (problem && isImpossible(editing.key, {text, problem})) {
		return transition({...state, notice: {kind: 'notSaveable', params: {why: problem}, tone: 'bad'}});
	}
	const why = value === old.value ? undefined : againstTyped(state, record);
	if (!why) return save(go);
	if (editing.warned !== text) {
		const params = {shape: record.passport.shape, field: editing.key, value, why};
		return transition({...state, editing: {...editing, warned: text}, notice: {kind: 'against', params, tone: 'bad'}});
	}
	const saved = save(go === 'below' ? 'below' : 'stay');
	const params = {shape: record.passport.shape, name: recordName(record), field: editing.key, value, why};
	return {...saved, state: {...saved.state, notice: {kind: 'typedAgainst', params, tone: 'look'}}};
}

/** One of the dates that were asked about takes the place of what was typed. */
export function takeDate(before: AppState, {choice = 1, at}: Acting): Transition {
	const {question, editing} = before;
	const reading = question?.kind === 'whichDate' ? question.readings[choice - 1] : undefined;
	if (question?.kind !== 'whichDate' || !editing || reading === undefined) return transition(before);
	const state = {...before, question: undefined, editing: {key: editing.key, edit: startEdit(reading)}};
	return saveTyped(state, question.go, at);
}

export const editActs = {
	'edit.save': (state, {at}) => saveTyped(state, 'next', at),
	'edit.saveNext': (state, {at}) => saveTyped(state, 'below', at),
	'edit.drop': state => transition({...state, editing: undefined}),
} as const satisfies Readonly<Record<string, Act>>;

import {shippedTemplates} from '../../core/export/template/load-template.ts';
import type {AskedValue, FilledTemplate} from '../../core/export/template/parse-template.ts';
import {completeDate} from '../../core/passport/model/dates.ts';
import type {AppEvent} from '../event.ts';
import {neighbour} from '../neighbour.ts';
import type {AppState} from '../state.ts';
import {type Act, type Transition, transition} from '../transition.ts';
import {startEdit, type TextEdit, type TextEditEvent, updateEdit} from '../typing/text-edit.ts';
import type {ExportState, FormChoice} from './state.ts';

type Values = Readonly<Record<string, string>>;

const noValues: Values = {};

/** What was given for the chosen form, this time or an earlier one. */
export const formValues = ({name, values}: FormChoice): Values =>
	Object.hasOwn(values, name) ? values[name]! : noValues;

/** The forms that can be chosen: those that come with the program, and those that were used before. */
export const formNames = ({name, values}: FormChoice): readonly string[] => [
	...new Set<string>([...shippedTemplates, ...Object.keys(values), name]),
];

/** The values that the form asks for, as far as it is loaded. */
export const askedValues = ({loaded}: FormChoice): readonly AskedValue[] => loaded?.template.asked ?? [];

/** The names of values that the form needs and has not got. */
export const missingValues = (form: FormChoice): readonly string[] =>
	askedValues(form)
		.filter(({name, isOptional}) => !isOptional && formValues(form)[name] === undefined)
		.map(({name}) => name);

/** The form with its values; undefined until it is loaded and nothing is missing. */
export const filledForm = (form: FormChoice): FilledTemplate | undefined =>
	form.loaded && missingValues(form).length === 0
		? {...form.loaded, values: new Map(Object.entries(formValues(form)))}
		: undefined;

const withForm = (state: AppState, change: Partial<FormChoice>): AppState => ({
	...state,
	exporting: {...state.exporting, form: {...state.exporting.form, ...change}},
});

/** Loads the form when another one was chosen, or something else is given for it. */
export function watchForm(before: AppState, after: Transition): Transition {
	const {state, effects} = after;
	const {format, form} = state.exporting;
	const was = before.exporting;
	const isSame = was.format === format && was.form.name === form.name && formValues(was.form) === formValues(form);
	if (format !== 'template' || isSame) return after;
	const {name} = form;
	const loaded = was.form.name === name ? form.loaded : undefined;
	return transition(withForm(state, {loaded, problem: undefined}), ...effects, {
		type: 'loadForm',
		name,
		values: formValues(form),
		folder: state.folder,
	});
}

export function takeForm(
	state: AppState,
	{name, loaded, problem}: Extract<AppEvent, {type: 'formLoaded'}>,
): Transition {
	const {form} = state.exporting;
	if (form.name !== name) return transition(state);
	const cursor = Math.min(form.cursor, loaded ? loaded.template.asked.length : 0);
	return transition(withForm(state, {loaded: loaded ?? form.loaded, problem, cursor}));
}

/** Chooses a form, and gives values for it, in one go. */
export const chooseForm = (state: AppState, name: string, values: Values): Transition =>
	giveValues(withForm(state, {name}), name, values);

function giveValues(state: AppState, name: string, values: Values): Transition {
	const all = {...state.exporting.form.values, [name]: values};
	return transition(withForm(state, {values: all}), {type: 'saveSettings', change: {forms: all}});
}

/** The form beside the chosen one. */
export const besideForm = (exporting: ExportState, by: number): ExportState => {
	const name = neighbour(formNames(exporting.form), exporting.form.name, by);
	return {...exporting, form: {...exporting.form, name, cursor: 0}};
};

/** The cursor in the list of what is given; `Infinity` is its end. */
export function moveInForm(state: AppState, by: number): Transition {
	const {form} = state.exporting;
	const last = askedValues(form).length;
	return transition(withForm(state, {cursor: Math.min(last, Math.max(0, form.cursor + by))}));
}

/** The value under the cursor; undefined on the line of the file. */
export const valueHere = ({form}: ExportState): AskedValue | undefined => askedValues(form)[form.cursor - 1];

/** True where a path is typed: of the template, or of a table. */
const isPathHere = (exporting: ExportState): boolean => (valueHere(exporting)?.kind ?? 'table') === 'table';

/** A date is a whole day in ISO 8601, as the option has it. */
export const fitsValue = ({kind}: AskedValue, text: string): boolean =>
	kind === 'date' ? completeDate(text) !== undefined : text !== '';

const startTyping: Act = state => {
	const {exporting} = state;
	const asked = valueHere(exporting);
	const text = asked ? (formValues(exporting.form)[asked.name] ?? '') : exporting.form.name;
	return transition(withForm(state, {typing: {edit: startEdit(text), matches: []}}));
};

/** What was typed is the name of the form, or a value of it; an empty value is none. */
const keep: Act = state => {
	const {exporting, home} = state;
	const {form} = exporting;
	if (!form.typing) return transition(state);
	const typed = form.typing.edit.text.trim();
	const text = isPathHere(exporting) ? typed.replace(/^~(?=[\\/])/, home) : typed;
	const asked = valueHere(exporting);
	if (!asked) return transition(withForm(state, {typing: undefined, name: text === '' ? form.name : text}));
	if (text !== '' && !fitsValue(asked, text)) {
		return transition({...state, notice: {kind: 'formDate', params: {text}, tone: 'bad'}});
	}
	const {[asked.name]: _, ...others} = formValues(form);
	const values = text === '' ? others : {...others, [asked.name]: text};
	const last = askedValues(form).length;
	return giveValues(withForm(state, {typing: undefined, cursor: Math.min(last, form.cursor + 1)}), form.name, values);
};

/** A change of the line that is typed. */
export function typeInForm(state: AppState, change: TextEditEvent): Transition {
	const {typing} = state.exporting.form;
	if (!typing) return transition(state);
	return transition(withForm(state, {typing: {edit: updateEdit(typing.edit, change), matches: []}}));
}

export const typedInForm = ({exporting}: AppState): TextEdit | undefined => exporting.form.typing?.edit;

/** What completes the path that is typed, where it is still the same. */
export function takeFormCompletion(
	state: AppState,
	{text, completed, matches}: {readonly text: string; readonly completed: string; readonly matches: readonly string[]},
): Transition {
	if (state.exporting.form.typing?.edit.text !== text) return transition(state);
	return transition(withForm(state, {typing: {edit: startEdit(completed), matches}}));
}

export const openForm = (state: AppState): Transition =>
	transition({...withForm(state, {cursor: 0, typing: undefined}), screen: 'form'});

export const formActs = {
	'form.open': openForm,
	'form.type': startTyping,
	'form.keep': keep,
	'form.complete': state => {
		const {typing} = state.exporting.form;
		if (!typing || !isPathHere(state.exporting)) return transition(state);
		const {folder, home} = state;
		return transition(state, {type: 'completePath', text: typing.edit.text, folder, home, of: 'files'});
	},
	'form.drop': state => transition(withForm(state, {typing: undefined})),
} as const satisfies Readonly<Record<string, Act>>;

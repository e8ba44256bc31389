import {isSetName} from '../../core/export/column-sets.ts';
import {columnsByKey} from '../../core/export/columns.ts';
import {keysOf} from '../../core/export/groups.ts';
import {tableOf} from '../../core/export/rows.ts';
import type {StoredColumns} from '../../core/settings/stored.ts';
import {messages} from '../../text/index.ts';
import {exportRecords} from '../review/view-model.ts';
import type {AppState} from '../state.ts';
import {type Act, type Transition, transition} from '../transition.ts';
import {startEdit, type TextEdit, type TextEditEvent, updateEdit} from '../typing/text-edit.ts';
import {chosenGroups, columnsOf} from './column-choice.ts';
import type {ColumnEditor, EditedColumn, ListChoices} from './state.ts';
import {chosenSetIn, defaultSet, withFittingWay} from './update.ts';

const withEditor = (state: AppState, editor: ColumnEditor): AppState => ({
	...state,
	exporting: {...state.exporting, editor},
});

/** The columns of the chosen set, as they would be written now, and below them every other one. */
function open(state: AppState): Transition {
	const {exporting} = state;
	const stored = exporting.savedSets[exporting.set]?.columns;
	const table = tableOf(exportRecords(state), {
		...columnsOf(exporting),
		only: exporting.set === 'default' ? keysOf(chosenGroups(exporting)) : undefined,
		today: state.today,
		words: messages(state.language).exported,
	});
	const written = stored ?? table.columns.map(({key}) => ({key}));
	const first = written.filter(({key}) => columnsByKey.has(key)).map(column => ({...column, chosen: true}));
	const keys = new Set(first.map(({key}) => key));
	const rest = [...columnsByKey.keys()].filter(key => !keys.has(key)).map(key => ({key, chosen: false}));
	const opened = [...first, ...rest];
	const left = exporting.leftColumns?.set === exporting.set ? exporting.leftColumns.columns : undefined;
	return transition({...withEditor(state, {columns: left ?? opened, opened, cursor: 0}), screen: 'columns'});
}

/** Back to the export screen; what was changed is there again when the columns are opened again. */
export function closeEditor(state: AppState): Transition {
	const {editor, set} = state.exporting;
	const exporting = {...state.exporting, editor: undefined, leftColumns: undefined};
	const isSame = editor?.columns.every((column, place) => column === editor.opened[place]) ?? true;
	if (!editor || isSame) return transition({...state, screen: 'export', exporting});
	const leftColumns = {set, columns: editor.columns};
	const notice = {kind: 'columnsLeft', params: {}, tone: 'look'} as const;
	return transition({...state, screen: 'export', notice, exporting: {...exporting, leftColumns}});
}

const editing =
	(change: (editor: ColumnEditor) => Partial<ColumnEditor>): Act =>
	state => {
		const {editor} = state.exporting;
		return transition(editor ? withEditor(state, {...editor, ...change(editor)}) : state);
	};

/** The cursor in the list of columns; `Infinity` is its end. */
export const moveInColumns = (state: AppState, by: number): Transition =>
	editing(({columns, cursor}) => ({cursor: Math.min(columns.length - 1, Math.max(0, cursor + by))}))(state, {at: ''});

/** A column stays where it is: what it was among may be wanted back. */
const toggled = ({columns, cursor}: ColumnEditor): Partial<ColumnEditor> => ({
	columns: columns.map((one, place) => (place === cursor ? {...one, chosen: !one.chosen} : one)),
	cursor: Math.min(columns.length - 1, cursor + 1),
});

/** Moves a column that is chosen before or behind the next one that is. */
function shifted({columns, cursor}: ColumnEditor, by: 1 | -1): Partial<ColumnEditor> {
	let next = cursor + by;
	while (columns[next]?.chosen === false) next += by;
	const column = columns[cursor];
	if (!column?.chosen || !columns[next]) return {};
	const others = columns.filter((_, place) => place !== cursor);
	return {columns: [...others.slice(0, next), column, ...others.slice(next)], cursor: next};
}

/** What is above a column: the person's own head, else the usual one. */
export const headOf = ({key, head}: EditedColumn, state: AppState): string => {
	if (head !== undefined) return head;
	const {headWords = [messages(state.language).exported]} = columnsOf(state.exporting);
	return [...new Set(headWords.map(columnsByKey.get(key)!.head))].join(' ');
};

/** A name for the set: that of the saved one that was changed, or deleted just now. */
const usualName = ({set, savedSets, editor}: AppState['exporting']): string =>
	editor?.deleted?.name ?? (Object.hasOwn(savedSets, set) ? set : '');

const name: Act = state =>
	editing(() => ({typing: {what: 'name', edit: startEdit(usualName(state.exporting))}}))(state, {at: ''});

/** What was typed is a head of the column, or the name under which the columns are saved and chosen. */
const keep: Act = (state, acting) => {
	const {editor} = state.exporting;
	if (!editor?.typing) return transition(state);
	const text = editor.typing.edit.text.trim();
	if (editor.typing.what === 'name') return save(state, editor, text);
	return editing(({columns, cursor}) => {
		const {head: _, ...column} = columns[cursor]!;
		const isUsual = text === '' || text === headOf(column, state);
		const changed = isUsual ? column : {...column, head: text};
		return {typing: undefined, columns: columns.map((one, place) => (place === cursor ? changed : one))};
	})(state, acting);
};

function save(state: AppState, {columns}: ColumnEditor, text: string): Transition {
	if (!isSetName(text)) return transition({...state, notice: {kind: 'setNotNamed', params: {name: text}, tone: 'bad'}});
	const chosen = columns.filter(one => one.chosen).map(({key, head}) => ({key, ...(head === undefined ? {} : {head})}));
	const {state: saved, effects} = saveColumns(state, text, chosen);
	const exporting = {
		...saved.exporting,
		focus: 'set',
		previewFrom: 0,
		editor: undefined,
		leftColumns: undefined,
	} as const;
	const notice = {kind: 'setSaved', params: {name: text}, tone: 'good'} as const;
	return transition({...saved, screen: 'export', exporting, notice}, ...effects);
}

/** Keeps columns under a name, with the style of the list, and chooses them. */
function saveColumns(state: AppState, name: string, columns: StoredColumns['columns']): Transition {
	const {exporting} = state;
	const before = exporting.editor?.deleted?.set ?? exporting.savedSets[exporting.set];
	const style = {
		header: exporting.style.header ?? before?.header,
		names: exporting.style.names ?? before?.names,
		countries: exporting.style.countries ?? before?.countries,
		optional: exporting.style.optional ?? before?.optional,
	};
	const known = Object.fromEntries(Object.entries(style).filter(([, value]) => value !== undefined)) as typeof style;
	const dates = exporting.dates === 'iso' && !before?.dates ? {} : {dates: exporting.dates};
	const savedSets = {...exporting.savedSets, [name]: {...known, ...dates, columns}};
	return transition(
		{...state, exporting: {...exporting, savedSets, set: name}},
		{type: 'saveSettings', change: {columnSets: savedSets}},
	);
}

/** Without a saved set; the default one takes its place where it was chosen. */
function withoutSet(state: AppState, name: string): Transition {
	const {exporting} = state;
	const {[name]: _, ...savedSets} = exporting.savedSets;
	const next = exporting.set === name ? chosenSetIn(exporting, defaultSet) : exporting;
	return transition(
		{...state, exporting: {...next, savedSets}},
		{type: 'saveSettings', change: {columnSets: savedSets}},
	);
}

/** Deletes the set that is shown. Its columns stay on the screen, where they can be saved again. */
const deleteSet: Act = state => {
	const {editor, set: name, savedSets} = state.exporting;
	const set = savedSets[name];
	if (!editor || !set) return transition(state);
	const {state: without, effects} = withoutSet(state, name);
	const notice = {kind: 'setDeleted', params: {name}, tone: 'plain'} as const;
	return transition({...withEditor(without, {...editor, deleted: {name, set}}), notice}, ...effects);
};

/** Columns and style as they were named in one go. */
export function takeChoices(state: AppState, {save: asked, remove, ...choices}: ListChoices): Transition {
	if (remove !== undefined) return withoutSet(state, remove);
	const {exporting} = state;
	const withSet = choices.set === undefined ? exporting : chosenSetIn(exporting, choices.set);
	const chosen = {
		...state,
		exporting: withFittingWay({...withSet, ...choices, ...(choices.dates ? {datesBefore: undefined} : {})}),
	};
	return asked && isSetName(asked.name) ? saveColumns(chosen, asked.name, asked.columns) : transition(chosen);
}

/** A change of the line that is typed. */
export const typeInColumns = (state: AppState, change: TextEditEvent): Transition =>
	editing(({typing}) => (typing ? {typing: {...typing, edit: updateEdit(typing.edit, change)}} : {}))(state, {at: ''});

export const typedInColumns = ({exporting}: AppState): TextEdit | undefined => exporting.editor?.typing?.edit;

export const columnActs = {
	'columns.open': open,
	'columns.toggle': editing(toggled),
	'columns.later': editing(editor => shifted(editor, 1)),
	'columns.earlier': editing(editor => shifted(editor, -1)),
	'columns.rename': state =>
		editing(editor => ({
			typing: {what: 'head', edit: startEdit(headOf(editor.columns[editor.cursor]!, state))},
		}))(state, {at: ''}),
	'columns.save': name,
	'columns.keep': keep,
	'columns.delete': deleteSet,
	'columns.drop': editing(() => ({typing: undefined})),
} as const satisfies Readonly<Record<string, Act>>;

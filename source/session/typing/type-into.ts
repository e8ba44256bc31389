import {formatOf} from '../../core/export/formats.ts';
import {typeInColumns} from '../export/column-editor.ts';
import {typeInForm} from '../export/form.ts';
import {typedLine} from '../export/typed-line.ts';
import {withFittingWay} from '../export/update.ts';
import {withFilter} from '../picker/rows.ts';
import {typeField} from '../review/edit.ts';
import {typeMrz} from '../review/type-mrz.ts';
import type {AppState} from '../state.ts';
import {type Transition, transition} from '../transition.ts';
import {type TextEdit, type TextEditEvent, updateEdit} from './text-edit.ts';
import {followed, reported} from './typing.ts';
import {type TypingPlace, typingPlace} from './typing-place.ts';

type Typed = (state: AppState, change: TextEditEvent) => Transition;

const typedIn: Readonly<Partial<Record<TypingPlace, Typed>>> = {
	listFilter(state, change) {
		const filter = updateEdit(state.list.filter, change);
		if (filter === state.list.filter) return transition(state);
		return transition({...state, list: {...state.list, filter, cursor: undefined}});
	},
	trip(state, change) {
		const {typingTrip} = state;
		if (!typingTrip) return transition(state);
		return transition({...state, typingTrip: {...typingTrip, edit: updateEdit(typingTrip.edit, change)}});
	},
	path(state, change) {
		const {pathLine} = state.picker;
		if (!pathLine) return transition(state);
		const edit = updateEdit(pathLine.edit, change);
		return transition({...state, picker: {...state.picker, pathLine: {...pathLine, edit, matches: []}}});
	},
	edit: typeField,
	mrz: typeMrz,
	filter(state, change) {
		const filter = updateEdit(state.picker.filter, change);
		if (filter === state.picker.filter) return transition(state);
		return transition({...state, picker: withFilter(state.picker, filter)});
	},
	credentials(state, change) {
		const {focus} = state.credentials;
		return setLine(state, focus, followed(state.credentials[focus], change));
	},
	name(state, change) {
		const field = typedLine(state.exporting) ?? 'file';
		return setLine(state, field, followed(state.exporting[field], change));
	},
	columnText: typeInColumns,
	formText: typeInForm,
};

/** A change of the line that is being typed. A widget edits account and file name itself; its cursor is followed. */
export function typeInto(state: AppState, change: TextEditEvent): Transition {
	const place = typingPlace(state);
	return (place && typedIn[place]?.(state, change)) ?? transition(state);
}

type Field = 'key' | 'secret' | 'file' | 'singleName';

function setLine(state: AppState, field: Field, line: TextEdit): Transition {
	if (field === 'file') {
		if (line === state.exporting.file) return transition(state);
		// A name that ends in .csv with a workbook in it would open nowhere.
		const format = formatOf(line.text.trim()) ?? state.exporting.format;
		return transition({...state, exporting: withFittingWay({...state.exporting, file: line, format})});
	}
	if (field === 'singleName') {
		if (line === state.exporting.singleName) return transition(state);
		return transition({...state, exporting: {...state.exporting, singleName: line}});
	}
	return transition(
		line === state.credentials[field] ? state : {...state, credentials: {...state.credentials, [field]: line}},
	);
}

/** ink-text-input reports a new value of its line. */
export const reportText = (state: AppState, field: Field, value: string): Transition =>
	setLine(state, field, reported(lineOf(state, field), value));

const lineOf = ({exporting, credentials}: AppState, field: Field): TextEdit =>
	field === 'file' || field === 'singleName' ? exporting[field] : credentials[field];

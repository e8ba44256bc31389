import {formatOf} from '../../core/export/formats.ts';
import type {TypingPlace} from '../../screen/keys/dispatch.ts';
import type {Key} from '../../terminal/key.ts';
import {withFilter} from '../picker/rows.ts';
import {typeField} from '../review/edit.ts';
import {typeMrz} from '../review/type-mrz.ts';
import type {AppState} from '../state.ts';
import {type Transition, transition} from '../transition.ts';
import type {TextEdit} from './text-edit.ts';
import {emptyText, followed, reported, typed} from './typing.ts';

/** A key into the line that is being typed. ink-text-input edits its two lines itself; its cursor is followed. */
export function typeInto(state: AppState, place: TypingPlace, key: Key): Transition {
	switch (place) {
		case 'help': {
			const filter = typed(state.help?.filter ?? emptyText, key);
			return filter === state.help?.filter ? transition(state) : transition({...state, help: {filter, cursor: 0}});
		}
		case 'listFilter': {
			const filter = typed(state.list.filter, key);
			if (filter === state.list.filter) return transition(state);
			return transition({...state, list: {...state.list, filter, cursor: undefined}});
		}
		case 'trip': {
			const {typingTrip} = state;
			return typingTrip
				? transition({...state, typingTrip: {...typingTrip, edit: typed(typingTrip.edit, key)}})
				: transition(state);
		}
		case 'edit':
			return typeField(state, key);
		case 'mrz':
			return typeMrz(state, key);
		case 'filter': {
			const filter = typed(state.picker.filter, key);
			if (filter === state.picker.filter) return transition(state);
			return transition({...state, picker: withFilter(state.picker, filter)});
		}
		case 'credentials':
			return setLine(state, state.credentials.focus, lineAfter(state.credentials[state.credentials.focus], key));
		case 'name':
			return setLine(state, 'file', lineAfter(state.exporting.file, key));
	}
}

/** The widget does not know ctrl+u; a value that is set from outside it takes over, cursor and all. */
const lineAfter = (line: TextEdit, key: Key): TextEdit => (key.id === 'ctrl+u' ? emptyText : followed(line, key));

type Field = 'key' | 'secret' | 'file';

function setLine(state: AppState, field: Field, line: TextEdit): Transition {
	if (field === 'file') {
		if (line === state.exporting.file) return transition(state);
		// A name that ends in .csv with a workbook in it would open nowhere.
		const format = formatOf(line.text.trim()) ?? state.exporting.format;
		return transition({...state, exporting: {...state.exporting, file: line, format}});
	}
	return transition(
		line === state.credentials[field] ? state : {...state, credentials: {...state.credentials, [field]: line}},
	);
}

/** ink-text-input reports a new value of its line. */
export const reportText = (state: AppState, field: Field, value: string): Transition =>
	setLine(state, field, reported(field === 'file' ? state.exporting.file : state.credentials[field], value));

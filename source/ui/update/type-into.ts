import type {Key} from '../../terminal/key.ts';
import type {TypingPlace} from '../dispatch.ts';
import {withRows} from '../picker/rows.ts';
import type {AppState} from '../state.ts';
import {type Step, step} from '../step.ts';
import {typeField} from './edit.ts';
import {emptyText, followed, reported, typed} from './typing.ts';

/** A key into the line that is being typed. ink-text-input edits its two lines itself; its cursor is followed. */
export function typeInto(state: AppState, place: TypingPlace, key: Key): Step {
	switch (place) {
		case 'edit':
			return typeField(state, key);
		case 'filter': {
			const filter = typed(state.picker.filter, key);
			if (filter === state.picker.filter) return step(state);
			const picker = {...state.picker, filter};
			return step({...state, picker: filter.text === state.picker.filter.text ? picker : withRows(picker)});
		}
		case 'credentials': {
			const {focus} = state.credentials;
			const line = key.id === 'ctrl+u' ? emptyText : followed(state.credentials[focus], key);
			return step({...state, credentials: {...state.credentials, [focus]: line}});
		}
		case 'name': {
			const file = key.id === 'ctrl+u' ? emptyText : followed(state.exporting.file, key);
			return step({...state, exporting: {...state.exporting, file}});
		}
	}
}

/** ink-text-input reports a new value of its line. */
export function reportText(state: AppState, field: 'key' | 'secret' | 'file', value: string): Step {
	if (field === 'file') {
		const file = reported(state.exporting.file, value);
		return step({...state, exporting: {...state.exporting, file}});
	}
	const line = reported(state.credentials[field], value);
	return step({...state, credentials: {...state.credentials, [field]: line}});
}

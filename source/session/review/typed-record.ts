import {editField} from '../../core/passport/person/edit.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import type {AppState} from '../state.ts';
import {typedValue} from './typed-value.ts';

/** The record as it would be with what has been typed so far: the lines and their check digits follow every key. */
export function typedRecord(state: AppState, record: PassportRecord): PassportRecord {
	const {editing, review} = state;
	if (!editing) return record;
	const {value, problem} = typedValue(state, record);
	const text = problem ? editing.edit.text : value;
	return {...record, passport: editField(record.passport, editing.key, text, {today: review.today})};
}

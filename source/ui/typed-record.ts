import {editField} from '../core/passport/edit.ts';
import type {PassportRecord} from '../core/records/record.ts';
import type {AppState} from './state.ts';

/** The record as it would be with what has been typed so far: the lines and their check digits follow every key. */
export function typedRecord({editing, review}: AppState, record: PassportRecord): PassportRecord {
	if (!editing) return record;
	return {...record, passport: editField(record.passport, editing.key, editing.edit.text, {today: review.today})};
}

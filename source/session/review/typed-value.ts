import type {Reason} from '../../core/passport/model/passport.ts';
import {checkInput, type InputCheck} from '../../core/passport/person/check-input.ts';
import {editField} from '../../core/passport/person/edit.ts';
import {typedAgainst} from '../../core/passport/person/typed-against.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import type {AppState} from '../state.ts';

type Typing = Pick<AppState, 'editing' | 'review' | 'exporting'>;

/** A date is understood by the order that the export has. */
const optionsOf = ({review, exporting}: Typing) => ({today: review.today, dayFirst: exporting.dates === 'slash'});

/** What has been typed into the field, as it is understood. */
export const typedValue = (
	state: Typing,
	{passport}: PassportRecord,
	text = state.editing?.edit.text ?? '',
): InputCheck => checkInput(passport, state.editing?.key ?? state.review.field, text, optionsOf(state));

/** What speaks against the value that has been typed. */
export const againstTyped = (state: Typing, {passport}: PassportRecord): Reason | undefined =>
	state.editing && typedAgainst(passport, state.editing.key, state.editing.edit.text, optionsOf(state));

/** The record as it would be with what has been typed so far: the lines and their check digits follow every key. */
export function typedRecord(state: AppState, record: PassportRecord): PassportRecord {
	const {editing, review} = state;
	if (!editing) return record;
	const {value, problem} = typedValue(state, record);
	const text = problem ? editing.edit.text : value;
	return {...record, passport: editField(record.passport, editing.key, text, {today: review.today})};
}

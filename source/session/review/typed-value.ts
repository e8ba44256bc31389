import {checkInput, type InputCheck} from '../../core/passport/person/check-input.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import type {AppState} from '../state.ts';

/** What has been typed into the field, as it is understood: a date by the order that the export has. */
export const typedValue = (
	{editing, review, exporting}: Pick<AppState, 'editing' | 'review' | 'exporting'>,
	{passport}: PassportRecord,
	text = editing?.edit.text ?? '',
): InputCheck =>
	checkInput(passport, editing?.key ?? review.field, text, {
		today: review.today,
		dayFirst: exporting.dates === 'slash',
	});

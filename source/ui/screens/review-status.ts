import {fieldInfo} from '../../core/passport/fields.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import {doubts, isOpen} from '../../core/review/doubts.ts';
import {messages} from '../../text/index.ts';
import {kinSentence} from '../people-view.ts';
import {type Pieces, piece} from '../pieces.ts';
import {fieldView} from '../record-view.ts';
import {currentField, reviewCounts} from '../review-view.ts';
import {sayReason} from '../say-reason.ts';
import type {AppState} from '../state.ts';
import {markColours, signs} from '../theme.ts';
import {isBusy} from '../update/start.ts';

/** What the status line says of the passport: of its field under the cursor, and of the pictures it belongs to. */
export function reviewHint(state: AppState, record: PassportRecord, toldElsewhere: boolean): Pieces {
	const said = fieldHint(state, record, toldElsewhere);
	const kin = state.editing ? undefined : kinSentence(state, record);
	if (kin === undefined) return said;
	const pieces = [piece(kin, {color: 'yellow'})];
	// Where one row is all there is, the reason of a doubt comes first, and any other sentence last.
	return doubts(record).includes(state.review.field)
		? [...said, piece('  '), ...pieces]
		: [...pieces, piece('  '), ...said];
}

/** What the status line says of the field under the cursor: the reason in full; the others too, unless they stand above. */
function fieldHint(state: AppState, record: PassportRecord, toldElsewhere: boolean): Pieces {
	const text = messages(state.language).app;
	const field = currentField(state.review);
	if (!field) return [];
	if (state.editing) {
		return [
			piece(` ${text.review.edit} `, {inverse: true, bold: true}),
			piece(`  ${text.review.allowed[fieldInfo(field.key).kind]}`),
		];
	}
	if (reviewCounts(state.review).left === 0 && !isBusy(state.reading)) {
		return [piece(`${signs.good} `, {color: 'green', bold: true}), piece(text.review.allChecked)];
	}
	if (!isOpen(record)) return [piece(text.review.state[record.review.state])];
	if (doubts(record).length === 0) return [piece(text.review.clean)];
	const {mark, all} = fieldView(record, field);
	const color = mark === 'look' || mark === 'bad' ? markColours[mark] : undefined;
	const [first = '', ...others] = all.map(reason => sayReason(state.language, reason));
	return [
		piece(text.review.about(text.fields[field.key]), {bold: true}),
		piece(first, {color}),
		piece(toldElsewhere ? '' : others.map(other => text.review.sentence + other).join(''), {dim: true}),
	];
}

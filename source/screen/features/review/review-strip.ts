import type {PassportRecord} from '../../../core/records/record.ts';
import {isUnread} from '../../../core/records/unread-record.ts';
import {currentRecord} from '../../../session/review/view-model.ts';
import {fieldNamesOf} from '../../../text/field-names.ts';
import {messages} from '../../../text/index.ts';
import {keyNames} from '../../keys/key-names.ts';
import type {ReviewLayout} from '../../layout/review-layout.ts';
import {cutSpans, type Spans, span, spansWidth} from '../../layout/spans.ts';
import {wrap} from '../../layout/width.ts';
import {hasStrip} from '../../picture/pictures-shown.ts';
import type {ShownState} from '../../shown-state.ts';
import {signs} from '../../theme.ts';
import {choices} from './review-detail.ts';
import {pictureProblem} from './review-picture.ts';

/** The heading of the strip, and the rows over which it is painted: empty, or why there is nothing to be seen. */
export function stripLines(state: ShownState, record: PassportRecord, layout: ReviewLayout): readonly Spans[] {
	const text = messages(state.language).app;
	const said = pictureProblem(state, record) ?? (hasStrip(state) ? '' : text.viewing.noPlace(keyNames(state.language)));
	const rows = layout.strip?.rows ?? 0;
	const lines = wrap(said, state.size.columns - 4);
	return [
		heading(state, layout, isUnread(record)),
		...Array.from({length: rows}, (_, row) => (lines[row] ? [span(`   ${lines[row]}`, {dim: true})] : [])),
	];
}

/** What is enlarged, what `space` enlarges next, and the other readings where there is no row for them. */
function heading(state: ShownState, {detailRows}: ReviewLayout, unread: boolean): Spans {
	const text = messages(state.language).app;
	const record = currentRecord(state.review);
	const names = record ? fieldNamesOf(messages(state.language), record.passport.shape) : text.fields;
	const zoom = unread ? 'page' : state.viewing.zoom;
	const {columns} = state.size;
	const {rule} = signs;
	const {scale} = state.viewing;
	const title =
		zoom === 'page' && scale > 1
			? text.viewing.times(scale)
			: zoom === 'field' || zoom === 'letters'
				? names[state.review.field]
				: text.viewing.zooms[zoom];
	const next = text.viewing.next[zoom](keyNames(state.language));
	const others = detailRows > 0 ? [] : choices(state).flatMap(choice => [span('   '), ...choice]);
	const start = [span(`${rule}${rule} `, {dim: true}), span(text.viewing.enlarged(title), {bold: true})];
	const end = [span(`   ${next} `, {dim: true})];
	const shown = cutSpans(others, Math.max(0, columns - spansWidth(start) - 4));
	const rest = columns - spansWidth(start) - spansWidth(shown);
	return spansWidth(end) + 3 <= rest
		? [...start, ...shown, ...end, span(rule.repeat(rest - spansWidth(end)), {dim: true})]
		: [...start, ...shown, span(` ${rule.repeat(Math.max(0, rest - 1))}`, {dim: true})];
}

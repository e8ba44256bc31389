import {cleanText} from '../../../core/clean-text.ts';
import type {PassportRecord} from '../../../core/records/record.ts';
import {fieldView, sayOfField} from '../../../session/review/record-view.ts';
import {alternativesHere, currentField} from '../../../session/review/view-model.ts';
import {fieldNamesOf} from '../../../text/field-names.ts';
import {messages} from '../../../text/index.ts';
import {saySource} from '../../../text/reason.ts';
import type {ReviewLayout} from '../../layout/review-layout.ts';
import {type Spans, span} from '../../layout/spans.ts';
import {wrap} from '../../layout/width.ts';
import type {ShownState} from '../../shown-state.ts';

/** From here on there is room for lists and sentences. */
const roomy = 5;

/** Below the fields: other readings of the current one, and every reason in full where there is room. */
export function detailLines(
	state: ShownState,
	record: PassportRecord,
	{detailRows, fieldColumns}: ReviewLayout,
): readonly Spans[] {
	const lines =
		detailRows < roomy
			? otherRow(state)
			: [...otherList(state, detailRows - 5), ...reasons(state, record, fieldColumns)];
	return Array.from({length: detailRows}, (_, row) => lines[row] ?? []);
}

export function choices(state: ShownState): readonly Spans[] {
	const text = messages(state.language).app.review;
	return alternativesHere(state.review).map(({value, source}, index) => [
		span(`${index + 1} `, {color: 'accent', bold: true}),
		span(cleanText(value === '' ? text.empty : value), {bold: true}),
		span(`  ${saySource(text.from, source)}`, {dim: true}),
	]);
}

const otherTitle = (state: ShownState): Spans => [span(`   ${messages(state.language).app.review.other}`, {dim: true})];

function otherRow(state: ShownState): readonly Spans[] {
	const others = choices(state);
	if (others.length === 0) return [];
	return [[...otherTitle(state), ...others.flatMap(choice => [span('   '), ...choice])]];
}

function otherList(state: ShownState, most: number): readonly Spans[] {
	const others = choices(state).slice(0, Math.max(1, most));
	return others.length === 0 ? [] : [[], otherTitle(state), ...others.map(choice => [span('     '), ...choice])];
}

function reasons(state: ShownState, record: PassportRecord, columns: number): readonly Spans[] {
	const field = currentField(state.review);
	if (!field) return [];
	const view = fieldView(record, field);
	const said = view.all.flatMap(reason =>
		wrap(sayOfField(view, state.language, reason), columns - 8).map(line => [span(`     ${line}`)]),
	);
	return [
		[],
		[span(`   ${fieldNamesOf(messages(state.language), record.passport.shape)[field.key]}`, {dim: true})],
		...said,
	];
}

/** The sentences are already below the fields. */
export const tellsReasons = ({detailRows}: ReviewLayout): boolean => detailRows >= roomy;

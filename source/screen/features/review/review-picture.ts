import type {PassportRecord} from '../../../core/records/record.ts';
import {messages} from '../../../text/index.ts';
import type {ReviewLayout} from '../../layout/review-layout.ts';
import {type Spans, span} from '../../layout/spans.ts';
import {pad, wrap} from '../../layout/width.ts';
import type {ShownState} from '../../shown-state.ts';
import {signs} from '../../theme.ts';

/** Below the page picture, which is painted over it: why there is none, and the rule between it and the fields. */
export function pictureLines(
	state: ShownState,
	record: PassportRecord,
	{picture, fieldRows, detailRows}: ReviewLayout,
): readonly Spans[] {
	if (!picture) return [];
	const said = wrap(pictureProblem(state, record) ?? '', picture.columns - 2);
	return Array.from({length: fieldRows + detailRows}, (_, row) => [
		span(pad(row < picture.rows && said[row] ? ` ${said[row]}` : '', picture.columns), {dim: true}),
		span(` ${signs.side}`, {dim: true}),
	]);
}

/** Why the picture of a record cannot be shown. */
export function pictureProblem({viewing, language}: ShownState, {path}: PassportRecord): string | undefined {
	const problem = viewing.problems.get(path);
	if (problem === undefined) return undefined;
	const text = messages(language).app;
	return problem === 'CHANGED' ? text.viewing.changed : text.viewing.notShown(text.problems(problem));
}

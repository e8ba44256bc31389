import type {PassportRecord} from '../../../core/records/record.ts';
import {windowTop} from '../../../session/picker/window.ts';
import {recordName} from '../../../session/review/record-view.ts';
import {validityMark} from '../../../session/review/validity-view.ts';
import {recordMark, reviewCounts} from '../../../session/review/view-model.ts';
import {messages} from '../../../text/index.ts';
import {edgeSign} from '../../components/hidden-rows.tsx';
import {type Spans, span} from '../../layout/spans.ts';
import {cut, pad, width} from '../../layout/width.ts';
import type {ShownState} from '../../shown-state.ts';
import {markColours, signs} from '../../theme.ts';

/** The passports beside the fields. */
export function listLines(state: ShownState, columns: number, rows: number): readonly Spans[] {
	const {records, current} = state.review;
	const text = messages(state.language).app.review;
	const bar = span(`${signs.side} `, {dim: true});
	const first = windowTop(current, records.length, rows - 1);
	const title = [
		bar,
		span(text.others, {bold: true}),
		span(`   ${text.toGo(reviewCounts(state.review).left)}`, {dim: true}),
	];
	const listed = records.slice(first, first + rows - 1).map((record, index, {length}) => {
		const edge = edgeSign(first, records.length, index, length);
		const here = first + index === current;
		const mark = recordMark(state.review, record);
		return [
			edge === ' ' ? bar : span(`${edge} `, {dim: true}),
			span(here ? `${signs.cursor} ` : '  ', {color: 'accent', bold: true}),
			span(`${signs[mark]} `, {color: markColours[mark], bold: mark === 'look'}),
			span(pad(recordName(record), columns - 9), {bold: here}),
			...unfitSign(state, record),
		];
	});
	return [title, ...listed, ...Array.from({length: Math.max(0, rows - 1 - listed.length)}, () => [bar])];
}

/** Two cells at the end of a name. */
function unfitSign(state: ShownState, record: PassportRecord): Spans {
	const mark = validityMark(state, record);
	return [mark ? span(` ${signs[mark]}`, {color: markColours[mark]}) : span('  ')];
}

/** The passports around the open one in a single row. */
export function stripSpans(state: ShownState): Spans {
	const {records, current} = state.review;
	const label = (index: number) => cut(recordName(records[index]!), 16);
	const unfit = (index: number): Spans =>
		validityMark(state, records[index]!) ? unfitSign(state, records[index]!) : [];
	const wide = (index: number) => 5 + width(label(index)) + (unfit(index).length > 0 ? 2 : 0);
	let from = current;
	let to = current + 1;
	let room = state.size.columns - 4 - wide(current);
	// What comes is more use than what was: two forward for one back.
	for (let turn = 0; from > 0 || to < records.length; turn++) {
		const back = turn % 3 === 2 ? from > 0 : to >= records.length;
		const next = back ? from - 1 : to;
		if (wide(next) > room) break;
		room -= wide(next);
		if (back) from--;
		else to++;
	}
	const shown = Array.from({length: to - from}, (_, index) => from + index);
	return [
		span(from > 0 ? ` ${signs.ellipsis}` : '  ', {dim: true}),
		...shown.flatMap(index => {
			const mark = recordMark(state.review, records[index]!);
			const here = index === current;
			return [
				span(here ? ` ${signs.cursor}` : '  ', {color: 'accent', bold: true}),
				span(`${signs[mark]} `, {color: markColours[mark]}),
				span(label(index), {bold: here, dim: !here}),
				...unfit(index),
				span(' '),
			];
		}),
		span(to < records.length ? ` ${signs.ellipsis}` : '', {dim: true}),
	];
}

import type {ReactElement} from 'react';
import {firstPlace} from '../../session/neighbour.ts';
import {pictureName} from '../../session/picture-name.ts';
import {type DetailLine, detailsOf} from '../../session/review/details.ts';
import {currentRecord} from '../../session/review/view-model.ts';
import {messages} from '../../text/index.ts';
import {Frame} from '../components/frame.tsx';
import {HiddenRows} from '../components/hidden-rows.tsx';
import {Lines} from '../components/line.tsx';
import {bodyRows} from '../layout/layout.ts';
import {type Spans, span} from '../layout/spans.ts';
import {wrap} from '../layout/width.ts';
import type {ShownState} from '../shown-state.ts';
import {statusSpans} from '../status.ts';
import {markColours, signs} from '../theme.ts';
import type {ScreenProps} from './props.ts';

/** Everything that is known of the open picture, in rows that can be scrolled. */
export function Details({state}: ScreenProps): ReactElement {
	const text = messages(state.language).app;
	const record = currentRecord(state.review);
	const {rows, first, below} = detailWindow(state);
	return (
		<Frame
			state={state}
			title={text.titles.details}
			subject={record ? pictureName(state, record.path) : ''}
			status={statusSpans(state, text.details.hint)}
		>
			<Lines rows={rows} />
			<HiddenRows state={state} first={first} below={below} />
		</Frame>
	);
}

type Window = {
	readonly rows: readonly Spans[];
	readonly first: number;
	readonly below: number;
	readonly last: number;
};

/** The rows that are drawn, and the last line that can be the first one on the screen. */
function detailWindow(state: ShownState): Window {
	const starts: number[] = [];
	const rows: Spans[] = [];
	for (const line of detailsOf(state)) {
		starts.push(rows.length);
		if (rows.length > 0 && line.kind !== 'text') rows.push([]);
		for (const [at, row] of wrap(line.text, state.size.columns - 8).entries()) rows.push(rowSpans(line, row, at === 0));
	}
	const room = bodyRows(state.size);
	const listed = rows.length > room ? room - 1 : room;
	const end = Math.max(0, rows.length - listed);
	const last = firstPlace(starts, start => start >= end);
	const first = Math.min(starts[state.detailsTop] ?? end, end);
	return {rows: rows.slice(first, first + listed), first, below: end - first, last};
}

/** The last line of the details that can be the first one on the screen: from there the next key up moves. */
export const lastDetail = (state: ShownState): number => detailWindow(state).last;

function rowSpans({kind, mark}: DetailLine, row: string, isFirst: boolean): Spans {
	if (kind === 'heading') return [span(`  ${row}`, {bold: true, color: 'accent'})];
	if (kind === 'text') return [span(`     ${row}`)];
	const sign = mark && isFirst ? `${signs[mark]} ` : '  ';
	return [span(`  ${sign}`, {color: mark && markColours[mark], bold: true}), span(row, {bold: true})];
}

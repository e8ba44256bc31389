import type {TextEdit} from '../../session/typing/text-edit.ts';
import {editWindow} from '../layout/edit-window.ts';
import {type Spans, span} from '../layout/spans.ts';
import {pad, width} from '../layout/width.ts';

/** A line of our own editor in `columns` cells. The real cursor is put on it besides, by `cursor.ts`. */
export function editSpans(edit: TextEdit, columns: number): Spans {
	const {text} = editWindow(edit, columns);
	return [span(text, {underline: true}), span(' '.repeat(Math.max(0, columns - width(text))), {underline: true})];
}

/** The line with the filter of a list, whether it is being typed or holds. */
export const filterSpans = (
	label: string,
	{filter, filtering}: {readonly filter: TextEdit; readonly filtering: boolean},
	columns: number,
): Spans => [
	span(` ${label} `, {bold: filtering}),
	span('/ ', {color: 'accent'}),
	...(filtering ? editSpans(filter, columns) : [span(pad(filter.text, columns))]),
];

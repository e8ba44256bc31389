import type {TextEdit} from '../../session/typing/text-edit.ts';
import {editWindow} from '../layout/edit-window.ts';
import {type Spans, span} from '../layout/spans.ts';
import {width} from '../layout/width.ts';

/** A line of our own editor in `columns` cells. The real cursor is put on it besides, by `cursor.ts`. */
export function editSpans(edit: TextEdit, columns: number): Spans {
	const {text} = editWindow(edit, columns);
	return [span(text, {underline: true}), span(' '.repeat(Math.max(0, columns - width(text))), {underline: true})];
}

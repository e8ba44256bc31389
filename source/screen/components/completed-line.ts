import {cleanText} from '../../core/clean-text.ts';
import type {TextEdit} from '../../session/typing/text-edit.ts';
import {statusRows, type TextPlace} from '../layout/layout.ts';
import {type Spans, span} from '../layout/spans.ts';
import {width} from '../layout/width.ts';
import type {Size} from '../shown-state.ts';
import {editSpans} from './edit-spans.ts';

/** Where a text is typed in the status line, behind its label, with what may continue it. */
export function completedPlace(size: Size, label: string): TextPlace {
	const x = 2 + width(label);
	// What continues it has a row of its own, or the rest of this one.
	const columns = statusRows(size) > 1 ? size.columns - x - 2 : (size.columns >> 1) - x;
	return {x, y: size.rows - 1 - statusRows(size), columns};
}

export const completedSpans = (size: Size, label: string, edit: TextEdit, offered: readonly string[]): Spans => [
	span(`${label} `, {bold: true}),
	...editSpans(edit, completedPlace(size, label).columns),
	span(` ${offered.map(cleanText).join('  ')}`, {dim: true}),
];

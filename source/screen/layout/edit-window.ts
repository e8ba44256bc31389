import type {TextEdit} from '../../session/typing/text-edit.ts';
import {cellWidth, graphemes} from '../../terminal/frame/cells.ts';

/** What of a line is seen in a field that is narrower than the line. */
export interface EditWindow {
	/** At most as wide as the field; the cell of a cursor behind the last character is not in it. */
	readonly text: string;
	/** The cursor's cell in the field, from 0. */
	readonly cursor: number;
}

/**
 * The part of the line around the cursor that fits into a field. The cursor keeps up to a third of the field to its
 * right as long as there is text, so that it is seen what comes next.
 * @param width of the field in cells
 */
export function editWindow({text, cursor}: TextEdit, width: number): EditWindow {
	const before = graphemes(text.slice(0, cursor));
	const room = Math.max(1, width);
	const ahead = Math.min(cellWidth(text.slice(cursor)) + 1, Math.max(1, Math.floor(room / 3)));
	let cells = 0;
	let start = before.length;
	while (start > 0) {
		const next = cells + cellWidth(before[start - 1]!);
		if (next + ahead > room) break;
		cells = next;
		start--;
	}
	let shown = before.slice(start).join('');
	let used = cells;
	for (const grapheme of graphemes(text.slice(cursor))) {
		used += cellWidth(grapheme);
		if (used > room) break;
		shown += grapheme;
	}
	return {text: shown, cursor: cells};
}

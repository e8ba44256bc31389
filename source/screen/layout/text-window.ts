import type {TextEdit} from '../../session/typing/text-edit.ts';
import {editWindow} from './edit-window.ts';
import {width} from './width.ts';

/** Which part of a line that ink-text-input edits is seen, in cells: where it begins, how wide all is, where the cursor is. */
export function textWindow(
	line: TextEdit,
	columns: number,
	masked: boolean,
): {readonly from: number; readonly wide: number; readonly cursor: number} {
	// The widget draws one sign for each UTF-16 unit.
	const {text, cursor} = masked ? {...line, text: '*'.repeat(line.text.length)} : line;
	const seen = editWindow({text, cursor}, columns);
	return {from: width(text.slice(0, cursor)) - seen.cursor, wide: width(text) + 1, cursor: seen.cursor};
}

import {type Cell, cellText} from '../cell.ts';
import type {DateStyle} from '../dates.ts';

export type WidthOptions = {
	/** Characters that a text takes. */
	readonly widthOf: (text: string) => number;
	/** Characters beside a head and beside a text. */
	readonly beside: {readonly head: number; readonly text: number};
	readonly widest: number;
	readonly dates?: DateStyle;
};

/** The widths of columns in characters: each holds its head and its texts in these rows, up to the widest. */
export function columnWidths(
	heads: readonly string[],
	rows: Iterable<readonly Cell[]>,
	{widthOf, beside, widest, dates}: WidthOptions,
): readonly number[] {
	const widths = heads.map(head => widthOf(head) + beside.head);
	for (const cells of rows) {
		for (const [column, width] of widths.entries()) {
			widths[column] = Math.max(width, widthOf(cellText(cells[column]!, dates)) + beside.text);
		}
	}
	return widths.map(width => Math.min(widest, width));
}

import type {Size} from '../../session/state.ts';

/** Below this no screen is drawn. */
export const smallest: Size = {columns: 60, rows: 16};

export const isTooSmall = ({columns, rows}: Size): boolean => columns < smallest.columns || rows < smallest.rows;

/** One row, or two where there is room: reasons and paths are long. */
export const statusRows = ({rows}: Size): number => (rows >= 24 ? 2 : 1);

/** What the frame leaves: header and its rule above; rule, status and footer below. */
export const bodyRows = (size: Size): number => Math.max(0, size.rows - 4 - statusRows(size));

/** The part of a list that is drawn: its first row, chosen so that the cursor stays in sight with a row around it. */
export function windowTop(cursor: number, count: number, rows: number, before = 0): number {
	if (count <= rows) return 0;
	const margin = Math.min(2, Math.floor((rows - 1) / 2));
	const lowest = cursor + margin - rows + 1;
	const highest = cursor - margin;
	const top = Math.max(lowest, Math.min(before, highest));
	return Math.min(Math.max(0, top), count - rows);
}

import type {Size} from '../shown-state.ts';

/** Below this no screen is drawn. */
export const smallest: Size = {columns: 60, rows: 16};

export const isTooSmall = ({columns, rows}: Size): boolean => columns < smallest.columns || rows < smallest.rows;

/** Rows of a list on the screen: where, which is the first of them, and which the cursor is on. */
export type RowsPlace = {
	readonly x: number;
	readonly y: number;
	readonly columns: number;
	readonly rows: number;
	readonly first: number;
	readonly cursor: number;
};

/** One row, or two where there is room: reasons and paths are long. */
export const statusRows = ({rows}: Size): number => (rows >= 24 ? 2 : 1);

/** What the frame leaves: header and its rule above; rule, status and footer below. */
export const bodyRows = (size: Size): number => Math.max(0, size.rows - 4 - statusRows(size));

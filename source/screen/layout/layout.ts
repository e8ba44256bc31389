import type {Size} from '../shown-state.ts';

/** Below this no screen is drawn. */
export const smallest: Size = {columns: 60, rows: 16};

export const isTooSmall = ({columns, rows}: Size): boolean => columns < smallest.columns || rows < smallest.rows;

/** Cells of the screen; one is half as wide as it is tall. */
export type Room = {readonly x: number; readonly y: number; readonly columns: number; readonly rows: number};

/** Rows of a list on the screen: where, which is the first of them, and which the cursor is on. */
export type RowsPlace = Room & {
	readonly first: number;
	readonly cursor: number;
};

/** A line of the screen in which text is typed. */
export type TextPlace = Pick<Room, 'x' | 'y' | 'columns'>;

/** Whether the help may have two columns. */
export const isHelpWide = ({columns}: Size): boolean => columns >= 76;

/** Rows of what is said at most: reasons are long. Where only one is free, the second takes the place of the rule above it. */
export const messageRows = 2;

/** Rows that are free for what is said; what is typed there has no more. */
export const statusRows = ({rows}: Size): number => (rows >= 24 ? 2 : 1);

/** What the frame leaves: header and its rule above; rule, status and footer below. */
export const bodyRows = (size: Size): number => Math.max(0, size.rows - 4 - statusRows(size));

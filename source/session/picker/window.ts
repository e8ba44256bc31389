import {type PickerRow, rowAt, rowCount} from './rows.ts';
import type {PickerState} from './state.ts';

/** The rows of a list that are drawn: the first, how many, and how many are below. */
export type ListWindow = {readonly first: number; readonly listed: number; readonly below: number};

/** The window of a list in so many rows, of which the last one says how many are hidden, when there are any. */
export function listWindow(cursor: number, count: number, room: number, before = 0): ListWindow {
	const listed = count > room ? room - 1 : room;
	const first = windowTop(cursor, count, listed, before);
	return {first, listed, below: Math.max(0, count - first - listed)};
}

export const pickerWindow = (picker: PickerState, room: number): ListWindow =>
	listWindow(picker.cursor, rowCount(picker), room, picker.top);

export function visibleRows(picker: PickerState, room: number): readonly PickerRow[] {
	const {first, listed} = pickerWindow(picker, room);
	const rows: PickerRow[] = [];
	for (let index = first; index < first + listed; index++) {
		const row = rowAt(picker, index);
		if (!row) break;
		rows.push(row);
	}
	return rows;
}

/** The first row of a list that is drawn, chosen so that the cursor stays in sight with two rows around it. */
export function windowTop(cursor: number, count: number, rows: number, before = 0): number {
	if (count <= rows) return 0;
	const margin = Math.min(2, Math.floor((rows - 1) / 2));
	const lowest = cursor + margin - rows + 1;
	const highest = cursor - margin;
	const top = Math.max(lowest, Math.min(before, highest));
	return Math.min(Math.max(0, top), count - rows);
}

import {type PickerRow, rowAt, rowCount} from './rows.ts';
import type {PickerState} from './state.ts';

/** The rows that are drawn: the first, how many, and how many are below. */
export function pickerWindow(picker: PickerState, room: number): {first: number; listed: number; below: number} {
	const count = rowCount(picker);
	// The last row says how many are below, when there are any.
	const listed = count > room ? room - 1 : room;
	const first = windowTop(picker.cursor, count, listed, picker.top);
	return {first, listed, below: Math.max(0, count - first - listed)};
}

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

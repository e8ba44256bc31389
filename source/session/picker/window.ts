import {bodyRows, windowTop} from '../../screen/layout/layout.ts';
import type {Size} from '../state.ts';
import {type PickerRow, rowAt, rowCount} from './rows.ts';
import type {PickerState} from './state.ts';

export type PickerLayout = {
	/** Rows above the list: folder, filter, rule. */
	readonly head: number;
	/** Rows for the list. */
	readonly room: number;
	/** Cells of a row of the list. */
	readonly columns: number;
	/** Where the picture under the cursor is shown, below it what is known of it; undefined where there is no room. */
	readonly preview:
		| {readonly x: number; readonly y: number; readonly columns: number; readonly rows: number}
		| undefined;
};

/** Rows below the preview that tell of the picture. */
const tellingRows = 4;

export function pickerLayout(size: Size, picker: Pick<PickerState, 'filter' | 'filtering'>): PickerLayout {
	const head = picker.filtering || picker.filter.text !== '' ? 3 : 2;
	const room = bodyRows(size) - head;
	const wide = size.columns >= 100 ? Math.floor(size.columns * 0.38) : size.columns >= 80 ? 25 : 0;
	const rows = Math.min(room - tellingRows, Math.ceil(wide / 2));
	const preview =
		wide > 0 && rows >= 5 ? {x: size.columns - wide + 1, y: 2 + head, columns: wide - 2, rows} : undefined;
	return {head, room, columns: preview ? size.columns - wide - 1 : size.columns, preview};
}

/** The rows that are drawn: the first, how many, and how many are below. */
export function pickerWindow(picker: PickerState, room: number): {first: number; listed: number; below: number} {
	const count = rowCount(picker);
	// The last row tells how many are below, when there are any.
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

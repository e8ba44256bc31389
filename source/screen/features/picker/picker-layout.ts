import {rowCount} from '../../../session/picker/rows.ts';
import type {PickerRoom, PickerState} from '../../../session/picker/state.ts';
import {pickerWindow} from '../../../session/picker/window.ts';
import {bodyRows, isTooSmall, type Room, type RowsPlace} from '../../layout/layout.ts';
import type {ShownState, Size} from '../../shown-state.ts';

export type PickerLayout = {
	/** Rows above the list: folder, filter, rule. */
	readonly head: number;
	/** Rows for the list. */
	readonly room: number;
	/** Cells of a row of the list. */
	readonly columns: number;
	/** Where the picture under the cursor is shown, below it what is known of it; undefined where there is no room. */
	readonly preview: Room | undefined;
};

/** Rows below the preview that describe the picture. */
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

/** The rows of the list. */
export function pickerPlace({size, picker}: ShownState): RowsPlace {
	const {head, room, columns} = pickerLayout(size, picker);
	const {first, listed} = pickerWindow(picker, room);
	const rows = Math.min(listed, rowCount(picker) - first);
	return {x: 0, y: 2 + head, columns, rows, first, cursor: picker.cursor};
}

/** The room that the layout leaves. A cell shows two by two pixels, and is twice as tall as it is wide. */
export function pickerRoom({size, picker}: Pick<ShownState, 'size' | 'picker'>, showsPictures: boolean): PickerRoom {
	if (isTooSmall(size)) return {rows: 0};
	const {room, preview} = pickerLayout(size, picker);
	if (!preview || !showsPictures) return {rows: room};
	return {rows: room, picture: {width: preview.columns * 2, height: preview.rows * 4}};
}

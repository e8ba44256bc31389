import {editWindow, type TextEdit} from '../../terminal/text-edit.ts';
import {type Pieces, piece} from '../pieces.ts';
import {width} from '../width.ts';

/** A line of our own editor in `columns` cells. The real cursor is put on it besides, by `cursor.ts`. */
export function editPieces(edit: TextEdit, columns: number): Pieces {
	const {text} = editWindow(edit, columns);
	return [piece(text, {underline: true}), piece(' '.repeat(Math.max(0, columns - width(text))), {underline: true})];
}

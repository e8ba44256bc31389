import {isTooSmall} from '../../screen/layout/layout.ts';
import type {CellPicture} from '../../terminal/screen.ts';
import type {AppState} from '../state.ts';
import {rowAt} from './rows.ts';
import {pickerLayout} from './window.ts';

/**
 * The picture beside the list, while the one under the cursor is the one that was opened. The same object as long as
 * nothing changes: another one is painted anew.
 */
export function createShownPicture(): (state: AppState) => CellPicture | undefined {
	let last: CellPicture | undefined;
	return state => {
		const picture = placed(state);
		const same = picture && last && picture.rows === last.rows && picture.x === last.x && picture.y === last.y;
		if (!same) last = picture;
		return last;
	};
}

function placed({screen, help, size, picker}: AppState): CellPicture | undefined {
	const {preview} = picker;
	if (screen !== 'picker' || help || !preview || preview.cells.length === 0 || isTooSmall(size)) return undefined;
	const place = pickerLayout(size, picker).preview;
	if (!place || preview.columns !== place.columns || preview.rows !== place.rows) return undefined;
	if (rowAt(picker, picker.cursor)?.path !== preview.path) return undefined;
	return {
		x: place.x + Math.floor((place.columns - preview.width) / 2),
		y: place.y,
		width: preview.width,
		rows: preview.cells,
	};
}

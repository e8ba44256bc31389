import type {Pixels} from '../../core/pictures/thumbnail.ts';
import {rowAt} from '../../session/picker/rows.ts';
import type {PicturePreview} from '../../session/picker/state.ts';
import type {Store} from '../../session/store.ts';
import type {ColorDepth} from '../../terminal/graphics/capabilities.ts';
import type {CellPicture} from '../../terminal/screen.ts';
import {pickerLayout} from '../features/picker/picker-layout.ts';
import {isTooSmall} from '../layout/layout.ts';
import type {ShownState} from '../shown-state.ts';
import {wholeFrame} from './crop-frames.ts';

type Cells = {readonly rows: readonly string[]; readonly width: number};

/**
 * Shows the picture beside the list, while the one under the cursor is the one that was opened.
 *
 * @returns what ends it
 */
export function showListPicture(
	store: Store<ShownState>,
	colors: ColorDepth,
	show: (picture: CellPicture | undefined) => void,
): () => void {
	let made: {readonly of: PicturePreview; readonly cells: Cells | undefined} | undefined;
	let last: CellPicture | undefined;
	const draw = () => {
		const state = store.state();
		const place = placeOf(state);
		if (place && made?.of !== place.preview) make(place.preview, place.pixels);
		const cells = place && made?.of === place.preview ? made.cells : undefined;
		const picture = place && cells && {x: place.x + ((place.columns - cells.width) >> 1), y: place.y, ...cells};
		// The same object as long as nothing changes: another one is painted again.
		const isSame = picture && last && picture.rows === last.rows && picture.x === last.x && picture.y === last.y;
		if (!isSame) last = picture;
		show(last);
	};
	const make = (preview: PicturePreview, pixels: Pixels) => {
		made = {of: preview, cells: undefined};
		void cellsOf(pixels, colors).then(cells => {
			if (made?.of !== preview) return;
			made = {of: preview, cells};
			draw();
		});
	};
	return store.subscribe(draw);
}

function placeOf({screen, help, size, picker}: ShownState) {
	const {preview} = picker;
	if (screen !== 'picker' || help || !preview?.pixels || isTooSmall(size)) return undefined;
	const place = pickerLayout(size, picker).preview;
	if (!place || preview.width !== place.columns * 2 || preview.height !== place.rows * 4) return undefined;
	if (rowAt(picker, picker.cursor)?.path !== preview.path) return undefined;
	return {...place, preview, pixels: preview.pixels};
}

async function cellsOf({width, height, rgb}: Pixels, colors: ColorDepth): Promise<Cells> {
	const [{crop}, {blockRows}] = await Promise.all([
		import('../../core/pictures/crop.ts'),
		import('../../terminal/graphics/blocks.ts'),
	]);
	const columns = Math.ceil(width / 2);
	const raster = {width, height, channels: 3, data: rgb} as const;
	const pixels = crop(raster, wholeFrame(width, height, 0), columns * 2, Math.ceil(height / 4) * 2);
	return {rows: blockRows(pixels, colors), width: columns};
}

import {cutOut, type Frame, type Raster, type Vector, withContrast} from '../../core/pictures/cut-out.ts';
import type {Page} from '../../core/pictures/page.ts';
import {blockRows, type RgbPixels} from '../../terminal/blocks.ts';
import type {ColorDepth} from '../../terminal/capabilities.ts';
import {kittyHide, kittyShow} from '../../terminal/kitty.ts';
import {address, type CellPicture} from '../../terminal/rows.ts';
import {inside, scaled, wholeFrame} from './frames.ts';
import type {Caption, CutOut, View} from './view.ts';

/** Real pictures are sent with no more pixels than this, for slow lines; the terminal enlarges them. */
const mostSent = 120_000;

/** How a terminal shows pictures. */
export type Manner = {readonly graphics: 'kitty' | 'blocks'; readonly colors: ColorDepth};

/** Pixels across and down in one cell: two by two as blocks; enough for a sharp picture where there are real ones. */
function cellPixels(graphics: Manner['graphics'], columns: number, rows: number): readonly [number, number] {
	if (graphics === 'blocks') return [2, 2];
	const wide = Math.max(2, Math.min(8, Math.floor(Math.sqrt(mostSent / (columns * rows * 2)))));
	return [wide, wide * 2];
}

/** A picture with its place in the view, in cells. */
type Placed = Pick<CutOut, 'x' | 'y' | 'columns' | 'rows'> & {readonly pixels: RgbPixels};

/** A view as cells for the terminal. Takes a millisecond or two: pictures are decoded, and small on the screen. */
export function paint(view: View, page: Page, manner: Manner): CellPicture {
	const placed = view.whole
		? [placeWhole(view, page, manner)]
		: view.parts.map(part => placePart(view, part, page, manner));
	const {x, y, columns, rows} = view;
	if (manner.graphics === 'blocks') {
		return {x, y, width: columns, rows: compose(view, placed, one => blockRows(one.pixels, manner.colors))};
	}
	const first = view.id === 'page' ? 900 : 901;
	return {
		x,
		y,
		width: columns,
		rows: compose({...view, rows}, [], () => []),
		over: {
			show: placed
				.map((one, index) => {
					const at = address({x: x + one.x, y: y + one.y});
					return at + kittyShow(first + index * 2, one.pixels, one.columns, one.rows);
				})
				.join(''),
			hide: placed.map((_, index) => kittyHide(first + index * 2)).join(''),
		},
	};
}

function placePart({page}: View, part: CutOut, {grey}: Page, {graphics}: Manner): Placed {
	const [wide, high] = cellPixels(graphics, part.columns, part.rows);
	const scale = page ? grey.width / page.width : 1;
	const frame = scaled(part.frame, scale);
	const pixels = withContrast(cutOut(grey, frame, part.columns * wide, part.rows * high));
	return {
		...part,
		pixels: marked(
			pixels,
			frame,
			part.marked.map(one => scaled(one, scale)),
		),
	};
}

/** The whole picture, as large as the view allows, in its middle. */
function placeWhole({page, whole, columns, rows}: View, {small}: Page, {graphics}: Manner): Placed {
	const turns = whole?.turns ?? 0;
	const [long, tall] = turns % 2 === 0 ? [small.width, small.height] : [small.height, small.width];
	// A cell is twice as tall as it is wide.
	const scale = Math.min(columns / long, (2 * rows) / tall);
	const fit = {columns: Math.max(1, Math.round(long * scale)), rows: Math.max(1, Math.round((tall * scale) / 2))};
	const [wide, high] = cellPixels(graphics, fit.columns, fit.rows);
	const frame = wholeFrame(small.width, small.height, turns);
	const pixels = wholeRaster(small, {turns, frame, width: fit.columns * wide, height: fit.rows * high});
	const marks = page && whole ? whole.marked.map(one => scaled(one, small.width / page.width)) : [];
	return {
		...fit,
		x: Math.floor((columns - fit.columns) / 2),
		y: Math.floor((rows - fit.rows) / 2),
		pixels: marked(pixels, frame, marks),
	};
}

/** The last ones: from field to field only the marks on a page change, and making it small is what costs. */
const wholes = new WeakMap<Raster, {readonly turns: number; readonly pixels: Raster}>();

type Whole = {readonly turns: number; readonly frame: Frame; readonly width: number; readonly height: number};

function wholeRaster(small: Raster, {turns, frame, width, height}: Whole): Raster {
	const kept = wholes.get(small);
	if (kept?.turns === turns && kept.pixels.width === width && kept.pixels.height === height) return kept.pixels;
	const pixels = cutOut(small, frame, width, height);
	wholes.set(small, {turns, pixels});
	return pixels;
}

/** Makes a picture small that may be shown next in the place of `view`, while no key waits for it. */
export const prepareWhole = (view: View, page: Page, manner: Manner): void => void placeWhole(view, page, manner);

/** Three channels, yellow where one of the marks lies. */
function marked(
	{width, height, channels, data}: Raster,
	{origin, across, down}: Frame,
	marks: readonly Frame[],
): RgbPixels {
	const rgb = new Uint8Array(width * height * 3);
	for (let index = 0; index < width * height; index++) {
		for (let channel = 0; channel < 3; channel++) {
			rgb[index * 3 + channel] = data[index * channels + (channels === 3 ? channel : 0)]!;
		}
	}
	for (const mark of marks) {
		for (let index = 0; index < width * height; index++) {
			const u = ((index % width) + 0.5) / width;
			const v = (Math.floor(index / width) + 0.5) / height;
			const at: Vector = [origin[0] + across[0] * u + down[0] * v, origin[1] + across[1] * u + down[1] * v];
			if (!inside(mark, at)) continue;
			rgb[index * 3 + 1]! *= 0.85;
			rgb[index * 3 + 2]! *= 0.15;
		}
	}
	return {width, height, data: rgb};
}

const captionStyles: Readonly<Record<Caption['kind'], string>> = {
	plain: '\x1b[2m',
	current: '\x1b[1m',
	doubt: '\x1b[1;33m',
};

/** Rows of the view: pictures side by side with blanks around them, and the captions in theirs. */
function compose(
	{columns, rows, captions}: View,
	placed: readonly Placed[],
	draw: (one: Placed) => readonly string[],
): string[] {
	const pieces: {x: number; y: number; width: number; text: string}[] = [
		...placed.flatMap(one =>
			draw(one).map((text, row) => ({x: one.x, y: one.y + row, width: one.columns, text: `${text}\x1b[0m`})),
		),
		...captions.map(({x, y, character, kind}) => ({
			x,
			y,
			width: 1,
			text: `${captionStyles[kind]}${character}\x1b[0m`,
		})),
	].sort((a, b) => a.x - b.x);
	return Array.from({length: rows}, (_, y) => {
		let line = '';
		let at = 0;
		for (const piece of pieces) {
			if (piece.y !== y || piece.x < at) continue;
			line += ' '.repeat(piece.x - at) + piece.text;
			at = piece.x + piece.width;
		}
		return line + ' '.repeat(Math.max(0, columns - at));
	});
}

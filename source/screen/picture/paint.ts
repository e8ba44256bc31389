import {type CropFrame, crop, type Raster, type Vector, withContrast} from '../../core/pictures/crop.ts';
import type {OpenedPage} from '../../core/pictures/page.ts';
import {address} from '../../terminal/frame/position.ts';
import type {Graphics} from '../../terminal/graphics/answers.ts';
import {blockRows, type Drawn, type RgbPixels} from '../../terminal/graphics/blocks.ts';
import type {ColorDepth} from '../../terminal/graphics/capabilities.ts';
import type {CellSize} from '../../terminal/graphics/cell-size.ts';
import {inkRows} from '../../terminal/graphics/ink-rows.ts';
import {inlineImage} from '../../terminal/graphics/inline-image.ts';
import {kittyHide, kittyShow} from '../../terminal/graphics/kitty-graphics.ts';
import {
	mostPlaceholders,
	placeholderHide,
	placeholderId,
	placeholderRows,
	placeholderShow,
} from '../../terminal/graphics/kitty-placeholders.ts';
import type {CellPicture} from '../../terminal/graphics/rows.ts';
import {sixels} from '../../terminal/graphics/sixel.ts';
import {scaled, sharesIn, wholeFrame} from './crop-frames.ts';
import type {Caption, CutOut, View} from './picture-view.ts';

/** Real pictures are sent with no more pixels than this, for slow lines; the terminal enlarges them. */
const mostSent = 120_000;

/** How a terminal shows pictures. */
export type Manner = {
	readonly graphics: Graphics | 'blocks';
	readonly colors: ColorDepth;
	/** Pixels of a cell, where they are known. */
	readonly cell?: CellSize | undefined;
};

/**
 * Pixels across and down in one cell: two by two as blocks; all that the cell has as sixels, which no terminal enlarges;
 * else enough for a sharp picture.
 */
function cellPixels({graphics, cell}: Manner, columns: number, rows: number): readonly [number, number] {
	if (graphics === 'blocks') return [2, 2];
	if (graphics === 'sixel' && cell) return [cell.width, cell.height];
	const wide = Math.max(2, Math.min(8, Math.floor(Math.sqrt(mostSent / (columns * rows * 2)))));
	// In placeholders a picture keeps its shape, with nothing at its sides.
	const tall = graphics === 'placeholders' && cell ? cell.height / cell.width : 2;
	return [wide, Math.round(wide * tall)];
}

/** A picture in cells, in the colours that there are. */
const cellRows = (pixels: RgbPixels, colors: ColorDepth, like?: Drawn): string[] =>
	colors === 'none' ? inkRows(pixels) : blockRows(pixels, colors, like);

/** A picture with its place in the view, in cells. `like`: another one that most of its rows are the same as. */
type Placed = Pick<CutOut, 'x' | 'y' | 'columns' | 'rows'> & {readonly pixels: RgbPixels; readonly like?: Drawn};

/** A view as cells for the terminal. Takes a millisecond or two: pictures are decoded, and small on the screen. */
export function paint(view: View, page: OpenedPage, manner: Manner): CellPicture {
	const placed = view.whole
		? [placeWhole(view, page, manner)]
		: view.parts.map(part => placePart(view, part, page, manner));
	const {x, y, columns, rows} = view;
	if (manner.graphics === 'blocks') {
		return {x, y, width: columns, rows: compose(view, placed, one => cellRows(one.pixels, manner.colors, one.like))};
	}
	if (manner.graphics === 'placeholders') return inPlaceholders(view, placed);
	return {
		x,
		y,
		width: columns,
		rows: compose({...view, rows}, [], () => []),
		over: overOf(
			placed.map(one => ({...one, x: x + one.x, y: y + one.y})),
			manner.graphics,
			view.id,
		),
	};
}

/** Text that the terminal draws the pictures over, wherever it goes; a picture is known by its number. */
function inPlaceholders(view: View, all: readonly Placed[]): CellPicture {
	// Past the colours that have names, of which tmux writes another sequence.
	const first = view.id === 'page' ? 100 : 101;
	const placed = all.map((one, index) => ({
		...one,
		columns: Math.min(one.columns, mostPlaceholders),
		rows: Math.min(one.rows, mostPlaceholders),
		number: placeholderId(first + index, process.pid),
	}));
	return {
		x: view.x,
		y: view.y,
		width: view.columns,
		rows: compose(view, placed, ({number, columns, rows}) => placeholderRows(number, columns, rows)),
		over: {
			show: placed.map(({number, pixels, columns, rows}) => placeholderShow(number, pixels, columns, rows)).join(''),
			hide: placed.map(({number}) => placeholderHide(number)).join(''),
		},
	};
}

/** What lays pictures over the cells, and takes them away: those in the cells go where the cells are written again. */
function overOf(placed: readonly Placed[], graphics: Graphics, id: View['id']): NonNullable<CellPicture['over']> {
	const first = id === 'page' ? 900 : 901;
	const show = ({pixels, columns, rows}: Placed, index: number): string => {
		if (graphics === 'kitty') return kittyShow(first + index * 2, pixels, columns, rows);
		return graphics === 'sixel' ? sixels(pixels) : inlineImage(pixels, columns, rows);
	};
	const blank = ({x, y, columns, rows}: Placed): string =>
		Array.from({length: rows}, (_, row) => `${address({x, y: y + row})}\x1b[0m${' '.repeat(columns)}`).join('');
	return {
		show: placed.map((one, index) => address(one) + show(one, index)).join(''),
		hide: placed.map((one, index) => (graphics === 'kitty' ? kittyHide(first + index * 2) : blank(one))).join(''),
	};
}

function placePart({page}: View, part: CutOut, {grey}: OpenedPage, manner: Manner): Placed {
	const [wide, high] = cellPixels(manner, part.columns, part.rows);
	const scale = page ? grey.width / page.width : 1;
	const frame = scaled(part.frame, scale);
	const pixels = withContrast(crop(grey, frame, part.columns * wide, part.rows * high));
	return {
		...part,
		pixels: marked(
			inColour(pixels),
			frame,
			part.marked.map(one => scaled(one, scale)),
			manner.colors,
		),
	};
}

/** The whole picture, as large as the view allows, in its middle. */
function placeWhole(view: View, opened: OpenedPage, manner: Manner): Placed {
	const {page, whole, columns, rows} = view;
	if (whole?.closer) return placeCloser(view, whole, whole.closer, opened, manner);
	const {small} = opened;
	const {graphics, colors} = manner;
	const turns = whole?.turns ?? 0;
	const [long, tall] = turns % 2 === 0 ? [small.width, small.height] : [small.height, small.width];
	// A cell is twice as tall as it is wide.
	const scale = Math.min(columns / long, (2 * rows) / tall);
	const fit = {columns: Math.max(1, Math.round(long * scale)), rows: Math.max(1, Math.round((tall * scale) / 2))};
	const [wide, high] = cellPixels(manner, fit.columns, fit.rows);
	const frame = wholeFrame(small.width, small.height, turns);
	const unmarked = wholeDrawn(small, frame, {
		turns,
		width: fit.columns * wide,
		height: fit.rows * high,
		graphics,
		colors,
	});
	const marks = page && whole ? whole.marked.map(one => scaled(one, small.width / page.width)) : [];
	return {
		...fit,
		x: Math.floor((columns - fit.columns) / 2),
		y: Math.floor((rows - fit.rows) / 2),
		pixels: marked(unmarked.pixels, frame, marks, colors),
		like: unmarked,
	};
}

type OfWhole = NonNullable<View['whole']>;

/** A part of the picture, enlarged: around what is marked, or the middle, and from there as far as the person went. */
function placeCloser(
	{page, columns, rows}: View,
	{turns, marked: marks}: OfWhole,
	{scale, pan}: NonNullable<OfWhole['closer']>,
	{grey}: OpenedPage,
	manner: Manner,
): Placed {
	const [long, tall] = turns % 2 === 0 ? [grey.width, grey.height] : [grey.height, grey.width];
	const fitted = Math.min(columns / long, (2 * rows) / tall) * scale;
	const shown = {
		columns: Math.min(columns, Math.round(long * fitted)),
		rows: Math.min(rows, Math.round((tall * fitted) / 2)),
	};
	const all = wholeFrame(grey.width, grey.height, turns);
	const size: Vector = [shown.columns / (long * fitted), (2 * shown.rows) / (tall * fitted)];
	const own = page ? marks.map(one => scaled(one, grey.width / page.width)) : [];
	const centre: Vector = own[0] ? sharesIn(all, pointIn(own[0], 0.5, 0.5)) : [0.5, 0.5];
	const start = (axis: 0 | 1, by: number) =>
		Math.min(1 - size[axis], Math.max(0, centre[axis] + ((by - 1) * size[axis]) / 2));
	const [u, v] = [start(0, pan.x), start(1, pan.y)];
	const frame: CropFrame = {
		origin: pointIn(all, u, v),
		across: [all.across[0] * size[0], all.across[1] * size[0]],
		down: [all.down[0] * size[1], all.down[1] * size[1]],
	};
	const [wide, high] = cellPixels(manner, shown.columns, shown.rows);
	return {
		...shown,
		x: Math.floor((columns - shown.columns) / 2),
		y: Math.floor((rows - shown.rows) / 2),
		pixels: marked(inColour(crop(grey, frame, shown.columns * wide, shown.rows * high)), frame, own, manner.colors),
	};
}

type Whole = Manner & {readonly turns: 0 | 1 | 2 | 3; readonly width: number; readonly height: number};

/** The last ones, unmarked: from field to field only the marks on a page change, and drawing all of it is what costs. */
const wholes = new WeakMap<Raster, {readonly of: string; readonly drawn: Drawn}>();

function wholeDrawn(small: Raster, frame: CropFrame, whole: Whole): Drawn {
	const {width, height, graphics, colors} = whole;
	const of = JSON.stringify(whole);
	const kept = wholes.get(small);
	if (kept?.of === of) return kept.drawn;
	const pixels = inColour(crop(small, frame, width, height));
	const drawn = {pixels, rows: graphics === 'blocks' ? cellRows(pixels, colors) : []};
	wholes.set(small, {of, drawn});
	return drawn;
}

/** Draws a picture that may be shown next in the place of `view`, while no key waits for it. */
export const prepareWhole = (view: View, page: OpenedPage, manner: Manner): void => void placeWhole(view, page, manner);

/** Grey or colour as three channels. */
function inColour({width, height, channels, data}: Raster): RgbPixels {
	if (channels === 3) return {width, height, data};
	const rgb = new Uint8Array(width * height * 3);
	for (let index = 0; index < width * height; index++) rgb.fill(data[index]!, index * 3, index * 3 + 3);
	return {width, height, data: rgb};
}

/** Yellow under each of the marks; without colours a line along its foot. */
function marked(pixels: RgbPixels, frame: CropFrame, marks: readonly CropFrame[], colors: ColorDepth): RgbPixels {
	if (marks.length === 0) return pixels;
	const {width, height} = pixels;
	const rgb = pixels.data.slice();
	for (const mark of marks) {
		// Shares change evenly from pixel to pixel.
		const at = (x: number, y: number) => sharesIn(mark, pointIn(frame, (x + 0.5) / width, (y + 0.5) / height));
		const [[u0, v0], [u1, v1], [u2, v2]] = [at(0, 0), at(1, 0), at(0, 1)];
		for (let y = 0; y < height; y++) {
			for (let x = 0; x < width; x++) {
				const u = u0 + (u1 - u0) * x + (u2 - u0) * y;
				const v = v0 + (v1 - v0) * x + (v2 - v0) * y;
				if (!(u >= 0 && u <= 1 && v >= 0 && v <= 1)) continue;
				const index = (y * width + x) * 3;
				if (colors === 'none') {
					if (v > 0.88) rgb.fill(0, index, index + 3);
					continue;
				}
				rgb[index + 1]! *= 0.85;
				rgb[index + 2]! *= 0.15;
			}
		}
	}
	return {width, height, data: rgb};
}

const pointIn = ({origin, across, down}: CropFrame, u: number, v: number): Vector => [
	origin[0] + across[0] * u + down[0] * v,
	origin[1] + across[1] * u + down[1] * v,
];

const captionStyles: Readonly<Record<Caption['kind'], string>> = {
	plain: '',
	current: '\x1b[1m',
	// Reversed, which can be seen in every theme and without colours.
	doubt: '\x1b[1;7m',
};

/** Rows of the view: pictures side by side with blanks around them, and the captions in theirs. */
function compose<P extends Placed>(
	{columns, rows, captions}: View,
	placed: readonly P[],
	draw: (one: P) => readonly string[],
): string[] {
	const spans: {x: number; y: number; width: number; text: string}[] = [
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
		for (const span of spans) {
			if (span.y !== y || span.x < at) continue;
			line += ' '.repeat(span.x - at) + span.text;
			at = span.x + span.width;
		}
		return line + ' '.repeat(Math.max(0, columns - at));
	});
}

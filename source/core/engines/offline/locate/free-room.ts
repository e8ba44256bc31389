import type {DocumentShape} from '../../../passport/model/document.ts';
import type {Point} from '../../../passport/model/reading.ts';
import type {Baseline} from '../line/crop.ts';
import type {Region} from './locate.ts';
import type {Pyramid} from './pyramid.ts';

/** A convex part of a page, its corners in order. */
export type Outline = readonly Point[];

/**
 * Pitches (2.54 mm) of the document around its first line: before and behind it, above and below its middle (ICAO 9303-4,
 * -5, -6 and -7, §2 and appendix A).
 */
const margins: Readonly<Record<DocumentShape, readonly [left: number, right: number, top: number, foot: number]>> = {
	TD3: [2.4, 2.8, 28, 6.7],
	TD2: [2.6, 2.7, 23.3, 5.8],
	TD1: [1.8, 1.9, 15.3, 5.9],
	'MRV-A': [1.6, 1.6, 25.7, 5.8],
	'MRV-B': [2.6, 2.7, 23.3, 5.8],
};

/** The place of a document whose first line this is. */
export function documentPage(shape: DocumentShape, {start, unit, pitch, count}: Baseline): Outline {
	const [ux, uy] = unit;
	const at = (along: number, down: number): Point => [
		start[0] + (ux * along - uy * down) * pitch,
		start[1] + (uy * along + ux * down) * pitch,
	];
	const [left, right, top, foot] = margins[shape];
	return [at(-left, -top), at(count + right, -top), at(count + right, foot), at(-left, foot)];
}

/** The same of the data page of a passport. */
export const dataPage = (first: Baseline): Outline => documentPage('TD3', first);

export const isWithin = (outline: Outline, [x, y]: Point): boolean => {
	for (let corner = 0; corner < outline.length; corner++) {
		const [ax, ay] = outline[corner]!;
		const [bx, by] = outline[(corner + 1) % outline.length]!;
		if ((bx - ax) * (y - ay) - (by - ay) * (x - ax) < 0) return false;
	}
	return true;
};

const isWithinAny = (outlines: readonly Outline[], point: Point): boolean => {
	for (const outline of outlines) if (isWithin(outline, point)) return true;
	return false;
};

/** Pitches a side: fine enough for a passport of a third of the size. */
const cellPitches = 3;
/** A data page of a third of the size, in cells. */
const smallest = {long: 6, short: 4};
/** Grey levels between the darkest and the lightest pixel of a cell with type in it, also far out of focus. Paper and noise stay under the first. */
export const contrasts = {sharp: 40, blurred: 16} as const;
/** Cells that the lines of a passport of a third of the size cover. */
const fewestCells = 4;

/**
 * The part of a page in which another passport could be: where one of a third of the size fits beside those that were found,
 * and something is printed. Undefined where there is none, as on most pages.
 *
 * @param pitch Pixels from character to character of the smallest that was found
 * @param contrast Of a cell with something printed
 */
export function freeRoom(
	pyramid: Pyramid,
	taken: readonly Outline[],
	pitch: number,
	contrast: number = contrasts.sharp,
): Region | undefined {
	const page = pyramid[0]!;
	const side = pitch * cellPitches;
	const columns = Math.floor(page.width / side);
	const rows = Math.floor(page.height / side);
	const grid: boolean[][] = [];
	for (let row = 0; row < rows; row++) {
		const free: boolean[] = [];
		for (let column = 0; column < columns; column++) {
			free.push(!isWithinAny(taken, [(column + 0.5) * side, (row + 0.5) * side]));
		}
		grid.push(free);
	}
	const roomy = grid.map(row => row.map(() => false));
	for (const [width, height] of [
		[smallest.long, smallest.short],
		[smallest.short, smallest.long],
	] as const) {
		markWindows(grid, roomy, width, height);
	}
	const printed = roomy.flatMap((row, y) =>
		row.flatMap((isRoomy, x) =>
			isRoomy && isPrinted(pyramid, x * side, y * side, side, contrast) ? [[x, y] as const] : [],
		),
	);
	if (printed.length < fewestCells) return undefined;
	const [left, top] = [0, 1].map(axis => Math.min(...printed.map(cell => cell[axis]!)));
	const [right, foot] = [0, 1].map(axis => Math.max(...printed.map(cell => cell[axis]!)) + 1);
	const margin = 1;
	const x = Math.max(0, left! - margin) * side;
	const y = Math.max(0, top! - margin) * side;
	return {
		x,
		y,
		width: Math.min(page.width, (right! + margin) * side) - x,
		height: Math.min(page.height, (foot! + margin) * side) - y,
	};
}

/** Marks the cells of every window of this size that is free as a whole. */
const markWindows = (grid: readonly boolean[][], marks: boolean[][], width: number, height: number): void => {
	const columns = grid[0]?.length ?? 0;
	for (let y = 0; y + height <= grid.length; y++) {
		for (let x = 0; x + width <= columns; x++) {
			const rows = grid.slice(y, y + height);
			if (!rows.every(row => row.slice(x, x + width).every(Boolean))) continue;
			for (let row = y; row < y + height; row++) marks[row]!.fill(true, x, x + width);
		}
	}
};

const isPrinted = (pyramid: Pyramid, left: number, top: number, side: number, contrast: number): boolean => {
	const level = Math.min(pyramid.length - 1, Math.max(0, Math.floor(Math.log2(side / 12))));
	const {data, width, height} = pyramid[level]!;
	const scale = 1 / 2 ** level;
	let low = 255;
	let high = 0;
	for (let y = Math.floor(top * scale); y < Math.min(height, (top + side) * scale); y++) {
		for (let x = Math.floor(left * scale); x < Math.min(width, (left + side) * scale); x++) {
			const value = data[y * width + x]!;
			low = Math.min(low, value);
			high = Math.max(high, value);
		}
	}
	return high - low >= contrast;
};

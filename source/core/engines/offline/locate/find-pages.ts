import type {Point} from '../../../passport/model/reading.ts';
import {lentFloats} from '../../../scratch.ts';
import type {Network} from '../networks/network.ts';
import {isWithin, type Outline} from './free-room.ts';
import type {Region} from './locate.ts';
import {type Pyramid, sample} from './pyramid.ts';
import {components} from './segments.ts';

/** Pixels a pitch (2.54 mm) of the drawings that the network learned from, in which letters cannot be read. */
const drawn = 3.175;
/** Pixels for which the network's map has one cell, and of which the sides of its input are multiples. */
const [cell, whole] = [8, 16];
/** Pixels of a drawing at most. */
const largest = 500_000;
/** Pixels to each side by which one is measured, the least deviation of their grey levels, and by how many it may differ. */
const around = {reach: 20, least: 3, most: 4};
/** Cells that the network marks of a data page: the inner seven tenths of 125 by 88 mm, and the band of its MRZ. */
const cells = {
	inner: ((0.7 * 125) / 2.54) * ((0.7 * 88) / 2.54) * (drawn / cell) ** 2,
	band: (111.8 / 2.54) * (10 / 2.54) * (drawn / cell) ** 2,
};
/** Levels from which on a cell counts. */
const marked = {inner: 0.5, band: 0.3};
/** Share of the inner part that must be in one piece. */
const leastArea = 0.5;
/**
 * Mean level of that piece, and the same with the share of a band beside it, by its weight. Cards, tickets and the other page of
 * a booklet, which can look much like a data page, stay under the latter more often than not.
 */
const sure = {inner: 0.8, band: 0.4, both: 1.22};
/** Pitches from the middle of a data page by which its MRZ is within, and that of the next page is not. */
const toMrz = 24;
/** Pitches from the middle of a data page to the far ends of its MRZ. */
const toEnds = 26;

const lend = lentFloats();

/**
 * Finds data pages of passports by their look, whether or not anything on them can be read.
 *
 * @param known Where documents are that were found already
 * @param pitch Pixels from character to character of a passport of the same size
 * @returns a square around the middle of each, which has its MRZ in it, whichever way up it is
 */
export async function findPages(
	network: Network,
	pyramid: Pyramid,
	region: Region,
	known: readonly Outline[],
	pitch: number,
): Promise<readonly Outline[]> {
	const scale = Math.max(pitch / drawn, Math.sqrt((region.width * region.height) / largest));
	const [width, height] = [Math.ceil(region.width / scale), Math.ceil(region.height / scale)];
	const [columns, rows] = [roundUp(width), roundUp(height)];
	const pixels = new Float32Array(width * height);
	const origin = [region.x + 0.5 * scale - 0.5, region.y + 0.5 * scale - 0.5] as const;
	sample(pyramid, origin, [scale, 0], [0, scale], width, height, pixels);
	const {data} = await lend(columns * rows, async input => {
		input.fill(0);
		measure(pixels, width, input, columns);
		return network.run(input, [1, 1, rows, columns]);
	});
	const across = columns / cell;
	const placeOf = (at: number): Point => [
		region.x + ((at % across) + 0.5) * cell * scale,
		region.y + (Math.floor(at / across) + 0.5) * cell * scale,
	];
	const free = data.map((level, at) =>
		known.some(outline => isWithin(outline, placeOf(at % (data.length / 2)))) ? 0 : level,
	);
	const [inner, band] = [free.subarray(0, data.length / 2), free.subarray(data.length / 2)];
	const bands = [...band.entries()].filter(([, level]) => level > marked.band);
	return components(inner, across, marked.inner).flatMap(piece => {
		if (piece.length < leastArea * cells.inner) return [];
		const mean = (of: (at: number) => number) => piece.reduce((sum, at) => sum + of(at), 0) / piece.length;
		const middle: Point = [mean(at => placeOf(at)[0]), mean(at => placeOf(at)[1])];
		const share =
			bands.reduce((sum, [at, level]) => sum + (distance(placeOf(at), middle) < toEnds * pitch ? level : 0), 0) /
			cells.band;
		const level = mean(at => inner[at]!);
		const both = level + sure.band * Math.min(1, share);
		return level > sure.inner && both > sure.both ? [squareAround(middle, toMrz * pitch)] : [];
	});
}

const distance = ([ax, ay]: Point, [bx, by]: Point): number => Math.hypot(ax - bx, ay - by);

const squareAround = ([x, y]: Point, reach: number): Outline => [
	[x - reach, y - reach],
	[x + reach, y - reach],
	[x + reach, y + reach],
	[x - reach, y + reach],
];

const roundUp = (pixels: number): number => Math.max(2, Math.ceil(pixels / whole)) * whole;

/** Writes by how much each pixel differs from those around it, in their deviations. */
const measure = (pixels: Float32Array, width: number, out: Float32Array, stride: number): void => {
	const height = pixels.length / width;
	const sums = sumsAround(pixels, width);
	const squares = sumsAround(
		pixels.map(level => level * level),
		width,
	);
	const seen = (at: number, end: number) => Math.min(end, at + around.reach + 1) - Math.max(0, at - around.reach);
	for (const [at, level] of pixels.entries()) {
		const [x, y] = [at % width, Math.floor(at / width)];
		const count = seen(x, width) * seen(y, height);
		const mean = sums[at]! / count;
		const deviation = Math.sqrt(Math.max(0, squares[at]! / count - mean * mean)) + around.least;
		out[y * stride + x] = Math.max(-around.most, Math.min(around.most, (level - mean) / deviation));
	}
};

/** The sums of all values that are at most `reach` away, in rows and columns. */
const sumsAround = (values: Float32Array, width: number): Float32Array => {
	const height = values.length / width;
	const inRows = new Float32Array(values.length);
	for (let y = 0; y < height; y++) sumAlong(values, inRows, y * width, 1, width);
	const inBoth = new Float32Array(values.length);
	for (let x = 0; x < width; x++) sumAlong(inRows, inBoth, x, width, height);
	return inBoth;
};

const sumAlong = (from: Float32Array, to: Float32Array, start: number, step: number, count: number): void => {
	let sum = 0;
	for (let at = -around.reach; at < count; at++) {
		if (at + around.reach < count) sum += from[start + (at + around.reach) * step]!;
		if (at - around.reach > 0) sum -= from[start + (at - around.reach - 1) * step]!;
		if (at >= 0) to[start + at * step] = sum;
	}
};

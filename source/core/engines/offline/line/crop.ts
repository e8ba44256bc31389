import type {Pyramid} from '../locate/pyramid.ts';
import {sample} from '../locate/pyramid.ts';
import {normalise} from '../networks/normalise.ts';
import {below} from './bend.ts';

/** Size of the recogniser's input, in pixels, and the pitch at which 44 characters fill it with 1.2 pitches to spare at each end. */
export const cropWidth = 768;
export const cropHeight = 32;
export const cropPitch = 16.55;

/** A straight line of type on the page: the left edge of the first cell, the reading direction, and the pitch, in pixels. */
export type Baseline = {
	readonly start: readonly [number, number];
	readonly unit: readonly [number, number];
	readonly pitch: number;
	readonly count: number;
	/**
	 * How much further away its end is than its beginning, as a share: cells there are narrower by its square, and lower.
	 * 0 where the page is seen from the front.
	 */
	readonly recession?: number | undefined;
	/** How the line leaves the straight one: see `bendIn`. */
	readonly bend?: readonly number[] | undefined;
	/** Its first and its last cell are where they are said to be, whatever is seen there: other lines of the document show it. */
	readonly held?: true;
};

/** Small changes of a crop, for reading a line more than once. Shares of the crop's height and of its width. */
export type Variation = {readonly tall: number; readonly lift: number; readonly slide: number};

export const plain: Variation = {tall: 1, lift: 0, slide: 0};

/** The place of the crop's column 0 along the baseline, in crop pixels before the first cell. */
const margin = (count: number) => (cropWidth - cropPitch * count) / 2;

/** Share of a line's length before a share of its cells. */
export const lengthBefore = ({recession = 0}: Pick<Baseline, 'recession'>, cells: number): number =>
	(cells * (1 + recession)) / (1 + recession * cells);

/** The height of type at a share of a line's cells, as a share of its height in their middle. */
const tallAt = ({recession = 0}: Baseline, cells: number): number => (1 + recession / 2) / (1 + recession * cells);

/** Share of its cells before a column of the crop. */
const cellsBefore = (line: Baseline, column: number): number =>
	(column - margin(line.count)) / (cropPitch * line.count);

/** Page point that has a share of a line's cells before it. */
export function pointBefore(line: Baseline, cells: number): [number, number] {
	const along = lengthBefore(line, cells) * line.pitch * line.count;
	return [line.start[0] + line.unit[0] * along, line.start[1] + line.unit[1] * along];
}

/** Page point of a column of the crop (a fraction is fine), half-way up. */
export const pointAt = (line: Baseline, column: number): [number, number] =>
	pointBefore(line, cellsBefore(line, column));

/** A line that is bent or recedes is cut out in even pieces of so many columns. */
const spanWidth = 24;

/** The same on the line itself, where it is bent. */
export function pointOn(line: Baseline, column: number): [number, number] {
	const [x, y] = pointAt(line, column);
	const off = below(line, lengthBefore(line, cellsBefore(line, column)));
	return [x - line.unit[1] * off, y + line.unit[0] * off];
}

/** Cuts a line out: 32 x 768 samples into `out`, mean 0 and variance 1. */
export function cutLine(pyramid: Pyramid, line: Baseline, variation: Variation, out: Float32Array): void {
	const [ux, uy] = line.unit;
	const width = line.bend || line.recession ? spanWidth : cropWidth;
	const slide = variation.slide * cropWidth;
	for (let column = 0; column < cropWidth; column += width) {
		const middle = cellsBefore(line, column + width / 2 + slide);
		const tall = (line.pitch / cropPitch) * variation.tall * (line.recession ? tallAt(line, middle) : 1);
		const above = (0.5 - cropHeight / 2 + variation.lift * cropHeight) * tall;
		// The middle of a pixel is at its index: hence the half pixel back.
		const place = (at: number): [number, number] => {
			const [x, y] = pointOn(line, at + 0.5 + slide);
			return [x - uy * above - 0.5, y + ux * above - 0.5];
		};
		const from = place(column);
		const to = place(column + width);
		const step: [number, number] = [(to[0] - from[0]) / width, (to[1] - from[1]) / width];
		sample(pyramid, from, step, [-uy * tall, ux * tall], width, cropHeight, out.subarray(column), cropWidth);
	}
	normalise(out);
}

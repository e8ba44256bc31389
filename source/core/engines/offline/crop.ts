import {below} from './bend.ts';
import type {Pyramid} from './pyramid.ts';
import {sample} from './pyramid.ts';

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
	/** How the line leaves the straight one: see `bendIn`. */
	readonly bend?: readonly number[] | undefined;
};

/** Small changes of a crop, for reading a line more than once. Shares of the crop's height and of its width. */
export type Variation = {readonly tall: number; readonly lift: number; readonly slide: number};

export const plain: Variation = {tall: 1, lift: 0, slide: 0};

/** Where the crop's column 0 lies along the baseline, in crop pixels before the first cell. */
const margin = (count: number) => (cropWidth - cropPitch * count) / 2;

/** Page point of a column of the crop (a fraction is fine), half-way up. */
export function pointAt(line: Baseline, column: number): [number, number] {
	const scale = line.pitch / cropPitch;
	const along = (column - margin(line.count)) * scale;
	return [line.start[0] + line.unit[0] * along, line.start[1] + line.unit[1] * along];
}

/** A bent line is cut out in straight pieces of so many columns. */
const pieceWidth = 24;

/** The same on the line itself, where it is bent. */
export function pointOn(line: Baseline, column: number): [number, number] {
	const [x, y] = pointAt(line, column);
	const off = below(line, (column - margin(line.count)) / (cropPitch * line.count));
	return [x - line.unit[1] * off, y + line.unit[0] * off];
}

/** Cuts a line out: 32 x 768 samples into `out`, mean 0 and variance 1. */
export function cutLine(pyramid: Pyramid, line: Baseline, variation: Variation, out: Float32Array): void {
	const scale = line.pitch / cropPitch;
	const [ux, uy] = line.unit;
	const tall = scale * variation.tall;
	const left = (0.5 + variation.slide * cropWidth - margin(line.count)) * scale;
	const above = (0.5 - cropHeight / 2 + variation.lift * cropHeight) * tall;
	// The middle of a pixel is at its index: hence the half pixel back.
	const origin: [number, number] = [
		line.start[0] + ux * left - uy * above - 0.5,
		line.start[1] + uy * left + ux * above - 0.5,
	];
	const down: [number, number] = [-uy * tall, ux * tall];
	const place = (column: number): [number, number] => {
		const off = below(line, (left / scale + column) / (cropPitch * line.count));
		return [origin[0] + ux * scale * column - uy * off, origin[1] + uy * scale * column + ux * off];
	};
	const width = line.bend ? pieceWidth : cropWidth;
	const piece = new Float32Array(width * cropHeight);
	for (let column = 0; column < cropWidth; column += width) {
		const from = place(column);
		const to = place(column + width);
		sample(pyramid, from, [(to[0] - from[0]) / width, (to[1] - from[1]) / width], down, width, cropHeight, piece);
		for (let row = 0; row < cropHeight; row++) {
			out.set(piece.subarray(row * width, (row + 1) * width), row * cropWidth + column);
		}
	}
	normalise(out);
}

const normalise = (pixels: Float32Array): void => {
	let sum = 0;
	let squares = 0;
	for (const value of pixels) {
		sum += value;
		squares += value * value;
	}

	const mean = sum / pixels.length;
	// The networks were trained on 0 to 1 with 0.001 added; pixels here run to 255.
	const deviation = Math.sqrt(Math.max(0, squares / pixels.length - mean * mean)) + 0.255;
	for (let i = 0; i < pixels.length; i++) pixels[i] = (pixels[i]! - mean) / deviation;
};

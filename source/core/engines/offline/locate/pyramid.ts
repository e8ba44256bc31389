import {halve} from '../../../pictures/decode/halve.ts';
import type {GreyImage} from '../../../pictures/picture.ts';
import {onceForEach} from '../../../remember.ts';

/** A picture at full, half, quarter … size, so that any scale is sampled without aliasing. */
export type Pyramid = readonly GreyImage[];

/** A picture and its halves, down to a shorter side of less than 128 pixels. */
export const buildPyramid = onceForEach((image: GreyImage): Pyramid => {
	const levels = [image];
	for (let level = image; Math.min(level.width, level.height) >= 128; ) {
		level = halve(level);
		levels.push(level);
	}

	return levels;
});

/**
 * Fills `out` (width x height) with grey samples: pixel (i, j) is taken at `origin + i * along + j * across`, in
 * pixels of the full-size picture, bilinear, edges repeated.
 *
 * @param stride Numbers from row to row of `out`, where it is part of something wider
 */
export function sample(
	pyramid: Pyramid,
	origin: readonly [number, number],
	along: readonly [number, number],
	across: readonly [number, number],
	width: number,
	height: number,
	out: Float32Array,
	stride: number = width,
): void {
	const step = Math.min(Math.hypot(...along), Math.hypot(...across));
	const level = Math.max(0, Math.min(pyramid.length - 1, Math.floor(Math.log2(Math.max(1, step)) + 0.25)));
	const image = pyramid[level]!;
	const scale = 1 / 2 ** level;
	const shift = 0.5 * scale - 0.5; // the middle of a pixel of a smaller level is between the larger one's
	const dx = along[0] * scale;
	const dy = along[1] * scale;
	for (let j = 0; j < height; j++) {
		const at = j * stride;
		const x = (origin[0] + j * across[0]) * scale + shift;
		const y = (origin[1] + j * across[1]) * scale + shift;
		const [endX, endY] = [x + dx * (width - 1), y + dy * (width - 1)];
		const isInside =
			Math.min(x, endX) > inside &&
			Math.min(y, endY) > inside &&
			Math.max(x, endX) < image.width - 1 - inside &&
			Math.max(y, endY) < image.height - 1 - inside;
		if (!isInside) sampleAtEdge(image, x, y, dx, dy, out, at, width);
		else if (dy === 0) sampleLevel(image, x, y, dx, out, at, width);
		else sampleInside(image, x, y, dx, dy, out, at, width);
	}
}

/** Pixels that a row of samples stays away from the edge, so that rounding takes none of them over it. */
const inside = 1e-6;

const sampleInside = (
	{data, width}: GreyImage,
	fromX: number,
	fromY: number,
	dx: number,
	dy: number,
	out: Float32Array,
	at: number,
	count: number,
) => {
	let x = fromX;
	let y = fromY;
	for (let i = 0; i < count; i++, x += dx, y += dy) {
		const x0 = x | 0;
		const y0 = y | 0;
		const fx = x - x0;
		const fy = y - y0;
		const a = y0 * width + x0;
		const b = a + width;
		out[at + i] = (data[a]! * (1 - fx) + data[a + 1]! * fx) * (1 - fy) + (data[b]! * (1 - fx) + data[b + 1]! * fx) * fy;
	}
};

/** The same of a row that is level, as in every drawing of a page. */
const sampleLevel = (
	{data, width}: GreyImage,
	fromX: number,
	y: number,
	dx: number,
	out: Float32Array,
	at: number,
	count: number,
): void => {
	const upper = (y | 0) * width;
	const fy = y - (y | 0);
	let x = fromX;
	for (let i = 0; i < count; i++, x += dx) {
		const x0 = x | 0;
		const fx = x - x0;
		const a = upper + x0;
		const b = a + width;
		out[at + i] = (data[a]! * (1 - fx) + data[a + 1]! * fx) * (1 - fy) + (data[b]! * (1 - fx) + data[b + 1]! * fx) * fy;
	}
};

const sampleAtEdge = (
	{data, width, height}: GreyImage,
	fromX: number,
	fromY: number,
	dx: number,
	dy: number,
	out: Float32Array,
	at: number,
	count: number,
) => {
	let x = fromX;
	let y = fromY;
	for (let i = 0; i < count; i++, x += dx, y += dy) {
		const cx = Math.max(0, Math.min(width - 1, x));
		const cy = Math.max(0, Math.min(height - 1, y));
		const x0 = cx | 0;
		const y0 = cy | 0;
		const fx = cx - x0;
		const fy = cy - y0;
		const a = y0 * width + x0;
		const right = x0 + 1 < width ? 1 : 0;
		const b = y0 + 1 < height ? a + width : a;
		out[at + i] =
			(data[a]! * (1 - fx) + data[a + right]! * fx) * (1 - fy) + (data[b]! * (1 - fx) + data[b + right]! * fx) * fy;
	}
};

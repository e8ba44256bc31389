import {openLoops, room} from '../../../loops.ts';
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

type Vector = readonly [number, number];

/**
 * Fills `out` (width x height) with grey samples: pixel (i, j) is taken at `origin + i * along + j * across`, in
 * pixels of the full-size picture, bilinear, edges repeated.
 *
 * @param stride Numbers from row to row of `out`, where it is part of something wider
 */
export function sample(
	pyramid: Pyramid,
	origin: Vector,
	along: Vector,
	across: Vector,
	width: number,
	height: number,
	out: Float32Array,
	stride: number = width,
): void {
	const step = Math.min(Math.hypot(...along), Math.hypot(...across));
	const level = Math.max(0, Math.min(pyramid.length - 1, Math.floor(Math.log2(Math.max(1, step)) + 0.25)));
	sampleLevel(pyramid[level]!, 1 / 2 ** level, {origin, along, across, width, height}, out, stride);
}

type Block = {
	readonly origin: Vector;
	readonly along: Vector;
	readonly across: Vector;
	readonly width: number;
	readonly height: number;
};

/** What of a picture a block needs goes into the memory of the loops; one that needs too much is made in halves. */
function sampleLevel(image: GreyImage, scale: number, block: Block, out: Float32Array, stride: number): void {
	const {origin, along, across, width, height} = block;
	const shift = 0.5 * scale - 0.5; // the middle of a pixel of a smaller level is between the larger one's
	const first = (axis: 0 | 1, size: number): number =>
		Math.floor(Math.max(0, Math.min(size - 1, lowest(block, axis) * scale + shift)));
	const last = (axis: 0 | 1, size: number): number =>
		Math.min(size - 1, Math.floor(Math.max(0, highest(block, axis) * scale + shift)) + 1);
	const top = first(1, image.height);
	const rows = last(1, image.height) - top + 1;
	const needed = {left: first(0, image.width), right: last(0, image.width)};
	// Whole rows are put there at once.
	const isMost = 2 * (needed.right - needed.left + 1) > image.width;
	const {left, right} = isMost ? {left: 0, right: image.width - 1} : needed;
	const columns = right - left + 1;
	const bytes = Math.ceil((columns * rows) / 4) * 4;
	if (bytes + 4 * width * height > room.bytes) {
		const [one, other] = halves(block);
		sampleLevel(image, scale, one, out, stride);
		sampleLevel(image, scale, other, out.subarray(one.width < width ? one.width : one.height * stride), stride);
		return;
	}

	const {memory, sample: loop} = openLoops();
	if (columns === image.width) {
		memory.set(image.data.subarray(top * columns, (top + rows) * columns), room.from);
	} else {
		for (let row = 0; row < rows; row++) {
			const from = (top + row) * image.width + left;
			memory.set(image.data.subarray(from, from + columns), room.from + row * columns);
		}
	}

	const to = room.from + bytes;
	loop(
		room.from - top * columns - left,
		columns,
		image.width - 1,
		image.height - 1,
		...origin,
		...across,
		scale,
		shift,
		along[0] * scale,
		along[1] * scale,
		to,
		width,
		height,
	);
	const made = new Float32Array(memory.buffer, to, width * height);
	if (stride === width) out.set(made);
	else for (let row = 0; row < height; row++) out.set(made.subarray(row * width, (row + 1) * width), row * stride);
}

/** The least and the most of a coordinate in a block; a little more, since steps are rounded. */
const rounding = 1e-6;
const lowest = ({origin, along, across, width, height}: Block, axis: 0 | 1): number =>
	origin[axis] + Math.min(0, along[axis] * (width - 1)) + Math.min(0, across[axis] * (height - 1)) - rounding;
const highest = ({origin, along, across, width, height}: Block, axis: 0 | 1): number =>
	origin[axis] + Math.max(0, along[axis] * (width - 1)) + Math.max(0, across[axis] * (height - 1)) + rounding;

function halves(block: Block): readonly [Block, Block] {
	const {origin, along, across, width, height} = block;
	const isWide = width > height;
	const half = Math.ceil((isWide ? width : height) / 2);
	const [x, y] = isWide ? along : across;
	const behind = {...block, origin: [origin[0] + half * x, origin[1] + half * y] as const};
	return isWide
		? [
				{...block, width: half},
				{...behind, width: width - half},
			]
		: [
				{...block, height: half},
				{...behind, height: height - half},
			];
}

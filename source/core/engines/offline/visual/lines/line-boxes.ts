/**
 * A line of type in the maps of the locator: the middle of its capitals, its length, the height of its capitals as the
 * second map has it, and its slope (rise of y by x). Pixels of the map; lines are nearly level, because the page was put
 * upright first.
 */
export type LineBox = {
	readonly x: number;
	readonly y: number;
	readonly length: number;
	readonly share: number;
	readonly slope: number;
};

/** A pixel is of a line's core where that is as likely as not. */
const threshold = 0.5;
/** Specks of fewer pixels are dirt. */
const leastPixels = 5;
/** Steeper than this is no line of an upright page. */
const steepest = 0.35;
/** Lines of so many heights of their capitals, or longer, have a slope to speak of. */
const longLine = 4;

/** Used for each map. */
let seen = new Uint8Array(0);

/**
 * The lines in a map of cores, which are its connected parts.
 *
 * @param cores How likely each pixel is in the core of a line (0 to 1, row by row)
 * @param heights How tall the capitals of a line are at its pixels, 0 to 1
 */
export function findLineBoxes(cores: Float32Array, heights: Float32Array, width: number): LineBox[] {
	if (seen.length < cores.length) seen = new Uint8Array(cores.length);
	seen.fill(0);
	const boxes: LineBox[] = [];
	for (let start = 0; start < cores.length; start++) {
		if (seen[start] || cores[start]! <= threshold) continue;
		const pixels = partFrom(start, cores, width);
		const box = pixels.length >= leastPixels ? boxOf(pixels, cores, heights, width) : undefined;
		if (box) boxes.push(box);
	}

	return boxes;
}

function partFrom(start: number, cores: Float32Array, width: number): number[] {
	const pixels = [start];
	seen[start] = 1;
	const add = (at: number) => {
		if (at < 0 || at >= cores.length || seen[at] || cores[at]! <= threshold) return;
		seen[at] = 1;
		pixels.push(at);
	};
	for (let next = 0; next < pixels.length; next++) {
		const at = pixels[next]!;
		const x = at % width;
		if (x > 0) add(at - 1);
		if (x < width - 1) add(at + 1);
		add(at - width);
		add(at + width);
	}

	return pixels;
}

/** By index: until V8 optimizes them, iterators make two objects for each pixel. */
function boxOf(
	pixels: readonly number[],
	cores: Float32Array,
	heights: Float32Array,
	width: number,
): LineBox | undefined {
	let [sum, mx, my, high] = [0, 0, 0, 0];
	for (let next = 0; next < pixels.length; next++) {
		const at = pixels[next]!;
		const weight = cores[at]!;
		sum += weight;
		mx += weight * (at % width);
		my += weight * Math.floor(at / width);
		high += weight * heights[at]!;
	}

	[mx, my, high] = [mx / sum, my / sum, high / sum];
	let [xx, xy, left, right] = [0, 0, Infinity, -Infinity];
	for (let next = 0; next < pixels.length; next++) {
		const at = pixels[next]!;
		const dx = (at % width) - mx;
		xx += dx * dx;
		xy += dx * (Math.floor(at / width) - my);
		left = Math.min(left, dx);
		right = Math.max(right, dx);
	}

	const length = right - left + 1;
	const slope = length * length > longLine * pixels.length ? xy / xx : 0;
	if (Math.abs(slope) > steepest) return undefined;
	const x = mx + (left + right) / 2;
	return {x, y: my + (slope * (left + right)) / 2, length, share: high, slope};
}

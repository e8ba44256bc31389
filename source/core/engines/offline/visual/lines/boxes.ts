/**
 * A line of type in a map: its middle, its size along and across, and its slope (rise of y by x). In pixels of the map;
 * lines are nearly level, because the page was put upright first.
 */
export type TextBox = {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly slope: number;
};

/** DBNet's own: what is darker than this is type. */
const threshold = 0.3;
const leastScore = 0.5;
/** Smaller specks are dirt. */
const leastArea = 12;
/** DBNet is trained to draw the core of a line; this much of the core's thickness is put back on each side. */
const unclip = 0.8;
/** Steeper than this is no line of an upright page. */
const steepest = 0.35;

/** Used for each map. */
let room = new Uint8Array(0);

/**
 * Boxes around the connected parts of a probability map (0 to 1, row by row): the post-processing of DBNet, with lines
 * that are nearly level instead of any polygon.
 */
export function findBoxes(map: Float32Array, width: number, height: number): TextBox[] {
	const boxes: TextBox[] = [];
	if (room.length < width * height) room = new Uint8Array(width * height);
	const seen = room.fill(0);
	const stack: number[] = [];
	for (let start = 0; start < map.length; start++) {
		if (seen[start] || map[start]! <= threshold) continue;
		const pixels: number[] = [];
		stack.push(start);
		seen[start] = 1;
		while (stack.length > 0) {
			const at = stack.pop()!;
			pixels.push(at);
			const x = at % width;
			for (const next of [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width]) {
				if (next < 0 || next >= map.length || seen[next] || map[next]! <= threshold) continue;
				seen[next] = 1;
				stack.push(next);
			}
		}

		const box = pixels.length >= leastArea ? boxOf(pixels, map, width) : undefined;
		if (box) boxes.push(box);
	}

	return boxes;
}

/** The box of one connected part; undefined when it is too faint or too steep. */
const boxOf = (pixels: readonly number[], map: Float32Array, width: number): TextBox | undefined => {
	const count = pixels.length;
	let [sum, mx, my] = [0, 0, 0];
	for (const at of pixels) {
		sum += map[at]!;
		mx += at % width;
		my += Math.floor(at / width);
	}

	if (sum / count < leastScore) return undefined;
	mx /= count;
	my /= count;
	let [xx, xy] = [0, 0];
	for (const at of pixels) {
		const dx = (at % width) - mx;
		xx += dx * dx;
		xy += dx * (Math.floor(at / width) - my);
	}

	// Short parts have no slope of their own to speak of.
	const spread = Math.sqrt((12 * xx) / count);
	const slope = spread > (4 * count) / Math.max(1, spread) ? xy / xx : 0;
	if (Math.abs(slope) > steepest) return undefined;
	let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
	for (const at of pixels) {
		const dx = (at % width) - mx;
		const dy = Math.floor(at / width) - my - slope * dx;
		left = Math.min(left, dx);
		right = Math.max(right, dx);
		top = Math.min(top, dy);
		bottom = Math.max(bottom, dy);
	}

	const long = right - left + 1;
	const thick = Math.min(bottom - top + 1, (count / long) * 1.25);
	const grow = (2 * unclip * thick * long) / (long + thick);
	return {
		x: mx + (left + right) / 2,
		y: my + (top + bottom) / 2 + (slope * (left + right)) / 2,
		width: long + grow,
		height: thick + grow,
		slope,
	};
};

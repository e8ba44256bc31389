import type {RgbPixels} from './blocks.ts';

/** Quadrants by their inked parts: 1 upper left, 2 upper right, 4 lower left, 8 lower right. */
const quadrants = ' ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█';

/**
 * A picture without any colour: what is dark on it is drawn in the terminal's own text colour, two by two pixels a cell.
 *
 * @returns rows of `width / 2` cells each
 */
export function inkRows({width, height, data}: RgbPixels): string[] {
	const greys = Array.from(
		{length: width * height},
		(_, at) => data[at * 3]! * 0.3 + data[at * 3 + 1]! * 0.59 + data[at * 3 + 2]! * 0.11,
	);
	const limit = between(greys);
	const around = localMeans(greys, width, height);
	const isInk = (x: number, y: number): number => {
		const grey = greys[y * width + x]!;
		return grey < limit || grey < around(x, y) * ink ? 1 : 0;
	};
	return Array.from({length: Math.floor(height / 2)}, (_, row) =>
		Array.from({length: Math.floor(width / 2)}, (_, column) => {
			const [x, y] = [column * 2, row * 2];
			return quadrants[isInk(x, y) + 2 * isInk(x + 1, y) + 4 * isInk(x, y + 1) + 8 * isInk(x + 1, y + 1)];
		}).join(''),
	);
}

/** Ink is darker than this share of the grey around it, on bright paper as well. */
const ink = 0.9;

/** The mean grey of an eighth of the picture around a place, from a table of sums (Crow, 1984). */
function localMeans(greys: readonly number[], width: number, height: number): (x: number, y: number) => number {
	const sums = new Float64Array((width + 1) * (height + 1));
	const at = (x: number, y: number) => y * (width + 1) + x;
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			sums[at(x + 1, y + 1)] = greys[y * width + x]! + sums[at(x, y + 1)]! + sums[at(x + 1, y)]! - sums[at(x, y)]!;
		}
	}
	const reach = Math.max(2, width >> 4);
	return (x, y) => {
		const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)];
		const [top, bottom] = [Math.max(0, y - reach), Math.min(height, y + reach + 1)];
		const sum = sums[at(right, bottom)]! - sums[at(left, bottom)]! - sums[at(right, top)]! + sums[at(left, top)]!;
		return sum / ((right - left) * (bottom - top));
	};
}

/** The grey half-way between the mean of what is darker than it and of what is brighter (Ridler and Calvard, 1978). */
function between(greys: readonly number[]): number {
	let limit = 128;
	for (let turn = 0; turn < 20; turn++) {
		const [dark, bright] = [greys.filter(grey => grey < limit), greys.filter(grey => grey >= limit)];
		const next = (mean(dark, limit) + mean(bright, limit)) / 2;
		if (Math.abs(next - limit) < 0.5) break;
		limit = next;
	}
	return limit;
}

const mean = (greys: readonly number[], fallback: number): number =>
	greys.length === 0 ? fallback : greys.reduce((sum, grey) => sum + grey, 0) / greys.length;

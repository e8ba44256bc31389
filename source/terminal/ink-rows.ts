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
	const isInk = (x: number, y: number): number => (greys[y * width + x]! < limit ? 1 : 0);
	return Array.from({length: Math.floor(height / 2)}, (_, row) =>
		Array.from({length: Math.floor(width / 2)}, (_, column) => {
			const [x, y] = [column * 2, row * 2];
			return quadrants[isInk(x, y) + 2 * isInk(x + 1, y) + 4 * isInk(x, y + 1) + 8 * isInk(x + 1, y + 1)];
		}).join(''),
	);
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

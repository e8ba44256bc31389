import type {Pyramid} from '../locate/pyramid.ts';
import {sample} from '../locate/pyramid.ts';
import {bandScore, bendIn, changesIn, type Window} from './bend.ts';
import type {Baseline} from './crop.ts';

const rows = 64;
const columns = 256;
const rowsPerPitch = 16;

/**
 * Moves a rough baseline onto the middle of its characters, at both ends. The rows that hold type are those where
 * brightness changes along the line; the band of a capital's height that holds the most, and whose neighbours hold
 * the least, is the line.
 */
export const snap = (pyramid: Pyramid, lines: readonly Baseline[]): Baseline[] =>
	bent(
		pyramid,
		lines.map(line => straightened(pyramid, line)),
	);

const straightened = (pyramid: Pyramid, line: Baseline): Baseline => {
	const [ux, uy] = line.unit;
	const length = line.pitch * line.count;
	const across = line.pitch / rowsPerPitch;
	const window = windowAround(pyramid, line);
	const left = bandIn(window, 0, columns * 0.45);
	const right = bandIn(window, columns * 0.55, columns);
	// Both halves look at their own middle: at 22.5 % and at 77.5 % of the line.
	const slope = (right - left) / 0.55;
	const atStart = (left - slope * 0.225) * across;
	const atEnd = (left + slope * 0.775) * across;
	const start: [number, number] = [line.start[0] - uy * atStart, line.start[1] + ux * atStart];
	const end: [number, number] = [line.start[0] + ux * length - uy * atEnd, line.start[1] + uy * length + ux * atEnd];
	const moved = Math.hypot(end[0] - start[0], end[1] - start[1]);
	return {
		...line,
		start,
		unit: [(end[0] - start[0]) / moved, (end[1] - start[1]) / moved],
		pitch: moved / line.count,
	};
};

/**
 * The lines of an MRZ whose straight baselines are right, with what it takes to follow them where the page is not flat.
 */
export function bent(pyramid: Pyramid, lines: readonly Baseline[]): Baseline[] {
	const bends = bendIn(lines.map(line => windowAround(pyramid, line)));
	return lines.map((line, i) => ({...line, bend: bends?.[i]}));
}

const windowAround = (pyramid: Pyramid, line: Baseline): Window => {
	const pixels = new Float32Array(rows * columns);
	const [ux, uy] = line.unit;
	const along = (line.pitch * line.count) / columns;
	const across = line.pitch / rowsPerPitch;
	const above = -(rows / 2 - 0.5) * across;
	const origin: [number, number] = [
		line.start[0] + ux * along * 0.5 - uy * above - 0.5,
		line.start[1] + uy * along * 0.5 + ux * above - 0.5,
	];
	sample(pyramid, origin, [ux * along, uy * along], [-uy * across, ux * across], columns, rows, pixels);
	return {pixels, rows, columns, rowsPerPitch};
};

/** Offset, in rows, of the band with the most change from the middle of the window. */
const bandIn = (window: Window, from: number, to: number): number => {
	const changes = changesIn(window, from, to);
	let best = 0;
	let bestScore = -Infinity;
	for (let offset = -0.75 * rowsPerPitch; offset <= 0.75 * rowsPerPitch; offset += 0.5) {
		const here = bandScore(changes, offset);
		if (here > bestScore) {
			bestScore = here;
			best = offset;
		}
	}
	return best;
};

import type {Baseline} from './crop.ts';
import type {Pyramid} from './pyramid.ts';
import {sample} from './pyramid.ts';

const rows = 64;
const columns = 256;
const rowsPerPitch = 16;
/** Half the height of a capital, in pitches. */
const halfHeight = 0.47;

/**
 * Moves a rough baseline onto the middle of its characters, at both ends. The rows that hold type are those where
 * brightness changes along the line; the band of a capital's height that holds the most, and whose neighbours hold
 * the least, is the line.
 */
export function snap(pyramid: Pyramid, line: Baseline): Baseline {
	const pixels = new Float32Array(rows * columns);
	const [ux, uy] = line.unit;
	const length = line.pitch * line.count;
	const along = length / columns;
	const across = line.pitch / rowsPerPitch;
	const above = -(rows / 2 - 0.5) * across;
	const origin: [number, number] = [
		line.start[0] + ux * along * 0.5 - uy * above - 0.5,
		line.start[1] + uy * along * 0.5 + ux * above - 0.5,
	];
	sample(pyramid, origin, [ux * along, uy * along], [-uy * across, ux * across], columns, rows, pixels);
	const left = bandIn(pixels, 0, columns * 0.45);
	const right = bandIn(pixels, columns * 0.55, columns);
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
}

/** Offset, in rows, of the band with the most change from the middle of the window. */
const bandIn = (pixels: Float32Array, from: number, to: number): number => {
	const energy = new Float64Array(rows);
	for (let j = 0; j < rows; j++) {
		for (let i = Math.max(1, Math.floor(from)); i < to; i++) {
			energy[j]! += Math.min(40, Math.abs(pixels[j * columns + i]! - pixels[j * columns + i - 1]!));
		}
	}

	const half = halfHeight * rowsPerPitch;
	const flank = 0.45 * rowsPerPitch;
	let best = 0;
	let bestScore = -Infinity;
	const mean = (a: number, b: number) => {
		let sum = 0;
		let n = 0;
		for (let j = Math.max(0, Math.ceil(a)); j <= Math.min(rows - 1, Math.floor(b)); j++) {
			sum += energy[j]!;
			n++;
		}

		return n > 0 ? sum / n : 0;
	};

	for (let offset = -0.75 * rowsPerPitch; offset <= 0.75 * rowsPerPitch; offset += 0.5) {
		const middle = rows / 2 - 0.5 + offset;
		const inside = mean(middle - half, middle + half);
		const outside =
			(mean(middle - half - flank, middle - half - 1) + mean(middle + half + 1, middle + half + flank)) / 2;
		const score = inside - outside - Math.abs(offset) * 0.01 * inside;
		if (score > bestScore) {
			bestScore = score;
			best = offset;
		}
	}

	return best;
};

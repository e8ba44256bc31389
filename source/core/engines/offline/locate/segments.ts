/** A straight stroke in the locator's maps, in map cells. Which end is the beginning is not decided yet. */
export type Segment = {
	readonly from: readonly [number, number];
	readonly to: readonly [number, number];
	readonly length: number;
	/** Mean of the line map along it, 0 to 1. */
	readonly strength: number;
	/** Mean of the top-line map along it. */
	readonly top: number;
	/** Largest value of the map of beginnings near each end. */
	readonly startAtFrom: number;
	readonly startAtTo: number;
};

const threshold = 0.35;
/** Over this in the map of beginnings, a line begins. */
const beginning = 0.5;
const smallest = 14; // cells; a line of a page that fills the picture has about 300

/** Straight strokes in the map of lines (row-major, rows of `width`), collinear pieces joined. */
export function findSegments(lines: Float32Array, tops: Float32Array, starts: Float32Array, width: number): Segment[] {
	const spans = components(lines, width).filter(cells => cells.length >= 6);
	const joined = join(
		spans.map(cells => ({cells, axis: axisOf(cells, lines, width)})),
		lines,
		starts,
		width,
	);
	return joined
		.filter(span => span.cells.length >= smallest)
		.map(({cells, axis}) => ({
			from: axis.from,
			to: axis.to,
			length: axis.length,
			strength: meanOf(lines, cells),
			top: meanOf(tops, cells),
			startAtFrom: peak(starts, width, axis.from),
			startAtTo: peak(starts, width, axis.to),
		}))
		.filter(segment => segment.length >= 10);
}

const meanOf = (map: Float32Array, cells: readonly number[]): number => {
	let sum = 0;
	for (const cell of cells) sum += map[cell]!;
	return sum / cells.length;
};

type Point = readonly [x: number, y: number];

type Axis = {
	readonly from: Point;
	readonly to: Point;
	readonly length: number;
	readonly middle: Point;
	readonly unit: Point;
	readonly width: number;
};

/** Cells of each 8-connected component of at least this level. */
export const components = (map: Float32Array, width: number, least = threshold): number[][] => {
	const height = map.length / width;
	const seen = new Uint8Array(map.length);
	const found: number[][] = [];
	for (let start = 0; start < map.length; start++) {
		if (seen[start] || map[start]! < least) continue;
		const cells = [start];
		seen[start] = 1;
		for (let k = 0; k < cells.length; k++) {
			const x = cells[k]! % width;
			const y = (cells[k]! - x) / width;
			for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
				for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
					const next = ny * width + nx;
					if (!seen[next] && map[next]! >= least) {
						seen[next] = 1;
						cells.push(next);
					}
				}
			}
		}

		found.push(cells);
	}

	return found;
};

/** The principal axis of weighted cells, and how far they reach along it. */
const axisOf = (cells: readonly number[], map: Float32Array, width: number): Axis => {
	let sum = 0;
	let mx = 0;
	let my = 0;
	for (const cell of cells) {
		const weight = map[cell]!;
		sum += weight;
		mx += weight * (cell % width);
		my += weight * Math.floor(cell / width);
	}

	mx /= sum;
	my /= sum;
	let xx = 0;
	let xy = 0;
	let yy = 0;
	for (const cell of cells) {
		const dx = (cell % width) - mx;
		const dy = Math.floor(cell / width) - my;
		xx += map[cell]! * dx * dx;
		xy += map[cell]! * dx * dy;
		yy += map[cell]! * dy * dy;
	}

	const angle = 0.5 * Math.atan2(2 * xy, xx - yy);
	const ux = Math.cos(angle);
	const uy = Math.sin(angle);
	let low = Infinity;
	let high = -Infinity;
	for (const cell of cells) {
		const t = ((cell % width) - mx) * ux + (Math.floor(cell / width) - my) * uy;
		low = Math.min(low, t);
		high = Math.max(high, t);
	}

	const across = (uy * uy * xx - 2 * ux * uy * xy + ux * ux * yy) / sum;
	return {
		from: [mx + low * ux, my + low * uy],
		to: [mx + high * ux, my + high * uy],
		length: high - low,
		middle: [mx, my],
		unit: [ux, uy],
		width: Math.sqrt(Math.max(0, across)) * 3.46,
	};
};

type Span = {readonly cells: readonly number[]; readonly axis: Axis};

/** Joins pieces that continue each other: a stamp or a fold breaks a line in two. */
const join = (spans: readonly Span[], map: Float32Array, starts: Float32Array, width: number): Span[] => {
	const list = [...spans].sort((a, b) => b.axis.length - a.axis.length);
	const isBeginning = (point: Point) => peak(starts, width, point) > beginning;
	for (let i = 0; i < list.length; i++) {
		for (let j = i + 1; j < list.length; j++) {
			const [a, b] = [list[i]!.axis, list[j]!.axis];
			if (continues(a, b) && !areTwoLines(a, b, isBeginning)) {
				const cells = [...list[i]!.cells, ...list[j]!.cells];
				list[i] = {cells, axis: axisOf(cells, map, width)};
				list.splice(j, 1);
				j = i;
			}
		}
	}

	return list;
};

/**
 * Whether two pieces that continue each other are lines of two passports side by side: one line has one beginning, at
 * its outer end.
 */
const areTwoLines = (a: Axis, b: Axis, isBeginning: (point: Point) => boolean): boolean => {
	const reach = ([x, y]: Point) => Math.abs((x - a.middle[0]) * a.unit[0] + (y - a.middle[1]) * a.unit[1]);
	const bends = (b.middle[0] - a.middle[0]) * a.unit[0] + (b.middle[1] - a.middle[1]) * a.unit[1] > 0;
	const [innerA, outerA] = bends ? [a.to, a.from] : [a.from, a.to];
	const [innerB, outerB] = reach(b.from) < reach(b.to) ? [b.from, b.to] : [b.to, b.from];
	return isBeginning(innerA) || isBeginning(innerB) || (isBeginning(outerA) && isBeginning(outerB));
};

/** True when `b`, the shorter, is on the continuation of `a`. */
const continues = (a: Axis, b: Axis): boolean => {
	const dx = b.middle[0] - a.middle[0];
	const dy = b.middle[1] - a.middle[1];
	const along = dx * a.unit[0] + dy * a.unit[1];
	const across = Math.abs(dx * a.unit[1] - dy * a.unit[0]);
	const turned = Math.abs(a.unit[0] * b.unit[1] - a.unit[1] * b.unit[0]);
	const gap = Math.abs(along) - (a.length + b.length) / 2;
	const width = Math.max(1.2, a.width);
	return (
		gap < Math.max(a.length * 0.5, 12) && gap > -width && across < width * 0.8 && (turned < 0.2 || b.length < 2 * width)
	);
};

/** Largest value of a map within two cells of a point. */
const peak = (map: Float32Array, width: number, [x, y]: readonly [number, number]): number => {
	const height = map.length / width;
	let best = 0;
	for (let cy = Math.max(0, Math.round(y) - 2); cy <= Math.min(height - 1, Math.round(y) + 2); cy++) {
		for (let cx = Math.max(0, Math.round(x) - 2); cx <= Math.min(width - 1, Math.round(x) + 2); cx++) {
			best = Math.max(best, map[cy * width + cx]!);
		}
	}

	return best;
};

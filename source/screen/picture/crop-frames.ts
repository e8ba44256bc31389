import type {Box, Point} from '../../core/passport/model/reading.ts';
import type {CropFrame, Vector} from '../../core/pictures/crop.ts';
import type {LinePlace} from '../../core/records/geometry.ts';

/** A frame around the line from `from` to `to`, `tall` high, half of it above the line; below is above in a mirror. */
function along(from: Vector, to: Vector, tall: number): CropFrame {
	const across: Vector = [to[0] - from[0], to[1] - from[1]];
	const length = Math.hypot(...across) || 1;
	const down: Vector = [(-across[1] / length) * tall, (across[0] / length) * tall];
	return {origin: [from[0] - down[0] / 2, from[1] - down[1] / 2], across, down};
}

/** Points name the middle of a pixel, frames its corners. */
const corner = ([x, y]: Point): Vector => [x + 0.5, y + 0.5];

/**
 * The stretch of a line of `count` cells between two places, in cells from the left edge of the first one (fractions and
 * places beyond the line are fine), `tall` pitches high.
 */
export function cellsFrame(line: LinePlace, count: number, first: number, past: number, tall: number): CropFrame {
	const from = corner(line.from);
	const to = corner(line.to);
	const step: Vector = [(to[0] - from[0]) / (count - 1), (to[1] - from[1]) / (count - 1)];
	const path = (line.path ?? [line.from, line.to]).map(corner);
	const at = (place: number) => pointOn(path, (place - 0.5) / (count - 1));
	return along(at(first), at(past), tall * Math.hypot(...step) * (line.mirrored ? -1 : 1));
}

/** A share of the way along evenly spaced points; before the first and after the last it goes straight on. */
function pointOn(points: readonly Vector[], share: number): Vector {
	const last = points.length - 1;
	const before = Math.max(0, Math.min(last - 1, Math.floor(share * last)));
	const [from, to] = [points[before]!, points[before + 1]!];
	const rest = share * last - before;
	return [from[0] + (to[0] - from[0]) * rest, from[1] + (to[1] - from[1]) * rest];
}

/** A printed value with some paper around it: shares of its height. */
export function boxFrame({from, to, height}: Box, beside: number, tall: number): CropFrame {
	const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
	const unit: Vector = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
	const out = beside * height;
	const [left, right] = [corner(from), corner(to)];
	return along(
		[left[0] - unit[0] * out, left[1] - unit[1] * out],
		[right[0] + unit[0] * out, right[1] + unit[1] * out],
		tall * height,
	);
}

/** Quarter turns, clockwise, that bring lines which run as these do upright. */
export function quarterTurns(line: LinePlace | undefined): 0 | 1 | 2 | 3 {
	if (!line) return 0;
	const [from, to] = line.mirrored ? [line.to, line.from] : [line.from, line.to];
	const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
	return ((4 - Math.round(angle / (Math.PI / 2))) % 4) as 0 | 1 | 2 | 3;
}

/** A whole picture, turned by quarters. */
export function wholeFrame(width: number, height: number, turns: 0 | 1 | 2 | 3): CropFrame {
	return (
		[
			{origin: [0, 0], across: [width, 0], down: [0, height]},
			{origin: [0, height], across: [0, -height], down: [width, 0]},
			{origin: [width, height], across: [-width, 0], down: [0, -height]},
			{origin: [width, 0], across: [0, height], down: [-width, 0]},
		] as const
	)[turns];
}

/** The same frame on the picture in another size. */
export function scaled({origin, across, down}: CropFrame, by: number): CropFrame {
	const times = ([x, y]: Vector): Vector => [x * by, y * by];
	return {origin: times(origin), across: times(across), down: times(down)};
}

/** How far a point of the picture is along a frame's upper and left edges, as shares of them: within it from 0 to 1. */
export function sharesIn({origin, across, down}: CropFrame, [x, y]: Vector): Vector {
	const [px, py] = [x - origin[0], y - origin[1]];
	const area = across[0] * down[1] - across[1] * down[0];
	return [(px * down[1] - py * down[0]) / area, (across[0] * py - across[1] * px) / area];
}

import type {LineReading, Point} from '../../../../passport/model/reading.ts';
import type {Pyramid} from '../../locate/pyramid.ts';
import {sample} from '../../locate/pyramid.ts';

/**
 * The page measured by its own MRZ: the origin is the middle of the first cell of line 1, `u` runs
 * along the line and `v` down the page, both in pitches (2.54 mm). So a rule about places holds for any size and angle.
 */
export type PageFrame = {
	/** Page pixel of (0, 0). */
	readonly origin: Point;
	/** One pitch along and one pitch down, in page pixels. */
	readonly along: Point;
	readonly down: Point;
};

/** A part of a page in pitches: the place of its upper left corner, and its size. */
export type Extent = {readonly u: number; readonly v: number; readonly width: number; readonly height: number};

/**
 * The frame of a page whose MRZ was read; undefined for a reading that does not say where its lines are.
 *
 * @param scale Pixels of the readings' picture for each pixel of the page
 */
export function frameOf(lines: readonly LineReading[], scale = 1): PageFrame | undefined {
	const placed = lines.flatMap(({from, to, text}) => (from && to && text.length > 1 ? [{from, to, text}] : []));
	const first = lines[0];
	if (placed.length === 0 || !first?.from) return undefined;
	// Both lines say how long a pitch is and which way it points; their mean is steadier than either.
	const steps = placed.map(({from, to, text}) => [
		(to[0] - from[0]) / (text.length - 1),
		(to[1] - from[1]) / (text.length - 1),
	]);
	const along: Point = [
		steps.reduce((sum, [x]) => sum + x!, 0) / steps.length / scale,
		steps.reduce((sum, [, y]) => sum + y!, 0) / steps.length / scale,
	];
	const origin: Point = [(first.from[0] + 0.5) / scale - 0.5, (first.from[1] + 0.5) / scale - 0.5];
	return {origin, along, down: [-along[1], along[0]]};
}

/** Page pixel of a point of the frame. */
export const toPage = ({origin, along, down}: PageFrame, u: number, v: number): [number, number] => [
	origin[0] + along[0] * u + down[0] * v,
	origin[1] + along[1] * u + down[1] * v,
];

/** Cuts an upright part out of a page: `width` x `height` grey samples, 0 to 255, into `out`, which it returns. */
export function cutExtent(
	pyramid: Pyramid,
	frame: PageFrame,
	extent: Extent,
	width: number,
	height: number,
	out: Float32Array,
): Float32Array {
	const du = extent.width / width;
	const dv = extent.height / height;
	cutSlanted(pyramid, frame, {u: extent.u + du / 2, v: extent.v + dv / 2, du, dv, slope: 0}, width, height, out);
	return out;
}

/** As `cutExtent`, along lines that fall by `slope`: from the middle of the first sample, with steps of so many pitches. */
export function cutSlanted(
	pyramid: Pyramid,
	frame: PageFrame,
	{u, v, du, dv, slope}: Readonly<Record<'u' | 'v' | 'du' | 'dv' | 'slope', number>>,
	width: number,
	height: number,
	out: Float32Array,
): void {
	const {along, down} = frame;
	const step = [(along[0] + down[0] * slope) * du, (along[1] + down[1] * slope) * du] as const;
	sample(pyramid, toPage(frame, u, v), step, [down[0] * dv, down[1] * dv], width, height, out);
}

import type {Pyramid} from '../locate/pyramid.ts';
import {steps} from './cells.ts';
import {type Baseline, cropWidth, pointOn} from './crop.ts';

/** Of each step of a crop, 1 where type would be outside the picture, at least in part; else 0. */
export type Outside = Uint8Array;

/** Pitches above and below a baseline that a capital takes up (ICAO 9303-3 §4.6: 2.4 of 2.54 mm), less a blurred edge. */
const halfHeight = 0.4;

/** Pitches to either side of the middle of a cell that the widest characters of OCR-B take up. */
const halfWidth = 0.36;

/** Pixels beyond the middle of the last one that are still picture. */
const edge = 0.5;

/** Where a crop of a line reaches beyond the picture; undefined where it does not, as on nearly every page. */
export function outsideOf(pyramid: Pyramid, line: Baseline): Outside | undefined {
	const {width, height} = pyramid[0]!;
	const [ux, uy] = line.unit;
	const [dx, dy] = [-uy * line.pitch * halfHeight, ux * line.pitch * halfHeight];
	const isInside = (x: number, y: number) =>
		x >= -edge && y >= -edge && x <= width - 1 + edge && y <= height - 1 + edge;
	const found = new Uint8Array(steps);
	let any = false;
	for (let step = 0; step < steps; step++) {
		const [x, y] = pointOn(line, ((step + 0.5) * cropWidth) / steps);
		if (isInside(x - dx, y - dy) && isInside(x + dx, y + dy)) continue;
		found[step] = 1;
		any = true;
	}
	return any ? found : undefined;
}

/** The cells that are not in the picture as a whole: what is left of a character looks like another. */
export function unseenCells(
	outside: Outside | undefined,
	middle: (cell: number) => number,
	count: number,
	pitch: number,
): ReadonlySet<number> {
	const unseen = new Set<number>();
	if (!outside) return unseen;
	for (let cell = 0; cell < count; cell++) {
		const from = Math.max(0, Math.round(middle(cell) - halfWidth * pitch));
		const to = Math.min(steps - 1, Math.round(middle(cell) + halfWidth * pitch));
		for (let step = from; step <= to; step++) if (outside[step]) unseen.add(cell);
		if (from > to) unseen.add(cell);
	}
	return unseen;
}

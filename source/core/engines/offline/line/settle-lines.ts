import type {MrzRegion} from '../locate/locate.ts';
import {type MeasuredLine, type PlacedLine, type ReadLine, settle} from './lines.ts';

/** Where no line is placed better than this at the first look, there is no type of an MRZ: every one that was read was over -0.81. */
const neverType = -1.2;

/** The places of the lines of an MRZ when they are `length` characters long; the best placed first. */
export const settleLines = (
	looks: ReadonlyArray<readonly MeasuredLine[]>,
	mrz: MrzRegion,
	length: number,
): Array<ReadLine['baseline']> => {
	const settled = looks.flatMap(line => {
		const places = line.flatMap(look => settle(look, length) ?? []);
		return places.length > 0 ? [places.reduce((a, b) => (a.score > b.score ? a : b))] : [];
	});
	if (!settled.some(({score}) => score > neverType)) return [];
	const lines = besideBest(distinct(settled), mrz)
		.sort((a, b) => b.score - a.score)
		.slice(0, 3)
		.map(({baseline}) => baseline);
	return length === 30 ? withCardLines(lines) : lines.length === 1 ? [lines[0]!, ...partners(lines[0]!)] : lines;
};

/**
 * The lines of a card are close together: from afar two or three of them look like one, and one with many fillers loses
 * its end. Where not all three were placed, and begin below each other, all places beside the best one are looked at.
 */
const withCardLines = (lines: Array<ReadLine['baseline']>): Array<ReadLine['baseline']> => {
	const [best] = lines;
	if (!best) return lines;
	const {start, unit, pitch} = best;
	const aligned = lines.filter(
		line =>
			Math.abs((line.start[0] - start[0]) * unit[0] + (line.start[1] - start[1]) * unit[1]) < 2 * pitch &&
			Math.abs(Math.log(line.pitch / pitch)) < 0.1,
	);
	if (aligned.length >= 3) return aligned;
	const possible = [-2, -1, 1, 2].map(step => beside(best, step * cardSpacing));
	const placed = [...aligned, ...possible].map(baseline => ({baseline, score: 0}));
	return distinct(placed, nearOnCard).map(({baseline}) => baseline);
};

/** Pitches within which two lines are one; and two places of a card's lines, which a locator that sees two as one puts between. */
const near = 0.8;
const nearOnCard = 0.5;

/** Two pieces of one line grow into the same line: the better placed one stays. */
export const distinct = <Line extends PlacedLine>(placed: readonly Line[], within = near): Line[] => {
	const kept: Line[] = [];
	for (const line of [...placed].sort((a, b) => b.score - a.score)) {
		if (kept.every(other => Math.abs(offsetFrom(other, middleOf(line))) > within * other.baseline.pitch))
			kept.push(line);
	}

	return kept;
};

const middleOf = ({baseline: {start, unit, pitch, count}}: PlacedLine): [number, number] => [
	start[0] + (unit[0] * pitch * count) / 2,
	start[1] + (unit[1] * pitch * count) / 2,
];

/** The distance of a point below a line, in pixels. */
const offsetFrom = ({baseline: {start, unit}}: PlacedLine, [x, y]: readonly [number, number]): number =>
	unit[0] * (y - start[1]) - unit[1] * (x - start[0]);

/** Lines that were placed badly are put beside the one that was placed best, as far off as the locator saw them. */
const besideBest = (placed: readonly PlacedLine[], mrz: MrzRegion): PlacedLine[] => {
	const best = placed.reduce((a, b) => (a.score >= b.score ? a : b));
	const good = placed.filter(line => line.score > -0.4 || line === best);
	if (best.score < -0.4 || good.length === mrz.lines.length) return [...placed];
	const [ux, uy] = best.baseline.unit;
	const taken = good.map(line => offsetFrom(best, middleOf(line)));
	const added = mrz.lines.flatMap(({from, to}) => {
		const offset = offsetFrom(best, [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]);
		if (taken.some(other => Math.abs(other - offset) < best.baseline.pitch)) return [];
		const start: [number, number] = [best.baseline.start[0] - uy * offset, best.baseline.start[1] + ux * offset];
		return [{baseline: {...best.baseline, start}, score: -0.4}];
	});
	return [...good, ...added];
};

/**
 * The possible places of the other line of a pair when only one was found: 2.5 pitches above or below (ICAO 9303-4,
 * appendix A).
 */
const partners = (line: ReadLine['baseline']): Array<ReadLine['baseline']> =>
	[-2.5, 2.5].map(pitches => beside(line, pitches));

/** Pitches from line to line of a card (ICAO 9303-5, appendix A). */
export const cardSpacing = 1.67;

/** A line as many pitches below another one. */
export const beside = (line: ReadLine['baseline'], pitches: number): ReadLine['baseline'] => ({
	...line,
	start: [line.start[0] - line.unit[1] * pitches * line.pitch, line.start[1] + line.unit[0] * pitches * line.pitch],
});

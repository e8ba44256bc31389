import type {Baseline} from './crop.ts';
import type {ReadLine} from './lines.ts';
import {beside, cardSpacing} from './settle-lines.ts';

/** A line whose characters were placed better than this is where it seems to be, and shows where the others are. */
const wellPlaced = -0.4;
/** How much the beginnings of two lines of a document may differ, in pitches, and their pitches, as a share. */
const tolerance = {along: 0.7, pitch: 0.035};
/** From the side, the beginnings of lines differ by this share of what the lines are apart, and half a pitch, at most. */
const slant = 0.6;
/** Pitches between two lines of a passport, a visa or a TD2 document as pages are seen; 2.5 from the front. */
const spacing = {least: 1.2, usual: 2.5, most: 3.4};
/** Pitches between the first and the last line of a card, at least. */
const twoApart = 2.3;

export type AlignedLines = {
	readonly lines: readonly Baseline[];
	/** No view of a page shows its lines as they were read. */
	readonly isNeeded: boolean;
};

/**
 * The places of a document's lines, from the line that was placed best: they begin one below the other and are as long.
 * Where glare or a thumb covers an end of a line, its characters are placed beside it. Undefined where all lines of the
 * document agree already, or none is sure.
 *
 * @param read What was read of the lines, at any places
 * @param wanted Lines of the document: 2, or 3 of a card
 */
export function alignLines(read: readonly ReadLine[], wanted: number): AlignedLines | undefined {
	if (read.length === 0) return undefined;
	const best = read.reduce((a, b) => (a.score >= b.score ? a : b));
	if (best.score < wellPlaced) return undefined;
	const frame = best.baseline;
	const right = read.filter(line => line === best || (line.score > wellPlaced && agrees(line.baseline, frame)));
	const others = read.filter(line => !right.includes(line)).map(({baseline}) => baseline);
	const depths = right.map(({baseline}) => depthOf(baseline, frame));
	const seen = others.map(line => depthOf(line, frame));
	const possible = wanted === 3 ? cardDepths(depths, seen) : pairDepths(depths, seen);
	if (possible.length === 0) return undefined;
	const placed = possible.map(depth => beside(frame, depth));
	return {
		lines: [...right.map(({baseline}) => baseline), ...placed].map(line => ({...line, held: true})),
		isNeeded: others.some(line => Math.abs(shiftOf(line, frame)) > slant * Math.abs(depthOf(line, frame)) + 0.5),
	};
}

const agrees = (line: Baseline, frame: Baseline): boolean =>
	Math.abs(shiftOf(line, frame)) < tolerance.along && Math.abs(Math.log(line.pitch / frame.pitch)) < tolerance.pitch;

/** Pitches by which a line begins farther along than another. */
const shiftOf = ({start}: Baseline, frame: Baseline): number =>
	((start[0] - frame.start[0]) * frame.unit[0] + (start[1] - frame.start[1]) * frame.unit[1]) / frame.pitch;

/** Pitches from one line down to the middle of another. */
const depthOf = ({start, unit, pitch, count}: Baseline, frame: Baseline): number => {
	const x = start[0] + (unit[0] * pitch * count) / 2 - frame.start[0];
	const y = start[1] + (unit[1] * pitch * count) / 2 - frame.start[1];
	return (frame.unit[0] * y - frame.unit[1] * x) / frame.pitch;
};

const pairDepths = (right: readonly number[], seen: readonly number[]): readonly number[] => {
	if (right.length >= 2) return [];
	const possible = seen.filter(depth => Math.abs(depth) > spacing.least && Math.abs(depth) < spacing.most);
	return possible.length > 0 ? possible : [-spacing.usual, spacing.usual];
};

const cardDepths = (right: readonly number[], seen: readonly number[]): readonly number[] => {
	if (right.length >= 3) return [];
	const [top, foot] = [Math.min(...right), Math.max(...right)];
	const apart = foot - top;
	if (right.length === 2)
		return missing(right, [...(apart > twoApart ? [top + apart / 2] : [top - apart, foot + apart]), ...seen]);
	const between = seen.filter(depth => Math.abs(depth) > twoApart).map(depth => depth / 2);
	return missing(right, [...between, ...[-2, -1, 1, 2].map(step => step * cardSpacing), ...seen]);
};

/** Of possible depths those that are no line's yet. */
const missing = (right: readonly number[], possible: readonly number[]): readonly number[] => {
	const kept = [...right];
	for (const depth of possible) if (kept.every(other => Math.abs(other - depth) > 0.8)) kept.push(depth);
	return kept.slice(right.length);
};

import {lengthOf, middleOf} from './closer-look.ts';
import type {TextLine} from './locate.ts';
import {type Pyramid, sample} from './pyramid.ts';

/** A row of print whose ink comes back from character to character, and their pitch in pixels: type of one pitch, or a pattern. */
export type EvenRow = {readonly line: TextLine; readonly pitch: number};

/** Samples a pitch along a row of the size of the smallest passport found, rows of them, and how high these reach, in pitches. */
const fine = 8;
const depth = {rows: 5, pitches: 0.9};
/** Shares of the smallest passport's pitch that are tried, and steps between them. */
const tried = {least: 0.42, most: 1.3, step: 1.04};
/** Characters of a row at least: of fewer, any ink comes back. */
const fewest = 4.5;
/** How much alike the ink is one, two and three pitches on, above what it is halfway between; 2 where it is the same and opposite. */
const leastAlike = 0.5;
/** Of the ink of a row, what may be halfway between it and the next: stripes continue there. */
const between = {pitches: 1.25, most: 0.5};
/** The same of ink that is more where an identity card has its next line (ICAO 9303-5) than where a passport has it. */
const card = {pitches: 1.67, passport: 2.5, least: 0.6};
/** Pitches by which the ends of lines differ at most that are one. */
const nearEnds = 0.7;
/** Rows that are returned at most. */
const mostRows = 8;

/**
 * Finds the rows among dark lines that may be the type of an MRZ, or of a piece of one, the most even first.
 *
 * @param pitch Pixels from character to character of the smallest passport found
 */
export function findEvenRows(pyramid: Pyramid, lines: readonly TextLine[], pitch: number): readonly EvenRow[] {
	const rows = distinct(lines, pitch)
		.flatMap(line => {
			const {alike, lag} = periodOf(inkAlong(pyramid, line, pitch, 0));
			return alike < leastAlike ? [] : [{line, pitch: (lag * pitch) / fine, alike}];
		})
		.sort((a, b) => b.alike - a.alike);
	const found: EvenRow[] = [];
	for (const row of rows) {
		if (found.length === mostRows) break;
		if (!found.some(other => isOn(other, row)) && !isOfOther(pyramid, row)) found.push(row);
	}
	return found;
}

/** Lines that are long enough, without those that are nearly the same. */
const distinct = (lines: readonly TextLine[], pitch: number): readonly TextLine[] => {
	const kept: TextLine[] = [];
	for (const line of lines) {
		if (lengthOf(line) >= fewest * tried.least * pitch && !isAmong(kept, line, nearEnds * pitch)) kept.push(line);
	}
	return kept;
};

/** Whether the ends of a line are near those of one of these, in either direction. */
const isAmong = (lines: readonly TextLine[], {from, to}: TextLine, near: number): boolean => {
	for (const other of lines) {
		if (distance(other.from, from) < near && distance(other.to, to) < near) return true;
		if (distance(other.from, to) < near && distance(other.to, from) < near) return true;
	}
	return false;
};

const distance = ([x, y]: TextLine['from'], [otherX, otherY]: TextLine['from']): number =>
	Math.hypot(x - otherX, y - otherY);

/** Whether a row is a part of another one, or beside it on its line. */
const isOn = ({line: {from, to}, pitch}: EvenRow, row: EvenRow): boolean => {
	const length = lengthOf({from, to});
	const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
	const [x, y] = middleOf(row.line);
	const [dx, dy] = [x - from[0], y - from[1]];
	const along = dx * ux + dy * uy;
	return Math.abs(dy * ux - dx * uy) < pitch && along > -8 * pitch && along < length + 8 * pitch;
};

/** Whether a row is of a pattern, whose ink is beside it on both of its sides as well, or of an identity card. */
const isOfOther = (pyramid: Pyramid, {line, pitch}: EvenRow): boolean => {
	const strength = (down: number) => spread(inkAlong(pyramid, line, pitch, down));
	const own = strength(0);
	if ([-between.pitches, between.pitches].every(down => strength(down) > between.most * own)) return true;
	return [-1, 1].some(side => {
		const near = strength(side * card.pitches);
		return near > card.least * own && near > strength(side * card.passport);
	});
};

const spread = (ink: Float32Array): number => Math.sqrt(ink.reduce((sum, one) => sum + one * one, 0) / ink.length);

/** The ink along a line, `down` pitches below it, from which what changes slowly was taken. */
const inkAlong = (pyramid: Pyramid, {from, to}: TextLine, pitch: number, down: number): Float32Array => {
	const length = lengthOf({from, to});
	const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
	const step = pitch / fine;
	const columns = Math.floor(length / step);
	const across = (depth.pitches * pitch) / depth.rows;
	const top = down * pitch - ((depth.rows - 1) / 2) * across;
	const block = new Float32Array(columns * depth.rows);
	sample(
		pyramid,
		[from[0] - uy * top, from[1] + ux * top],
		[ux * step, uy * step],
		[-uy * across, ux * across],
		columns,
		depth.rows,
		block,
	);
	const sums = new Float32Array(columns);
	for (const [at, level] of block.entries()) sums[at % columns]! += level / depth.rows;
	return withoutTrend(sums);
};

const withoutTrend = (ink: Float32Array): Float32Array => {
	let sum = 0;
	const before = Float64Array.from([0, ...ink], level => {
		sum += level;
		return sum;
	});
	const flat = new Float32Array(ink.length);
	for (let at = 0; at < ink.length; at++) {
		const [from, to] = [Math.max(0, at - fine), Math.min(ink.length, at + fine + 1)];
		flat[at] = ink[at]! - (before[to]! - before[from]!) / (to - from);
	}
	return flat;
};

type Period = {readonly alike: number; readonly lag: number};

/** The period after which ink is most alike, in samples. */
const periodOf = (ink: Float32Array): Period => {
	let best: Period = {alike: -1, lag: 0};
	const tryOne = (lag: number) => {
		if (lag * fewest > ink.length) return;
		const alike = likenessAt(ink, lag);
		if (alike > best.alike) best = {alike, lag};
	};
	for (let lag = tried.least * fine; lag < tried.most * fine; lag *= tried.step) tryOne(lag);
	const {lag} = best;
	for (const change of [0.98, 0.99, 1.01, 1.02]) tryOne(lag * change);
	return best;
};

/** How much alike ink is one, two and three periods on, above what it is halfway between. */
const likenessAt = (ink: Float32Array, lag: number): number => {
	const opposite = likeness(ink, 0.5 * lag);
	const next = likeness(ink, lag);
	if (next - opposite < leastAlike / 2) return -1;
	return (next + likeness(ink, 2 * lag) + likeness(ink, 3 * lag)) / 3 - (opposite + likeness(ink, 1.5 * lag)) / 2;
};

/** The correlation of ink with what is so many samples on. */
const likeness = (ink: Float32Array, lag: number): number => {
	const whole = Math.floor(lag);
	const part = lag - whole;
	let [both, one, other] = [0, 0, 0];
	for (let at = 0; at + whole + 1 < ink.length; at++) {
		const [a, b] = [ink[at]!, ink[at + whole]! * (1 - part) + ink[at + whole + 1]! * part];
		both += a * b;
		one += a * a;
		other += b * b;
	}
	return both / Math.sqrt(one * other || 1);
};

import {lentFloats} from '../../../scratch.ts';
import {classes} from '../decode/alphabet.ts';
import {type Matrix, withUnseen} from '../decode/matrix.ts';
import type {TextLine} from '../locate/locate.ts';
import type {Pyramid} from '../locate/pyramid.ts';
import type {Network} from '../networks/network.ts';
import {type CellRun, measurePitch, type Placement, placeCells, readCells, steps, surenessOf} from './cells.ts';
import {
	type Baseline,
	cropHeight,
	cropPitch,
	cropWidth,
	cutLine,
	plain,
	pointAt,
	pointOn,
	type Variation,
} from './crop.ts';
import {cellsThrough, parabola} from './fit.ts';
import {type Outside, outsideOf, unseenCells} from './outside.ts';
import {bent, snap} from './snap.ts';

const stepPixels = cropWidth / steps;

/** A line whose characters have been counted and placed. */
export type PlacedLine = {readonly baseline: Baseline; readonly score: number};

const lend = lentFloats();

/** Runs the recogniser over crops; one posterior each. */
const recognise = async (
	network: Network,
	pyramid: Pyramid,
	jobs: ReadonlyArray<{line: Baseline; variation: Variation}>,
): Promise<Float32Array[]> => {
	const cropSize = cropWidth * cropHeight;
	const {data} = await lend(jobs.length * cropSize, async input => {
		for (const [n, {line, variation}] of jobs.entries()) {
			cutLine(pyramid, line, variation, input.subarray(n * cropSize, (n + 1) * cropSize));
		}

		return network.run(input, [jobs.length, 1, cropHeight, cropWidth]);
	});
	const size = steps * classes;
	return jobs.map((_, n) => data.subarray(n * size, (n + 1) * size));
};

const rough = ({from, to}: TextLine): Baseline => {
	const length = Math.max(1, Math.hypot(to[0] - from[0], to[1] - from[1]));
	const unit: [number, number] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
	return {start: [from[0], from[1]], unit, pitch: length / 44, count: 44};
};

/** What a first look at a line has found. */
export type MeasuredLine = {
	readonly baseline: Baseline;
	readonly posterior: Float32Array;
	/** Steps from character to character. */
	readonly pitch: number;
	readonly count: number;
	readonly outside: Outside | undefined;
};

const mostLooks = 4;

/**
 * Where the network is less sure of what it sees, at the first look and at the last, no line is type of an MRZ the right
 * way up. On 506 pages every MRZ of which half was read had a line over 0.78 at the last look, and every one read rightly over
 * 0.78 at the first one and 0.92 at the last (`surenessOf`).
 */
const leastSure = {first: 0.6, last: 0.75};

/**
 * First looks at the lines of an MRZ: their exact places, and how many characters each holds. The locator may have
 * seen only part of a line (a shadow, a slant), so the look follows the characters until no more come; what it saw on
 * the way is kept, because the last look may have taken a pattern beside a shorter line for more of it.
 *
 * @returns the looks at each line, the first one first
 */
export async function measureLines(
	network: Network,
	pyramid: Pyramid,
	lines: readonly TextLine[],
): Promise<MeasuredLine[][]> {
	const found: MeasuredLine[][] = lines.map(() => []);
	let open = snap(pyramid, lines.map(rough)).map((baseline, index) => ({index, baseline}));
	let sureness = 0;
	for (let look = 0; look < mostLooks && open.length > 0; look++) {
		const posteriors = await recognise(
			network,
			pyramid,
			open.map(({baseline}) => ({line: baseline, variation: plain})),
		);
		sureness = Math.max(sureness, ...posteriors.map(surenessOf));
		if (sureness < leastSure.first) return [];
		const further = open.flatMap(({index, baseline}, i) => {
			const posterior = posteriors[i]!;
			const run = measurePitch(posterior);
			const before = found[index]!.at(-1);
			if (!run || (before && run.count <= before.count)) return [];
			const outside = outsideOf(pyramid, baseline);
			found[index]!.push({baseline, posterior, pitch: run.pitch, count: run.count, outside});
			return run.count >= 42 ? [] : [{index, baseline: around(baseline, run)}];
		});
		const snapped = snap(
			pyramid,
			further.map(({baseline}) => baseline),
		);
		open = further.map(({index}, i) => ({index, baseline: snapped[i]!}));
	}

	return sureness < leastSure.last ? [] : found;
}

/** Room for 44 characters around those that were found, at their pitch. */
const around = (line: Baseline, run: CellRun): Baseline => {
	const pitch = (run.pitch * stepPixels * line.pitch) / cropPitch;
	const middle = pointAt(line, (run.first + (run.pitch * (run.count - 1)) / 2 + 0.5) * stepPixels);
	const start: [number, number] = [middle[0] - line.unit[0] * pitch * 22, middle[1] - line.unit[1] * pitch * 22];
	return {start, unit: line.unit, pitch, count: 44};
};

/** The baseline through exactly `count` characters that a first look has found. */
export function settle(measured: MeasuredLine, count: number): PlacedLine | undefined {
	const placement = placeCells(measured.posterior, count, measured.pitch, measured.outside);
	if (!placement) return undefined;
	return {baseline: through(measured.baseline, placement.centres, count), score: placement.score};
}

/** A straight line through placed characters (in steps of a crop of `line`). */
const through = (line: Baseline, centres: readonly number[], count: number): Baseline => {
	const {first, past, recession} = cellsThrough(centres, line.recession);
	const start = pointAt(line, (first + 0.5) * stepPixels);
	const end = pointAt(line, (past + 0.5) * stepPixels);
	const pitch = Math.hypot(end[0] - start[0], end[1] - start[1]) / count;
	const held = line.held ? {held: line.held} : {};
	return {start, unit: line.unit, pitch, count, ...held, ...(recession === 0 ? {} : {recession})};
};

const pathSteps = 8;

/** The middles of cells on the page: a parabola through placed characters, for perspective spaces them unevenly. */
const pathOf = (line: Baseline, centres: readonly number[]): ReadLine['path'] => {
	const column = parabola(centres);
	return Array.from({length: pathSteps + 1}, (_, i) => {
		const cell = (i / pathSteps) * (centres.length - 1);
		return pointOn(line, (column(cell) + 0.5) * stepPixels);
	});
};

/** Looks at a line beside the plain one: shorter, taller, a little higher, a little lower and to the side. */
const variations: readonly Variation[] = [
	{tall: 0.84, lift: 0, slide: 0.003},
	{tall: 1.2, lift: 0, slide: -0.003},
	{tall: 1, lift: 0.07, slide: 0.004},
	{tall: 1, lift: -0.07, slide: -0.004},
];

export type ReadLine = {
	readonly matrix: Matrix;
	readonly baseline: Baseline;
	/** The places of cells on the page, at even steps of the count, from the first to the last. */
	readonly path: ReadonlyArray<readonly [number, number]>;
	/** Mean log probability, a cell, that a character is there; near 0 when all is well. */
	readonly score: number;
	readonly coveredScore: number;
};

/** A line as a first look has read it. Undefined when it does not hold `count` characters. */
export function readMeasured({baseline, posterior, pitch, outside}: MeasuredLine, count: number): ReadLine | undefined {
	return average({baseline, posteriors: [posterior], outside}, count, pitch);
}

/** A settled line that was looked at, and what was seen so far. */
export type SeenLine = {
	readonly baseline: Baseline;
	readonly posteriors: readonly Float32Array[];
	readonly outside: Outside | undefined;
};

/**
 * Looks by another network at lines whose place is known: one at those that are plain, five at the others. Undefined
 * where it sees no such line.
 */
export async function readAgain(
	network: Network,
	pyramid: Pyramid,
	lines: readonly Baseline[],
	isPlain: readonly boolean[],
): Promise<Array<ReadLine | undefined>> {
	const jobs = bent(pyramid, lines).map((line, i) =>
		[plain, ...(isPlain[i] ? [] : variations)].map(variation => ({line, variation})),
	);
	const posteriors = await recognise(network, pyramid, jobs.flat());
	return jobs.map((looks, i) => {
		const baseline = lines[i]!;
		return readLine({baseline, posteriors: posteriors.splice(0, looks.length), outside: outsideOf(pyramid, baseline)});
	});
}

/** One look at each of some settled lines. */
export async function lookAt(network: Network, pyramid: Pyramid, lines: readonly Baseline[]): Promise<SeenLine[]> {
	const snapped = snap(pyramid, lines);
	const posteriors = await recognise(
		network,
		pyramid,
		snapped.map(line => ({line, variation: plain})),
	);
	return snapped.map((baseline, i) => ({
		baseline,
		posteriors: [posteriors[i]!],
		outside: outsideOf(pyramid, baseline),
	}));
}

/** Four more looks, in slightly different crops, at each line that is not plain. */
export async function lookAgain(
	network: Network,
	pyramid: Pyramid,
	lines: readonly SeenLine[],
	isPlain: readonly boolean[],
): Promise<SeenLine[]> {
	const jobs = lines.map(({baseline}, i) =>
		isPlain[i] ? [] : variations.map(variation => ({line: baseline, variation})),
	);
	const posteriors = await recognise(network, pyramid, jobs.flat());
	return lines.map((line, i) => ({
		...line,
		posteriors: [...line.posteriors, ...posteriors.splice(0, jobs[i]!.length)],
	}));
}

/** Reads a line from all looks at it: their log probabilities are averaged. Undefined when no look shows its characters. */
export const readLine = (line: SeenLine): ReadLine | undefined =>
	average(line, line.baseline.count, cropPitch / stepPixels);

const average = (
	{baseline: line, posteriors, outside}: SeenLine,
	count: number,
	pitch: number,
): ReadLine | undefined => {
	const placed = posteriors.flatMap(posterior => {
		const placement = placeCells(posterior, count, pitch, outside, line.held);
		return placement ? [{posterior, placement}] : [];
	});
	if (placed.length === 0) return undefined;
	const data = new Float32Array(count * classes);
	for (const {posterior, placement} of placed) readCells(posterior, placement, data, 1 / placed.length);
	const {centres} = placed[0]!.placement;
	const mean = (of: (placement: Placement) => number) =>
		placed.reduce((sum, {placement}) => sum + of(placement), 0) / placed.length;
	return {
		matrix: withUnseen({count, data}, unseenCells(outside, parabola(centres), count, pitch)),
		baseline: through(line, centres, count),
		path: pathOf(line, centres),
		score: mean(placement => placement.score),
		coveredScore: mean(placement => placement.coveredScore),
	};
};

import {classes} from './alphabet.ts';
import {measurePitch, placeCells, readCells, steps} from './cells.ts';
import {type Baseline, cropHeight, cropPitch, cropWidth, cutLine, plain, pointAt, type Variation} from './crop.ts';
import type {Matrix} from './decode/matrix.ts';
import type {TextLine} from './locate.ts';
import type {Pyramid} from './pyramid.ts';
import type {Network} from './runtime.ts';
import {snap} from './snap.ts';

const stepPixels = cropWidth / steps;

/** A line whose characters have been counted and placed. */
export type PlacedLine = {readonly baseline: Baseline; readonly score: number};

const cut = (pyramid: Pyramid, jobs: ReadonlyArray<{line: Baseline; variation: Variation}>): Float32Array => {
	const size = cropWidth * cropHeight;
	const input = new Float32Array(jobs.length * size);
	for (const [n, {line, variation}] of jobs.entries()) {
		cutLine(pyramid, line, variation, input.subarray(n * size, (n + 1) * size));
	}

	return input;
};

/** Runs the recogniser over crops; one posterior each. */
const recognise = async (
	network: Network,
	pyramid: Pyramid,
	jobs: ReadonlyArray<{line: Baseline; variation: Variation}>,
): Promise<Float32Array[]> => {
	const {data} = await network.run(cut(pyramid, jobs), [jobs.length, 1, cropHeight, cropWidth]);
	const size = steps * classes;
	return jobs.map((_, n) => data.subarray(n * size, (n + 1) * size));
};

const rough = ({from, to}: TextLine): Baseline => {
	const length = Math.max(1, Math.hypot(to[0] - from[0], to[1] - from[1]));
	const unit: [number, number] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
	return {start: [from[0], from[1]], unit, pitch: length / 44, count: 44};
};

/** First look at the lines of a zone: where exactly they lie, and how many characters each seems to hold. */
export async function measureLines(
	network: Network,
	pyramid: Pyramid,
	lines: readonly TextLine[],
): Promise<Array<{baseline: Baseline; posterior: Float32Array; count: number; pitch: number} | undefined>> {
	const baselines = lines.map(line => snap(pyramid, rough(line)));
	const posteriors = await recognise(
		network,
		pyramid,
		baselines.map(line => ({line, variation: plain})),
	);
	return baselines.map((baseline, i) => {
		const posterior = posteriors[i]!;
		const measured = measurePitch(posterior);
		return measured && {baseline, posterior, count: measured.count, pitch: measured.pitch};
	});
}

/** The baseline through exactly `count` characters that a first look has found. */
export function settle(
	measured: {baseline: Baseline; posterior: Float32Array; pitch: number},
	count: number,
): PlacedLine | undefined {
	const placement = placeCells(measured.posterior, count, measured.pitch);
	if (!placement) return undefined;
	return {baseline: through(measured.baseline, placement.centres, count), score: placement.score};
}

/** A straight line and an even pitch through placed characters (in steps of a crop of `line`). */
const through = (line: Baseline, centres: readonly number[], count: number): Baseline => {
	const n = centres.length;
	const mean = centres.reduce((sum, x) => sum + x, 0) / n;
	let up = 0;
	let down = 0;
	for (const [k, x] of centres.entries()) {
		up += (k - (n - 1) / 2) * (x - mean);
		down += (k - (n - 1) / 2) ** 2;
	}

	const slope = up / down;
	const column = (cell: number) => (mean + slope * (cell - (n - 1) / 2) + 0.5) * stepPixels;
	const start = pointAt(line, column(-0.5));
	return {start, unit: line.unit, pitch: (slope * stepPixels * line.pitch) / cropPitch, count};
};

/** Five looks at a line: as it is, shorter, taller, a little higher, a little lower and to the side. */
const looks: readonly Variation[] = [
	plain,
	{tall: 0.84, lift: 0, slide: 0.003},
	{tall: 1.2, lift: 0, slide: -0.003},
	{tall: 1, lift: 0.07, slide: 0.004},
	{tall: 1, lift: -0.07, slide: -0.004},
];

export type ReadLine = {
	readonly matrix: Matrix;
	readonly baseline: Baseline;
	/** Mean log probability, a cell, that something stands there; near 0 when all is well. */
	readonly score: number;
};

/** Reads settled lines, every one in five slightly different crops whose log probabilities are averaged. */
export async function readLines(
	network: Network,
	pyramid: Pyramid,
	lines: readonly Baseline[],
): Promise<Array<ReadLine | undefined>> {
	const snapped = lines.map(line => snap(pyramid, line));
	const jobs = snapped.flatMap(line => looks.map(variation => ({line, variation})));
	const posteriors = await recognise(network, pyramid, jobs);
	return snapped.map((baseline, i) => {
		const data = new Float32Array(baseline.count * classes);
		const placements = looks.map((_, v) => {
			const posterior = posteriors[i * looks.length + v]!;
			return {posterior, placement: placeCells(posterior, baseline.count, cropPitch / stepPixels)};
		});
		const placed = placements.flatMap(({posterior, placement}) => (placement ? [{posterior, placement}] : []));
		if (placed.length === 0) return undefined;
		for (const {posterior, placement} of placed) readCells(posterior, placement, data, 1 / placed.length);
		const score = placed.reduce((sum, {placement}) => sum + placement.score, 0) / placed.length;
		return {
			matrix: {count: baseline.count, data},
			baseline: through(baseline, placed[0]!.placement.centres, baseline.count),
			score,
		};
	});
}

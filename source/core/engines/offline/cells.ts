import {blank, classes} from './alphabet.ts';

/** Steps along the crop, four pixels each. */
export const steps = 192;

/** Log probabilities of one crop: `steps` rows of `classes`. */
export type Posterior = Float32Array;

/** Where the characters stand, in steps (fractions possible), and how well they stand there: mean log probability a cell that something is there. */
export type Placement = {readonly centres: readonly number[]; readonly score: number};

const floor = -12;

/** Log probability, step by step, that a character is there, and that none is; smoothed over the neighbours. */
const occupancy = (posterior: Posterior): {ink: Float64Array; gap: Float64Array} => {
	const empty = Float64Array.from({length: steps}, (_, t) => Math.exp(posterior[t * classes + blank]!));
	const ink = new Float64Array(steps);
	const gap = new Float64Array(steps);
	for (let t = 0; t < steps; t++) {
		const before = empty[Math.max(0, t - 1)]!;
		const after = empty[Math.min(steps - 1, t + 1)]!;
		const smooth = 0.5 * empty[t]! + 0.25 * before + 0.25 * after;
		ink[t] = Math.max(floor, Math.log(Math.max(1e-9, 1 - smooth)));
		gap[t] = Math.max(floor, Math.log(Math.max(1e-9, Math.max(empty[t]!, Math.min(before, after)))));
	}

	return {ink, gap};
};

/**
 * Pitch (in steps) and number of the characters that a first, rough crop shows; undefined when it shows no line of type.
 * The pitch is the most common distance of neighbouring characters, made exact by a straight-line fit.
 */
export function measurePitch(posterior: Posterior): {pitch: number; first: number; count: number} | undefined {
	const peaks: number[] = [];
	let weight = 0;
	let moment = 0;
	for (let t = 0; t <= steps; t++) {
		const filled = t < steps ? 1 - Math.exp(posterior[t * classes + blank]!) : 0;
		if (filled > 0.45) {
			weight += filled;
			moment += filled * t;
		} else if (weight > 0) {
			if (weight > 0.6) peaks.push(moment / weight);
			weight = 0;
			moment = 0;
		}
	}

	if (peaks.length < 10) return undefined;
	const distances = peaks
		.slice(1)
		.map((x, i) => x - peaks[i]!)
		.sort((a, b) => a - b);
	let pitch = distances[Math.floor(distances.length * 0.45)]!;
	let first = peaks[0]!;
	let kept = peaks;
	for (let round = 0; round < 4; round++) {
		const anchor = kept[Math.floor(kept.length / 2)]!;
		const indexed = indexFrom(kept, anchor, pitch);
		const fit = fitLine(indexed);
		pitch = fit.slope;
		first = fit.offset;
		const good = indexed.filter(({index, x}) => Math.abs(x - first - pitch * index) < 0.3 * pitch);
		if (good.length < 8) return undefined;
		kept = good.map(({x}) => x).sort((a, b) => a - b);
	}

	if (pitch < 2 || pitch > 8) return undefined;
	const run = longestRun(kept, pitch);
	return {pitch, first: run.first, count: Math.round((run.last - run.first) / pitch) + 1};
}

/** Numbers peaks by their distance from a neighbour, so that a slowly changing pitch does not lose count. */
const indexFrom = (peaks: readonly number[], anchor: number, pitch: number) => {
	const middle = peaks.indexOf(anchor);
	const indexed = [{index: 0, x: anchor}];
	for (let i = middle + 1, index = 0; i < peaks.length; i++) {
		index += Math.max(1, Math.round((peaks[i]! - peaks[i - 1]!) / pitch));
		indexed.push({index, x: peaks[i]!});
	}

	for (let i = middle - 1, index = 0; i >= 0; i--) {
		index -= Math.max(1, Math.round((peaks[i + 1]! - peaks[i]!) / pitch));
		indexed.push({index, x: peaks[i]!});
	}

	return indexed;
};

const fitLine = (points: ReadonlyArray<{index: number; x: number}>): {slope: number; offset: number} => {
	const n = points.length;
	const mi = points.reduce((sum, p) => sum + p.index, 0) / n;
	const mx = points.reduce((sum, p) => sum + p.x, 0) / n;
	let up = 0;
	let down = 0;
	for (const {index, x} of points) {
		up += (index - mi) * (x - mx);
		down += (index - mi) ** 2;
	}

	const slope = up / Math.max(1e-9, down);
	return {slope, offset: mx - slope * mi};
};

/** The longest run of peaks without a hole of five characters: what stands far off is not part of the line. */
const longestRun = (peaks: readonly number[], pitch: number): {first: number; last: number} => {
	const sorted = peaks;
	let best = {first: sorted[0]!, last: sorted[0]!};
	let first = sorted[0]!;
	for (let i = 0; i < sorted.length; i++) {
		if (i > 0 && sorted[i]! - sorted[i - 1]! > 5.5 * pitch) first = sorted[i]!;
		if (sorted[i]! - first > best.last - best.first) best = {first, last: sorted[i]!};
	}

	return best;
};

/**
 * Places exactly `count` characters at a near-constant pitch (in steps), nothing between and outside of them.
 * This is what makes the number of fillers certain: a network that counts by itself loses or doubles one.
 */
export function placeCells(posterior: Posterior, count: number, pitch: number): Placement | undefined {
	const {ink, gap} = occupancy(posterior);
	const shortest = Math.max(2, Math.floor(pitch * 0.75));
	const longest = Math.ceil(pitch * 1.25);
	// Empty space before the first and after the last character counts a little, for two pitches at most.
	const reach = Math.round(2 * pitch);
	const outside = (from: number, to: number): number => {
		let sum = 0;
		for (let t = Math.max(0, from); t <= Math.min(steps - 1, to); t++) sum += gap[t]!;
		return sum * 0.3;
	};

	let scores = new Float64Array(steps).fill(-Infinity);
	for (let t = 0; t < steps; t++) {
		scores[t] = ink[t]! + outside(t - reach, t - Math.ceil(0.7 * pitch));
	}

	const back: Int16Array[] = [];
	for (let k = 1; k < count; k++) {
		const next = new Float64Array(steps).fill(-Infinity);
		const from = new Int16Array(steps).fill(-1);
		for (let t = shortest; t < steps; t++) {
			for (let d = shortest; d <= longest && d <= t; d++) {
				const before = scores[t - d]!;
				if (before === -Infinity) continue;
				const stretch = (d - pitch) / pitch;
				const middle = t - d / 2;
				const between = Math.max(gap[Math.floor(middle)]!, gap[Math.ceil(middle)]!);
				const score = before + ink[t]! + 0.5 * between - 14 * stretch * stretch;
				if (score > next[t]!) {
					next[t] = score;
					from[t] = t - d;
				}
			}
		}

		back.push(from);
		scores = next;
	}

	let end = -1;
	let best = -Infinity;
	for (let t = 0; t < steps; t++) {
		const score = scores[t]! + outside(t + Math.ceil(0.7 * pitch), t + reach);
		if (score > best) {
			best = score;
			end = t;
		}
	}

	if (end < 0 || best === -Infinity) return undefined;
	const path = [end];
	for (let k = count - 2; k >= 0; k--) path.push(back[k]![path.at(-1)!]!);
	path.reverse();
	const score = path.reduce((sum, t) => sum + ink[t]!, 0) / count;
	return {centres: path.map(t => refine(posterior, t)), score};
}

/** Middle of the ink around a step. */
const refine = (posterior: Posterior, t: number): number => {
	let weight = 1e-6;
	let moment = 1e-6 * t;
	for (let s = Math.max(0, t - 1); s <= Math.min(steps - 1, t + 1); s++) {
		const filled = 1 - Math.exp(posterior[s * classes + blank]!);
		weight += filled;
		moment += filled * s;
	}

	return moment / weight;
};

/** Log probabilities of the placed cells: one row of `classes` a character, averaged over the steps of its middle. */
export function readCells(posterior: Posterior, placement: Placement, into: Float32Array, weight: number): void {
	for (const [k, centre] of placement.centres.entries()) {
		const t = Math.max(0, Math.min(steps - 1.001, centre));
		const low = Math.floor(t);
		const high = Math.min(steps - 1, low + 1);
		const share = t - low;
		for (let c = 0; c < classes; c++) {
			const value = posterior[low * classes + c]! * (1 - share) + posterior[high * classes + c]! * share;
			into[k * classes + c]! += weight * Math.max(floor * 1.5, value);
		}
	}
}

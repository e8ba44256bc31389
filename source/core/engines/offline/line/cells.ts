import {blank, classes} from '../decode/alphabet.ts';
import {bestPlaces} from './best-places.ts';

/** Steps along the crop, four pixels each. */
export const steps = 192;

/** Log probabilities of one crop: `steps` rows of `classes`. */
export type Posterior = Float32Array;

/**
 * The places of the characters, in steps (fractions possible), and how well they fit there: mean log probability a cell
 * that something is there.
 */
export type Placement = {
	readonly centres: readonly number[];
	readonly score: number;
	/** The same where a cell in which nothing is seen may be covered. */
	readonly coveredScore: number;
};

const floor = -12;

/** What a cell outside the picture costs: less than one in the picture where nothing is, more than one that is seen. */
const beyond = -0.5;

/**
 * How far the ends of a line may be from where the other lines of its document have theirs, in pitches; and what a cell
 * costs in which nothing is seen there: it is covered.
 */
const heldWithin = 0.8;
const hidden = -2;

/**
 * Log probability, step by step, that a character is there, and that none is; smoothed over the neighbours. Steps
 * outside the picture say neither.
 */
const occupancy = (posterior: Posterior, unseen?: Uint8Array): {ink: Float64Array; gap: Float64Array} => {
	const empty = Float64Array.from({length: steps}, (_, t) => Math.exp(posterior[t * classes + blank]!));
	const ink = new Float64Array(steps);
	const gap = new Float64Array(steps);
	for (let t = 0; t < steps; t++) {
		const before = empty[Math.max(0, t - 1)]!;
		const after = empty[Math.min(steps - 1, t + 1)]!;
		const smooth = 0.5 * empty[t]! + 0.25 * before + 0.25 * after;
		ink[t] = Math.max(floor, Math.log(Math.max(1e-9, 1 - smooth)));
		gap[t] = Math.max(floor, Math.log(Math.max(1e-9, Math.max(empty[t]!, Math.min(before, after)))));
		if (unseen?.[t]) {
			ink[t] = beyond;
			gap[t] = 0;
		}
	}

	return {ink, gap};
};

/** Characters in a row: step of the first, mean pitch in steps, and how many. */
export type CellRun = {readonly first: number; readonly pitch: number; readonly count: number};

const fewest = 10;
/** A hole of this many pitches ends a line. Glare and stamps make holes nearly as wide. */
const widestHole = 10.5;

/**
 * The longest row of evenly spaced characters that a crop shows; undefined when it shows none of at least ten.
 * Characters are numbered by the distance from their neighbour, and the pitch may change slowly (perspective).
 */
export function measurePitch(posterior: Posterior): CellRun | undefined {
	const peaks = findPeaks(posterior);
	if (peaks.length < fewest) return undefined;
	const distances = peaks
		.slice(1)
		.map((x, i) => x - peaks[i]!)
		.sort((a, b) => a - b);
	const typical = distances[Math.floor(distances.length * 0.45)]!;
	if (typical < 2 || typical > 8) return undefined;
	let best: CellRun | undefined;
	let local = typical;
	let first = peaks[0]!;
	let previous = first;
	let count = 1;
	const close = () => {
		if (count >= fewest && (!best || count > best.count))
			best = {first, pitch: (previous - first) / (count - 1), count};
	};

	for (const peak of peaks.slice(1)) {
		const distance = peak - previous;
		if (distance < 0.55 * local) continue;
		if (distance > widestHole * local) {
			close();
			first = peak;
			count = 1;
			local = typical;
		} else {
			const cells = Math.round(distance / local);
			count += cells;
			local = Math.min(1.3 * typical, Math.max(0.7 * typical, local * 0.7 + (distance / cells) * 0.3));
		}

		previous = peak;
	}

	close();
	return best;
}

/** Middles of the stretches where the network sees a character. */
export const findPeaks = (posterior: Posterior): number[] => {
	const peaks: number[] = [];
	let weight = 0;
	let moment = 0;
	for (let t = 0; t <= steps; t++) {
		const filled = t < steps ? 1 - Math.exp(posterior[t * classes + blank]!) : 0;
		if (filled > 0.45) {
			weight += filled;
			moment += filled * t;
		} else {
			if (weight > 0.6) peaks.push(moment / weight);
			weight = 0;
			moment = 0;
		}
	}

	return peaks;
};

/**
 * How sure the network is of what it sees: the share of the likeliest character of all that could be there, as a mean over
 * those that are seen. Type of other kinds, patterns and type the wrong way up leave it between many.
 */
export function surenessOf(posterior: Posterior): number {
	const peaks = findPeaks(posterior);
	let sum = 0;
	for (const peak of peaks) {
		const from = Math.min(steps - 1, Math.round(peak)) * classes;
		let likeliest = -Infinity;
		for (let c = 0; c < classes; c++) if (c !== blank) likeliest = Math.max(likeliest, posterior[from + c]!);
		sum += Math.exp(likeliest) / Math.max(1e-6, 1 - Math.exp(posterior[from + blank]!));
	}
	return peaks.length === 0 ? 0 : sum / peaks.length;
}

/** Less than this change of the pitch from one end of a crop to the other, as a share of it, is none. */
const evenEnough = 0.12;
/** And no page that can be read is seen so much from the side that there is more. */
const mostChange = 1;

/**
 * How wide a cell is at each step. A page that is seen from the side has its near characters wide and its far ones
 * narrow: a straight line through the distances of neighbours, or `pitch` everywhere where that is as good.
 */
const pitchesAlong = (posterior: Posterior, pitch: number): Float64Array => {
	const peaks = findPeaks(posterior);
	const middle = (steps - 1) / 2;
	let at = (_: number) => pitch;
	let change = 0;
	for (let round = 0; round < 3; round++) {
		const near = peaks.slice(1).flatMap((x, i) => {
			const [place, distance] = [(x + peaks[i]!) / 2 - middle, x - peaks[i]!];
			return Math.abs(distance / at(place) - 1) < 0.4 ? [[place, distance] as const] : [];
		});
		if (near.length < fewest) return new Float64Array(steps).fill(pitch);
		const meanPlace = near.reduce((sum, [place]) => sum + place, 0) / near.length;
		const meanPitch = near.reduce((sum, [, distance]) => sum + distance, 0) / near.length;
		const spread = near.reduce((sum, [place]) => sum + (place - meanPlace) ** 2, 0);
		const slope =
			near.reduce((sum, [place, distance]) => sum + (place - meanPlace) * (distance - meanPitch), 0) / spread;
		change = Math.max(-mostChange, Math.min(mostChange, (slope * steps) / meanPitch));
		const held = (change * meanPitch) / steps;
		at = place => meanPitch + held * (place - meanPlace);
	}
	if (Math.abs(change) < evenEnough) return new Float64Array(steps).fill(pitch);
	return Float64Array.from({length: steps}, (_, t) => at(t - middle));
};

/**
 * Places exactly `count` characters at a near-constant pitch (in steps), nothing between and outside of them.
 * This is what makes the number of fillers certain: a network that counts by itself loses or doubles one.
 *
 * @param unseen Steps outside the picture, where a character may be placed although nothing shows it.
 * @param held The cells are in the middle of the crop: what is seen beside them is none of the line.
 */
export function placeCells(
	posterior: Posterior,
	count: number,
	pitch: number,
	unseen?: Uint8Array,
	held = false,
): Placement | undefined {
	const {ink, gap} = occupancy(posterior, unseen);
	const pitches = pitchesAlong(posterior, pitch);
	const shortest = Int32Array.from(pitches, here => Math.max(2, Math.floor(here * 0.75)));
	const longest = Int32Array.from(pitches, here => Math.ceil(here * 1.25));
	// Empty space before the first and after the last character counts a little, for two pitches at most.
	const reach = Math.round(2 * pitch);
	const outside = (from: number, to: number): number => {
		let sum = 0;
		for (let t = Math.max(0, from); t <= Math.min(steps - 1, to); t++) sum += gap[t]!;
		return sum * 0.3;
	};

	const isEnd = (t: number, cell: number): boolean =>
		!held || Math.abs(t - (steps - 1) / 2 - (cell - (count - 1) / 2) * pitch) < heldWithin * pitch;
	const first = new Float64Array(steps).fill(-Infinity);
	for (let t = 0; t < steps; t++) {
		if (isEnd(t, 0)) first[t] = ink[t]! + outside(t - reach, t - Math.ceil(0.7 * pitch));
	}

	const {scores, back} = bestPlaces({first, ink, gap, pitches, shortest, longest}, count);
	let end = -1;
	let best = -Infinity;
	for (let t = 0; t < steps; t++) {
		const score = scores[t]! + outside(t + Math.ceil(0.7 * pitch), t + reach);
		if (score > best && isEnd(t, count - 1)) {
			best = score;
			end = t;
		}
	}

	if (end < 0 || best === -Infinity) return undefined;
	const path = [end];
	for (let k = count - 1; k > 0; k--) path.push(back[k * steps + path.at(-1)!]!);
	path.reverse();
	const seen = path.filter(t => !unseen?.[t]);
	const mean = (least: number) => seen.reduce((sum, t) => sum + Math.max(least, ink[t]!), 0) / Math.max(1, seen.length);
	const coveredScore = mean(hidden);
	const centres = path.map(t => (unseen?.[t] ? t : refine(posterior, t)));
	return {centres, score: held ? coveredScore : mean(floor), coveredScore};
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

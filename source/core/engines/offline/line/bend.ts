import {openLoops, room} from '../../../loops.ts';

/** Grey samples along a line of type, the baseline half-way up. */
export type Window = {
	readonly pixels: Float32Array;
	readonly rows: number;
	readonly columns: number;
	readonly rowsPerPitch: number;
};

/** Half the height of a capital, and what is looked at above and below it, in pitches. */
const halfHeight = 0.47;
const flank = 0.45;

/** What changes along the line, in all rows before each row. */
type Changes = {readonly sums: Float64Array; readonly rows: number; readonly rowsPerPitch: number};

/** What changes in columns `from` to before `until`. */
export function changesIn({pixels, rows, columns, rowsPerPitch}: Window, from: number, until: number): Changes {
	const {memory, changes} = openLoops();
	const to = room.from + 8 * Math.ceil(pixels.byteLength / 8);
	new Float32Array(memory.buffer, room.from, pixels.length).set(pixels);
	changes(room.from, columns, rows, Math.max(1, Math.floor(from)), Math.ceil(until), to);
	const sums = new Float64Array(memory.buffer, to, rows + 1).slice();
	return {sums, rows, rowsPerPitch};
}

function meanChange({sums, rows}: Changes, from: number, to: number): number {
	const first = Math.max(0, Math.ceil(from));
	const last = Math.min(rows - 1, Math.floor(to));
	return last < first ? 0 : (sums[last + 1]! - sums[first]!) / (last + 1 - first);
}

/**
 * How much more changes along the line in a band of a capital's height than above and below it. Type is where brightness
 * changes.
 *
 * @param offset Of the band from the middle, in rows
 */
export function bandScore(changes: Changes, offset: number): number {
	const half = halfHeight * changes.rowsPerPitch;
	const beside = flank * changes.rowsPerPitch;
	const middle = changes.rows / 2 - 0.5 + offset;
	const inside = meanChange(changes, middle - half, middle + half);
	const above = meanChange(changes, middle - half - beside, middle - half - 1);
	const under = meanChange(changes, middle + half + 1, middle + half + beside);
	return inside - (above + under) / 2 - Math.abs(offset) * 0.01 * inside;
}

/** Legendre polynomials of degree 0 to 5 at -1 to 1: a page bends smoothly. */
const shapes: ReadonlyArray<(u: number) => number> = [
	() => 1,
	u => u,
	u => (3 * u * u - 1) / 2,
	u => (5 * u ** 3 - 3 * u) / 2,
	u => (35 * u ** 4 - 30 * u * u + 3) / 8,
	u => (63 * u ** 5 - 70 * u ** 3 + 15 * u) / 8,
];

/** A line is looked at in so many pieces. */
const spans = 24;
const shapesAt = Array.from({length: spans}, (_, i) => shapes.map(shape => shape(((i + 0.5) / spans) * 2 - 1)));
/** Rows by which a shape grows or shrinks in one step of the search. */
const strides = [6, 3, 1.5, 0.75, 0.375];
/** No line of a passport bends further from the straight one than this, in pitches. */
const most = 1.3;
/** Share of what a straight line scores that a bent one must score beyond it, and each further shape beyond those before. */
const enough = {all: 0.04, each: 0.015};

/** What a band scores on each piece of a line, at every quarter of a row from `-farthest` on. */
type Scores = readonly Float64Array[];

const scoresOf = (window: Window, farthest: number): Scores => {
	const wide = window.columns / spans;
	const all: Float64Array[] = [];
	for (let i = 0; i < spans; i++) {
		// Each piece looks at its neighbours too: a few fillers alone have little to see.
		const changes = changesIn(window, Math.max(0, (i - 0.75) * wide), Math.min(window.columns, (i + 1.75) * wide));
		const scores = new Float64Array(farthest * 8 + 1);
		for (let k = 0; k < scores.length; k++) scores[k] = bandScore(changes, k / 4 - farthest);
		all.push(scores);
	}
	return all;
};

function highest(scores: Float64Array): number {
	let most = scores[0]!;
	for (let k = 1; k < scores.length; k++) if (scores[k]! > most) most = scores[k]!;
	return most;
}

/**
 * How far below its straight baseline each line of an MRZ runs: how much of each of `shapes`, in pitches. A page near its
 * fold is not flat. The lines are side by side and bend alike; only their places and slants are their own. Undefined
 * where straight lines fit as well, or nearly.
 */
export function bendIn(windows: readonly Window[]): ReadonlyArray<readonly number[]> | undefined {
	const [{rowsPerPitch} = {rowsPerPitch: 1}] = windows;
	const farthest = Math.ceil(most * rowsPerPitch);
	const scores = windows.map(window => scoresOf(window, farthest));
	const straight = climb({own: windows.map(() => [0, 0]), shared: []}, scores, farthest);
	const atBest = scores.flat().reduce((sum, span) => sum + highest(span), 0);
	if (!(straight.score > 0) || atBest < (1 + enough.all) * straight.score) return undefined;
	let bent = straight;
	// The simple shapes first: the others can look like them in the middle and differ at the ends.
	for (let count = 1; count <= shapes.length - 2; count++) {
		const {own, shared} = bent.bend;
		const further = climb({own, shared: Array.from({length: count}, (_, k) => shared[k] ?? 0)}, scores, farthest);
		if (further.score - bent.score > enough.each * straight.score) bent = further;
	}
	if (bent.score - straight.score < enough.all * straight.score) return undefined;
	return bent.bend.own.map(own => [...own, ...bent.bend.shared].map(amount => amount / rowsPerPitch));
}

/** Amounts of `shapes`, in rows: the first two of each line, the others of all of them. */
type Bend = {readonly own: ReadonlyArray<readonly number[]>; readonly shared: readonly number[]};

function scoreOf({own, shared}: Bend, scores: readonly Scores[], farthest: number): number {
	let sum = 0;
	for (let i = 0; i < spans; i++) {
		const at = shapesAt[i]!;
		let bend = 0;
		for (let k = 0; k < shared.length; k++) bend += shared[k]! * at[k + 2]!;
		for (let line = 0; line < own.length; line++) {
			const offset = bend + own[line]![0]! + own[line]![1]! * at[1]!;
			if (offset < -farthest || offset > farthest) return -Infinity;
			sum += scores[line]![i]![Math.round((offset + farthest) * 4)]!;
		}
	}
	return sum;
}

/** The best that small steps lead to. */
const climb = (start: Bend, scores: readonly Scores[], farthest: number): {bend: Bend; score: number} => {
	const bend = {own: start.own.map(amounts => [...amounts]), shared: [...start.shared]};
	let score = scoreOf(bend, scores, farthest);
	for (const stride of strides) {
		for (let moved = true; moved; ) {
			moved = false;
			for (const amounts of [...bend.own, bend.shared]) {
				for (let at = 0; at < amounts.length; at++) {
					for (const by of [-stride, stride]) {
						amounts[at]! += by;
						const now = scoreOf(bend, scores, farthest);
						if (now > score) {
							score = now;
							moved = true;
						} else amounts[at]! -= by;
					}
				}
			}
		}
	}
	return {bend, score};
};

type BentLine = {readonly pitch: number; readonly bend?: readonly number[] | undefined};

/** Pixels that a line runs below its straight baseline, at a share of its length, 0 to 1. */
export function below({bend, pitch}: BentLine, share: number): number {
	if (!bend) return 0;
	const u = Math.max(-1, Math.min(1, share * 2 - 1));
	return bend.reduce((sum, amount, degree) => sum + amount * shapes[degree]!(u), 0) * pitch;
}

import {type Alphabet, anyCharacter, at, best, digits, digitsAndFiller, type Matrix, only} from './matrix.ts';

/** Value of a character in a check digit: `<` 0, digits as they are, A 10 to Z 35 (ICAO 9303-3 §4.9). */
const worth = (index: number): number => Math.max(0, index - 2);

const weights = [7, 3, 1] as const;

/**
 * A position of line 2 that takes part in the sums. `field` is its weight in its own field's digit, `composite` in the
 * last digit. At a check position the character itself must equal the sum.
 */
type Position = {
	readonly at: number;
	readonly allowed: Alphabet;
	readonly field: number;
	readonly composite: number;
	readonly check?: 'field' | 'composite';
};

const day: Record<number, Alphabet> = {2: only('01<'), 4: only('0123<')};

/** Line 2 of TD3, ICAO 9303-4 §4.2.2: number, birth, expiry and optional data with their digits, then the composite. */
const layout = (): Position[] => {
	const positions: Position[] = [];
	let composite = 0;
	const field = (from: number, length: number, allowed: (i: number) => Alphabet, digit: Alphabet) => {
		for (let i = 0; i < length; i++) {
			positions.push({at: from + i, allowed: allowed(i), field: weights[i % 3]!, composite: weights[composite++ % 3]!});
		}

		positions.push({at: from + length, allowed: digit, field: 0, composite: weights[composite++ % 3]!, check: 'field'});
	};

	field(0, 9, () => anyCharacter, digits);
	field(13, 6, i => day[i] ?? digitsAndFiller, digits);
	field(21, 6, i => day[i] ?? digitsAndFiller, digits);
	field(28, 14, () => anyCharacter, digitsAndFiller);
	positions.push({at: 43, allowed: digits, field: 0, composite: 0, check: 'composite'});
	return positions;
};

const positions = layout();
const states = 100; // field sum mod 10, composite sum mod 10
const ranks = 2; // the best two ways into each state: the second tells how sure the first is
const horizon = 14; // nats under the best character of a position: less likely ones are not tried

export type Numbers = {
	/** Class of each of the 44 positions; positions outside of the sums are 0. */
	readonly text: readonly number[];
	/** Nats from the best to the second-best line that satisfies every digit. */
	readonly runnerUp: number;
	/** Nats that the digits cost against what was seen. */
	readonly cost: number;
};

/** The likeliest line 2 that satisfies all five check digits, exactly, by dynamic programming over both sums. */
export function decodeNumbers(matrix: Matrix): Numbers | undefined {
	let scores = new Float64Array(states * ranks).fill(-Infinity);
	scores[0] = 0;
	const trail: Array<{from: Int16Array; took: Int8Array}> = [];
	let seen = 0;
	for (const position of positions) {
		const plainBest = at(matrix, position.at, best(matrix, position.at, position.allowed));
		seen += plainBest;
		const now = new Float64Array(states * ranks).fill(-Infinity);
		const from = new Int16Array(states * ranks).fill(-1);
		const took = new Int8Array(states * ranks).fill(-1);
		for (const index of position.allowed) {
			const gain = at(matrix, position.at, index);
			if (gain < plainBest - horizon) continue;
			const value = worth(index);
			for (let slot = 0; slot < states * ranks; slot++) {
				const score = scores[slot]!;
				if (score === -Infinity) continue;
				const state = slot >> 1;
				const fieldSum = Math.floor(state / 10);
				const compositeSum = state % 10;
				if (position.check === 'field' && value !== fieldSum) continue;
				if (position.check === 'composite' && value !== compositeSum) continue;
				const target =
					(position.check ? 0 : (fieldSum + position.field * value) % 10) * 10 +
					((compositeSum + position.composite * value) % 10);
				insert(now, from, took, target * ranks, score + gain, slot, index);
			}
		}

		scores = now;
		trail.push({from, took});
	}

	let winner = -1;
	let second = -Infinity;
	for (let slot = 0; slot < scores.length; slot++) {
		if (winner < 0 || scores[slot]! > scores[winner]!) {
			if (winner >= 0) second = Math.max(second, scores[winner]!);
			winner = slot;
		} else {
			second = Math.max(second, scores[slot]!);
		}
	}

	if (scores[winner] === -Infinity) return undefined;
	const text = new Array<number>(44).fill(0);
	let slot = winner;
	for (let k = positions.length - 1; k >= 0; k--) {
		text[positions[k]!.at] = trail[k]!.took[slot]!;
		slot = trail[k]!.from[slot]!;
	}

	return {text, runnerUp: scores[winner]! - second, cost: seen - scores[winner]!};
}

const insert = (
	scores: Float64Array,
	from: Int16Array,
	took: Int8Array,
	slot: number,
	score: number,
	origin: number,
	index: number,
): void => {
	if (score > scores[slot]!) {
		scores[slot + 1] = scores[slot]!;
		from[slot + 1] = from[slot]!;
		took[slot + 1] = took[slot]!;
	} else if (score > scores[slot + 1]!) {
		slot++;
	} else {
		return;
	}

	scores[slot] = score;
	from[slot] = origin;
	took[slot] = index;
};

/** Line 2 as seen: each position the likeliest character of its class, no digit asked. */
export function seenNumbers(matrix: Matrix): number[] {
	const text = new Array<number>(44).fill(0);
	for (const {at: k, allowed} of positions) text[k] = best(matrix, k, day2(k) ? digitsAndFiller : allowed);
	return text;
}

const day2 = (k: number): boolean => (k >= 13 && k < 19) || (k >= 21 && k < 27);

/** What each position of line 2 may hold; nationality and sex have alphabets of their own. */
export const numberAlphabets: ReadonlyMap<number, Alphabet> = new Map(
	positions.map(p => [p.at, day2(p.at) ? digitsAndFiller : p.allowed]),
);

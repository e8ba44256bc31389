import {fillerClass, isDigitClass} from './alphabet.ts';
import {isCovered, withShared} from './covered.ts';
import type {NumberLayout, Position} from './lay-numbers.ts';
import {type Alphabet, at, best, digits, type Matrix, only} from './matrix.ts';

/** Value of a character in a check digit: `<` 0, digits as they are, A 10 to Z 35 (ICAO 9303-3 §4.9). */
const worth = (index: number): number => Math.max(0, index - 2);

const states = 100; // field sum mod 10, composite sum mod 10
const ranks = 2; // the best two ways into each state: the second shows how sure the first is
const horizon = 14; // nats under the best character of a position: less likely ones are not tried

export type Numbers = {
	/** Class of each position of the line; positions outside of the sums are 0. */
	readonly text: readonly number[];
	/** Nats from the best to the second-best line that satisfies every digit. */
	readonly runnerUp: number;
	/** Classes of the second-best line; absent where no other line satisfies every digit. */
	readonly second?: readonly number[];
	/** Nats of the line; and what the digits cost against what was seen. */
	readonly score: number;
	readonly cost: number;
	/** Positions that a digit covers, and the digits. */
	readonly proven: ReadonlySet<number>;
};

/**
 * The sums that say nothing, because something that they cover, or their digit, is not in the picture: places in the
 * order of `positions`, and whether the composite is one of them.
 */
function unseenSums(matrix: Matrix, positions: NumberLayout): {field: ReadonlySet<number>; composite: boolean} {
	const field = new Set<number>();
	const {unseen} = matrix;
	if (!unseen) return {field, composite: false};
	let from = 0;
	for (const [order, {field: weight, check}] of positions.entries()) {
		if (weight > 0 && positions[from]!.field === 0) from = order;
		if (check !== 'field') continue;
		const places = Array.from({length: order - from + 1}, (_, i) => from + i);
		if (places.some(place => unseen.has(positions[place]!.at))) for (const place of places) field.add(place);
		from = order + 1;
	}
	const isCounted = ({composite, check}: Position) => composite > 0 || check === 'composite';
	return {field, composite: positions.some(position => isCounted(position) && unseen.has(position.at))};
}

/**
 * The likeliest line that satisfies all its check digits. Unknown parts of a date are two fillers (ICAO 9303-3 §4.7): where
 * one is beside a digit, which counts as much as a covered 0, the likeliest line is taken whose dates are digits.
 */
export function decodeNumbers(matrix: Matrix, positions: NumberLayout): Numbers | undefined {
	const computed = matrix.unseen ? undefined : computeCovered(matrix, positions);
	if (computed) return computed;
	const decided = decode(matrix, positions);
	if (!decided || matrix.unseen || !isTorn(decided.text, positions)) return decided;
	const whole = decode(matrix, positions, true);
	const more = whole ? whole.cost - decided.cost : Infinity;
	return whole && more <= tornCost
		? {...whole, runnerUp: Math.min(whole.runnerUp, more), second: decided.text}
		: decided;
}

/** Nats by which digits may be less likely than a filler beside a digit. */
const tornCost = 3;

/** Months and days that a date may have where some of it is covered: of the first digit, and of the second with it. */
const pairs: Readonly<Record<number, ReadonlyArray<readonly [Alphabet, Alphabet]>>> = {
	0: [[digits, digits]],
	2: [
		[only('0'), only('123456789')],
		[only('1'), only('012')],
	],
	4: [
		[only('0'), only('123456789')],
		[only('12'), digits],
		[only('3'), only('01')],
	],
};

/** The layouts of all dates that there are, where some of a date is covered: in a date two digits depend on each other. */
const withDates = (seen: Matrix, positions: NumberLayout): readonly NumberLayout[] => {
	let layouts = [positions];
	for (const [order, {inDate = 1, at: place}] of positions.entries()) {
		const possible = pairs[inDate];
		if (!possible || (!isCovered(seen, place) && !isCovered(seen, place + 1))) continue;
		layouts = layouts.flatMap(layout =>
			possible.map(pair => layout.map((one, at) => (pair[at - order] ? {...one, allowed: pair[at - order]!} : one))),
		);
	}
	return layouts;
};

/** Nats by which the only line that the check digits allow is likelier than any other one. */
const determined = 1;
/** Covered characters of which two sums leave one choice, at most. */
const mostCovered = 4;

/** The line whose covered characters the check digits determine. Undefined where nothing is covered, or several lines fit. */
function computeCovered(matrix: Matrix, positions: NumberLayout): Numbers | undefined {
	const covered = positions.filter(position => isCovered(matrix, position.at)).length;
	if (covered === 0 || covered > mostCovered) return undefined;
	const shared = withShared(matrix);
	const [first, next] = withDates(matrix, positions)
		.flatMap(layout => decode(shared, layout) ?? [])
		.sort((a, b) => b.score - a.score);
	if (!first) return undefined;
	const ahead = Math.min(first.runnerUp, next ? first.score - next.score : Infinity);
	return ahead > determined ? {...first, runnerUp: ahead} : undefined;
}

const knownMoves = new Map<number, Int8Array>();

/**
 * For each state the one behind a character of such a value; -1 where a check digit differs from its sum. Remembered.
 *
 * @param isFieldOpen The sum of its field says nothing
 * @param isOpen The composite sum says nothing
 */
function movesOf({check, field, composite}: Position, value: number, isFieldOpen: boolean, isOpen: boolean): Int8Array {
	const isField = check === 'field' && !isFieldOpen;
	const isComposite = check === 'composite' && !isOpen;
	const flags = (check ? 4 : 0) + (isField ? 2 : 0) + (isComposite ? 1 : 0);
	const key = ((flags * 10 + field) * 10 + composite) * 100 + value;
	const known = knownMoves.get(key);
	if (known) return known;
	const moves = Int8Array.from({length: states}, (_, state) => {
		const fieldSum = Math.floor(state / 10);
		const compositeSum = state % 10;
		if ((isField && value !== fieldSum) || (isComposite && value !== compositeSum)) return -1;
		return (check ? 0 : (fieldSum + field * value) % 10) * 10 + ((compositeSum + composite * value) % 10);
	});
	knownMoves.set(key, moves);
	return moves;
}

const isTorn = (text: readonly number[], positions: NumberLayout): boolean =>
	positions.some(
		({inDate = 1, at: place}) =>
			inDate % 2 === 0 && (text[place] === fillerClass) !== (text[place + 1] === fillerClass),
	);

const slots = states * ranks;

/**
 * What `decode` writes into, call after call: it runs hundreds of times for a page. `from` and `took` have the best ways
 * into each slot after each position: the slot before it, and the class of the character.
 */
const room = {
	scores: new Float64Array(slots),
	next: new Float64Array(slots),
	from: new Int16Array(0),
	took: new Int8Array(0),
};

/** Exact, by dynamic programming over both sums. `whole`: dates without fillers. */
function decode(matrix: Matrix, positions: NumberLayout, whole = false): Numbers | undefined {
	const size = positions.length * slots;
	if (room.from.length < size) {
		room.from = new Int16Array(size);
		room.took = new Int8Array(size);
	}
	const {from, took} = room;
	let {scores, next} = room;
	scores.fill(-Infinity);
	scores[0] = 0;
	let seen = 0;
	const {field: openFields, composite: isOpen} = unseenSums(matrix, positions);
	for (const [order, position] of positions.entries()) {
		const possible = matrix.unseen?.has(position.at) ? [fillerClass] : position.allowed;
		const plainBest = at(matrix, position.at, best(matrix, position.at, possible));
		const isDigit = whole && position.inDate !== undefined;
		const allowed = isDigit ? possible.filter(isDigitClass) : possible;
		seen += plainBest;
		const start = order * slots;
		next.fill(-Infinity);
		for (const index of allowed) {
			const gain = at(matrix, position.at, index);
			if (gain < plainBest - horizon) continue;
			const behind = movesOf(position, worth(index), openFields.has(order), isOpen);
			for (let slot = 0; slot < slots; slot++) {
				const score = scores[slot]!;
				const target = behind[slot >> 1]!;
				if (score === -Infinity || target < 0) continue;
				insert(next, start, target * ranks, score + gain, slot, index);
			}
		}

		[scores, next] = [next, scores];
	}

	const {winner, second} = bestTwo(scores);
	if (scores[winner] === -Infinity) return undefined;
	const textTo = (end: number): readonly number[] => {
		const text = new Array<number>(matrix.count).fill(0);
		let slot = end;
		for (let k = positions.length - 1; k >= 0; k--) {
			text[positions[k]!.at] = took[k * slots + slot]!;
			slot = from[k * slots + slot]!;
		}
		return text;
	};
	const covered = positions.filter(
		({field, composite, check}, order) =>
			((field > 0 || check === 'field') && !openFields.has(order)) ||
			((composite > 0 || check === 'composite') && !isOpen),
	);
	return {
		text: textTo(winner),
		runnerUp: scores[winner]! - scores[second]!,
		...(scores[second] === -Infinity ? {} : {second: textTo(second)}),
		score: scores[winner]!,
		cost: seen - scores[winner]!,
		proven: new Set(covered.map(position => position.at)),
	};
}

/** Takes a way into a slot whose position begins at `start` in the room: it is the best one, the second, or neither. */
function insert(scores: Float64Array, start: number, slot: number, score: number, origin: number, index: number): void {
	const {from, took} = room;
	let place = slot;
	if (score > scores[slot]!) {
		scores[slot + 1] = scores[slot]!;
		from[start + slot + 1] = from[start + slot]!;
		took[start + slot + 1] = took[start + slot]!;
	} else if (score > scores[slot + 1]!) {
		place++;
	} else {
		return;
	}

	scores[place] = score;
	from[start + place] = origin;
	took[start + place] = index;
}

/** The places of the two highest scores; of equal ones the first. */
function bestTwo(scores: Float64Array): {winner: number; second: number} {
	let winner = 0;
	let second = 1;
	if (scores[second]! > scores[winner]!) [winner, second] = [second, winner];
	for (let slot = 2; slot < scores.length; slot++) {
		if (scores[slot]! > scores[winner]!) {
			second = winner;
			winner = slot;
		} else if (scores[slot]! > scores[second]!) second = slot;
	}
	return {winner, second};
}

/** The line as seen: each position the likeliest character of its class, no digit asked. */
export function seenNumbers(matrix: Matrix, positions: NumberLayout): number[] {
	const text = new Array<number>(matrix.count).fill(0);
	for (const {at: k, plainly} of positions) text[k] = best(matrix, k, plainly);
	return text;
}

/** What each position of the sums may hold; the others have alphabets of their own. */
export const alphabetsOf = (positions: NumberLayout): ReadonlyMap<number, Alphabet> =>
	new Map(positions.map(position => [position.at, position.plainly]));

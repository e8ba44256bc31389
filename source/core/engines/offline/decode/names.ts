import {fillerClass} from './alphabet.ts';
import {at, best, letters, lettersAndFiller, type Matrix, scoreOf} from './matrix.ts';

/**
 * States of a name field, ICAO 9303-3 §4.6: primary identifier, its inner filler, the double filler, secondary
 * identifier, its inner filler, and the fillers at the end. India prints the double filler first where there is no
 * primary identifier. Two fillers in a row after the secondary identifier, or
 * three anywhere, can only be the end.
 */
enum State {
	Begin,
	NoPrimary,
	Primary,
	PrimaryFiller,
	Separator,
	Secondary,
	SecondaryFiller,
	End,
}

const next: ReadonlyArray<{readonly letter: State | -1; readonly filler: State | -1}> = [
	{letter: State.Primary, filler: State.NoPrimary},
	{letter: -1, filler: State.Separator},
	{letter: State.Primary, filler: State.PrimaryFiller},
	{letter: State.Primary, filler: State.Separator},
	{letter: State.Secondary, filler: State.End},
	{letter: State.Secondary, filler: State.SecondaryFiller},
	{letter: State.Secondary, filler: State.End},
	{letter: -1, filler: State.End},
];

/**
 * The likeliest name that has the shape of a name; where what was seen contradicts every such shape by more than
 * `slack` nats, the field as seen.
 */
export function decodeNames(matrix: Matrix, from: number, to: number, slack: number): number[] {
	const seen: number[] = [];
	for (let k = from; k < to; k++) seen.push(best(matrix, k, lettersAndFiller));
	let scores = new Float64Array(next.length).fill(-Infinity);
	scores[State.Begin] = 0;
	const back: Array<Int8Array> = [];
	for (let k = from; k < to; k++) {
		// Whether a name continues outside of the picture cannot be known.
		const letter = matrix.unseen?.has(k) ? -Infinity : at(matrix, k, best(matrix, k, letters));
		const filler = at(matrix, k, fillerClass);
		const now = new Float64Array(next.length).fill(-Infinity);
		const came = new Int8Array(next.length).fill(-1);
		const reach = (state: State | -1, score: number, origin: number, isLetter: boolean) => {
			if (state === -1 || score <= now[state]!) return;
			now[state] = score;
			came[state] = origin * 2 + (isLetter ? 1 : 0);
		};

		for (const [state, {letter: onLetter, filler: onFiller}] of next.entries()) {
			if (scores[state] === -Infinity) continue;
			reach(onLetter, scores[state]! + letter, state, true);
			reach(onFiller, scores[state]! + filler, state, false);
		}

		scores = now;
		back.push(came);
	}

	let state = scores.reduce((winner, score, s) => (score > scores[winner]! ? s : winner), 0);
	const text: number[] = [];
	for (let k = to - 1; k >= from; k--) {
		const step = back[k - from]![state]!;
		text.push(step % 2 === 1 ? best(matrix, k, letters) : fillerClass);
		state = step >> 1;
	}

	text.reverse();
	return scoreOf(matrix, from, seen) - scoreOf(matrix, from, text) > slack ? seen : text;
}

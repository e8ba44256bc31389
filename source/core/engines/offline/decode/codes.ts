import {classOf} from './alphabet.ts';
import {at, best, lettersAndFiller, type Matrix, scoreOf} from './matrix.ts';

/**
 * A state's code (three positions): the likeliest of the known ones, unless what was seen contradicts it by more than
 * `slack` nats; then it is shown as seen.
 */
export function decodeCode(
	matrix: Matrix,
	from: number,
	known: readonly (readonly number[])[],
	slack: number,
): number[] {
	const seen = [0, 1, 2].map(i => best(matrix, from + i, lettersAndFiller));
	const seenScore = scoreOf(matrix, from, seen);
	let winner: readonly number[] = seen;
	let winnerScore = -Infinity;
	for (const code of known) {
		const score = at(matrix, from, code[0]!) + at(matrix, from + 1, code[1]!) + at(matrix, from + 2, code[2]!);
		if (score > winnerScore) {
			winner = code;
			winnerScore = score;
		}
	}

	return seenScore - winnerScore > slack ? seen : [...winner];
}

/** Codes as rows of classes; shorter ones are filled up (`D` is printed `D<<`). */
export const codeClasses = (codes: readonly string[]): number[][] =>
	codes.map(code => [...code.padEnd(3, '<')].map(classOf));

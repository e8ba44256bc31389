import {blank, classes} from './alphabet.ts';
import {at, type Matrix} from './matrix.ts';

/** Log probability of "nothing is there" over which a character is covered. */
const covered = Math.log(0.5);

/** True where nothing is seen of a character: glare, a thumb or a stamp is over it. */
export const isCovered = (matrix: Matrix, position: number): boolean =>
	at(matrix, position, blank) > covered && !matrix.unseen?.has(position);

/**
 * The matrix for the search by check digits: where nothing is seen of a character, it may be any. Such a matrix says
 * nothing of how clearly a character was read. The same matrix where nothing is covered.
 */
export function withShared(matrix: Matrix): Matrix {
	const places = Array.from({length: matrix.count}, (_, k) => k).filter(k => isCovered(matrix, k));
	if (places.length === 0) return matrix;
	const data = matrix.data.slice();
	for (const k of places) {
		const row = data.subarray(k * classes, (k + 1) * classes);
		const share = Math.exp(row[blank]!) / (classes - 1);
		for (let index = 1; index < classes; index++) row[index] = Math.log(Math.exp(row[index]!) + share);
	}
	return {...matrix, data};
}

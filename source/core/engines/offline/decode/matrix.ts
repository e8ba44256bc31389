import {alphabet, blank, classes, classOf, fillerClass, isDigitClass} from './alphabet.ts';

/** Log probabilities of a line: `count` rows of `classes`, averaged over the crops it was read from. */
export type Matrix = {
	readonly count: number;
	readonly data: Float32Array;
	/** Positions that are not in the picture, where nothing but a filler may be put. */
	readonly unseen?: ReadonlySet<number>;
};

const impossible = -30;

/** The matrix with some positions unseen: whatever the network made of them is forgotten. */
export function withUnseen(matrix: Matrix, unseen: ReadonlySet<number>): Matrix {
	if (unseen.size === 0) return matrix;
	for (const position of unseen) {
		matrix.data.fill(impossible, position * classes, (position + 1) * classes);
		matrix.data[position * classes + fillerClass] = 0;
	}
	return {...matrix, unseen};
}

/** The log probability of a class at a position. */
export const at = (matrix: Matrix, position: number, index: number): number => matrix.data[position * classes + index]!;

/** Characters that a position may hold. */
export type Alphabet = readonly number[];

const of = (characters: string): Alphabet => [...characters].map(classOf);

export const anyCharacter: Alphabet = of(alphabet);
export const letters: Alphabet = anyCharacter.filter(index => !isDigitClass(index) && index !== classOf('<'));
export const lettersAndFiller: Alphabet = [classOf('<'), ...letters];
export const digits: Alphabet = of('0123456789');
export const digitsAndFiller: Alphabet = of('<0123456789');
export const only = of;

/** The likeliest of some characters; a filler where nothing is seen. */
export function best(matrix: Matrix, position: number, allowed: Alphabet): number {
	if (matrix.unseen?.has(position)) return fillerClass;
	let winner = allowed[0]!;
	for (const index of allowed) if (at(matrix, position, index) > at(matrix, position, winner)) winner = index;
	return winner;
}

/**
 * Log odds of a character against the likeliest other one that its position allows, or against "nothing is there":
 * where glare has erased a character, nothing is certain.
 */
export function marginOf(matrix: Matrix, position: number, chosen: number, allowed: Alphabet): number {
	let rival = at(matrix, position, blank);
	for (const index of allowed) if (index !== chosen) rival = Math.max(rival, at(matrix, position, index));
	return at(matrix, position, chosen) - rival;
}

/** The log probability of a text of classes that begins at `from`. */
export const scoreOf = (matrix: Matrix, from: number, text: readonly number[]): number =>
	text.reduce((sum, index, i) => sum + at(matrix, from + i, index), 0);

import {allCodes} from '../../../passport/codes.ts';
import type {CharacterReading} from '../../../passport/reading.ts';
import {characterOf} from '../alphabet.ts';
import {codeClasses, decodeCode} from './codes.ts';
import {
	type Alphabet,
	anyCharacter,
	at,
	best,
	letters,
	lettersAndFiller,
	type Matrix,
	marginOf,
	only,
} from './matrix.ts';
import {decodeNames} from './names.ts';
import {decodeNumbers, numberAlphabets, seenNumbers} from './numbers.ts';

export type DecodedLine = {
	readonly text: string;
	readonly characters: readonly CharacterReading[];
	readonly runnerUp?: number;
};

/** Nats by which grammar and digits may overrule the eye; beyond, a wrong print is shown as it is printed. */
const slack = 3;

const sexes = only('FM<X');
let codes: number[][] | undefined;
const knownCodes = () => (codes ??= codeClasses(allCodes));

/** Line 1 of TD3: document code, issuing state, names. */
export function decodeFirst(matrix: Matrix): DecodedLine {
	const text = [
		best(matrix, 0, letters),
		best(matrix, 1, lettersAndFiller),
		...decodeCode(matrix, 2, knownCodes(), slack),
		...decodeNames(matrix, 5, 44, slack),
	];
	return describe(matrix, text, k => (k === 0 ? letters : lettersAndFiller));
}

/** Line 2 of TD3: number, nationality, dates, sex, optional data and the check digits. */
export function decodeSecond(matrix: Matrix): DecodedLine {
	const proven = decodeNumbers(matrix);
	const trusted = proven !== undefined && proven.cost <= slack;
	const text = trusted ? [...proven.text] : seenNumbers(matrix);
	const nationality = decodeCode(matrix, 10, knownCodes(), slack);
	for (const [i, index] of nationality.entries()) text[10 + i] = index;
	text[20] = best(matrix, 20, sexes);
	const line = describe(matrix, text, k => numberAlphabets.get(k) ?? (k === 20 ? sexes : lettersAndFiller));
	return trusted ? {...line, runnerUp: proven.runnerUp} : line;
}

const describe = (matrix: Matrix, text: readonly number[], allowed: (position: number) => Alphabet): DecodedLine => ({
	text: text.map(characterOf).join(''),
	characters: text.map((chosen, k) => {
		const here = allowed(k);
		return {
			seen: characterOf(best(matrix, k, anyCharacter)),
			margin: marginOf(matrix, k, chosen, here),
			alternatives: [...here]
				.filter(index => index !== chosen)
				.sort((a, b) => at(matrix, k, b) - at(matrix, k, a))
				.slice(0, 3)
				.filter(index => at(matrix, k, chosen) - at(matrix, k, index) < 6)
				.map(characterOf),
		};
	}),
});

/** A line of another document, character by character. */
export function decodePlain(matrix: Matrix): DecodedLine {
	const text = Array.from({length: matrix.count}, (_, k) => best(matrix, k, anyCharacter));
	return describe(matrix, text, () => anyCharacter);
}

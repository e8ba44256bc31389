import {allCodes} from '../../../passport/tables/codes.ts';
import {classOf, fillerClass} from './alphabet.ts';
import {codeClasses, decodeCode} from './codes.ts';
import {type DecodedLine, describe, runnerUpOf, slack} from './describe.ts';
import {at, best, digitsAndFiller, letters, lettersAndFiller, type Matrix, marginOf, only} from './matrix.ts';
import {decodeNames} from './names.ts';
import {decodeByLayout, type numberLayouts} from './number-layouts.ts';
import {alphabetsOf, seenNumbers} from './numbers.ts';

export const sexes = only('FM<X');
let codes: number[][] | undefined;
export const knownCodes = (): number[][] => (codes ??= codeClasses(allCodes));

const visa = classOf('V');
/** First letters of what ends in a check digit: passports, and TD2 documents (ICAO 9303-4 and 9303-6). */
const others = only('PACI');
/** Nats by which a filler at the end of line 2 is seen, and by which that and the first letter speak for a visa. */
const visaMargins = {filler: 3, both: 2};

/**
 * Whether two lines are those of a visa, which begins with V and ends in optional data, where others end in a check digit
 * (ICAO 9303-7 §4.2.2): each says what the other leaves open.
 */
export function areOfVisa(first: Matrix, second: Matrix | undefined): boolean {
	if (best(first, 0, letters) === visa) return true;
	const end = (second?.count ?? 0) - 1;
	if (!second || second.unseen?.has(end)) return false;
	const filler = marginOf(second, end, fillerClass, digitsAndFiller);
	const letter = at(first, 0, visa) - at(first, 0, best(first, 0, others));
	return filler > visaMargins.filler && filler + letter > visaMargins.both;
}

/** Line 1 of a passport, a visa or a TD2 document: document code, issuing state, names. */
export function decodeFirst(matrix: Matrix, isVisa = false): DecodedLine {
	const seen = best(matrix, 0, letters);
	const text = [
		isVisa && at(matrix, 0, seen) - at(matrix, 0, visa) <= slack ? visa : seen,
		best(matrix, 1, lettersAndFiller),
		...decodeCode(matrix, 2, knownCodes(), slack),
		...decodeNames(matrix, 5, matrix.count, slack),
	];
	return describe(matrix, text, k => (k === 0 ? letters : lettersAndFiller));
}

/** Line 2 of the same: number, nationality, dates, sex, optional data and the check digits that its layout has. */
export function decodeSecond(matrix: Matrix, shape: keyof typeof numberLayouts = 'TD3'): DecodedLine {
	const {layout, decided} = decodeByLayout(matrix, shape);
	const trusted = decided !== undefined && decided.cost <= slack;
	const text = trusted ? [...decided.text] : seenNumbers(matrix, layout);
	const nationality = decodeCode(matrix, 10, knownCodes(), slack);
	for (const [i, index] of nationality.entries()) text[10 + i] = index;
	text[20] = best(matrix, 20, sexes);
	const alphabets = alphabetsOf(layout);
	const line = describe(matrix, text, k => alphabets.get(k) ?? (k === 20 ? sexes : lettersAndFiller));
	return trusted ? {...line, runnerUp: decided.runnerUp, proven: decided.proven, ...runnerUpOf(text, decided)} : line;
}

import {allCodes} from '../../../passport/tables/codes.ts';
import {codeClasses, decodeCode} from './codes.ts';
import {type DecodedLine, describe, runnerUpOf, slack} from './describe.ts';
import {best, letters, lettersAndFiller, type Matrix, only} from './matrix.ts';
import {decodeNames} from './names.ts';
import {decodeByLayout, type numberLayouts} from './number-layouts.ts';
import {alphabetsOf, seenNumbers} from './numbers.ts';

export const sexes = only('FM<X');
let codes: number[][] | undefined;
export const knownCodes = (): number[][] => (codes ??= codeClasses(allCodes));

/** Line 1 of a passport, a visa or a TD2 document: document code, issuing state, names. */
export function decodeFirst(matrix: Matrix): DecodedLine {
	const text = [
		best(matrix, 0, letters),
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

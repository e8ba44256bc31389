import {classes} from './alphabet.ts';
import {decodeCode} from './codes.ts';
import {type DecodedLine, describe, runnerUpOf, slack} from './describe.ts';
import {best, letters, lettersAndFiller, type Matrix, withUnseen} from './matrix.ts';
import {decodeNames} from './names.ts';
import {decodeByLayout} from './number-layouts.ts';
import {alphabetsOf, seenNumbers} from './numbers.ts';
import {knownCodes, sexes} from './two-lines.ts';

const width = 30;

/**
 * The three lines of a TD1 card, ICAO 9303-5 §4.2.2. The last digit of line 2 sums over both upper lines, which are
 * therefore decided together.
 */
export function decodeCard([upper, middle, lower]: readonly [Matrix, Matrix, Matrix]): DecodedLine[] {
	const data = new Float32Array(2 * width * classes);
	data.set(upper.data);
	data.set(middle.data, width * classes);
	const unseen = new Set([...(upper.unseen ?? []), ...[...(middle.unseen ?? [])].map(k => k + width)]);
	const both = withUnseen({count: 2 * width, data}, unseen);
	const {layout, decided} = decodeByLayout(both, 'TD1');
	const trusted = decided !== undefined && decided.cost <= slack;
	const text = trusted ? [...decided.text] : seenNumbers(both, layout);
	text[0] = best(both, 0, letters);
	text[1] = best(both, 1, lettersAndFiller);
	for (const at of [2, width + 15]) {
		for (const [i, index] of decodeCode(both, at, knownCodes(), slack).entries()) text[at + i] = index;
	}

	text[width + 7] = best(both, width + 7, sexes);
	const alphabets = alphabetsOf(layout);
	const allowed = (k: number) => alphabets.get(k) ?? (k === 0 ? letters : k === width + 7 ? sexes : lettersAndFiller);
	const {characters, text: written} = describe(both, text, allowed);
	const runnerUp = trusted ? runnerUpOf(text, decided).runnerUpText : undefined;
	const half = (from: number): DecodedLine => ({
		text: written.slice(from, from + width),
		characters: characters.slice(from, from + width),
		allowed: k => allowed(from + k),
		...(trusted
			? {
					runnerUp: decided.runnerUp,
					...(runnerUp === undefined ? {} : {runnerUpText: runnerUp.slice(from, from + width)}),
					proven: new Set([...decided.proven].filter(k => k >= from && k < from + width).map(k => k - from)),
				}
			: {}),
	});
	const names = decodeNames(lower, 0, width, slack);
	return [half(0), half(width), describe(lower, names, () => lettersAndFiller)];
}

import type {DocumentShape} from '../model/document.ts';
import type {LineReading} from '../model/reading.ts';

/** Where ICAO 9303-6 has the date of birth, the sex and the expiry, and the old card has the given names. */
const names = {from: 13, to: 27};
/** Digits there, at least, of a card of ICAO 9303-6: it has thirteen or more. */
const fewestDigits = 8;

/**
 * Whether the lines are those of a French identity card of before 2021: two of 36, like TD2, but with the given names and
 * a number of twelve digits in the second. No field is where ICAO 9303-6 has it.
 */
export const isOldFrenchCard = (shape: DocumentShape, lines: readonly LineReading[]): boolean =>
	shape === 'TD2' && /^IDFRA/.test(lines[0]?.text ?? '') && !hasDates(lines[1]);

/** As the eye saw them: where the grammar has a date, letters are decided as digits. */
const hasDates = (line: LineReading | undefined): boolean => {
	const seen = line?.characters?.map(one => one.seen).join('') ?? line?.text ?? '';
	return (seen.slice(names.from, names.to).match(/\d/g)?.length ?? 0) >= fewestDigits;
};

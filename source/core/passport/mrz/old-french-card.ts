import type {DocumentShape} from '../model/document.ts';

/**
 * Whether the lines are those of a French identity card of before 2021: two of 36, like TD2, but with the given names and
 * a number of twelve digits in the second. No field is where ICAO 9303-6 has it.
 */
export const isOldFrenchCard = (shape: DocumentShape, lines: readonly {readonly text: string}[]): boolean =>
	shape === 'TD2' && /^IDFRA/.test(lines[0]?.text ?? '');

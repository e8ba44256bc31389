import {layouts} from '../model/layouts.ts';
import type {Passport} from '../model/passport.ts';

/**
 * The name field of the MRZ (ICAO 9303-3 §3.4, §4.6): primary identifier, `<<`, secondary identifier, components
 * separated by `<`, fillers to the end.
 */
export type MrzNames = {
	readonly surname: string;
	readonly given: string;
	/** First and one past the last position of each part in the name field, from 0. */
	readonly surnameAt: readonly [from: number, to: number];
	readonly givenAt: readonly [from: number, to: number];
	/** False when there is no `<<`: a valid name without a secondary identifier, or a separator that was misread. */
	readonly separated: boolean;
	/** A letter at the last position "must be treated as truncated" (9303-3 §4.6), even where the name happens to fit. */
	readonly truncated: boolean;
	/** Letters after the fillers that end the name: not valid. */
	readonly island: boolean;
};

const spaced = (part: string): string => (part.includes('<') ? part.replace(/^<+|<+$/g, '').replace(/<+/g, ' ') : part);

/** Surname and given names of the name field (ICAO 9303-3 §4.6): `<<` separates them, `<` their parts. */
export function readNames(raw: string): MrzNames {
	let end = raw.length;
	while (end > 0 && raw[end - 1] === '<') end--;
	const separator = raw.slice(0, end).indexOf('<<');
	const surnameTo = separator < 0 ? end : separator;
	let givenFrom = separator < 0 ? end : separator + 2;
	while (givenFrom < end && raw[givenFrom] === '<') givenFrom++;
	const again = separator < 0 ? -1 : raw.slice(givenFrom, end).indexOf('<<');
	return {
		surname: spaced(raw.slice(0, surnameTo)),
		given: spaced(raw.slice(givenFrom, end)),
		surnameAt: [0, surnameTo],
		givenAt: [givenFrom, end],
		separated: separator >= 0,
		truncated: end === raw.length,
		island: again >= 0,
	};
}

/** True when the names reach the end of their place in the MRZ, so that they may be cut (9303-3 §4.6). */
export function namesReachEnd({shape, lines}: Pick<Passport, 'shape' | 'lines'>): boolean {
	const [line, from, to] = layouts[shape].names;
	const text = lines[line] ?? '';
	const last = Math.min(to, text.length) - 1;
	return last >= from && text[last] !== '<';
}

/** As in the MRZ: hyphen, space and comma become a filler, apostrophes fall away (ICAO 9303-3 §4.6). */
export const nameToMrz = (name: string): string =>
	name
		.replace(/['’`.]/g, '')
		.replace(/[^A-Z]+/g, '<')
		.replace(/^<+|<+$/g, '');

/** The name field for two parts; undefined when they do not fit and would have to be truncated. */
export function writeNames(surname: string, given: string, length: number): string | undefined {
	const text = given ? `${nameToMrz(surname)}<<${nameToMrz(given)}` : nameToMrz(surname);
	return text.length > length ? undefined : text.padEnd(length, '<');
}

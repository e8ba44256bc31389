import {layouts} from './model/layouts.ts';
import {type CheckDigit, checkDigits} from './mrz/check-digits.ts';
import {transliterate} from './tables/transliteration.ts';

/** Two lines of a TD3 MRZ as a person types them (ICAO 9303-4 §4.2.2). */
export type TypedLines = readonly [string, string];

/** Characters of a line. */
export const typedLength = layouts.TD3.length;

/** A line in the alphabet of the MRZ: capitals, digits, and `<` also for the signs that people type in its place. */
export const typedLine = (text: string): string =>
	transliterate(text.normalize('NFKC').slice(0, 4 * typedLength))
		.replace(/[«‹〈＜]/g, '<')
		.replace(/[^A-Z0-9<]/g, '');

/** True for a first line with a passport's document type, an issuing state and a letter of a name (ICAO 9303-4 §4.2.2.1). */
export const holdsName = (first: string): boolean => /^P[A-Z<][A-Z<]{3}[A-Z]/.test(first);

/** A check digit that is typed so far; `open` while a character it depends on is missing. */
export type TypedDigit = Pick<CheckDigit, 'name' | 'expected' | 'printed'> & {
	readonly verdict: CheckDigit['verdict'] | 'open';
};

export type TypedCheck = {
	/** Characters that each line lacks; negative where it has too many. */
	readonly missing: readonly [number, number];
	readonly digits: readonly TypedDigit[];
};

/** Where each digit of line 2 is printed, from 0: with it everything that it depends on has been typed. */
const printedAt: Readonly<Record<CheckDigit['name'], number>> = {
	number: 9,
	birth: 19,
	expiry: 27,
	optional: 42,
	composite: 43,
};

/** What the lines say so far, for each key. */
export function checkTyped([first, second]: TypedLines): TypedCheck {
	const whole = [first, second].map(line => line.slice(0, typedLength).padEnd(typedLength, '<'));
	return {
		missing: [typedLength - first.length, typedLength - second.length],
		digits: checkDigits('TD3', whole).map(({name, expected, printed, verdict}) => ({
			name,
			expected,
			printed,
			verdict: second.length > printedAt[name] ? verdict : 'open',
		})),
	};
}

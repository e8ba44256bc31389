import {characterValue} from './check-digits.ts';

/**
 * Pairs of characters of OCR-B that readers mistake for one another. The first list is letter against digit, the second
 * letter against letter and filler; digit against digit needs no list, because every check digit sees those (their
 * values differ modulo 10).
 */
const letterAgainstDigit = 'O0 D0 Q0 U0 C0 I1 L1 J1 T1 V1 Z2 B3 A4 S5 G6 C6 T7 Z7 Y7 B8 S8 G9 J9';
const letterAgainstLetter =
	'OD OQ OU OC OG DQ IL IT IJ LJ LT CG CE EF EB BS BR PR PF PB HR HN HM MN MW NW NX XK KR HK UV VY UW VW XY K< C< L< E< S< X< F< T<';
const digitAgainstDigit = '08 06 09 17 14 23 27 38 35 39 49 47 56 58 68 69 89';

const byCharacter = new Map<string, string>();
const add = (a: string, b: string) => byCharacter.set(a, (byCharacter.get(a) ?? '') + b);
for (const [a, b] of `${letterAgainstDigit} ${letterAgainstLetter} ${digitAgainstDigit}`
	.split(' ')
	.map(pair => [pair[0]!, pair[1]!] as const)) {
	add(a, b);
	add(b, a);
}

/** What a character is mistaken for. */
export const lookAlikes = (character: string): string => byCharacter.get(character) ?? '';

export const areLookAlikes = (a: string, b: string): boolean => lookAlikes(a).includes(b);

/**
 * Look-alikes that no check digit of ICAO 9303 can tell apart: every weight (7, 3, 1) is prime to 10, so a single
 * substitution is unseen exactly when the two values are equal modulo 10.
 */
const blind = new Map<string, string>();
for (const [character, others] of byCharacter) {
	const value = characterValue(character) % 10;
	const unseen = [...others].filter(other => characterValue(other) % 10 === value).join('');
	if (unseen) blind.set(character, unseen);
}

/** Look-alikes of a character that every check digit takes for the same: G for 6, S for 8, K for the filler, … */
export const blindTwins = (character: string): string => blind.get(character) ?? '';

/** True when no check digit can tell the two characters apart, whether they look alike or not. */
export const isBlindPair = (a: string, b: string): boolean =>
	a !== b && characterValue(a) >= 0 && characterValue(a) % 10 === characterValue(b) % 10;

const toDigit: Readonly<Record<string, string>> = {
	O: '0',
	D: '0',
	Q: '0',
	I: '1',
	L: '1',
	Z: '2',
	S: '5',
	G: '6',
	T: '7',
	B: '8',
	A: '4',
};
const toLetter: Readonly<Record<string, string>> = {0: 'O', 1: 'I', 2: 'Z', 4: 'A', 5: 'S', 6: 'G', 7: 'T', 8: 'B'};

/** The digit that a letter in a digit's place was most likely printed as. */
export const asDigit = (letter: string): string | undefined => toDigit[letter];

/** The letter that a digit in a letter's place was most likely printed as. */
export const asLetter = (digit: string): string | undefined => toLetter[digit];

import {characterValue} from '../mrz/check-digits.ts';

/**
 * Letter against digit: the confusions that a position's class alone can undo (a digit's place, a letter's place), and by
 * far the commonest.
 */
const classPairs = 'O0 D0 Q0 I1 L1 Z2 A4 S5 G6 T7 B8';

/**
 * The other pairs of OCR-B that readers mistake for one another, under blur, glare or a coarse picture: letter against
 * digit, letter against letter, letter against filler, digit against digit.
 */
const otherPairs =
	'U0 C0 J1 T1 Z7 B3 S8 ' +
	'OD OQ OU OC OG DQ IL IT IJ LJ LT CG CE EF EB BS BR PR PF PB HR HN HM MN MW NW NX DN XK KR HK UV VY UW VW XY ' +
	'K< C< L< E< S< X< F< T< ' +
	'08 06 09 17 14 23 27 38 35 39 49 47 56 58 68 69 89';

/** Each character with all of its partners in a list of pairs. */
function partners(list: string): ReadonlyMap<string, string> {
	const found = new Map<string, string>();
	for (const pair of list.trim().split(' ')) {
		for (const [a, b] of [pair, pair[1]! + pair[0]!]) found.set(a!, (found.get(a!) ?? '') + b!);
	}
	return found;
}

const byClass = partners(classPairs);
const byOther = partners(otherPairs);
const byCharacter = partners(`${classPairs} ${otherPairs}`);

/** A digit's letters, or a letter's digit: what the class of a place forces. */
export const classTwins = (character: string): string => byClass.get(character) ?? '';

/** What a character is mistaken for beyond its class. */
export const otherTwins = (character: string): string => byOther.get(character) ?? '';

/** What a character is mistaken for. */
export const lookAlikes = (character: string): string => byCharacter.get(character) ?? '';

export const areLookAlikes = (a: string, b: string): boolean => lookAlikes(a).includes(b);

/**
 * Look-alikes that no check digit of ICAO 9303 can distinguish: every weight (7, 3, 1) is prime to 10, so a single
 * substitution is unseen exactly when the two values are equal modulo 10.
 */
const blind = new Map<string, string>();
for (const [character, others] of byCharacter) {
	const value = characterValue(character) % 10;
	const unseen = [...others].filter(other => characterValue(other) % 10 === value).join('');
	if (unseen) blind.set(character, unseen);
}

/** What half a character looks like, where the check digits take both for the same: a 5 without its foot is an F. */
const halfOf: Readonly<Record<string, string>> = {F: '5'};

/** Look-alikes of a character that every check digit takes for the same: G for 6, S for 8, K for the filler, … */
export const blindTwins = (character: string): string => (blind.get(character) ?? '') + (halfOf[character] ?? '');

/** What worn print or a fine pattern makes of a letter that loses ink: a G or an O looks like a C then, a K like a filler. */
const inkier: Readonly<Record<string, string>> = {C: 'OG', F: 'E', L: 'E', P: 'RB', '<': 'K'};

/** The letters that look like this one when ink is lost. */
export const inkierThan = (character: string): string => inkier[character] ?? '';

const round: Readonly<Record<string, string>> = {C: 'OG', D: 'O', G: 'CO', O: 'CDGQ', Q: 'O'};

/** Round letters that a missing stretch of ink, or a stroke too many, makes of a round letter. */
export const roundTwins = (character: string): string => round[character] ?? '';

export const isDigit = (character: string): boolean => /\d/.test(character);

/** The digit that a letter in a digit's place was printed as, when it looks like one. */
export const asDigit = (letter: string): string | undefined =>
	isDigit(letter) ? undefined : [...classTwins(letter)].find(isDigit);

/** The letter that a digit in a letter's place was most likely printed as: the first of its pairs (O before D and Q). */
export const asLetter = (digit: string): string | undefined => (isDigit(digit) ? classTwins(digit)[0] : undefined);

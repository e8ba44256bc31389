import type {DocumentShape} from '../model/document.ts';
import type {FieldKey} from '../model/fields.ts';
import {type DigitName, type DigitSlot, layoutOf, type Slot} from '../model/layouts.ts';

/**
 * Value of each character code in a check sum: digits 0-9, letters 10-35, filler 0; -1 for what may not be in an MRZ.
 * ICAO 9303-3 §4.9.
 */
const values = new Int8Array(128).fill(-1);
for (let code = 0; code < 10; code++) values[48 + code] = code;
for (let code = 0; code < 26; code++) values[65 + code] = code + 10;
values[60] = 0;

/** 0 to 35, the filler 0 (ICAO 9303-3 §4.9); -1 of what cannot be in the MRZ. */
export const characterValue = (character: string): number => values[character.charCodeAt(0)] ?? -1;

/** Sum of value x weight (7, 3, 1, repeating) with the place `start` under the first weight; NaN when a character has no value. */
function weightedSum(text: string, from: number, to: number, start: number): number {
	let sum = 0;
	let place = start % 3;
	for (let index = from; index < to; index++) {
		const code = text.charCodeAt(index);
		const value = code < 128 ? values[code]! : -1;
		if (value < 0) return Number.NaN;
		sum += place === 0 ? value * 7 : place === 1 ? value * 3 : value;
		place = place === 2 ? 0 : place + 1;
	}
	return sum;
}

/** The check digit over a text of `A-Z0-9<` (ICAO 9303-3 §4.9: `520727` gives 3); undefined when another character is in it. */
export function checkDigit(text: string): string | undefined {
	const sum = weightedSum(text, 0, text.length, 0);
	return Number.isNaN(sum) ? undefined : String(sum % 10);
}

const weights = [7, 3, 1] as const;

/** By how much, modulo 10, the sum of a field changes when one of its characters becomes another. */
export const sumChange = (position: number, from: string, to: string): number =>
	((((characterValue(to) - characterValue(from)) * weights[position % 3]!) % 10) + 10) % 10;

/**
 * - `verified`: printed and right. `refuted`: printed and wrong, or not a digit where one must be.
 * - `not printed`: a filler where the standard allows one (TD3 position 43); or the digit, or something that it covers,
 *   is not in the picture.
 */
export type DigitVerdict = 'verified' | 'refuted' | 'not printed';

export type CheckDigit = {
	readonly name: DigitName;
	/** The field that the digit protects; none for the composite. */
	readonly field?: FieldKey;
	readonly printed: string;
	readonly expected: string;
	readonly verdict: DigitVerdict;
};

/** Whether a place of the lines is not in the picture. */
export type IsUnseen = (line: number, position: number) => boolean;

function isCut(slot: DigitSlot, isUnseen: IsUnseen): boolean {
	const places = ([line, from, to]: Slot) =>
		Array.from({length: to - from}, (_, index) => [line, from + index] as const);
	return [[slot.line, slot.position] as const, ...slot.over.flatMap(places)].some(([line, at]) => isUnseen(line, at));
}

function judgeDigit(slot: DigitSlot, lines: readonly string[], isUnseen: IsUnseen | undefined): CheckDigit {
	let sum = 0;
	let count = 0;
	// An index loop: this runs ten times for every passport, and for every candidate of a repair.
	for (let index = 0; index < slot.over.length; index++) {
		const stretch = slot.over[index]!;
		sum += weightedSum(lines[stretch[0]] ?? '', stretch[1], stretch[2], count);
		count += stretch[2] - stretch[1];
	}
	const printed = lines[slot.line]?.charAt(slot.position) ?? '';
	const expected = Number.isNaN(sum) ? '?' : String(sum % 10);
	const isMissing = (printed === '<' && slot.name === 'optional') || (isUnseen !== undefined && isCut(slot, isUnseen));
	const verdict = isMissing ? 'not printed' : printed === expected ? 'verified' : 'refuted';
	const {name, field} = slot;
	return field ? {name, field, printed, expected, verdict} : {name, printed, expected, verdict};
}

/** One verdict for each check digit of the shape, in the order of the MRZ, the composite last. */
export function checkDigits(
	shape: DocumentShape,
	lines: readonly string[],
	isUnseen?: IsUnseen,
): readonly CheckDigit[] {
	return layoutOf(shape, lines).digits.map(slot => judgeDigit(slot, lines, isUnseen));
}

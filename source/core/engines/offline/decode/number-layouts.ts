import {fillerClass} from './alphabet.ts';
import {type Field, layNumbers, type NumberLayout} from './lay-numbers.ts';
import {anyCharacter, best, digitsAndFiller, type Matrix} from './matrix.ts';
import {decodeNumbers, type Numbers} from './numbers.ts';

const number = (from: number): Field => ({from, length: 9, holds: 'any', digit: 'always', composite: true});
const date = (from: number): Field => ({from, length: 6, holds: 'date', digit: 'always', composite: true});
const optional = (from: number, length: number): Field => ({from, length, holds: 'any', composite: true});
const apart = (field: Field): Field => ({...field, composite: false});

/**
 * The positions of the fields in the lines with check digits. TD1 has two such lines, counted on from 30 in the second.
 */
export const numberLayouts = {
	/** ICAO 9303-4 §4.2.2 */
	TD3: layNumbers([number(0), date(13), date(21), {...optional(28, 14), digit: 'if filled'}], 43),
	/** ICAO 9303-6 §4.2.2 */
	TD2: layNumbers([number(0), date(13), date(21), optional(28, 7)], 35),
	/** ICAO 9303-5 §4.2.2 */
	TD1: layNumbers([number(5), optional(15, 15), date(30), date(38), optional(48, 11)], 59),
	/** ICAO 9303-7 §4.2.2: no digit over the whole */
	'MRV-A': layNumbers([apart(number(0)), apart(date(13)), apart(date(21)), apart(optional(28, 16))]),
	'MRV-B': layNumbers([apart(number(0)), apart(date(13)), apart(date(21)), apart(optional(28, 8))]),
} as const satisfies Record<string, NumberLayout>;

type Long = {readonly digitAt: number; readonly rest: number; readonly end: number; readonly lay: Lay};
type Lay = (length: number) => NumberLayout;

/**
 * Cards whose number is too long for its place: a filler is in the place of its digit, and what continues it, `length`
 * characters with the digit, begins the optional data (ICAO 9303-5 and 9303-6, §4.2.2). The sum of TD2 would have to be
 * carried past the dates: there the judge alone computes it.
 */
const long: Readonly<Partial<Record<keyof typeof numberLayouts, Long>>> = {
	TD1: {
		digitAt: 14,
		rest: 15,
		end: 30,
		lay: length =>
			layNumbers(
				[
					{...number(5), length: 9 + length, filler: 9},
					optional(15 + length, 15 - length),
					date(30),
					date(38),
					optional(48, 11),
				],
				59,
			),
	},
	TD2: {
		digitAt: 9,
		rest: 28,
		end: 35,
		lay: () => layNumbers([{...optional(0, 10), filler: 9}, date(13), date(21), optional(28, 7)], 35),
	},
};

/** The lines with check digits, decided, and the layout that they have. Undefined where no line satisfies every digit. */
export function decodeByLayout(
	matrix: Matrix,
	shape: keyof typeof numberLayouts,
): {readonly layout: NumberLayout; readonly decided: Numbers | undefined} {
	const usual = {layout: numberLayouts[shape], decided: decodeNumbers(matrix, numberLayouts[shape])};
	const other = long[shape];
	if (!other || best(matrix, other.digitAt, digitsAndFiller) !== fillerClass) return usual;
	let past = other.rest;
	while (past < other.end && best(matrix, past, anyCharacter) !== fillerClass) past++;
	const length = past - other.rest;
	if (length < 2) return usual;
	const layout = other.lay(length);
	const decided = decodeNumbers(matrix, layout);
	const isLikelier = (decided?.cost ?? Infinity) <= (usual.decided?.cost ?? Infinity);
	return isLikelier ? {layout, decided} : usual;
}

import {type Field, layNumbers, type NumberLayout} from './numbers.ts';

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

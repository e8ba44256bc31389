import type {DocumentShape} from '../model/document.ts';
import {cut, layoutOf} from '../model/layouts.ts';
import {checkDigit} from './check-digits.ts';

/**
 * The number that the nine places of a passport or visa and the optional data behind them can be together: as on cards,
 * a filler where its check digit is, and the digit after its last character (ICAO 9303-5 §4.2.2). ICAO 9303-4 has no
 * such numbers, so that this is a question and no proof. Undefined where the digit does not agree, or the layout of the
 * lines has joined a long number already.
 */
export function longNumber(shape: DocumentShape, lines: readonly string[]): string | undefined {
	const {fields, numberRest, digits} = layoutOf(shape, lines);
	const {line, position} = digits.find(({name}) => name === 'number')!;
	if (numberRest || lines[line]?.[position] !== '<') return undefined;
	const begun = cut(lines, fields.passport_number!);
	const rest = /^[A-Z0-9]{2,}/.exec(cut(lines, fields.optional_data_mrz!))?.[0];
	if (begun.endsWith('<') || rest === undefined) return undefined;
	const number = begun + rest.slice(0, -1);
	return checkDigit(number) === rest.at(-1) ? number : undefined;
}

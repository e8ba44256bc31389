import {layoutOf, type Slot} from '../model/layouts.ts';
import type {Passport, Reason} from '../model/passport.ts';
import type {LineReading} from '../model/reading.ts';
import {type CheckDigit, checkDigits, type IsUnseen} from '../mrz/check-digits.ts';

/** What of the lines is not in the picture: the page is cut off or was photographed in part. */
export const unseenIn =
	(lines: readonly LineReading[]): IsUnseen =>
	(line, position) =>
		lines[line]?.characters?.[position]?.unseen ?? false;

/** Why a stretch is not known: its first position that is not in the picture. Undefined when all of it is. */
export function unseenReason(line: LineReading | undefined, from: number, to: number): Reason | undefined {
	for (let at = from; at < to; at++) {
		if (line?.characters?.[at]?.unseen) return {code: 'unseen', params: {position: at + 1}};
	}
	return undefined;
}

/** The same of a field and the digit that follows it directly. */
export const unseenWithDigit = (line: LineReading | undefined, [, from, to]: Slot): Reason | undefined =>
	unseenReason(line, from, to + 1);

/** The check digits of a judged passport, of which those that are not in the picture say nothing. */
export function digitsOf({shape, lines, fields, issues}: Passport): readonly CheckDigit[] {
	const missing = layoutOf(shape, lines).digits.filter(({field}) =>
		field === undefined
			? issues.some(({code}) => code === 'composite-unseen')
			: fields.some(({key, evidence}) => key === field && evidence.reasons.some(({code}) => code === 'unseen')),
	);
	return checkDigits(shape, lines, (line, position) =>
		missing.some(slot => slot.line === line && slot.position === position && lines[line]?.[position] === '<'),
	);
}

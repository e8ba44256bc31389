import {type CompleteDate, compareDays, earliest, isReal, type PartialDate} from '../model/dates.ts';

/**
 * Six characters YYMMDD of the MRZ.
 *
 * - `date`: a real date, perhaps partial.
 * - `blank`: six fillers, "unknown" (valid for birth only).
 * - `misread`: half-blank or otherwise not of a valid shape (`74<812`, `7<0812`, a letter). ICAO 9303-3 §4.7: an
 *   unknown part is blank as a whole, and what is known is left of it.
 * - `impossible`: digits, but no such day (31 February).
 */
export type MrzDate =
	| {readonly kind: 'date'; readonly date: PartialDate}
	| {readonly kind: 'blank' | 'misread' | 'impossible'};

const shape = /^(\d\d)(?:(\d\d)(\d\d|<<)|<<<<)$/;

/** The latest year with these two digits whose date is not after `today`: people are born in the past. */
function birthYear(twoDigits: number, month: number | undefined, day: number | undefined, today: CompleteDate): number {
	const year = today.year - (today.year % 100) + twoDigits;
	const first = earliest({year, ...(month === undefined ? {} : {month}), ...(day === undefined ? {} : {day})});
	return compareDays(first, today) > 0 ? year - 100 : year;
}

/** The year with these two digits nearest to `today`, from 50 years before to 49 after: passports run ten years or so. */
function expiryYear(twoDigits: number, today: CompleteDate): number {
	const offset = (twoDigits - (today.year % 100) + 100) % 100;
	return today.year + (offset >= 50 ? offset - 100 : offset);
}

/**
 * A date of the MRZ with its century (the MRZ has two digits of the year; ICAO leaves the century to the reader).
 * Birth: the latest such day not after `today`. Expiry: within 50 years of `today`.
 */
export function readMrzDate(text: string, field: 'birth' | 'expiry', today: CompleteDate): MrzDate {
	const match = shape.exec(text);
	if (!match) return {kind: text === '<<<<<<' ? 'blank' : 'misread'};
	const month = match[2] === undefined ? undefined : Number(match[2]);
	const day = match[3] === undefined || match[3] === '<<' ? undefined : Number(match[3]);
	const twoDigits = Number(match[1]);
	const year = field === 'birth' ? birthYear(twoDigits, month, day, today) : expiryYear(twoDigits, today);
	const date: PartialDate = {
		year,
		...(month === undefined ? {} : {month}),
		...(day === undefined ? {} : {day}),
	};
	if (isReal(date)) return {kind: 'date', date};
	// 29 February exists in one of the two centuries only.
	const other: PartialDate = {...date, year: year - 100};
	if (field === 'birth' && isReal(other)) return {kind: 'date', date: other};
	return {kind: 'impossible'};
}

/** YYMMDD with fillers for unknown parts. */
export function writeMrzDate(date: PartialDate | undefined): string {
	if (!date) return '<<<<<<';
	const two = (value: number | undefined) => (value === undefined ? '<<' : String(value % 100).padStart(2, '0'));
	return two(date.year) + two(date.month) + two(date.day);
}

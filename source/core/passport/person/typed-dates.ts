import {
	type CompleteDate,
	compareDays,
	earliest,
	formatDate,
	isComplete,
	type PartialDate,
	parseDate,
} from '../model/dates.ts';
import {readMrzDate} from '../mrz/dates.ts';
import {dateOf, namesTwoMonths, printedDateParts} from '../printed/dates.ts';

/**
 * What a person typed for a date.
 *
 * - `date`: one day, or a birth of which the day or the month is not known.
 * - `ambiguous`: day and month could be either way round; ISO 8601.
 * - `impossible`: a date in its form, but no such day (31 February).
 * - `future`: a birth after today.
 * - `far`: a day that is too long ago or too far ahead for the field.
 * - `none`: no date.
 */
export type TypedDate =
	| {readonly kind: 'date'; readonly date: PartialDate}
	| {readonly kind: 'ambiguous'; readonly readings: readonly [string, string]}
	| {readonly kind: 'impossible' | 'future' | 'far' | 'none'};

export type TypedDateOptions = {
	readonly of: 'birth' | 'issue' | 'expiry';
	readonly today: CompleteDate;
	/** Where the person writes the day before the month; without it a date that can be both is ambiguous. */
	readonly dayFirst?: boolean;
};

const none: TypedDate = {kind: 'none'};
const impossible: TypedDate = {kind: 'impossible'};

/** No holder is older, and no passport is valid longer or has been expired longer. */
const mostYears = {
	birth: {back: 130, ahead: 0},
	issue: {back: 130, ahead: 0},
	expiry: {back: 130, ahead: 60},
} as const;

/** Returns whether a year can be meant: with two digits in the MRZ, no check digit speaks against another century. */
function isNear(date: PartialDate, {of, today}: TypedDateOptions): boolean {
	const {back, ahead} = mostYears[of];
	if (of !== 'expiry' && compareDays(earliest(date), today) > 0) return false;
	return date.year >= today.year - back && date.year <= today.year + ahead;
}

/** An expiry is a whole day; of a birth the day, or the month too, may be unknown (ICAO 9303-3 §4.7), and some print no day of issue. */
const isWhole = (date: PartialDate, {of}: TypedDateOptions): boolean => of !== 'expiry' || isComplete(date);

function settled(date: PartialDate | undefined, options: TypedDateOptions): TypedDate {
	if (!date) return impossible;
	if (!isWhole(date, options)) return none;
	return isNear(date, options) ? {kind: 'date', date} : away(date, options);
}

/** Why a day that is not near cannot be meant. */
const away = (date: PartialDate, {of, today}: TypedDateOptions): TypedDate => ({
	kind: of === 'birth' && compareDays(earliest(date), today) > 0 ? 'future' : 'far',
});

type Numbers = readonly [first: string, second: string, third: string];

const partsOf = (year: string, month: string, day: string) => ({year, month: Number(month), day});

/** Three numbers of which the first two are day and month in an order that the numbers alone may not show. */
function fromNumbers([first, second, year]: Numbers, options: TypedDateOptions, isDayFirst: boolean): TypedDate {
	const kind = options.of === 'birth' ? 'birth' : 'other';
	const real = (day: string, month: string, of = year) => dateOf(partsOf(of, month, day), kind, options.today);
	const near = (date: PartialDate | undefined) => (date && isNear(date, options) ? date : undefined);
	const dayFirst = near(real(first, second));
	const monthFirst = near(real(second, first));
	if (dayFirst && monthFirst && !isDayFirst && Number(first) !== Number(second)) {
		return {kind: 'ambiguous', readings: [formatDate(dayFirst), formatDate(monthFirst)]};
	}
	const yearFirst = first.length === 2 && year.length === 2 ? near(real(year, second, first)) : undefined;
	const date = dayFirst ?? monthFirst ?? yearFirst;
	if (date) return {kind: 'date', date};
	const elsewhen = real(first, second) ?? real(second, first);
	return elsewhen ? away(elsewhen, options) : impossible;
}

function fromEightDigits(digits: string, options: TypedDateOptions): TypedDate {
	const iso = parseDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`);
	if (iso && isNear(iso, options)) return {kind: 'date', date: iso};
	const numbers: Numbers = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)];
	const read = fromNumbers(numbers, options, options.dayFirst ?? false);
	return iso && read.kind === 'impossible' ? away(iso, options) : read;
}

/**
 * Reads a date as people and papers write it: `2033-01-14`, `14/01/2033`, `14.01.2033`, `20330114`, `330114` as in the
 * MRZ, `14 JAN 2033`, `14 jan 33`, `14 JAN/JAN 2033`, `1974-08`, `08/1974`, `XX AUG 1974`. Between dots the day comes
 * first.
 */
export function readTypedDate(text: string, options: TypedDateOptions): TypedDate {
	const typed = text
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[\u2010-\u2015\u2212]/g, '-')
		.trim();
	if (/^\d{8}$/.test(typed)) return fromEightDigits(typed, options);
	if (/^\d{2}(?:\d{4}|\d{2}<<|<{4})$/.test(typed)) {
		// An issue is in the past, as a birth is.
		const mrz = readMrzDate(typed, options.of === 'expiry' ? 'expiry' : 'birth', options.today);
		return mrz.kind === 'date' ? settled(mrz.date, options) : impossible;
	}
	if (/^\d{4}$/.test(typed)) return settled(parseDate(typed), options);
	const monthYear = /^(\d{1,2})[ ./-]+(\d{4})$/.exec(typed);
	if (monthYear) return settled(parseDate(`${monthYear[2]}-${monthYear[1]!.padStart(2, '0')}`), options);
	const numbers = /^(\d{1,2})([ ./-]+)(\d{1,2})[ ./-]+(\d{4}|\d{2})\.?$/.exec(typed);
	if (numbers) {
		const isDayFirst = options.dayFirst === true || /^ *\.? *$/.test(numbers[2]!);
		return fromNumbers([numbers[1]!, numbers[3]!, numbers[4]!], options, isDayFirst);
	}
	const parts = namesTwoMonths(typed) ? undefined : printedDateParts(typed);
	return parts ? settled(dateOf(parts, options.of === 'birth' ? 'birth' : 'other', options.today), options) : none;
}

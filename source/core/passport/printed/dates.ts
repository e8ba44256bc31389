import {onceForTexts} from '../../remember.ts';
import {type CompleteDate, compareDays, earliest, isReal, type PartialDate} from '../model/dates.ts';
import {internationalMonths, monthOf} from './months.ts';

/** Two digits of a year, by the same rule as the MRZ's: births are in the past, other dates within 50 years. */
function withCentury(year: number, kind: 'birth' | 'other', today: CompleteDate): number {
	const century = today.year - (today.year % 100);
	const nearest = century + year;
	if (kind === 'birth') return nearest > today.year ? nearest - 100 : nearest;
	return nearest - today.year >= 50 ? nearest - 100 : nearest - today.year < -50 ? nearest + 100 : nearest;
}

/** The parts of a date as they are written: two or four digits of the year; `XX` for a day that is not known. */
export type DateParts = {readonly year: string; readonly month: number | undefined; readonly day: string};

/** Returns the date with its century; undefined when it is no day of the calendar. */
export function dateOf(
	{year, month, day}: DateParts,
	kind: 'birth' | 'other',
	today: CompleteDate,
): PartialDate | undefined {
	const date: PartialDate = {
		year: year.length === 4 ? Number(year) : withCentury(Number(year), kind, today),
		...(month === undefined ? {} : {month}),
		...(month === undefined || day === 'XX' ? {} : {day: Number(day)}),
	};
	if (!isReal(date)) return undefined;
	// A birth with two digits of the year that would be ahead this year is a hundred years old.
	if (kind === 'birth' && year.length === 2 && compareDays(earliest(date), today) > 0)
		return {...date, year: date.year - 100};
	return date;
}

/** In capitals, without marks. */
const cleaned = (text: string): string =>
	text
		.slice(0, 60)
		.normalize('NFKD')
		.replace(/[\u0300-\u036f]/g, '')
		.toUpperCase()
		.trim();

const wordsIn = (clean: string): readonly string[] => clean.match(/[A-Z]+/g)?.filter(word => !/^X+$/.test(word)) ?? [];

/** True when words name different months in the languages of the first table, such as `JAN/FEB`. */
export const namesTwoMonths = (text: string): boolean => internationalMonths(wordsIn(cleaned(text))).size > 1;

function namedParts(clean: string, month: number): DateParts | undefined {
	const alone = /^\D*(\d{4})\D*$/.exec(clean);
	if (alone) return {year: alone[1]!, month, day: 'XX'};
	const yearFirst = /^(\d{4})\D*[A-Z]\D*(?<!\d)(\d{1,2})\D*$/.exec(clean);
	if (yearFirst) return {year: yearFirst[1]!, month, day: yearFirst[2]!};
	// China prints the number of the month after the day, with or without a space: 078月/AUG2024.
	const dayFirst = /^[^\dX]*(\d{1,2}|XX)(?=\D|\d{1,2}月).*?(?<!\d)(\d{4}|\d{2})\D*$/.exec(clean);
	return dayFirst ? {year: dayFirst[2]!, month, day: dayFirst[1]!} : undefined;
}

/**
 * Returns the parts of a printed date, also where they are no day of the calendar; undefined when the text is no date.
 * Passports of a long list were issued on some thousands of days.
 */
export const printedDateParts = onceForTexts(partsOf);

function partsOf(text: string): DateParts | undefined {
	const clean = cleaned(text);
	const words = wordsIn(clean);
	const month = monthOf(words);
	if (month !== undefined) return namedParts(clean, month);
	if (words.length > 0) return undefined;
	const unknown = /^XX\W*(?:XXX?\W*)?(\d{4})$/.exec(clean);
	if (unknown) return {year: unknown[1]!, month: undefined, day: 'XX'};
	const monthAlone = /^(\d{4})[-/.](\d{2})$/.exec(clean);
	if (monthAlone) return numberParts(monthAlone[1]!, monthAlone[2]!, 'XX');
	const yearFirst =
		/^(\d{4})\D?(\d{2}|XX)\D?(\d{2}|XX)\D?$/.exec(clean) ?? /^(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})\D?$/.exec(clean);
	if (yearFirst) return numberParts(yearFirst[1]!, yearFirst[2]!, yearFirst[3]!);
	const dayFirst = /^(\d{1,2}|XX)[ ./-]+(\d{1,2}|XX)[ ./-]+(\d{4}|\d{2})$/.exec(clean);
	return dayFirst ? numberParts(dayFirst[3]!, dayFirst[2]!, dayFirst[1]!) : undefined;
}

const numberParts = (year: string, month: string, day: string): DateParts => ({
	year,
	month: month === 'XX' ? undefined : Number(month),
	day,
});

/**
 * A date in any of the shapes that visual zones and recognition services print: ISO, `19900102`, `12.07.1942`,
 * `12 JUL 1942`, `12JUL42`, `12 LUG/JUIL 1942`, `078月/AUG2024`, `1990年01月02日`, `XX XXX 1974`. Day before month where both
 * are numbers. Undefined when it is none of these or no day of the calendar.
 */
export function readPrintedDate(text: string, kind: 'birth' | 'other', today: CompleteDate): PartialDate | undefined {
	const parts = printedDateParts(text);
	return parts && dateOf(parts, kind, today);
}

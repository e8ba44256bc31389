import {printedDateParts} from '../../../../passport/printed/dates.ts';
import {entryOf, type PrintedEntry} from '../entry.ts';
import {joinRuns, partOf, sameRow} from '../runs.ts';

/** `APR 06`: the second language of a month, and a year of two digits. */
const isMonthAndYear = (text: string): boolean =>
	/^\W*\p{L}{3,9}\W+\d\d$/u.test(text) && printedDateParts(`01 ${text}`) !== undefined;

/** `30 SEP` and `2017`, or `SEP 2017`: a day whose year is apart. */
export const isParted = (before: PrintedEntry, after: PrintedEntry): boolean =>
	/^\W*\d{1,2}\W*\p{L}[^\d]*$/u.test(before.text) &&
	(/^(?:\W*\p{L}{3,9}\W+)?(?:19|20)\d\d(?!\d)/u.test(after.text) || isMonthAndYear(after.text));

/** `16. 08.` and `1978`, `05 JUN/JUN` and `62`: a day whose year, or the two digits of it, found no room on its row. */
const isYearBelow = (day: PrintedEntry, year: PrintedEntry): boolean =>
	/^(?:19|20)?\d\d$/.test(year.text) &&
	(/^\d{1,2}[./ -]+\d{1,2}[./ -]*$/.test(day.text) || /^\d{1,2}\W*\p{L}[^\d]*$/u.test(day.text)) &&
	printedDateParts(`${day.text} ${year.text}`.replace(/[. ]+/g, ' ')) !== undefined;

/** The day at the end of a label's box, and a month and a year, or what is left of them. */
const dayAtEnd = /(?<!\d)(?:[0-3O]?\d|\dO)\.?$/u;
const monthAndYear = /^\W*(?:\p{L}{3,9}(?:\s?\/\s?\p{L}{3,9})?|\d{1,2})[ ./-]*(?:(?:19|20)\d\d|\d\d)$/u;

/** `ISSUE DATE 10` before `Feb 2024`: a label, and a day whose first digits its box holds. */
export const withDays = (entries: readonly PrintedEntry[]): PrintedEntry[] => {
	const days = entries.flatMap(rest => {
		const label = entries.find(
			other =>
				other.isLabel &&
				sameRow(other, rest) &&
				other.places.at(-1)! < rest.places[0]! &&
				rest.left - other.right < 1.5 * rest.height,
		);
		const at = monthAndYear.test(rest.text) && label ? label.text.search(dayAtEnd) : -1;
		if (!label || at <= 0) return [];
		const whole = joinRuns([partOf(label, at, label.text.length), rest]);
		return printedDateParts(whole.text.replace(/[. ]+/g, ' ').replace(/^(\d?)O/, '$10'))
			? [{label, at, rest, whole}]
			: [];
	});
	return entries.flatMap(entry => {
		const own = days.find(({label}) => label === entry);
		if (own) return [entryOf(partOf(entry, 0, own.at))];
		const day = days.find(({rest}) => rest === entry);
		return [day ? entryOf(day.whole) : entry];
	});
};

/** Where the first letter or digit is: a stroke before it may be the column's beside it. */
const startOf = ({text, places, left}: PrintedEntry): number => places[text.search(/[\p{L}\p{N}]/u)] ?? left;

/** `12 WRZ/SEP` and `1993` below it: a day whose year is in the next row. */
export const withYears = (entries: readonly PrintedEntry[]): PrintedEntry[] => {
	const yearOf = (entry: PrintedEntry) =>
		entries.find(
			other =>
				(isParted(entry, other) || isYearBelow(entry, other)) &&
				other.v - entry.v > 0.4 * entry.height &&
				other.v - entry.v < 1.4 * entry.height &&
				// A stroke before the second language of the month begins its row.
				Math.min(Math.abs(startOf(other) - startOf(entry)), Math.abs(other.left - entry.left)) < 0.6 * entry.height,
		);
	const years = entries.map(yearOf);
	return entries.flatMap((entry, at) => {
		const year = years[at];
		return year ? [entryOf(joinRuns([entry, year]))] : years.includes(entry) ? [] : [entry];
	});
};

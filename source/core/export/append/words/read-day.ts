import {type CompleteDate, formatDate, parseDate} from '../../../passport/model/dates.ts';
import {months} from '../../dates.ts';

/** How the days of a list are read. */
export type Days = {
	/** A day that is written in one of the styles of a list, as ISO 8601; any other text as it is. */
	read(text: string): string;
	/** Which of day and month in numbers comes first; undefined where the list does not say it. */
	readonly first: 'day' | 'month' | undefined;
};

/** A day with the month in numbers and the year last: two numbers, either of which may be the month. */
const inNumbers = /^(\d{1,2})(?:\. |[ /.-])(\d{1,2})(?:\. |[ /.-])(\d{4})$/;
const withLetters = /^(\d{1,2})[ /.-]([a-z]{3})[ /.-](\d{4})$/i;
/** As Excel writes a day in much of the world: `2-Jan-85`. */
const shortYear = /^(\d{1,2}[ /.-](?:[a-z]{3}|\d{1,2})[ /.-])(\d{2})$/i;
/** As Excel writes a day back into a CSV, without zeros at the front. */
const yearFirst = /^(\d{4})(?:[/.-]| ?年 ?)(\d{1,2})(?:[/.-]| ?月 ?)(\d{1,2}) ?日?$/;

/** A day without the midnight that other programs write behind it. */
const withoutTime = (text: string): string => text.trim().replace(/[ T]0?0:00(?::00(?:\.0+)?)?Z?$/, '');

/**
 * Reads the days of one list. An American spreadsheet writes them back with the month first: one day of the list that can
 * only be so decides for all.
 *
 * @param texts All texts of the list, or more
 */
export function daysOf(texts: Iterable<string>): Days {
	const seen = new Set<Days['first']>();
	for (const text of texts) {
		const [, one, two, year] = inNumbers.exec(withoutTime(text)) ?? [];
		const asDay = isoOf(year, two, one);
		const asMonth = isoOf(year, one, two);
		if ((asDay === undefined) !== (asMonth === undefined)) seen.add(asDay ? 'day' : 'month');
	}
	const [first] = seen.size === 1 ? [...seen] : [];
	return {
		first,
		read(text) {
			const bare = withoutTime(text);
			const iso = yearFirst.exec(bare);
			if (iso) return isoOf(iso[1], iso[2], iso[3]) ?? bare;
			const named = withLetters.exec(bare);
			if (named) return isoOf(named[3], monthNumber(named[2]!), named[1]) ?? bare;
			const [, one, two, year] = inNumbers.exec(bare) ?? [];
			const [asDay, asMonth] = [isoOf(year, two, one), isoOf(year, one, two)];
			return (first === 'month' ? (asMonth ?? asDay) : (asDay ?? asMonth)) ?? bare;
		},
	};
}

/**
 * Returns the text of a day with four digits of its year: the passport is valid in this century, and its person was born
 * before `today`. A text that has them, or is no day, stays.
 */
export function withWholeYear(text: string, key: string, today: {readonly year: number}): string {
	const [, before, digits] = shortYear.exec(text.trim()) ?? [];
	if (before === undefined) return text;
	const year = 2000 + Number(digits);
	return `${before}${key !== 'expiry_date' && year > today.year ? year - 100 : year}`;
}

/** Returns the other day that a text in numbers may be, where the list does not say which of day and month comes first. */
export function otherReading(text: string): string | undefined {
	const [, one, two, year] = inNumbers.exec(text.trim()) ?? [];
	return isoOf(year, two, one) && isoOf(year, one, two);
}

function isoOf(...parts: readonly (string | undefined)[]): string | undefined {
	if (parts.some(part => part === undefined)) return undefined;
	const [year, month, day] = parts.map(Number) as [number, number, number];
	const date: CompleteDate = {year, month, day};
	return parseDate(formatDate(date)) && formatDate(date);
}

const monthNumber = (text: string): string | undefined => {
	const place = months.indexOf(text.toUpperCase());
	return place < 0 ? undefined : String(place + 1);
};

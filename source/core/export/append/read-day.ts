import {formatDate, parseDate} from '../../passport/model/dates.ts';
import {months} from '../dates.ts';

/** A day that is written in one of the styles of a list, as ISO 8601; any other text as it is. */
export function readDay(text: string): string {
	const [, day, month, year] = /^(\d{1,2})[ /.-](\d{1,2}|[a-z]{3})[ /.-](\d{4})$/i.exec(text.trim()) ?? [];
	// As Excel writes a day back into a CSV, without zeros at the front.
	const iso = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(text.trim());
	const parts = iso ? [iso[1], iso[2], iso[3]] : [year, monthNumber(month), day];
	if (parts.some(part => part === undefined)) return text.trim();
	const [y, m, d] = parts.map(Number) as [number, number, number];
	const date = parseDate(formatDate({year: y, month: m, day: d}));
	return date ? formatDate(date) : text.trim();
}

const monthNumber = (text: string | undefined): string | undefined => {
	if (text === undefined || /\d/.test(text)) return text;
	const place = months.indexOf(text.toUpperCase());
	return place < 0 ? undefined : String(place + 1);
};

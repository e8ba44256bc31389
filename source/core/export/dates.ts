import {type CompleteDate, formatDate} from '../passport/model/dates.ts';

/** How days are written: `2026-11-22`, `22/11/2026`, or `22 NOV 2026`, which cannot be misread for another day. */
export const dateStyles = ['iso', 'slash', 'month'] as const;

export type DateStyle = (typeof dateStyles)[number];

/** Excel's names for the same. */
export const numberFormats: Readonly<Record<DateStyle, string>> = {
	iso: 'yyyy-mm-dd',
	slash: 'dd/mm/yyyy',
	month: 'dd mmm yyyy',
};

/** As airlines and `22 NOV 2026` have them. */
export const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** A day in a style: the year has four digits, day and month two each. */
export function writeDay(date: CompleteDate, style: DateStyle): string {
	const iso = formatDate(date);
	const [year, month, day] = iso.split('-');
	if (style === 'slash') return `${day}/${month}/${year}`;
	return style === 'month' ? `${day} ${months[date.month - 1]} ${year}` : iso;
}

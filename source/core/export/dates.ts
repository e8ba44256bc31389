import type {CompleteDate} from '../passport/model/dates.ts';

/** How days are written: `2026-11-22`, `22/11/2026`, or `22 NOV 2026`, which nobody on either side of an ocean misreads. */
export const dateStyles = ['iso', 'slash', 'month'] as const;

export type DateStyle = (typeof dateStyles)[number];

/** Excel's names for the same. */
export const numberFormats: Readonly<Record<DateStyle, string>> = {
	iso: 'yyyy-mm-dd',
	slash: 'dd/mm/yyyy',
	month: 'dd mmm yyyy',
};

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** A day in a style: the year has four digits, day and month two each. */
export function writeDay({year, month, day}: CompleteDate, style: DateStyle): string {
	const two = (value: number): string => String(value).padStart(2, '0');
	const four = String(year).padStart(4, '0');
	if (style === 'slash') return `${two(day)}/${two(month)}/${four}`;
	return style === 'month' ? `${two(day)} ${months[month - 1]} ${four}` : `${four}-${two(month)}-${two(day)}`;
}

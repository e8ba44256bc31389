/**
 * Dates as passports have them: the day, the month, or both may be unknown (ICAO 9303-3 §4.7, 9303-4 §4.2.2.2:
 * unknown parts are fillers in the MRZ and `XX` in print). The year of a `PartialDate` always has its century.
 */
export type PartialDate = {readonly year: number; readonly month?: number; readonly day?: number};

export type CompleteDate = {readonly year: number; readonly month: number; readonly day: number};

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

/** Days in a month of the Gregorian calendar; 0 when there is no such month. */
export function daysInMonth(year: number, month: number): number {
	if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
	if (month < 1 || month > 12) return 0;
	return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export const isComplete = (date: PartialDate): date is CompleteDate =>
	date.month !== undefined && date.day !== undefined;

/** True when the calendar has such a day, or such a month. */
export function isReal(date: PartialDate): boolean {
	if (date.month === undefined) return date.day === undefined;
	const days = daysInMonth(date.year, date.month);
	return days > 0 && (date.day === undefined || (date.day >= 1 && date.day <= days));
}

/** `2031-05-09`, `1974-08` or `1974`: ISO 8601, cut where it is unknown. */
export function formatDate(date: PartialDate): string {
	if (date.month === undefined) return pad(date.year, 4);
	if (date.day === undefined) return `${pad(date.year, 4)}-${pad(date.month)}`;
	return `${pad(date.year, 4)}-${pad(date.month)}-${pad(date.day)}`;
}

/** The reverse of `formatDate`; undefined when the text is no real date of that shape. */
export function parseDate(text: string): PartialDate | undefined {
	if (text === '' || !/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(text)) return undefined;
	const date = partialDate(text);
	return isReal(date) ? date : undefined;
}

/** The same of a whole day. */
export function completeDate(text: string): CompleteDate | undefined {
	const date = parseDate(text);
	return date && isComplete(date) ? date : undefined;
}

/** By its characters: a list asks for the dates of each row several times. */
function partialDate(text: string): PartialDate {
	const year = 100 * twoDigits(text, 0) + twoDigits(text, 2);
	if (text.length === 4) return {year};
	const month = twoDigits(text, 5);
	return text.length === 7 ? {year, month} : {year, month, day: twoDigits(text, 8)};
}

const zero = 0x30;

const twoDigits = (text: string, at: number): number =>
	10 * (text.charCodeAt(at) - zero) + text.charCodeAt(at + 1) - zero;

/** The first day that the date can mean. */
export const earliest = (date: PartialDate): CompleteDate => ({
	year: date.year,
	month: date.month ?? 1,
	day: date.day ?? 1,
});

/** The last day that the date can mean. */
export function latest(date: PartialDate): CompleteDate {
	const month = date.month ?? 12;
	return {year: date.year, month, day: date.day ?? daysInMonth(date.year, month)};
}

/** Below 0 when `a` is the earlier day. */
export const compareDays = (a: CompleteDate, b: CompleteDate): number =>
	a.year - b.year || a.month - b.month || a.day - b.day;

/** True when `a` is before `b` whatever the unknown parts are. */
export const surelyBefore = (a: PartialDate, b: PartialDate): boolean => compareDays(latest(a), earliest(b)) < 0;

const dayNumber = (date: CompleteDate): number =>
	Math.round(Date.UTC(date.year, date.month - 1, date.day) / 86_400_000);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CompleteDate, to: CompleteDate): number => dayNumber(to) - dayNumber(from);

/** The same day so many months later; the last day of the month where the day does not exist (31 Aug + 6 = 28 Feb). */
export function addMonths(date: CompleteDate, months: number): CompleteDate {
	const count = date.year * 12 + date.month - 1 + months;
	const year = Math.floor(count / 12);
	const month = count - year * 12 + 1;
	return {year, month, day: Math.min(date.day, daysInMonth(year, month))};
}

export function addDays(date: CompleteDate, days: number): CompleteDate {
	const moved = new Date(Date.UTC(date.year, date.month - 1, date.day + days));
	return {year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate()};
}

/** Completed years between two days: an age. */
export function yearsBetween(from: CompleteDate, to: CompleteDate): number {
	const years = to.year - from.year;
	return to.month < from.month || (to.month === from.month && to.day < from.day) ? years - 1 : years;
}

/** Completed years between two days, the completed months after them, and the days that are left. */
export function spanBetween(from: CompleteDate, to: CompleteDate): {years: number; months: number; days: number} {
	const total = (to.year - from.year) * 12 + to.month - from.month;
	const whole = compareDays(addMonths(from, total), to) > 0 ? total - 1 : total;
	return {years: Math.floor(whole / 12), months: whole % 12, days: daysBetween(addMonths(from, whole), to)};
}

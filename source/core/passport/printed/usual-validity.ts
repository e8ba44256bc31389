/** Days between two dates, ISO 8601, the second later. */
export const daysApart = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** How well the time between issue and expiry suits a passport: whole years, up to a day off, or what the holder carried over. */
export function isUsualValidity(issued: string, expiry: string): boolean {
	const years = daysApart(issued, expiry) / 365.2425;
	const whole = Math.round(years);
	return whole >= 1 && whole <= 15 && Math.abs(years - whole) < 3.5 / 365;
}

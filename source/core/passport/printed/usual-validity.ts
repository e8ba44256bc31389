/** Days between two dates, ISO 8601, the second later. */
export const daysApart = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** The whole years from issue to expiry, to a day or so, if passports are issued for so many; undefined otherwise. */
export function usualYears(issued: string, expiry: string): number | undefined {
	const years = daysApart(issued, expiry) / 365.2425;
	const whole = Math.round(years);
	return whole >= 1 && whole <= 15 && Math.abs(years - whole) < 3.5 / 365 ? whole : undefined;
}

/** How well the time between issue and expiry suits a passport. */
export const isUsualValidity = (issued: string, expiry: string): boolean => usualYears(issued, expiry) !== undefined;

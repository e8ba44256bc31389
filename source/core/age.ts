const hours = {h: 1, d: 24, w: 7 * 24, m: 30 * 24} as const;

/** The form of an age: `12h`, `30d`, `8w`, `6m`. */
export const agePattern = /^\d{1,5}[dhwm]$/;

/** An age in milliseconds; a month is 30 days. */
export const ageIn = (age: string): number =>
	Number(age.slice(0, -1)) * hours[age.at(-1) as keyof typeof hours] * 3_600_000;

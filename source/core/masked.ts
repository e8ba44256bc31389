/** A person's number as a table for eyes shows it, and the original skill: `EJ****02`. Four characters or fewer stay. */
export const masked = (value: string): string =>
	value.length <= 4 ? value : `${value.slice(0, 2)}${'*'.repeat(value.length - 4)}${value.slice(-2)}`;

import type {ReasonParams} from '../../reason.ts';

/** A parameter, or the text for a missing one. */
export const text = (value: string | number | undefined, otherwise = '?'): string =>
	value === undefined || value === '' ? otherwise : String(value);

/** A number and what is counted; a question mark without a number. */
export const plural = (count: string | number | undefined, one: string, many: string): string =>
	`${text(count)} ${Number(count) === 1 ? one : many}`;

/** Where in the value, when that is known. */
export const place = (params: ReasonParams): string =>
	params.position === undefined ? '' : ` at position ${params.position}`;

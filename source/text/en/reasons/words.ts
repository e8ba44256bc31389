import {numberForms} from '../../number-forms.ts';
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

/** A character of the value and where it is; its place alone where the value is hidden. */
export const characterAt = (params: ReasonParams, character: string | number | undefined, hidden = 'A character') =>
	character !== undefined
		? `${text(character)}${place(params)}`
		: params.position === undefined
			? hidden
			: `The character${place(params)}`;

const characters = {digit: 'digit', letter: 'letter', either: 'letter or digit'} as const;
const several = {digit: 'digits', letter: 'letters', either: 'letters or digits'} as const;

/** Forms of passport numbers in words. */
export const forms = (expected: string | number): string =>
	numberForms(String(expected), (count, sign) => plural(count, characters[sign], several[sign]), ', or ');

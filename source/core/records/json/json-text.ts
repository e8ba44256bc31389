/**
 * JSON as it is kept and printed: two spaces, real UTF-8, no newline at the end, as the original skill writes it. What
 * `JSON.stringify` leaves in strings although a terminal would act on it (C1 controls, bidi marks) is escaped: the text
 * stays the same JSON and is safe to print.
 */
export const jsonText = (value: unknown, indent = 2): string =>
	JSON.stringify(value, undefined, indent).replace(
		/[\u007f-\u009f\u2028\u2029\ufff9-\ufffb]|\p{Default_Ignorable_Code_Point}|\p{Noncharacter_Code_Point}/gu,
		asEscapes,
	);

/** A text as escapes of a string of JSON, one for each of its units. */
export function asEscapes(text: string): string {
	let escapes = '';
	for (let index = 0; index < text.length; index++) {
		escapes += `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`;
	}
	return escapes;
}

/** A text with one of them takes two bytes a character, and twice as long to be parsed. */
const beyondLatin1 = /[\u0100-\uffff]+/g;

/** A value as a line of JSON, in Latin 1. */
export const lineOf = (value: unknown): string => JSON.stringify(value).replace(beyondLatin1, asEscapes);

/** Everything that is neither text nor a line feed nor a colour (ECMA-48 SGR), and what reorders text. */
const foreign = /\x1b(?!\[[\d;]*m)|[\x00-\x09\x0b-\x1a\x1c-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * A frame without sequences that this program did not make: no title, no clipboard, no movement of the cursor. Texts of
 * others are cleaned where they are read; this is for one that was forgotten.
 */
export const onlyOwnSequences = (frame: string): string => frame.replace(foreign, '\ufffd');

/** A text for the clipboard: lines and tabs, and nothing that a terminal would act on when it is pasted. */
export const pasteable = (text: string): string =>
	text.replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, '');

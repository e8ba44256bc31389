/** White space that would move the cursor or break a line: it becomes one space. */
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/** C0, DEL and C1: shown as `\x1b`, so that no character vanishes. */
const controls = /[\u0000-\u001f\u007f-\u009f]/g;

/**
 * Characters without width that reorder or hide text: bidi marks, embeddings, overrides and isolates, joiners, the soft
 * hyphen, fillers, variation selectors, tags, annotations. They are dropped.
 */
const invisible = /\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb]/gu;

/** Nearly every text, and nothing in it to clean. */
const printable = /^[ -~]*$/;

const loneSurrogates = /\p{Cs}/gu;

/**
 * Text from a file name, an engine or a service as it may be drawn or printed: it cannot move the cursor, change the
 * title, write to the clipboard, reorder the text beside it or break a line (CWE-150). Idempotent.
 */
export function cleanText(text: string): string {
	if (printable.test(text)) return text;
	return text
		.replace(breaks, ' ')
		.replace(controls, character => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`)
		.replace(invisible, '')
		.replace(loneSurrogates, '\ufffd');
}

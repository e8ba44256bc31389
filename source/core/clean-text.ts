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

/** Lone surrogates and noncharacters: no text may hold them, and XML 1.0 forbids most. */
const noCharacters = /[\p{Cs}\p{Noncharacter_Code_Point}]/gu;

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
		.replace(noCharacters, '\ufffd');
}

/** JSON of plain letters, of the scripts of nearly every passport, without an escape: none of its texts is to be cleaned. */
const plainJson = /^[\t\n\r -[\]-~\u00a0-\u00ac\u00ae-\u02ff\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff01-\uff9f]*$/;

/** Whether it is seen at once that the text of a JSON file holds nothing that `cleanValues` would change. */
export const isCleanJson = (text: string): boolean => plainJson.test(text);

/**
 * Parsed JSON of a file with every text in it cleaned, names of members too. What is under one of the names in `raw`
 * stays as it is: paths, which must keep on naming their files.
 */
export function cleanValues(json: unknown, raw: ReadonlySet<string> = noNames): unknown {
	if (typeof json === 'string') return cleanText(json);
	if (typeof json !== 'object' || json === null) return json;
	if (Array.isArray(json)) {
		const cleaned = json.map(each => cleanValues(each, raw));
		return cleaned.some((each, index) => each !== json[index]) ? cleaned : json;
	}
	const object = json as Readonly<Record<string, unknown>>;
	const names = Object.keys(object);
	// Nearly every object is clean, and need not be made again.
	let entries: [string, unknown][] | undefined;
	for (const [index, name] of names.entries()) {
		const value = object[name];
		const entry: [string, unknown] = [cleanText(name), raw.has(name) ? value : cleanValues(value, raw)];
		if (!entries && (entry[0] !== name || entry[1] !== value)) {
			entries = names.slice(0, index).map(before => [before, object[before]]);
		}
		entries?.push(entry);
	}
	return entries ? Object.fromEntries(entries) : json;
}

const noNames: ReadonlySet<string> = new Set();

/** Lines of this program as they are printed: a control character that slipped through is shown instead of sent. */
export const cleanLines = (text: string): string => text.split('\n').map(cleanText).join('\n');

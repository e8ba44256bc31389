/** Characters; a file is written in parts of about this length. */
const partLength = 1 << 16;

/** Returns the same text in longer parts: a write costs more than a line. */
export function* inParts(texts: Iterable<string>): Iterable<string> {
	let part = '';
	for (const text of texts) {
		part += text;
		if (part.length < partLength) continue;
		yield part;
		part = '';
	}
	if (part !== '') yield part;
}

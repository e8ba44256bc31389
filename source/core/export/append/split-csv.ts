/** Yields the rows of a CSV (RFC 4180), each as its texts; a line end within quotes belongs to the text. */
export function* splitCsv(text: string, delimiter: string): Generator<readonly string[], undefined> {
	let row: string[] = [];
	let value = '';
	let isQuoted = false;
	for (let place = 0; place < text.length; place++) {
		const letter = text[place]!;
		if (isQuoted) {
			if (letter !== '"') value += letter;
			else if (text[place + 1] === '"') value += text[++place];
			else isQuoted = false;
		} else if (letter === '"' && value === '') isQuoted = true;
		else if (letter === delimiter) {
			row.push(value);
			value = '';
		} else if (letter === '\n' || letter === '\r') {
			if (letter === '\r' && text[place + 1] === '\n') place++;
			yield [...row, value];
			row = [];
			value = '';
		} else value += letter;
	}
	if (row.length > 0 || value !== '') yield [...row, value];
	return undefined;
}

/**
 * Yields the rows of a CSV (RFC 4180), each as its texts; a line end within quotes belongs to the text.
 *
 * @returns the line, from 1, in which a quote begins that is not closed: at the end of the text, or where it is closed in
 * another line by the quote of another value. The rows below it are part of its value.
 */
export function* splitCsv(text: string, delimiter: string): Generator<readonly string[], number | undefined> {
	let row: string[] = [];
	let value = '';
	let isQuoted = false;
	let line = 1;
	let quoteLine = 0;
	let open: number | undefined;
	for (let place = 0; place < text.length; place++) {
		const letter = text[place]!;
		const next = text[place + 1];
		if (letter === '\n' || (letter === '\r' && next !== '\n')) line++;
		if (isQuoted) {
			if (letter !== '"') value += letter;
			else if (next === '"') value += text[++place];
			else {
				isQuoted = false;
				if (line > quoteLine && !endsValue(text, place + 1, delimiter)) open ??= quoteLine;
			}
		} else if (letter === '"' && value === '') {
			isQuoted = true;
			quoteLine = line;
		} else if (letter === delimiter) {
			row.push(value);
			value = '';
		} else if (letter === '\n' || letter === '\r') {
			if (letter === '\r' && next === '\n') {
				place++;
				line++;
			}
			yield [...row, value];
			row = [];
			value = '';
		} else value += letter;
	}
	if (row.length > 0 || value !== '') yield [...row, value];
	return open ?? (isQuoted ? quoteLine : undefined);
}

/** Whether a value ends at a place, or behind spaces that follow there. */
function endsValue(text: string, place: number, delimiter: string): boolean {
	let at = place;
	while (text[at] === ' ' && delimiter !== ' ') at++;
	const letter = text[at];
	return letter === undefined || letter === delimiter || letter === '\n' || letter === '\r';
}

export type CsvRows = {
	readonly rows: readonly (readonly string[])[];
	/** The line in which a quote begins that is not closed. */
	readonly openQuote: number | undefined;
};

/** All rows of a CSV at once. */
export function csvRows(text: string, delimiter: string): CsvRows {
	const rows: (readonly string[])[] = [];
	const csv = splitCsv(text, delimiter);
	let next = csv.next();
	for (; !next.done; next = csv.next()) rows.push(next.value);
	return {rows, openQuote: next.value};
}

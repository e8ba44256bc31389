import {type Cell, cellText, textCell} from './cell.ts';
import type {DateStyle} from './dates.ts';
import type {Format} from './format.ts';
import {inParts} from './parts.ts';
import type {Table} from './rows.ts';

/**
 * First characters that make a spreadsheet take a text for a formula or a command (OWASP ASVS 1.2.10), the full-width
 * ones among them because a Chinese or Japanese Excel reads them alike. White space before them does not disarm them.
 */
const formula = /^(?:[\t\r\n\0]|\s*[=+\-@＝＋－＠])/;

const guarded = (cell: Cell, dates: DateStyle): string => {
	const text = cellText(cell, dates);
	return cell.kind === 'text' && formula.test(text) ? `'${text}` : text;
};

const quoted = (text: string, delimiter: string, quoteSpaces: boolean): string =>
	/["\r\n]/.test(text) || text.includes(delimiter) || (quoteSpaces && /^\s|\s$/.test(text))
		? `"${text.replaceAll('"', '""')}"`
		: text;

export type CsvOptions = {
	/** One character. Excel opens a CSV with the list separator of the system: `;` in Germany or France. */
	readonly delimiter?: string | undefined;
	readonly dates?: DateStyle | undefined;
	/** Whether spaces at the ends of a text are quoted, so that no reader trims them. */
	readonly quoteSpaces?: boolean;
};

/** A table as CSV after RFC 4180, line by line, with the mark by which Excel knows UTF-8 (EF BB BF). */
export function* csvLines(
	{heads, rows}: Table,
	{delimiter = ',', dates = 'iso', quoteSpaces = true}: CsvOptions = {},
): Iterable<string> {
	const lineOf = (texts: readonly string[]): string => csvLine(texts, delimiter, quoteSpaces);
	yield `\ufeff${lineOf(heads)}`;
	for (const {cells} of rows()) yield lineOf(cells.map(cell => guarded(cell, dates)));
}

/** Rows of texts as CSV in the same way; the first row is the head. */
export const csvOfTexts = (rows: readonly (readonly string[])[]): string =>
	`\ufeff${rows
		.map(row =>
			csvLine(
				row.map(text => guarded(textCell(text), 'iso')),
				',',
				true,
			),
		)
		.join('')}`;

const csvLine = (texts: readonly string[], delimiter: string, quoteSpaces: boolean): string =>
	`${texts.map(text => quoted(text, delimiter, quoteSpaces)).join(delimiter)}\r\n`;

/** Values with a delimiter between them. */
export const csv: Format<'csv'> = {
	id: 'csv',
	extension: '.csv',
	render: (table, {columns, delimiter, dates}) =>
		inParts(csvLines(table, {delimiter, dates, quoteSpaces: !columns.asOriginal})),
};

import {textCell} from './cell.ts';
import {type CsvValueOptions, csvLine, guarded} from './csv-values.ts';
import type {Format} from './format.ts';
import {inParts} from './parts.ts';
import type {Table} from './rows.ts';

/** The characters that can be between values, by their names, the usual one first. */
export const delimiters = {comma: ',', semicolon: ';', tab: '\t'} as const;

export type DelimiterName = keyof typeof delimiters;

export type CsvOptions = {
	/** One character. Excel opens a CSV with the list separator of the system: `;` in Germany or France. */
	readonly delimiter?: string | undefined;
	/** Whether spaces at the ends of a text are quoted, so that no reader trims them. */
	readonly quoteSpaces?: boolean;
} & Partial<CsvValueOptions>;

/** A table as CSV after RFC 4180, line by line, with the mark by which Excel knows UTF-8 (EF BB BF). */
export function* csvLines(
	{heads, rows}: Table,
	{delimiter = ',', dates = 'iso', quoteSpaces = true, ...values}: CsvOptions = {},
): Iterable<string> {
	const lineOf = (texts: readonly string[]): string => csvLine(texts, delimiter, quoteSpaces);
	yield `\ufeff${lineOf(heads)}`;
	for (const {cells} of rows()) yield lineOf(cells.map(cell => guarded(cell, {...values, dates})));
}

/** Rows of texts as CSV in the same way; the first row is the head. */
export const csvOfTexts = (rows: readonly (readonly string[])[]): string =>
	`\ufeff${rows
		.map(row =>
			csvLine(
				row.map(text => guarded(textCell(text), {dates: 'iso'})),
				',',
				true,
			),
		)
		.join('')}`;

/** Values with a delimiter between them. */
export const csv: Format<'csv'> = {
	id: 'csv',
	extension: '.csv',
	delimited: true,
	open: async (bytes, path, isHead) => (await import('./append/csv/csv-file.ts')).openCsv(bytes, path, isHead),
	render: (table, {columns, delimiter, dates = 'iso', excelSafe, onAltered}) =>
		inParts(csvLines(table, {delimiter, dates, excelSafe, onAltered, quoteSpaces: !columns.asOriginal})),
};

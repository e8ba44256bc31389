import {type Cell, cellText} from './cell.ts';
import type {DateStyle} from './dates.ts';

/** The first year whose days are dates in Excel: its calendar begins in 1900, with a 29 February that never was. */
const firstYear = 1901;

/** Characters; Excel refuses to open a workbook with a longer text. */
const longestText = 32_767;

const dayZero = Date.UTC(1899, 11, 30);
const millisecondsADay = 86_400_000;

/** The day of a serial number of Excel, as ISO 8601. */
export const isoOfSerial = (serial: number): string =>
	new Date(dayZero + Math.floor(serial) * millisecondsADay).toISOString().slice(0, 10);

/** True when Excel can hold the cell as a day; an earlier one is text. */
const isDay = (cell: Cell): cell is Extract<Cell, {kind: 'date'}> =>
	cell.kind === 'date' && cell.date.year >= firstYear;

/** What a cell of a workbook holds, for its number format. */
export type CellKind = 'text' | 'date' | 'number';

const kindOf = (cell: Cell): CellKind => (cell.kind === 'number' ? 'number' : isDay(cell) ? 'date' : 'text');

/** A column by its letters: 0 is A, 26 is AA. */
export const columnLetters = (index: number): string =>
	(index < 26 ? '' : columnLetters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

const marks: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;'};

/**
 * A text as XML has it. Excel reads `_x0041_` as A (ECMA-376 part 1, 22.9.2.19, ST_Xstring), so that such a text is
 * written with its underscore in that way.
 */
const escaped = (text: string): string =>
	text
		.replace(/[&<>]/g, mark => marks[mark]!)
		.replace(/[\ufffe\uffff]/g, '\ufffd')
		.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_');

const fitting = (text: string): string => (text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text);

/** A text that XML holds as it is: most texts of a list. */
const needsCare = /^\s|\s$|\s{2}|[&<>\ufffe\uffff]|_x/;

function textXml(text: string): string {
	if (text.length <= longestText && !needsCare.test(text)) return `<t>${text}`;
	const space = /^\s|\s$|\s{2}/.test(text) ? ' xml:space="preserve"' : '';
	return `<t${space}>${escaped(fitting(text))}`;
}

/**
 * A row of SpreadsheetML (ECMA-376 part 1, 18.3.1.73): texts are in their cells, days are serial numbers.
 *
 * @param number from 1.
 * @param style the index of the style of a cell of a kind in a column, if it has one.
 * @param height in points, where it is not the usual one.
 */
export function rowXml(
	number: number,
	cells: readonly Cell[],
	dates: DateStyle,
	style: (kind: CellKind, column: number) => number | undefined,
	height?: number,
): string {
	let xml = `<row r="${number}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>`;
	for (let index = 0; index < cells.length; index++) {
		const cell = cells[index]!;
		const kind = kindOf(cell);
		const styled = style(kind, index);
		xml += opening(index) + number + (styled === undefined ? '"' : styleAttribute(styled));
		if (cell.kind === 'none') xml += '/>';
		else if (cell.kind === 'number') xml += `><v>${cell.number}</v></c>`;
		else if (isDay(cell)) {
			const {year, month, day} = cell.date;
			xml += `><v>${(Date.UTC(year, month - 1, day) - dayZero) / millisecondsADay}</v></c>`;
		} else xml += ` t="inlineStr"><is>${textXml(cellText(cell, dates))}</t></is></c>`;
	}
	return `${xml}</row>`;
}

/** Returns a function that computes the text of each number once. */
const remembered = (textOf: (index: number) => string): ((index: number) => string) => {
	const known: string[] = [];
	return index => {
		known[index] ??= textOf(index);
		return known[index];
	};
};

/** The beginning of a cell in a column, up to the number of its row. */
const opening = remembered(index => `<c r="${columnLetters(index)}`);

const styleAttribute = remembered(style => `" s="${style}"`);

import {ByteText} from './byte-text.ts';
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

/**
 * A text as XML has it. Excel reads `_x0041_` as A (ECMA-376 part 1, 22.9.2.19, ST_Xstring), so that such a text is
 * written with its underscore in that way.
 */
const escaped = (text: string): string =>
	text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replace(/[\ufffe\uffff]/g, '\ufffd')
		.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_');

const fitting = (text: string): string => (text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text);

/** A text that XML holds as it is: most texts of a list. */
const needsCare = /^\s|\s$|\s{2}|[&<>\ufffe\uffff]|_x/;

function addText(xml: ByteText, styled: number | undefined, text: string): void {
	if (text.length <= longestText && !needsCare.test(text)) {
		xml.add(textOpening(styled));
		xml.add(text);
	} else {
		xml.add(/^\s|\s$|\s{2}/.test(text) ? keptSpaceOpening(styled) : textOpening(styled));
		xml.add(escaped(fitting(text)));
	}
	xml.add('</t></is></c>');
}

/** The index of the style of a cell of a kind in a column, if it has one. */
type StyleOf = (kind: CellKind, column: number) => number | undefined;

/**
 * Writes a row of SpreadsheetML (ECMA-376 part 1, 18.3.1.73): texts are in their cells, days are serial numbers.
 *
 * @param number from 1.
 * @param height in points, where it is not the usual one.
 */
export function addRow(
	xml: ByteText,
	number: number,
	cells: readonly Cell[],
	dates: DateStyle,
	style: StyleOf,
	height?: number,
): void {
	const row = String(number);
	xml.add('<row r="');
	xml.add(row);
	xml.add(height === undefined ? '">' : `" ht="${height}" customHeight="1">`);
	for (let index = 0; index < cells.length; index++) {
		const cell = cells[index]!;
		const kind = kindOf(cell);
		const styled = style(kind, index);
		xml.add(opening(index));
		xml.add(row);
		if (cell.kind === 'none') xml.add(emptyCell(styled));
		else if (cell.kind === 'number') addNumber(xml, styled, cell.number);
		else if (isDay(cell)) {
			const {year, month, day} = cell.date;
			addNumber(xml, styled, (Date.UTC(year, month - 1, day) - dayZero) / millisecondsADay);
		} else addText(xml, styled, cellText(cell, dates));
	}
	xml.add('</row>');
}

function addNumber(xml: ByteText, styled: number | undefined, number: number): void {
	xml.add(numberOpening(styled));
	xml.add(String(number));
	xml.add('</v></c>');
}

/** The same as a string. */
export function rowXml(number: number, cells: readonly Cell[], dates: DateStyle, style: StyleOf): string {
	const xml = new ByteText(1 << 12);
	addRow(xml, number, cells, dates, style);
	return xml.take().toString();
}

/** Returns a function that computes the text of each number once. */
const remembered = <Number extends number | undefined>(textOf: (number: Number) => string) => {
	const known: string[] = [];
	return (number: Number): string => {
		const place = number ?? -1;
		known[place + 1] ??= textOf(number);
		return known[place + 1]!;
	};
};

/** The beginning of a cell in a column, up to the number of its row. */
const opening = remembered((index: number) => `<c r="${columnLetters(index)}`);

/** What is between the number of a cell's row and its value, by the cell's style. */
const upToValue = (text: string) =>
	remembered((styled: number | undefined) => (styled === undefined ? `"${text}` : `" s="${styled}"${text}`));
const emptyCell = upToValue('/>');
const numberOpening = upToValue('><v>');
const textOpening = upToValue(' t="inlineStr"><is><t>');
const keptSpaceOpening = upToValue(' t="inlineStr"><is><t xml:space="preserve">');

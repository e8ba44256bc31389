import type {CompleteDate} from '../../passport/model/dates.ts';
import {ByteText, utf8Of} from '../byte-text.ts';
import {type Cell, cellText} from '../cell.ts';
import type {DateStyle} from '../dates.ts';

/** The first year whose days are dates in Excel: its calendar begins in 1900, with a 29 February that never was. */
const firstYear = 1901;

/** Characters; Excel refuses to open a workbook with a longer text. */
const longestText = 32_767;

const dayZero = Date.UTC(1899, 11, 30);
const millisecondsADay = 86_400_000;

/** The day of a serial number of Excel, as ISO 8601. */
export const isoOfSerial = (serial: number): string =>
	new Date(dayZero + Math.floor(serial) * millisecondsADay).toISOString().slice(0, 10);

/** The serial number of a day, the other way round. */
export const serialOf = ({year, month, day}: CompleteDate): number =>
	(Date.UTC(year, month - 1, day) - dayZero) / millisecondsADay;

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
const escaped = (text: string): string => {
	const marked = replaced(replaced(replaced(text, '&', '&amp;'), '<', '&lt;'), '>', '&gt;');
	return rare.test(marked)
		? marked.replace(/[\ufffe\uffff]/g, '\ufffd').replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
		: marked;
};

/** Most texts do not have it, and to look for it takes a fraction of the time. */
const replaced = (text: string, what: string, by: string): string =>
	text.includes(what) ? text.replaceAll(what, by) : text;

const rare = /[\ufffe\uffff]|_x/;

const fitting = (text: string): string => (text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text);

/** What most texts of a list do not have: all else is the same in XML, and in UTF-8. */
const needsCare = /^\s|\s$|\s{2}|[&<>]|_x|[^\0-\x7f]/;

const spaces = /^\s|\s$|\s{2}/;

function textXml(styled: number | undefined, text: string): string {
	if (text.length <= longestText && !needsCare.test(text)) return `${textOpening(styled)}${text}</t></is></c>`;
	const opening = spaces.test(text) ? keptSpaceOpening(styled) : textOpening(styled);
	return `${opening}${utf8Of(escaped(fitting(text)))}</t></is></c>`;
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
	const place = String(number);
	let row = `<row r="${place}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>`;
	for (let index = 0; index < cells.length; index++) {
		const cell = cells[index]!;
		const kind = kindOf(cell);
		row += opening(index) + place + valueXml(cell, dates, style(kind, index));
	}
	xml.add(`${row}</row>`);
}

/** What follows the number of a cell's row. */
function valueXml(cell: Cell, dates: DateStyle, styled: number | undefined): string {
	if (cell.kind === 'none') return emptyCell(styled);
	if (cell.kind === 'number') return numberXml(styled, cell.number);
	if (!isDay(cell)) return textXml(styled, cellText(cell, dates));
	return numberXml(styled, serialOf(cell.date));
}

const numberXml = (styled: number | undefined, number: number): string => `${numberOpening(styled)}${number}</v></c>`;

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

import {type Cell, numberCell, textCell} from '../../cell.ts';
import {numberFormats} from '../../dates.ts';
import {type CellKind, rowXml, serialOf} from '../../excel/cells.ts';
import type {Addition} from '../open-list.ts';
import {stylesOf} from './book-sheet.ts';
import type {BookStyles} from './book-styles.ts';
import {formulasBelow, withFormulas} from './formulas.ts';
import {attribute, type SheetXml, type XmlRow} from './sheet-xml.ts';

/** By which a day has a smaller number in a workbook of an old Mac, whose days begin in 1904. */
export const macDays = 1462;

/** The first year whose days are dates in Excel. */
const firstYear = 1901;

type AddedBelow = {
	readonly addition: Addition;
	/** The row above the first of them. */
	readonly last: number;
	readonly isOldMac: boolean;
	readonly styles: BookStyles;
};

/**
 * The rows of a sheet and those that are added below its list, as XML. Rows below that only have a format or formulas move
 * nowhere.
 */
export function withRows(
	sheet: SheetXml,
	rows: readonly XmlRow[],
	{addition, last, isOldMac, styles}: AddedBelow,
): string {
	const {rows: all} = sheet;
	const styleOf = stylesOf(rows);
	const formats = formatsOf(sheet);
	const formulas = formulasBelow(all, {last, rows: addition.rows});
	const hasText = (place: number): boolean =>
		rows.some(({cells}) => cells.some(cell => cell.place === place && cell.kind === 'text' && /\d/.test(cell.text)));
	// A column without days is as the others are.
	const places = new Set(
		addition.rows.flatMap(cells => cells.flatMap(({kind}, place) => (kind === 'date' ? place : []))),
	);
	const areTexts = [...places].some(hasText);
	const ofDays = (style: number | undefined): style is number => style !== undefined && styles.isDay(style);
	const listed = [...places].map(place => styleOf(place, 'number')).find(ofDays);
	/** The style in which a number is shown as a day; undefined where the days of the column are texts. */
	const dayStyle = (place: number, number: number): number | undefined => {
		const above = styleOf(place, 'number');
		if (ofDays(above)) return above;
		if (areTexts) return undefined;
		const own = formats(number, place);
		return ofDays(own) ? own : styles.dayStyle(listed ?? numberFormats[addition.dates], own);
	};
	let number = last;
	const added = addition.rows.map(cells => {
		number++;
		const dayStyles = new Map<number, number>();
		const fitting = cells.map((cell, place): Cell => {
			if (cell.kind !== 'date') return cell;
			const style = dayStyle(place, number);
			const day = serialOf(cell.date) - (isOldMac ? macDays : 0);
			if (style === undefined || cell.date.year < firstYear || day < 0) {
				return textCell(addition.writeDay(cell.date, place));
			}
			dayStyles.set(place, style);
			return numberCell(day);
		});
		const style = (kind: CellKind, place: number): number | undefined =>
			dayStyles.get(place) ??
			styleOf(place, kind === 'text' ? 'text' : 'number') ??
			(kind === 'text' ? styleOf(place, 'none') : undefined) ??
			formats(number, place);
		const row = withFormulas(rowXml(number, fitting, addition.dates, style), number, formulas.get(number) ?? []);
		return asBefore(
			row,
			all.find(one => one.number === number),
		);
	});
	const kept = (from: number, to: number): string =>
		all
			.filter(row => row.number > from && row.number <= to)
			.map(({xml}) => xml)
			.join('');
	return kept(0, last) + added.join('') + kept(number, Number.POSITIVE_INFINITY);
}

/** A row with the height and the format of the empty one that was in its place. */
function asBefore(row: string, before: XmlRow | undefined): string {
	const tag = /^<row\b([^>]*?)\/?>/.exec(before?.xml ?? '')?.[1] ?? '';
	const kept = [...tag.matchAll(/\s(?:ht|customHeight|s|customFormat)=(?:"[^"]*"|'[^']*')/g)].join('');
	return row.replace(/^<row\b[^>]*/, found => found + kept);
}

/** Returns the format that a person gave a cell of a row without values, or its column. */
function formatsOf({before, rows}: SheetXml): (number: number, place: number) => number | undefined {
	const columns = [...before.matchAll(/<col\b([^>]*)>/g)].flatMap(([, tag = '']) => {
		const style = attribute(tag, 'style');
		return style === undefined ? [] : [{from: Number(attribute(tag, 'min')), to: Number(attribute(tag, 'max')), style}];
	});
	const byNumber = new Map(rows.map(row => [row.number, row]));
	return (number, place) => {
		const own = byNumber.get(number)?.cells.find(cell => cell.place === place)?.style;
		const style = own ?? columns.find(({from, to}) => from <= place + 1 && place + 1 <= to)?.style;
		return style === undefined ? undefined : Number(style);
	};
}

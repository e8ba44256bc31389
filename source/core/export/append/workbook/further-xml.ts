import {cellText} from '../../cell.ts';
import {type CellKind, rowXml} from '../../excel/cells.ts';
import {type AddedSheet, type FurtherSheet, mostAbove} from '../open-list.ts';
import {type BookSheet, oldRow, stylesOf, textsOf} from './book-sheet.ts';
import {hasValue} from './formulas.ts';
import {mergedCells} from './place-below.ts';
import {sheetWith, type XmlRow} from './sheet-xml.ts';

/** A sheet besides the list, and the row of its heads. */
type Found = {readonly sheet: BookSheet; readonly head: XmlRow; readonly heads: readonly string[]};

/** Finds the sheet with heads in one of the languages; a person may have put further heads beside them. */
export function furtherIn(
	sheets: readonly BookSheet[],
	list: BookSheet,
	wanted: readonly (readonly string[])[],
): Found | undefined {
	for (const sheet of sheets) {
		if (sheet === list) continue;
		for (const head of sheet.xml.rows.slice(0, mostAbove)) {
			const texts = textsOf(head);
			const heads = wanted.find(one => one.every((text, place) => texts[place] === text));
			if (heads) return {sheet, head, heads};
		}
	}
	return undefined;
}

const rowsBelow = ({sheet, head}: Found): readonly XmlRow[] =>
	sheet.xml.rows.filter(({number}) => number > head.number);

/** The sheet, and whether a person put something on it that has its place beside a row or on a cell. */
export function asFurther(found: Found): FurtherSheet {
	const {sheet, head, heads} = found;
	const {rows, behind} = sheet.xml;
	const isBeside = rows.some(({cells}) =>
		cells.some(({place, text, formula}) => formula !== undefined || (place >= heads.length && text !== '')),
	);
	const isOnCells = sheet.hasComments || /<(?:mergeCell|hyperlink|tablePart)\b/.test(behind);
	const isExtended = isBeside || isOnCells || rows[0] !== head;
	return {name: sheet.name, rows: rowsBelow(found).map(oldRow), isExtended};
}

/** What a row is about: of a count what is counted, of a picture its name and the reason. */
const labelOf = ([first = '', second = '']: readonly string[]): string => `${first}\n${second}`;

/** A sheet that counts or explains: rows are added below the last one, or put in place of all but the heads. */
export function furtherSheet(
	found: Found,
	{rows, replaces}: AddedSheet,
): {readonly xml: string; readonly last: number; readonly next: number} {
	const {xml} = found.sheet;
	const below = rowsBelow(found);
	const styleOf = stylesOf(below);
	// LibreOffice writes a row without cells at the end of a sheet.
	const lowest = xml.rows.findLast(row => row === found.head || row.cells.some(hasValue))!.number;
	const last = Math.max(lowest, ...mergedCells(xml.behind).map(({to}) => to.row));
	let number = replaces ? found.head.number : last;
	// A row that stays keeps the colours that a person gave it.
	const before = new Map(replaces ? below.map(row => [labelOf(textsOf(row)), row] as const) : []);
	const added = rows
		.map(cells => {
			const same = before.get(labelOf(cells.map(cell => cellText(cell))));
			const styleIn = (kind: CellKind, place: number): number | undefined => {
				const style = same?.cells.find(cell => cell.place === place)?.style;
				return style === undefined ? styleOf(place, kind === 'text' ? 'text' : 'number') : Number(style);
			};
			return rowXml(++number, cells, 'iso', styleIn);
		})
		.join('');
	const above = replaces ? found.head.number : last;
	const kept = (isKept: (row: number) => boolean): string =>
		xml.rows
			.filter(row => isKept(row.number))
			.map(row => row.xml)
			.join('');
	const rowsXml = kept(row => row <= above) + added + kept(row => row > Math.max(number, last));
	return {xml: sheetWith(xml, rowsXml, last, number), last, next: number};
}

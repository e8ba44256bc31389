import type {Cell} from '../../cell.ts';
import {columnLetters} from '../../excel/cells.ts';
import {attribute, type CellRange, rangeOf} from './sheet-xml.ts';

type Rows = readonly (readonly Cell[])[];

/** Where the rows that are added to a list go. */
export type PlaceBelow = {
	/** The row above the first of them. */
	readonly last: number;
	/** The lowest cells that they had to go below although nothing else is there, such as `A6:E8`. */
	readonly block?: string;
	/** The table of the list, which ends above other rows: there is no room for the added ones in it. */
	readonly outside?: string;
};

/** The merged cells of a sheet: all but the first of each hold values that no spreadsheet program shows. */
export const mergedCells = (behind: string): readonly CellRange[] =>
	[...behind.matchAll(/<mergeCell\b([^>]*)>/g)].flatMap(([, tag = '']) => rangeOf(attribute(tag, 'ref') ?? '') ?? []);

/** The heads of a list: their row, and the columns that have one. */
export type Heads = {readonly row: number; readonly places: readonly number[]};

/**
 * Returns the place below row `end` in which no value of the rows is in one of the blocks, which are merged cells or
 * tables of the person. Nor is a row beside cells that were merged in another column of the list, such as those of a room
 * with several guests: it would belong to them.
 */
export function placeBelow(end: number, rows: Rows, blocks: readonly CellRange[], heads: Heads): PlaceBelow {
	const filled = new Set(rows.flatMap(cells => cells.flatMap(({kind}, place) => (kind === 'none' ? [] : [place]))));
	const inWay = blocks
		.filter(({from, to}) => {
			const places = from.row > heads.row ? [...filled, ...heads.places] : [...filled];
			return places.some(place => place >= from.place && place <= to.place);
		})
		.sort((one, other) => one.from.row - other.from.row);
	let place: PlaceBelow = {last: end};
	for (const {from, to} of inWay) {
		if (to.row <= place.last || from.row > place.last + rows.length) continue;
		place = {last: to.row, block: rangeText({from, to})};
	}
	return place;
}

/**
 * Returns the place in the table of a list that has something below it, such as a remark: below its last row where there is
 * room for the rows, else below all. Undefined where the list ends with its table.
 *
 * @param numbers of the rows with values, that of the heads among them.
 */
export function placeInTable(
	table: CellRange,
	numbers: readonly number[],
	rows: Rows,
	blocks: readonly CellRange[],
	heads: Heads,
): PlaceBelow | undefined {
	const last = Math.max(...numbers.filter(number => number <= table.to.row));
	const [next] = numbers.filter(number => number > table.to.row).sort((one, other) => one - other);
	if (next === undefined) return undefined;
	const isFree = last + rows.length < next && placeBelow(last, rows, blocks, heads).last === last;
	if (isFree) return {last};
	return {...placeBelow(Math.max(...numbers), rows, blocks, heads), outside: rangeText(table)};
}

/** Returns the first of the blocks that a table would have cells of, when it is extended to row `next`. */
export const overlapped = (table: CellRange, next: number, blocks: readonly CellRange[]): string | undefined => {
	const found = blocks.find(
		({from, to}) =>
			to.row > table.to.row && from.row <= next && to.place >= table.from.place && from.place <= table.to.place,
	);
	return found && rangeText(found);
};

const rangeText = ({from, to}: CellRange): string =>
	`${columnLetters(from.place)}${from.row}:${columnLetters(to.place)}${to.row}`;

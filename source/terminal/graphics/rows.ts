import {cellWidth, sliceCells, sureWidth} from '../frame/cells.ts';
import {changedCells, changedText} from '../frame/changed-cells.ts';
import {onlyOwnSequences} from '../frame/own-sequences.ts';
import {address, type Position} from '../frame/position.ts';

export interface Size {
	readonly columns: number;
	readonly rows: number;
}

/**
 * Prepared cells that are painted beside Ink: each row is exactly `width` cells wide and carries its own colours.
 * Keep the same object as long as nothing changes: it is painted again only when the object is another one.
 */
export interface CellPicture extends Position {
	readonly width: number;
	readonly rows: readonly string[];
	/** A picture that the terminal itself lays over the cells: what is written to show it, and to take it away again. */
	readonly over?: {readonly show: string; readonly hide: string};
}

/** A row as it was painted: the frame's line, where the pictures were on it, and what of the line was seen. */
export interface Row {
	readonly line: string;
	readonly holes: string;
	readonly stretches: readonly Stretch[];
}

/** One stretch of a row outside of the pictures. `open` says that it reaches to the right edge. */
export interface Stretch {
	readonly x: number;
	readonly text: string;
	readonly width: number;
	readonly open: boolean;
}

/** What a cleared row shows. */
export const blankRow: Row = {line: '', holes: '', stretches: []};

export const layRow = (line: string, y: number, pictures: readonly CellPicture[], columns: number): Row =>
	new LaidRow(
		line,
		pictures.filter(picture => y >= picture.y && y < picture.y + picture.rows.length),
		columns,
	);

/**
 * Its stretches are found only when they are needed: measuring is what costs, and most rows of most frames are as before.
 * A class and not an object with a getter: V8 keeps each such object until its next full collection of garbage.
 */
class LaidRow implements Row {
	readonly line: string;
	readonly holes: string;
	readonly #cutOut: readonly CellPicture[];
	readonly #columns: number;
	#stretches: readonly Stretch[] | undefined;

	constructor(line: string, cutOut: readonly CellPicture[], columns: number) {
		this.line = line;
		this.holes = cutOut.map(({x, width}) => `${x}+${width}`).join();
		this.#cutOut = cutOut;
		this.#columns = columns;
	}

	get stretches(): readonly Stretch[] {
		this.#stretches ??= stretches(this.line, this.#cutOut, this.#columns);
		return this.#stretches;
	}
}

/** The parts of a line outside of the pictures on it, cut to the terminal's width. */
function stretches(line: string, holes: readonly CellPicture[], columns: number): Stretch[] {
	const parts: Stretch[] = [];
	let x = 0;
	for (const hole of holes) {
		if (hole.x > x) {
			parts.push({x, width: hole.x - x, text: sliceCells(line, x, Math.min(hole.x, columns)), open: false});
		}
		x = Math.max(x, hole.x + hole.width);
	}
	if (x < columns) {
		const whole = x === 0 && cellWidth(line) <= columns;
		parts.push({x, width: columns - x, text: whole ? line : sliceCells(line, x, columns), open: true});
	}
	return parts;
}

/** `before`: what is in its place now; whatever is shorter is written, its changes or the whole of it. */
export function writeStretch(stretch: Stretch, y: number, before?: Stretch): string {
	const whole = writeWhole(stretch, y);
	const changes = before && changedText(before.text, stretch.text, {...stretch, y});
	return changes !== undefined && changes.length < whole.length ? changes : whole;
}

function writeWhole({x, text, width, open}: Stretch, y: number): string {
	const start = address({x, y});
	const missing = width - cellWidth(text);
	if (!open) return start + text + ' '.repeat(Math.max(0, missing));
	// Erased first, because where such a line ends on this terminal is unknown.
	if (!sureWidth.test(text)) return `${start}\x1b[K${text}`;
	// Never erase from the last column: with a full line the cursor is still on its last character.
	return missing > 0 ? `${start}${text}\x1b[K` : start + text;
}

/** `before`: what is in its place now. In the same place only the rows that differ are written. */
export function writePicture(picture: CellPicture, size: Size, before?: CellPicture): string {
	if (picture === before) return '';
	const width = Math.min(picture.width, size.columns - picture.x);
	if (width <= 0) return '';
	const kept = before && samePlace(picture, before) ? before.rows : [];
	let text = '';
	for (const [index, given] of picture.rows.entries()) {
		const old = kept[index];
		if (old === given) continue;
		const row = onlyOwnSequences(given);
		const y = picture.y + index;
		if (y >= size.rows) break;
		if (width < picture.width) text += `${address({x: picture.x, y})}${sliceCells(row, 0, width)}\x1b[0m`;
		else
			text +=
				old === undefined ? `${address({x: picture.x, y})}${row}\x1b[0m` : changedCells(old, row, {x: picture.x, y});
	}
	return text + (picture.over?.show ?? '');
}

/** For cells alone: what covers them is shown whole. */
const samePlace = (a: CellPicture, b: CellPicture): boolean =>
	a.x === b.x && a.y === b.y && a.width === b.width && !a.over && !b.over;

import {type Pyramid, sample} from '../../locate/pyramid.ts';
import {type PageFrame, toPage} from './frame.ts';
import type {Place} from './place.ts';
import type {PrintedLine} from './read-lines.ts';

/** Rows of pixels of a line's box. A letter is about two thirds of that tall. */
const rows = 24;
/** What is left and right of the box is looked at, too: so many heights of it. */
const beyond = 0.4;

/** Ink is at least this share as dark as the strokes of the letters that were read: patterns are paler. */
const inkShare = 0.5;
/** A column with so many dark pixels has ink. */
const leastDark = 2;
/** A piece of ink without a letter is one that was not read if it is this share as tall as letters are: no point, no comma. */
const letterTall = 0.6;
/** And so many heights of the box wide, at least: the stroke of an I. */
const letterWide = 0.05;
/** The middle of a letter is this many heights outside its ink, at most. */
const letterRoom = 0.12;

/** A margin that says: one more letter may be here. */
const atOdds = 0.6;

/** A piece of ink in columns from `from` to before `to`; `tall`: rows from its highest to its lowest dark pixel. */
type Piece = {readonly from: number; readonly to: number; readonly tall: number};

/**
 * A line in which each letter is in doubt beside which there is ink that no letter was read from: `MMIGRATION`, where the
 * first letter was left out, or a word that continues outside its box.
 */
export function withUnreadInk(line: PrintedLine, place: Place, pyramid: Pyramid, frame: PageFrame): PrintedLine {
	const letters = line.characters.filter(({character}) => character !== ' ');
	if (letters.length < 2) return line;
	const unit = place.height / rows;
	const left = place.u - place.width / 2 - beyond * place.height;
	const columns = Math.ceil((place.width + 2 * beyond * place.height) / unit);
	const pieces = piecesOf(cut(place, left, unit, columns, pyramid, frame), columns);
	const columnOf = (u: number) => (u - left) / unit;
	const room = letterRoom * rows;
	const holds = ({from, to}: Piece, u: number) => columnOf(u) > from - room && columnOf(u) < to + room;
	const read = pieces.filter(piece => letters.some(({u}) => holds(piece, u)));
	if (read.length === 0) return line;
	const tall = [...read].map(piece => piece.tall).sort((a, b) => a - b)[Math.floor(read.length / 2)]!;
	const [start, end] = [columnOf(place.u - place.width / 2), columnOf(place.u + place.width / 2)];
	const unread = pieces.filter(
		piece =>
			!read.includes(piece) &&
			piece.tall >= letterTall * tall &&
			piece.tall < 1.5 * tall &&
			piece.to - piece.from >= letterWide * rows &&
			piece.from < end &&
			piece.to > start,
	);
	const doubted = new Set(
		unread.flatMap(({from, to}) => [
			letters.findLast(({u}) => columnOf(u) < from),
			letters.find(({u}) => columnOf(u) > to),
		]),
	);
	if (doubted.size === 0) return line;
	return {
		...line,
		characters: line.characters.map(one =>
			doubted.has(one) ? {...one, margin: Math.min(one.margin, atOdds), letterMargin: undefined} : one,
		),
	};
}

const cut = (
	place: Place,
	left: number,
	unit: number,
	columns: number,
	pyramid: Pyramid,
	frame: PageFrame,
): Float32Array => {
	const pixels = new Float32Array(columns * rows);
	const [alongX, alongY] = [frame.along[0] + frame.down[0] * place.slope, frame.along[1] + frame.down[1] * place.slope];
	const u = left + unit / 2;
	const v = place.v + place.slope * (u - place.u) - place.height / 2 + unit / 2;
	sample(
		pyramid,
		toPage(frame, u, v),
		[alongX * unit, alongY * unit],
		[frame.down[0] * unit, frame.down[1] * unit],
		columns,
		rows,
		pixels,
	);
	return pixels;
};

/** The pieces of ink of a line, from the left, with nothing but paper between them. */
function piecesOf(pixels: Float32Array, columns: number): Piece[] {
	const sorted = pixels.slice().sort();
	const [ink, paper] = [sorted[Math.floor(sorted.length * 0.04)]!, sorted[Math.floor(sorted.length * 0.7)]!];
	const darkest = paper - inkShare * (paper - ink);
	const pieces: Piece[] = [];
	let piece: {from: number; top: number; bottom: number} | undefined;
	for (let x = 0; x <= columns; x++) {
		let [count, top, bottom] = [0, rows, -1];
		for (let y = 0; x < columns && y < rows; y++) {
			if (pixels[y * columns + x]! > darkest) continue;
			count++;
			top = Math.min(top, y);
			bottom = y;
		}

		if (count >= leastDark) {
			piece ??= {from: x, top, bottom};
			piece.top = Math.min(piece.top, top);
			piece.bottom = Math.max(piece.bottom, bottom);
		} else if (piece) {
			pieces.push({from: piece.from, to: x, tall: piece.bottom - piece.top + 1});
			piece = undefined;
		}
	}

	return pieces;
}

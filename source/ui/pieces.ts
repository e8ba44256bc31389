import type {Colour} from './theme.ts';
import {cut, width, words} from './width.ts';

/** A stretch of text in one manner. */
export type Piece = {
	readonly text: string;
	readonly color?: Colour | undefined;
	readonly bold?: boolean | undefined;
	readonly dim?: boolean | undefined;
	readonly inverse?: boolean | undefined;
	readonly underline?: boolean | undefined;
};

export type Pieces = readonly Piece[];

export const piece = (text: string, manner: Omit<Piece, 'text'> = {}): Piece => ({...manner, text});

const sameManner = (a: Piece, b: Piece): boolean =>
	a.color === b.color && a.bold === b.bold && a.dim === b.dim && a.inverse === b.inverse && a.underline === b.underline;

export const samePieces = (a: Pieces, b: Pieces): boolean =>
	a === b || (a.length === b.length && a.every((one, at) => one.text === b[at]!.text && sameManner(one, b[at]!)));

/** Neighbours in the same manner as one piece: fewer text nodes, fewer colour codes. */
export function joinPieces(pieces: Pieces): Pieces {
	const joined: Piece[] = [];
	for (const each of pieces) {
		const last = joined.at(-1);
		if (last && sameManner(last, each)) joined[joined.length - 1] = {...last, text: last.text + each.text};
		else joined.push(each);
	}
	return joined;
}

/** The pieces that fit into `columns`, the last one cut. */
export function cutPieces(pieces: Pieces, columns: number, ellipsis?: string): Pieces {
	const kept: Piece[] = [];
	let room = columns;
	for (const each of pieces) {
		const wide = width(each.text);
		if (wide > room) {
			kept.push({...each, text: cut(each.text, room, ellipsis)});
			break;
		}
		kept.push(each);
		room -= wide;
	}
	return kept;
}

/** Pieces in exactly `rows` rows of `columns`, broken between words; what is left over stays in the last row. */
export function wrapPieces(pieces: Pieces, columns: number, rows: number): readonly Pieces[] {
	const lines: Piece[][] = [[]];
	let room = columns;
	for (const each of pieces) {
		for (const word of words(each.text)) {
			if (width(word.trimEnd()) > room && room < columns && lines.length < rows) {
				lines.push([]);
				room = columns;
			}
			lines.at(-1)!.push({...each, text: word});
			room -= width(word);
		}
	}
	return Array.from({length: rows}, (_, row) => joinPieces(lines[row] ?? []));
}

import type {Preview} from '../export-preview.ts';
import {pad, width} from '../width.ts';
import {type Piece, piece} from './line.tsx';

/** A small table in rows of pieces: columns as wide as their widest cell, at most 22 cells. */
export function tableLines({heads, rows}: Preview): readonly (readonly Piece[])[] {
	const wide = heads.map((head, index) =>
		Math.min(22, Math.max(width(head), ...rows.map(row => width(row[index] ?? '')))),
	);
	const line = (cells: readonly string[], manner: Omit<Piece, 'text'>) => [
		piece('  '),
		...cells.map((cell, index) => piece(`${pad(cell, wide[index]!)}  `, manner)),
	];
	return [line(heads, {dim: true}), ...rows.map(row => line(row, {}))];
}

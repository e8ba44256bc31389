import type {Preview} from '../../session/export/preview.ts';
import {type Span, type Spans, span} from '../layout/spans.ts';
import {cut, pad, width} from '../layout/width.ts';

/** A small table in rows of pieces: columns as wide as their widest cell, at most 22 cells; those that fit, whole. */
export function tableLines({heads, rows, areLines}: Preview, columns: number): readonly Spans[] {
	const wide: number[] = [];
	let room = columns - 2;
	for (const [index, head] of heads.entries()) {
		const needed = Math.min(areLines ? room : 22, Math.max(width(head), ...rows.map(row => width(row[index] ?? ''))));
		if (needed > room) break;
		wide.push(needed);
		room -= needed + 2;
	}
	const line = (cells: readonly string[], manner: Omit<Span, 'text'>) => [
		span('  '),
		...cells
			.slice(0, wide.length)
			.map((cell, index) => span(`${areLines ? cut(cell, wide[index]!) : pad(cell, wide[index]!)}  `, manner)),
	];
	return [line(heads, {dim: true}), ...rows.map(row => line(row, {}))];
}

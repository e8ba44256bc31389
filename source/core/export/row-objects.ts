import {cellText} from './cell.ts';
import type {ColumnSet} from './column-sets.ts';
import type {Table} from './rows.ts';

/**
 * Yields the rows of a table as objects. Keys and codes are the same in every language, except for the original skill's
 * columns: its keys are its Chinese labels.
 */
export function* rowObjects({columns, heads, rows}: Table, {asOriginal}: ColumnSet): Iterable<Record<string, unknown>> {
	for (const {cells, source} of rows()) {
		yield Object.fromEntries(
			columns.map((column, position) => {
				const cell = cells[position]!;
				const plain = cell.kind === 'number' ? cell.number : cellText(cell);
				const value = column.json && source ? column.json(source) : plain;
				return [asOriginal ? heads[position]! : column.key, value];
			}),
		);
	}
}

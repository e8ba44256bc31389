import {cellText} from './cell.ts';
import type {ColumnSet} from './columns.ts';
import type {Table} from './rows.ts';
import type {ExportWords} from './words.ts';

/**
 * The rows of a table as objects. Keys and codes are the same in every language, except for the original skill's
 * columns: its keys are its Chinese labels.
 */
export const rowObjects = (
	{columns, rows, sources}: Table,
	set: ColumnSet,
	words: ExportWords,
): readonly Record<string, unknown>[] =>
	rows.map((row, index) =>
		Object.fromEntries(
			columns.map((column, position) => {
				const cell = row[position]!;
				const plain = cell.kind === 'number' ? cell.number : cellText(cell);
				const value = column.json ? column.json(sources[index]!) : plain;
				return [set === 'original' ? column.head(words) : column.key, value];
			}),
		),
	);

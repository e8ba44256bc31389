import {jsonText} from '../records/json-text.ts';
import {cellText} from './cell.ts';
import type {ColumnSet} from './columns.ts';
import type {Table} from './rows.ts';

/**
 * A table as a JSON list of objects. Keys and codes are the same in every language, except for the original skill's
 * columns: its keys are its Chinese labels, and as it writes them no newline ends the list.
 */
export function rowsJson({columns, rows, sources}: Table, set: ColumnSet): string {
	const objects = rows.map((row, index) =>
		Object.fromEntries(
			columns.map((column, position) => {
				const cell = row[position]!;
				const plain = cell.kind === 'number' ? cell.number : cellText(cell);
				const value = column.json ? column.json(sources[index]!) : plain;
				return [set === 'original' ? column.zh : column.key, value];
			}),
		),
	);
	return set === 'original' ? jsonText(objects) : `${jsonText(objects)}\n`;
}

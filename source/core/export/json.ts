import {jsonText} from '../records/json-text.ts';
import {cellText} from './cell.ts';
import type {ColumnSet} from './columns.ts';
import type {Format} from './format.ts';
import type {Table} from './rows.ts';

/**
 * The rows of a table as objects. Keys and codes are the same in every language, except for the original skill's
 * columns: its keys are its Chinese labels.
 */
const rowObjects = ({columns, rows, sources}: Table, set: ColumnSet): readonly Record<string, unknown>[] =>
	rows.map((row, index) =>
		Object.fromEntries(
			columns.map((column, position) => {
				const cell = row[position]!;
				const plain = cell.kind === 'number' ? cell.number : cellText(cell);
				const value = column.json ? column.json(sources[index]!) : plain;
				return [set === 'original' ? column.zh : column.key, value];
			}),
		),
	);

/** A list of objects, one a row. As the original skill writes it, no newline ends the list. */
export const json: Format<'json'> = {
	id: 'json',
	extension: '.json',
	isoDates: true,
	render: (table, {columns}) => {
		const text = jsonText(rowObjects(table, columns));
		return columns === 'original' ? text : `${text}\n`;
	},
};

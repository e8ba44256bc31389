import {jsonText} from '../records/json-text.ts';
import type {Format} from './format.ts';
import {rowObjects} from './row-objects.ts';

/** The objects of the JSON list, each on a line that ends in LF (ndjson.org). */
export const ndjson: Format<'ndjson'> = {
	id: 'ndjson',
	extension: '.ndjson',
	aliases: ['.jsonl'],
	isoDates: true,
	render: (table, {columns, words}) =>
		rowObjects(table, columns, words)
			.map(row => `${jsonText(row, 0)}\n`)
			.join(''),
};

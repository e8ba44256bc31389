import {jsonText} from '../records/json/json-text.ts';
import type {Format} from './format.ts';
import {inParts} from './parts.ts';
import {rowObjects} from './row-objects.ts';

function* lines(objects: Iterable<unknown>): Iterable<string> {
	for (const object of objects) yield `${jsonText(object, 0)}\n`;
}

/** The objects of the JSON list, each on a line that ends in LF (ndjson.org). */
export const ndjson: Format<'ndjson'> = {
	id: 'ndjson',
	extension: '.ndjson',
	aliases: ['.jsonl'],
	isoDates: true,
	lossless: true,
	render: (table, {columns}) => inParts(lines(rowObjects(table, columns))),
};

import {jsonText} from '../records/json/json-text.ts';
import type {Format} from './format.ts';
import {inParts} from './parts.ts';
import {rowObjects} from './row-objects.ts';

/** The text of a list, item by item, as `jsonText` writes the whole. */
function* listText(items: Iterable<unknown>, end: string): Iterable<string> {
	let before = '[\n  ';
	for (const item of items) {
		// No string of JSON holds a line break, so that each one is followed by indentation.
		yield before + jsonText(item).replaceAll('\n', '\n  ');
		before = ',\n  ';
	}
	yield `\n]${end}`;
}

/** A list of objects, one a row. As the original skill writes it, no newline ends the list. */
export const json: Format<'json'> = {
	id: 'json',
	extension: '.json',
	isoDates: true,
	lossless: true,
	render: (table, {columns}) => inParts(listText(rowObjects(table, columns), columns.asOriginal ? '' : '\n')),
};

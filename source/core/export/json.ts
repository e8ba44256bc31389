import {jsonText} from '../records/json-text.ts';
import type {Format} from './format.ts';
import {rowObjects} from './row-objects.ts';

/** A list of objects, one a row. As the original skill writes it, no newline ends the list. */
export const json: Format<'json'> = {
	id: 'json',
	extension: '.json',
	isoDates: true,
	render: (table, {columns, words}) => {
		const text = jsonText(rowObjects(table, columns, words));
		return columns === 'original' ? text : `${text}\n`;
	},
};

import {type KnownList, knownList} from './known-list.ts';
import type {OpenList} from './open-list.ts';

/** A row with heads below the list. */
export type HeadsAgain = {
	readonly row: number;
	/** The columns are those of the list. */
	readonly isSame: boolean;
};

/**
 * Returns the last row of heads that is above added rows: heads are repeated on each page, or begin another list on the
 * same sheet. With other columns the values of added rows would be below heads of others.
 *
 * @param last The row above the added ones; by default the last one.
 */
export function headsAgain(
	{heads, rows}: OpenList,
	{columns, languages}: KnownList,
	last: number = Number.POSITIVE_INFINITY,
): HeadsAgain | undefined {
	const place = columns.findIndex(column => column?.key === 'passport_number');
	// A list has many rows: only one with a head for the number is looked up.
	const ofNumber = new Set([heads[place]?.trim(), ...languages.map(({fields}) => fields.passport_number)]);
	for (const row of [...rows].reverse()) {
		if (row.number > last || !row.texts.some(text => ofNumber.has(text.trim()))) continue;
		const isRepeated = heads.every((head, at) => (row.texts[at] ?? '') === head);
		const known = isRepeated ? {columns} : knownList(row.texts, languages);
		if (!known) continue;
		const isSame = columns.every((column, at) => column?.key === known.columns[at]?.key);
		return {row: row.number, isSame: isRepeated || isSame};
	}
	return undefined;
}

import type {KnownList} from '../known-list.ts';
import type {OldRow, OpenList} from '../open-list.ts';

const numberKeys: ReadonlySet<string> = new Set(['passport_number', 'passport_number_mrz', 'mrz_line2']);

const wholeName = ['surname_english', 'given_name_english'] as const;

const nameKeys: ReadonlySet<string> = new Set(['surname_english', 'given_name_english', 'name_english', 'full_name']);

/**
 * Returns whether a row of a list is one of a passport, and none of sums or remarks: it has a number or a line of the MRZ.
 * A number of letters alone counts where a name and a day of birth are with it, since "Total" is of letters, too.
 */
export function isPassportRow(row: OldRow, {columns}: KnownList, day: OpenList['day']): boolean {
	const texts = (keys: ReadonlySet<string>): readonly string[] =>
		columns.flatMap((column, place) => (column && keys.has(column.key) ? [row.texts[place]?.trim() ?? ''] : []));
	const numbers = texts(numberKeys).filter(text => text !== '');
	if (numbers.some(isNumber)) return true;
	const birth = columns.findIndex(column => column?.key === 'birth_date');
	// A sum has no surname and given names: so short a number is one that lost the zeros at its front.
	const isNamed = wholeName.every(key => texts(new Set([key])).some(text => text !== ''));
	if (isNamed && numbers.some(text => /^\d+$/.test(text))) return true;
	const isPerson = texts(nameKeys).some(text => text !== '') && isDay.test(day(row, birth));
	return isPerson && numbers.length > 0;
}

const isDay = /^\d{4}-\d\d-\d\d$/;

/**
 * Letters and digits in groups, one digit at least, as ICAO 9303-4 has them. A group of three letters or more is a word
 * ("Total 12"), and so few digits alone are a count of rows.
 */
function isNumber(text: string): boolean {
	const capitals = text.normalize('NFKC').toUpperCase();
	if (!/^[A-Z0-9][A-Z0-9 <*-]*$/.test(capitals) || !/\d/.test(capitals)) return false;
	return !/^\d{1,4}$/.test(capitals) && !capitals.split(/[ -]/).some(group => /^[A-Z]{3,}$/.test(group));
}

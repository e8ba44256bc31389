import type {DateStyle} from '../dates.ts';
import type {ListStyle} from '../list-style.ts';
import {isCode} from './identity.ts';
import type {KnownList} from './known-list.ts';
import type {OpenList} from './open-list.ts';

/** The texts of a column of the list, without empty ones. */
export const textsAt = ({rows}: Pick<OpenList, 'rows'>, {columns}: KnownList, key: string): readonly string[] => {
	const place = columns.findIndex(column => column?.key === key);
	return place < 0 ? [] : rows.map(({texts}) => texts[place]?.trim() ?? '').filter(text => text !== '');
};

/** How the values of the list are written: added ones are written in the same way. */
export function styleOf(file: OpenList, known: KnownList): Partial<ListStyle> {
	const names = [...textsAt(file, known, 'surname_english'), ...textsAt(file, known, 'full_name')];
	const countries = [...textsAt(file, known, 'holder_country_code'), ...textsAt(file, known, 'issuing_country_code')];
	return {
		...(names.length > 0 && names.every(name => /\p{Ll}/u.test(name)) ? {names: 'title'} : {}),
		...(countries.length > 0 && countries.every(country => !isCode(country)) ? {countries: 'name'} : {}),
	};
}

/**
 * How added days are written: as those of the list, unless they could be taken for others there. With day and month in two
 * digits each, the list is as this program writes it.
 */
export function datesOf(
	file: OpenList,
	known: KnownList,
): {readonly style: DateStyle; readonly isOtherwise?: true; readonly isUnlike?: true} {
	const texts = ['birth_date', 'expiry_date', 'issue_date'].flatMap(key => textsAt(file, known, key));
	const inNumbers = texts.filter(text => /^\d{1,2}\/\d{1,2}\/\d{4}$/.test(text));
	if (inNumbers.length > 0) {
		const isDayFirst =
			file.first === 'day' || (file.first === undefined && inNumbers.every(text => text.length === 10));
		return isDayFirst ? {style: 'slash'} : {style: 'iso', isOtherwise: true};
	}
	if (texts.some(text => /^\d\d [A-Z]{3} \d{4}$/.test(text))) return {style: 'month'};
	// Days of a workbook are numbers, and added ones look like them.
	const written = texts.some(text => /^\d+(?:\.\d+)?$/.test(text)) ? [] : texts;
	const isUnlike = written.some(text => /\d/.test(text) && !/^\d{4}-\d\d(?:-\d\d)?$/.test(text));
	return isUnlike ? {style: 'iso', isUnlike: true} : {style: 'iso'};
}

import type {ListStyle} from '../../list-style.ts';
import {isCode} from '../compare/identity.ts';
import type {KnownList} from '../known-list.ts';
import type {OpenList} from '../open-list.ts';

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

import {describe, expect, test} from 'vitest';
import type {PassportRecord} from '../../../../source/core/records/record.ts';
import {append, kim, lee, listFolder, person, words} from './list-folder.ts';

const {written} = listFolder();

describe('a value that the list has no column for', () => {
	/** The MRZ ends in the middle of the surname that the page prints whole. */
	const cutOff = (): PassportRecord => {
		const record = person('CUT', {
			surname_english: 'VAN DER STRAATEN OYELARAN FEATHERSTONES',
			given_name_english: '',
		});
		const {passport} = record;
		const fields = passport.fields.map(field =>
			field.key === 'surname_english'
				? {...field, printed: {text: 'VAN DER STRAATEN OYELARAN FEATHERSTONESON'}}
				: field,
		);
		const lines = ['P<UTOVAN<DER<STRAATEN<OYELARAN<FEATHERSTONES', passport.lines[1]!];
		return {...record, passport: {...passport, lines, fields}};
	};

	test.each(['list.xlsx', 'list.csv'])('is named: the whole of a name that the MRZ cut off, in %s', async name => {
		const path = await written([lee], name);
		const {missing, added} = await append(path, [lee, cutOff()]);
		expect(added).toBe(1);
		expect(missing).toEqual([{column: words.columns.surname_printed, count: 1}]);
	});

	test('is not, where the list has the column', async () => {
		const path = await written([cutOff()], 'list.xlsx');
		expect((await append(path, [cutOff(), person('OTHER')])).missing).toEqual([]);
	});

	test('is named for a list of few columns where it makes a name whole, and for no other value', async () => {
		const path = await written([lee], 'list.xlsx', {columns: 'brief'});
		expect((await append(path, [cutOff()])).missing).toEqual([{column: words.columns.surname_printed, count: 1}]);
		expect((await append(path, [kim])).missing).toEqual([]);
	});
});

import {describe, expect, it} from 'vitest';
import {relatedTo} from '../../../source/core/review/related-records.ts';
import {relations} from '../../../source/core/review/same-person.ts';
import {person} from '../../support/records.ts';

describe('what belongs together', () => {
	it('is nothing among different people', () => {
		const other = {passport_number: 'X1234567', surname_english: 'NAKAMURA', birth_date: '1990-01-01'};
		expect(relations([person('a'), person('b', other)])).toEqual([]);
	});

	it('is the same picture twice', () => {
		expect(relations([person('a'), person('copy', {}, {sha256: 'a'})])).toEqual([
			{kind: 'samePicture', paths: ['a', 'copy']},
		]);
	});

	it('is another picture of the same passport, when nothing differs', () => {
		expect(relations([person('a'), person('b')])).toEqual([{kind: 'samePassport', paths: ['a', 'b']}]);
	});

	it('is one person with two passports, whatever the second given name', () => {
		const second = {passport_number: 'X1234567', given_name_english: 'ANNA'};
		expect(relations([person('a'), person('b', second)])).toEqual([{kind: 'samePerson', paths: ['a', 'b']}]);
	});

	it('is not a twin', () => {
		expect(relations([person('a'), person('b', {passport_number: 'X1234567', given_name_english: 'EVA'})])).toEqual([]);
	});

	it('is not the same number of another country', () => {
		const other = {issuing_country_code: 'CHN', surname_english: 'LIN', birth_date: '1991-03-14'};
		expect(relations([person('a'), person('b', other)])).toEqual([]);
	});

	it('is nothing that could not be read', () => {
		const unread = {passport_number: '', surname_english: '', birth_date: ''};
		expect(relations([person('a', unread), person('b', unread)])).toEqual([]);
		const half = {passport_number: 'X1', birth_date: '1974'};
		expect(relations([person('a', half), person('b', half)])).toEqual([]);
	});

	it('leaves out what was rejected', () => {
		const rejected = {review: {state: 'rejected', edits: {}, confirmed: []}} as const;
		expect(relations([person('a'), person('b', {}, rejected)])).toEqual([]);
	});
});

describe('whom a passport belongs to', () => {
	const again = person('b');
	const second = person('c', {passport_number: 'X1234567'});
	const stranger = person('d', {passport_number: 'Z7654321', surname_english: 'LIN', birth_date: '1991-03-14'});
	const all = [person('a'), again, second, stranger];

	it('is named by the closest relation', () => {
		expect(relatedTo(all, all[0]!)).toEqual({kind: 'samePassport', others: ['b']});
		expect(relatedTo(all, second)).toEqual({kind: 'samePerson', others: ['a', 'b']});
		expect(relatedTo(all, stranger)).toBeUndefined();
	});

	it('follows every decision', () => {
		relatedTo(all, again);
		const rejected = {...again, review: {state: 'rejected', edits: {}, confirmed: []}} as const;
		const without = [all[0]!, rejected, second, stranger];
		expect(relatedTo(without, all[0]!)).toEqual({kind: 'samePerson', others: ['c']});
		expect(relatedTo(without, rejected)).toBeUndefined();
		expect(relatedTo(all, all[0]!)).toEqual({kind: 'samePassport', others: ['b']});
		const more = [...without, person('e', {}, {sha256: 'a'})];
		expect(relatedTo(more, all[0]!)).toEqual({kind: 'samePicture', others: ['e']});
	});
});

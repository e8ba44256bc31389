import {describe, expect, it} from 'vitest';
import {update} from '../../../source/core/review/review.ts';
import {changedRecords} from '../../../source/core/review/selectors.ts';
import {clean, doubtful, given, reviewOf, run, surname, where} from './reviewing.ts';

describe('moving', () => {
	const state = reviewOf(doubtful('a', surname, given), clean('b'), doubtful('c', given));

	it('up and down stops at the ends', () => {
		expect(update(state, {type: 'moveField', by: -9}).field).toBe('passport_number');
		expect(update(state, {type: 'moveField', by: 99}).field).toBe('id_number');
	});

	it('between passports opens them at their first doubt', () => {
		expect(where(update(state, {type: 'movePassport', by: 1}))).toBe('b passport_number');
		expect(where(update(state, {type: 'movePassport', by: Infinity}))).toBe('c given_name_english');
		expect(where(update(state, {type: 'movePassport', by: -1}))).toBe('a surname_english');
		expect(where(update(state, {type: 'openPassport', path: 'c'}))).toBe('c given_name_english');
		expect(update(state, {type: 'openPassport', path: 'nowhere'})).toBe(state);
	});

	it('to the next doubt leaves clean passports out and goes round', () => {
		const second = update(state, {type: 'nextDoubt', by: 1});
		expect(where(second)).toBe('a given_name_english');
		const third = update(second, {type: 'nextDoubt', by: 1});
		expect(where(third)).toBe('c given_name_english');
		expect(where(update(third, {type: 'nextDoubt', by: 1}))).toBe('a surname_english');
		expect(where(update(third, {type: 'nextDoubt', by: -1}))).toBe('a given_name_english');
		expect(where(update(state, {type: 'movePassport', by: 1, onlyDoubtful: true}))).toBe('c given_name_english');
	});

	it('changes nothing that had to be kept', () => {
		const moved = run(state, {type: 'nextDoubt', by: 1}, {type: 'movePassport', by: 1}, {type: 'moveField', by: 2});
		expect(changedRecords(state, moved)).toEqual([]);
		expect(moved.past).toEqual([]);
	});
});

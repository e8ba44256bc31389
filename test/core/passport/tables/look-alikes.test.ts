import {describe, expect, it} from 'vitest';
import {checkDigit} from '../../../../source/core/passport/mrz/check-digits.ts';
import {
	areLookAlikes,
	asDigit,
	asLetter,
	blindTwins,
	lookAlikes,
} from '../../../../source/core/passport/tables/look-alikes.ts';
import {at} from '../support.ts';

const alphabet = [...'<0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

describe('check digits', () => {
	it.each([
		['520727', '3'],
		['AB2134<<<', '5'],
		['L898902C3', '6'],
		['ZE184226B<<<<<', '1'],
		['<<<<<<<<<<<<<<', '0'],
		['', '0'],
	])('over %s is %s (ICAO 9303-3 §4.9)', (text, digit) => {
		expect(checkDigit(text)).toBe(digit);
	});

	it.each(['a', 'É', ' ', '\u0000', '１'])('is undefined over %j', text => {
		expect(checkDigit(text)).toBeUndefined();
	});
});

describe('blind spots', () => {
	it('are exactly the look-alikes that no place of any number can distinguish, and a 5 of which half is hidden', () => {
		for (const character of alphabet) {
			const unseen = [...lookAlikes(character), ...(character === 'F' ? '5' : '')].filter(twin =>
				[0, 1, 2].every(place => {
					const text = at('AB1234567', place, character);
					return checkDigit(text) === checkDigit(at(text, place, twin));
				}),
			);
			expect([character, [...blindTwins(character)].sort()]).toEqual([character, unseen.sort()]);
		}
	});

	it.each(['G6', 'S8', 'K<', 'U0', 'L1', 'PF', 'HR', 'MW', 'NX', 'ND'])('%s is one, both ways', pair => {
		expect(blindTwins(pair[0]!)).toContain(pair[1]);
		expect(blindTwins(pair[1]!)).toContain(pair[0]);
	});

	it.each(['O0', 'I1', 'B8', 'S5', 'Z2'])('%s is none', pair => {
		expect(blindTwins(pair[0]!)).not.toContain(pair[1]);
	});

	it('no digit is blind to another digit', () => {
		for (const digit of '0123456789') expect(blindTwins(digit)).not.toMatch(/\d/);
	});
});

describe('look-alikes', () => {
	it('look alike both ways', () => {
		for (const a of alphabet) for (const b of alphabet) expect(areLookAlikes(a, b)).toBe(areLookAlikes(b, a));
	});

	it('a place’s class forces one digit, or the likeliest letter', () => {
		expect([...'ODQILZSGTBA'].map(asDigit)).toEqual([...'00011256784']);
		expect([...'01245678'].map(asLetter)).toEqual([...'OIZASGTB']);
		expect([asDigit('M'), asDigit('5'), asDigit('<'), asLetter('3'), asLetter('A')]).toEqual(Array(5).fill(undefined));
	});
});

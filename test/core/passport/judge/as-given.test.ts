import {describe, expect, it} from 'vitest';
import {asGiven, textVerdict} from '../../../../source/core/passport/judge/as-given.ts';
import type {Passport} from '../../../../source/core/passport/model/passport.ts';
import {at, field, level, mrz, pasted, reasons, today} from '../support.ts';

/** Pasted lines, taken as the person gave them. */
const given = (lines: readonly string[]): Passport => asGiven(pasted(lines.join('\n')), {today});

const lines = mrz({issuer: 'GBR', number: '107182890'});

describe('lines that were given as text', () => {
	it('are taken as they are where no check digit covers them, and say so', () => {
		const passport = given(lines);
		for (const key of ['surname_english', 'given_name_english', 'sex'] as const) {
			expect(level(pasted(lines.join('\n')), key), key).toBe('unverified');
			expect(level(passport, key), key).toBe('supported');
			expect(reasons(passport, key)[0], key).toBe('as-given');
			expect(reasons(passport, key), key).not.toContain('check-digit-not-printed');
		}
		expect([passport.status, textVerdict(passport)]).toEqual(['clean', 'consistent']);
	});

	it('prove by a check digit what it proves, and no more is said of that', () => {
		const passport = given(lines);
		for (const key of ['passport_number', 'birth_date', 'expiry_date'] as const) {
			expect(field(passport, key), key).toEqual(field(pasted(lines.join('\n')), key));
			expect(level(passport, key), key).toBe('verified');
		}
	});

	it('are not asked about a letter that a camera might have misread', () => {
		const number = mrz({issuer: 'CHN', number: 'EG1234567'});
		expect(level(pasted(number.join('\n')), 'passport_number')).toBe('unverified');
		const passport = given(number);
		expect(level(passport, 'passport_number')).toBe('supported');
		expect(reasons(passport, 'passport_number')).not.toContain('as-given');
		expect(textVerdict(passport)).toBe('consistent');
	});

	it('say so beside what else speaks for a value', () => {
		expect(reasons(given(mrz({nationality: 'FRA'})), 'holder_country_code')).toEqual(['as-given', 'known-code']);
		expect(reasons(given(lines), 'holder_country_code')).not.toContain('as-given');
	});

	it('say nothing of given names that are not there', () => {
		const passport = given(mrz({names: 'ERIKSSON'}));
		expect(level(passport, 'given_name_english')).toBe('unverified');
		expect(level(passport, 'surname_english')).toBe('supported');
	});

	it('are taken without a surname where the lines have none', () => {
		const passport = given(mrz({names: '<<ANNA'}));
		expect(field(passport, 'surname_english').value).toBe('');
		expect(level(passport, 'surname_english')).toBe('supported');
	});

	it('are never proven by having been given where they have no value', () => {
		const passport = given(mrz({expiry: '<<<<<<'}));
		expect(field(passport, 'expiry_date').value).toBe('');
		expect(['verified', 'supported']).not.toContain(level(passport, 'expiry_date'));
		expect(passport.status).toBe('check');
	});

	it.each([
		['a wrong check digit', [lines[0], at(lines[1], 1, '8')]],
		['a wrong overall digit alone', [lines[0], at(lines[1], 43, lines[1][43] === '0' ? '1' : '0')]],
		['a birth after the expiry', mrz({birth: '200101', expiry: '100101'})],
		['a state that is none', mrz({nationality: 'QQQ'})],
	])('are not consistent with %s, and a person must look', (_, wrong) => {
		const passport = given(wrong);
		expect(textVerdict(passport)).toBe('contradicted');
		expect(passport.status).toBe('check');
	});

	it('are doubtful where a letter had to be repaired', () => {
		const passport = given([lines[0], at(lines[1], 1, 'O')]);
		expect(field(passport, 'passport_number').value).toBe('107182890');
		expect(field(passport, 'passport_number').repairedFrom).toBeDefined();
		expect(reasons(passport, 'passport_number')).not.toContain('as-given');
		expect(textVerdict(passport)).toBe('doubtful');
	});
});

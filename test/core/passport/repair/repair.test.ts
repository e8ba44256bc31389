import {describe, expect, it} from 'vitest';
import {at, bare, blocks, field, issues, judged, level, mrz, reasons} from '../support.ts';

const read = (lines: readonly string[], line: number, position: number, character: string) =>
	judged(bare(lines.map((text, index) => (index === line ? at(text, position, character) : text))));

describe('repairs', () => {
	const lines = mrz({issuer: 'GBR', number: '107182890', birth: '740812', expiry: '310415'});

	it('are kept with what was there, and with their proof', () => {
		const passport = read(lines, 1, 13, 'T');
		expect(field(passport, 'birth_date')).toMatchObject({value: '1974-08-12', raw: '740812', repairedFrom: 'T40812'});
		expect(reasons(passport, 'birth_date')).toEqual(['repaired', 'check-digit']);
		expect(issues(passport)).toContain('repaired');
		expect(passport.lines).toEqual(lines);
	});

	it('a digit read for another digit in a date is proven by its own digit and the composite together', () => {
		const passport = read(lines, 1, 16, '6');
		expect(field(passport, 'birth_date')).toMatchObject({value: '1974-08-12', repairedFrom: '740612'});
		expect(level(passport, 'birth_date')).toBe('supported');
	});

	it('a digit read for another digit in a number is offered only: both digits weigh it alike', () => {
		const passport = read(lines, 1, 1, '8');
		expect(level(passport, 'passport_number')).toBe('refuted');
		expect(field(passport, 'passport_number').value).toBe('187182890');
		expect(field(passport, 'passport_number').alternatives.map(one => one.value)).toContain('107182890');
	});

	it('a check digit that was misread itself is found by the composite, and the value is kept', () => {
		const passport = read(lines, 1, 9, '8');
		expect(field(passport, 'passport_number').value).toBe('107182890');
		expect(level(passport, 'passport_number')).toBe('supported');
		expect(reasons(passport, 'passport_number')).toContain('composite');
		expect(passport.lines).toEqual(lines);
	});

	it('a letter in the place of a check digit is a digit', () => {
		const zero = mrz({issuer: 'GBR', number: '000000000'});
		const passport = read(zero, 1, 9, 'O');
		expect(level(passport, 'passport_number')).not.toBe('refuted');
		expect(passport.lines).toEqual(zero);
		expect(issues(passport)).toContain('repaired');
	});

	it('two letters in a date are repaired, and a person looks', () => {
		const passport = judged(bare([lines[0], at(at(lines[1], 15, 'O'), 17, 'I')]));
		expect(field(passport, 'birth_date')).toMatchObject({
			value: '1974-08-12',
			repairedFrom: '74O8I2',
		});
		expect(level(passport, 'birth_date')).toBe('unverified');
	});

	it('three are not', () => {
		const passport = judged(bare([lines[0], at(at(at(lines[1], 15, 'O'), 17, 'I'), 16, 'B')]));
		expect(level(passport, 'birth_date')).toBe('refuted');
		expect(blocks(passport)).toContain('misread-date');
	});

	it('when several fit, all are offered and none is made', () => {
		// Positions 1 and 4 have the same weight: either 0 may be an O.
		const passport = read(mrz({issuer: 'UTO', number: 'OA10B2CD1'}), 1, 0, '0');
		const {value, alternatives, repairedFrom} = field(passport, 'passport_number');
		expect(value).toBe('0A10B2CD1');
		expect(repairedFrom).toBeUndefined();
		expect(alternatives.map(one => one.value)).toEqual(expect.arrayContaining(['OA10B2CD1', '0A1OB2CD1']));
		expect(blocks(passport)).toContain('several-repairs');
		expect(level(passport, 'passport_number')).toBe('refuted');
	});

	it('a form that only practice knows overrules no number whose digit agrees', () => {
		const passport = judged(bare(mrz({issuer: 'IND', number: '51234567'})));
		expect(field(passport, 'passport_number').value).toBe('51234567');
		expect(issues(passport)).toContain('number-pattern-unusual');
	});

	it('a number unlike any other of its state is a notice, where the state has published nothing', () => {
		const passport = judged(bare(mrz({issuer: 'JPN', number: '123456789'})));
		expect(passport.issues.find(one => one.code === 'number-pattern-unusual')?.blocks).toBe(false);
	});

	it('and blocks, where the state has published that there is no other', () => {
		const passport = judged(bare(mrz({issuer: 'USA', number: 'L898902C3'})));
		expect(blocks(passport)).toContain('number-pattern-wrong');
		expect(level(passport, 'passport_number')).toBe('unverified');
	});
});

describe('a country code that no list holds', () => {
	const nationality = (code: string, issuer = 'USA') => judged(bare(mrz({issuer, nationality: code})));
	const holder = 'holder_country_code';

	it('is taken from the other line, where one letter was misread', () => {
		const passport = nationality('U5A');
		expect(field(passport, holder)).toMatchObject({value: 'USA', repairedFrom: 'U5A'});
		expect(level(passport, holder)).toBe('supported');
		expect(issues(passport)).toContain('repaired');
	});

	it('is taken from the other line, where two letters were misread, and a person looks', () => {
		const passport = nationality('U54');
		expect(field(passport, holder)).toMatchObject({value: 'USA', repairedFrom: 'U54'});
		expect(level(passport, holder)).toBe('unverified');
		expect(passport.status).toBe('check');
	});

	it('stays as it is, where three letters would have to change', () => {
		const passport = nationality('054');
		expect(field(passport, holder).value).toBe('054');
		expect(level(passport, holder)).toBe('refuted');
		expect(blocks(passport)).toContain('unknown-code');
	});

	it('stays as it is, where a letter does not look like that of the other line', () => {
		const passport = nationality('UKA');
		expect(field(passport, holder).repairedFrom).toBeUndefined();
		expect(level(passport, holder)).toBe('refuted');
	});

	it('stays as it is, where the other line has no code either', () => {
		const passport = nationality('W5A', 'WSA');
		expect(field(passport, holder).repairedFrom).toBeUndefined();
		expect(level(passport, holder)).toBe('refuted');
	});

	it('is never changed, where it is one: a person of another state than the issuer', () => {
		const passport = nationality('UZB', 'USA');
		expect(field(passport, holder)).toMatchObject({value: 'UZB', alternatives: []});
	});

	it('is offered what it looks like, at most four codes, none of them with a digit', () => {
		const offers = (code: string) => field(nationality(code, 'CHN'), holder).alternatives.map(({value}) => value);
		expect(offers('8RA')).toEqual(['BRA']);
		expect(offers('U7O')).toEqual(['UTO']);
		expect(offers('0M1')).toEqual(['UMI']);
		expect(offers('68D')).toEqual(['GBD', 'GRD', 'GBO', 'GBN']);
		expect(offers('ZQJ')).toEqual([]);
	});
});

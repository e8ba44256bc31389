import {describe, expect, it} from 'vitest';
import type {FieldKey} from '../../../../source/core/passport/model/fields.ts';
import type {Passport} from '../../../../source/core/passport/model/passport.ts';
import {checkInput, confirmField, editField} from '../../../../source/core/passport/person/edit.ts';
import {at, bare, blocks, field, issues, judged, level, mrz, reasons, seen, today} from '../support.ts';

const lines = mrz({issuer: 'GBR', number: '107182890'});
const read = judged(seen(lines));
const options = {today};
const edit = (passport: Passport, key: FieldKey, value: string) => editField(passport, key, value, options);

describe('editing a field', () => {
	const wrong = judged(bare([lines[0], at(lines[1], 1, '8')]));

	it('with the right number makes its digit, the composite and the lines right', () => {
		expect(blocks(wrong)).toEqual(expect.arrayContaining(['check-digit-wrong', 'composite-wrong']));
		const passport = edit(wrong, 'passport_number', '107182890');
		expect(passport.lines).toEqual(lines);
		expect(blocks(passport)).toEqual([]);
		expect(reasons(passport, 'passport_number')).toEqual(['edited', 'check-digit']);
		expect(level(passport, 'passport_number')).toBe('verified');
	});

	it('keeps what was there as another reading', () => {
		const passport = edit(read, 'surname_english', 'Erikson');
		expect(field(passport, 'surname_english')).toMatchObject({value: 'ERIKSON', raw: 'ERIKSON'});
		expect(field(passport, 'surname_english').alternatives).toContainEqual({value: 'ERIKSSON', source: 'mrz'});
		expect(passport.lines[0]).toBe('P<GBRERIKSON<<ANNA<MARIA'.padEnd(44, '<'));
	});

	it('to a shorter number fills its places in the lines', () => {
		const passport = edit(read, 'passport_number', '1071828');
		expect(field(passport, 'passport_number')).toMatchObject({value: '1071828', raw: '1071828<<'});
		expect(passport.lines[1]!.slice(0, 9)).toBe('1071828<<');
	});

	it('against the printed digit stays an issue', () => {
		const passport = edit(read, 'passport_number', '107182891');
		expect(blocks(passport)).toEqual(expect.arrayContaining(['check-digit-wrong', 'composite-wrong']));
		expect(passport.status).toBe('check');
	});

	it('to more than its places hold is said, since no digit can speak for that', () => {
		expect(checkInput(read, 'passport_number', '107 182 890', options).problem).toEqual({
			code: 'too-long',
			params: {places: 9},
		});
		expect(checkInput(read, 'passport_number', '107182890', options).problem).toBeUndefined();
		expect(blocks(edit(read, 'passport_number', '1071828901'))).toContain('too-long');
	});

	it('leaves one space between the parts of a name', () => {
		expect(field(edit(read, 'given_name_english', ' anna   maria '), 'given_name_english').value).toBe('ANNA MARIA');
	});

	it('judges the dates together again', () => {
		const passport = edit(read, 'expiry_date', '1970-01-01');
		expect(blocks(passport)).toContain('check-digit-wrong');
		expect(issues(passport)).toContain('dates-out-of-order');
		const back = edit(passport, 'expiry_date', '2031-04-15');
		expect(issues(back)).not.toContain('dates-out-of-order');
		expect(back.status).toBe('clean');
	});

	it('to a value that the field cannot have is refuted', () => {
		for (const [key, value] of [
			['holder_country_code', 'QQQ'],
			['birth_date', '1974-02-30'],
			['passport_number', ''],
		] as const) {
			expect(level(edit(read, key, value), key)).toBe('refuted');
			expect(edit(read, key, value).status).toBe('check');
		}
	});

	it('of the given names to nothing is valid', () => {
		expect(edit(read, 'given_name_english', '').status).toBe('clean');
	});

	it('of the issuing state judges the number by its forms', () => {
		const passport = edit(read, 'issuing_country_code', 'JPN');
		expect(issues(passport)).toContain('number-pattern-unusual');
		expect(issues(edit(passport, 'issuing_country_code', 'GBR'))).not.toContain('number-pattern-unusual');
	});

	it('of what only the page prints to nothing keeps what was read, and leaves no row of what was typed', () => {
		const printed = [{field: 'birth_place', text: 'ZENITH', zone: 'printed'}] as const;
		const place = judged({...seen(lines), printed});
		// A result of an earlier version does not hold what is printed beside the value.
		const older = {...place, fields: place.fields.map(({printed: _, ...rest}) => rest)};
		for (const one of [place, older]) {
			const emptied = edit(one, 'birth_place', '');
			expect(field(emptied, 'birth_place').value).toBe('');
			expect(field(emptied, 'birth_place').alternatives.map(({value}) => value)).toEqual(['ZENITH']);
		}
		const typed = edit(read, 'birth_place', 'Zenith');
		expect(field(typed, 'birth_place').value).toBe('Zenith');
		expect(edit(typed, 'birth_place', '').fields.map(({key}) => key)).toEqual(read.fields.map(({key}) => key));
	});

	it('writes Germany as the MRZ does', () => {
		const passport = edit(read, 'holder_country_code', 'D');
		expect(field(passport, 'holder_country_code')).toMatchObject({value: 'DEU', raw: 'D<<'});
	});

	it('of a name that the MRZ cannot hold leaves the lines as they are', () => {
		const long = 'A'.repeat(40);
		const passport = edit(read, 'surname_english', long);
		expect(passport.lines).toEqual(lines);
		expect(field(passport, 'surname_english').value).toBe(long);
	});

	it('changes nothing that it was given', () => {
		const before = JSON.stringify(read);
		edit(read, 'surname_english', 'OTHER');
		confirmField(read, 'sex', options);
		expect(JSON.stringify(read)).toBe(before);
	});
});

describe('confirming a field', () => {
	it('settles it: unverified becomes supported, and its issues block no longer', () => {
		const passport = judged(bare(lines));
		expect(passport.status).toBe('check');
		const confirmed = (['surname_english', 'given_name_english', 'sex', 'passport_number'] as const).reduce(
			(next, key) => confirmField(next, key, options),
			passport,
		);
		expect(reasons(confirmed, 'sex')[0]).toBe('confirmed');
		expect(confirmed.status).toBe('clean');
	});

	it('of dates out of order lets them be', () => {
		const passport = judged(seen(mrz({issuer: 'GBR', number: '107182890', birth: '200101', expiry: '100101'})));
		expect(passport.status).toBe('check');
		expect(confirmField(passport, 'expiry_date', options).status).toBe('clean');
	});

	it('twice is once', () => {
		const once = confirmField(read, 'sex', options);
		expect(confirmField(once, 'sex', options)).toEqual(once);
	});
});

describe('while typing', () => {
	it.each([
		['surname_english', 'o\u2019brien–müller<x', "O'BRIEN-MUELLER X"],
		['passport_number', 'e12-345 678', 'E12 345 678'],
		['birth_date', '12 août/aug 1974!', '12 AOUT/AUG 1974'],
		['sex', 'f', 'F'],
		['holder_country_code', 'chn1', 'CHN'],
		['document_type', 'p1', 'P'],
	] as const)('%s: %j becomes %j', (key, typed, text) => {
		expect(checkInput(read, key, typed, options).text).toBe(text);
	});

	it('the check digit speaks at every key', () => {
		expect(checkInput(read, 'passport_number', '107182890', options).digit).toEqual({
			expected: '0',
			printed: '0',
			agrees: true,
		});
		expect(checkInput(read, 'passport_number', '1071828', options).digit?.agrees).toBe(false);
		expect(checkInput(read, 'surname_english', 'X', options).digit).toBeUndefined();
	});

	it('says what is wrong with a value', () => {
		expect(checkInput(read, 'birth_date', '1974-02', options).problem).toBeUndefined();
		expect(checkInput(read, 'birth_date', '1974-02-x', options).problem?.code).toBe('not-a-date');
		expect(checkInput(read, 'birth_date', '1974-02-30', options).problem?.code).toBe('impossible-date');
		expect(checkInput(read, 'holder_country_code', 'QQ', options).problem?.code).toBe('unknown-code');
		expect(checkInput(read, 'passport_number', '', options).problem?.code).toBe('missing');
		expect(checkInput(read, 'passport_number', 'X1', options).warning?.code).toBe('number-pattern-wrong');
	});

	it.each([
		['06 APR/AVR 2035', 'not-in-a-name'],
		['35-13-45', 'not-in-a-name'],
		['ERIKS50N', 'not-in-a-name'],
		['A/B', 'not-in-a-name'],
		['王', 'not-in-a-name'],
		['--', 'no-letter'],
		["'", 'no-letter'],
		["d'Arc-Müller", undefined],
	])('%s as a name: %s, and no character of it is dropped', (typed, code) => {
		for (const key of ['surname_english', 'given_name_english'] as const) {
			const {problem, text} = checkInput(read, key, typed, options);
			expect(problem?.code).toBe(code);
			if (code) expect(text).toBe(typed);
		}
	});

	it.each([
		['female', 'F'],
		['Male', 'M'],
		['女', 'F'],
		['男', 'M'],
		['x', 'X'],
	])('%s is the sex %s', (typed, value) => {
		expect(checkInput(read, 'sex', typed, options).value).toBe(value);
	});

	it('takes any text, and lets none through that a field cannot hold', () => {
		for (const text of ['\u001b[31mA', '王小明', '😀', 'a'.repeat(100_000), '\u0000', 'é́']) {
			for (const {key} of read.fields) {
				const {text: checked, problem} = checkInput(read, key, text, options);
				// A name keeps what it cannot hold, so that a person sees what is refused.
				if (!key.includes('name') || !problem) expect(checked).toMatch(/^[A-Z0-9 .,/<'-]{0,160}$/);
				else expect(checked).not.toMatch(/\p{C}/u);
			}
		}
	});
});

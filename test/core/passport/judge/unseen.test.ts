import {describe, expect, it} from 'vitest';
import {digitsOf} from '../../../../source/core/passport/judge/unseen.ts';
import type {LineReading, Reading} from '../../../../source/core/passport/model/reading.ts';
import {editField} from '../../../../source/core/passport/person/edit.ts';
import {at, blocks, field, issues, judged, level, mrz, reasons, seen, today} from '../support.ts';

/** A reading of a picture that does not show some places of the lines: fillers are there, marked as such. */
function cut(lines: readonly string[], isCut: (line: number, position: number) => boolean): Reading {
	const hidden = lines.map((text, line) => [...text].map((one, place) => (isCut(line, place) ? '<' : one)).join(''));
	const reading = seen(hidden);
	return {
		...reading,
		lines: reading.lines.map(
			(one, line): LineReading => ({
				...one,
				characters: one.characters!.map((character, place) =>
					isCut(line, place) ? {seen: '<', margin: -12, alternatives: [], unseen: true} : character,
				),
			}),
		),
	};
}

const cutFrom = (lines: readonly string[], from: number) => judged(cut(lines, (_, place) => place >= from));

describe('a page whose picture ends within the lines', () => {
	it('is proven without the overall digit, which is named as missing', () => {
		const passport = cutFrom(mrz(), 43);
		expect(passport.status).toBe('clean');
		expect(issues(passport)).toContain('composite-unseen');
		expect(digitsOf(passport).at(-1)).toMatchObject({name: 'composite', verdict: 'not printed'});
	});

	it('shows optional data whose last characters are missing, and calls for a look', () => {
		const lines = mrz({optional: 'ZE184226BXXXXX'});
		const passport = cutFrom(lines, 40);
		expect(field(passport, 'optional_data_mrz').value).toBe('ZE184226BXXX');
		expect(level(passport, 'optional_data_mrz')).toBe('unverified');
		expect(reasons(passport, 'optional_data_mrz')).toContain('unseen');
		expect(blocks(passport)).toEqual(['unseen']);
		expect(passport.status).toBe('check');
	});

	it('takes nothing for verified whose own digit is missing', () => {
		const passport = cutFrom(mrz({optional: '184226'}), 42);
		expect(level(passport, 'optional_data_mrz')).toBe('supported');
		expect(level(passport, 'birth_date')).toBe('verified');
	});

	it('asks about optional data without their digit only where they were not read clearly', () => {
		const lines = mrz({optional: '184226'});
		expect(cutFrom(lines, 42).status).toBe('clean');
		expect(cutFrom(mrz(), 42).status).toBe('clean');
		const faint = cut(lines, (_, place) => place >= 42);
		const characters = faint.lines[1]!.characters!.map((one, place) => (place === 30 ? {...one, margin: 0.5} : one));
		const passport = judged({...faint, lines: [faint.lines[0]!, {...faint.lines[1]!, characters}]});
		expect(level(passport, 'optional_data_mrz')).toBe('unverified');
		expect(passport.issues.filter(one => one.blocks && one.field === 'optional_data_mrz')).toHaveLength(1);
	});

	it.each([
		['passport_number', 1, 0],
		['passport_number', 1, 8],
		['passport_number', 1, 9],
		['birth_date', 1, 14],
		['birth_date', 1, 19],
		['sex', 1, 20],
		['expiry_date', 1, 27],
		['holder_country_code', 1, 12],
		['issuing_country_code', 0, 2],
		['surname_english', 0, 5],
		['given_name_english', 0, 20],
	] as const)('never calls %s proven when the place %d:%d is missing', (key, line, place) => {
		const passport = judged(cut(mrz(), (row, column) => row === line && column === place));
		expect(passport.status).toBe('check');
		expect(['unverified', 'refuted']).toContain(level(passport, key));
		expect(reasons(passport, key)).toContain('unseen');
		expect(blocks(passport)).not.toContain('composite-wrong');
	});

	it('leaves each digit its own verdict', () => {
		const verdicts = (lines: readonly string[], line: number, place: number) =>
			digitsOf(judged(cut(lines, (row, column) => row === line && column === place))).map(({verdict}) => verdict);
		const lines = mrz({optional: '184226'});
		expect(verdicts(lines, 1, 9)).toEqual(['not printed', 'verified', 'verified', 'verified', 'not printed']);
		expect(verdicts(lines, 1, 19)).toEqual(['verified', 'not printed', 'verified', 'verified', 'not printed']);
		// A filler that is in the picture is a wrong digit, whatever else is not.
		const misread = [lines[0], at(lines[1], 19, '<')];
		expect(verdicts(misread, 0, 20)).toEqual(['verified', 'refuted', 'verified', 'verified', 'refuted']);
	});

	it('fills no place although only one character satisfies the digits', () => {
		const passport = judged(cut(mrz({number: '567439902'}), (line, place) => line === 1 && place === 4));
		expect(field(passport, 'passport_number')).toMatchObject({value: '5674 9902', raw: '5674<9902'});
		expect(field(passport, 'passport_number').repairedFrom).toBeUndefined();
	});

	it('loses nothing where only fillers behind the names are missing', () => {
		const passport = judged(cut(mrz(), (line, place) => line === 0 && place > 30));
		expect(passport.status).toBe('clean');
	});

	it('calls no page another document for a document code that is missing', () => {
		const passport = judged(cut(mrz(), (line, place) => line === 0 && place === 0));
		expect(issues(passport)).not.toContain('other-document');
		expect(reasons(passport, 'document_type')).toEqual(['unseen']);
		expect(passport.status).toBe('check');
	});

	it('takes what a person types where the digit is missing, and asks for no digit', () => {
		const before = judged(cut(mrz(), (line, place) => line === 1 && place >= 8 && place <= 9));
		const after = editField(before, 'passport_number', 'L89890203', {today});
		expect(field(after, 'passport_number').value).toBe('L89890203');
		expect(blocks(after)).not.toContain('check-digit-wrong');
		expect(blocks(after)).not.toContain('composite-wrong');
		expect(after.status).toBe('clean');
	});
});

describe('a filler where a check digit must be', () => {
	it('is a wrong digit when it is in the picture', () => {
		const [first, second] = mrz();
		const passport = judged(seen([first, at(second, 43, '<')]));
		expect(blocks(passport)).toContain('composite-wrong');
	});
});

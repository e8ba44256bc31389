import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
	addDays,
	addMonths,
	daysBetween,
	daysInMonth,
	formatDate,
	isReal,
	parseDate,
	surelyBefore,
	yearsBetween,
} from '../../../../source/core/passport/model/dates.ts';
import {readMrzDate, writeMrzDate} from '../../../../source/core/passport/mrz/dates.ts';
import {readPrintedDate} from '../../../../source/core/passport/printed/dates.ts';
import {today} from '../support.ts';

describe('dates', () => {
	it.each([
		['1974-08-12', {year: 1974, month: 8, day: 12}],
		['1974-08', {year: 1974, month: 8}],
		['1974', {year: 1974}],
	])('%s is read and written alike', (text, date) => {
		expect(parseDate(text)).toEqual(date);
		expect(formatDate(date)).toBe(text);
	});

	it.each(['', '1974-13', '1974-02-30', '1973-02-29', '1974-8-12', '74-08-12', '1974-00', '1974-08-12x'])(
		'%j is none',
		text => {
			expect(parseDate(text)).toBeUndefined();
		},
	);

	it('29 February is in leap years only', () => {
		expect([1900, 2000, 2023, 2024].map(year => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
		expect(isReal({year: 2024, month: 2, day: 29})).toBe(true);
		expect(isReal({year: 2023, month: 2, day: 29})).toBe(false);
	});

	it('months are added to the last day there is', () => {
		expect(addMonths({year: 2026, month: 8, day: 31}, 6)).toEqual({year: 2027, month: 2, day: 28});
		expect(addMonths({year: 2026, month: 1, day: 15}, -2)).toEqual({year: 2025, month: 11, day: 15});
		expect(addDays({year: 2026, month: 12, day: 31}, 1)).toEqual({year: 2027, month: 1, day: 1});
	});

	it('a partial date is surely before another only if every day of it is', () => {
		expect(surelyBefore({year: 1974}, {year: 1975, month: 1, day: 1})).toBe(true);
		expect(surelyBefore({year: 1974, month: 8}, {year: 1974, month: 8, day: 20})).toBe(false);
	});

	it('an age is of completed years', () => {
		expect(yearsBetween({year: 1974, month: 11, day: 22}, today)).toBe(52);
		expect(yearsBetween({year: 1974, month: 11, day: 23}, today)).toBe(51);
	});

	it('days between are whole, whatever the summer time', () => {
		fc.assert(
			fc.property(fc.integer({min: -20_000, max: 20_000}), days => {
				expect(daysBetween(today, addDays(today, days))).toBe(days);
			}),
		);
	});
});

describe('dates of the MRZ', () => {
	const read = (text: string, field: 'birth' | 'expiry' = 'birth') => {
		const found = readMrzDate(text, field, today);
		return found.kind === 'date' ? formatDate(found.date) : found.kind;
	};

	it.each([
		['740812', '1974-08-12'],
		['261122', '2026-11-22'],
		['261123', '1926-11-23'],
		['000229', '2000-02-29'],
		['7408<<', '1974-08'],
		['74<<<<', '1974'],
		['27<<<<', '1927'],
		['<<<<<<', 'blank'],
		['74<812', 'misread'],
		['74O812', 'misread'],
		['740231', 'impossible'],
		['740000', 'impossible'],
	])('birth %s is %s', (text, value) => {
		expect(read(text)).toBe(value);
	});

	it.each([
		['310415', '2031-04-15'],
		['760101', '1976-01-01'],
		['751231', '2075-12-31'],
		['980104', '1998-01-04'],
	])('expiry %s is %s: within fifty years', (text, value) => {
		expect(read(text, 'expiry')).toBe(value);
	});

	it('the reference date decides the century, not a clock', () => {
		const found = readMrzDate('300101', 'birth', {year: 2035, month: 1, day: 1});
		expect(found).toEqual({kind: 'date', date: {year: 2030, month: 1, day: 1}});
	});

	it('29 February of a year that is a leap year in one century only is of that one, for a birth', () => {
		const later = {year: 2101, month: 1, day: 1};
		expect(readMrzDate('000229', 'birth', later)).toEqual({kind: 'date', date: {year: 2000, month: 2, day: 29}});
		expect(readMrzDate('000229', 'expiry', later)).toEqual({kind: 'impossible'});
	});

	it('an unknown birth is written as fillers', () => {
		expect(writeMrzDate(undefined)).toBe('<<<<<<');
	});

	it('what is written is read again', () => {
		for (const date of [{year: 1974, month: 8, day: 12}, {year: 1974, month: 8}, {year: 1974}]) {
			expect(readMrzDate(writeMrzDate(date), 'birth', today)).toEqual({kind: 'date', date});
		}
	});
});

describe('printed dates', () => {
	it.each([
		['1990-01-02', '1990-01-02'],
		['19900102', '1990-01-02'],
		['1990.1.2', '1990-01-02'],
		['1990年01月02日', '1990-01-02'],
		['12 JUL 1942', '1942-07-12'],
		['12JUL42', '1942-07-12'],
		['12.07.1942', '1942-07-12'],
		['12/07/1942', '1942-07-12'],
		['12 LUG/JUIL 1942', '1942-07-12'],
		['01 AOÛT/AUG 85', '1985-08-01'],
		['3 déc 1990', '1990-12-03'],
		['05 ENE 1980', '1980-01-05'],
		['078月/AUG2024', '2024-08-07'],
		['07 8月/AUG 2024', '2024-08-07'],
		['15 8월/AUG 2020', '2020-08-15'],
		['22 МАЙ/MAY 1991', '1991-05-22'],
		['XX AUG 1974', '1974-08'],
		['XX XXX 1974', '1974'],
		['XX.XX.1974', '1974'],
		['20241301', undefined],
		['31 FEB 1990', undefined],
		['12 FOO 1990', undefined],
		['', undefined],
		['AUG', undefined],
	])('%s is %s', (text, value) => {
		const date = readPrintedDate(text, 'birth', today);
		expect(date && formatDate(date)).toBe(value);
	});

	it('two digits of a year in the future are of the last century for a birth, of this one for an expiry', () => {
		expect(readPrintedDate('12 JUL 30', 'birth', today)).toEqual({year: 1930, month: 7, day: 12});
		expect(readPrintedDate('12 JUL 30', 'other', today)).toEqual({year: 2030, month: 7, day: 12});
	});
});

import {describe, expect, it} from 'vitest';
import {tripParts, typedTrip} from '../../../../source/core/passport/person/typed-trip.ts';
import {today} from '../support.ts';

const first = {year: 2027, month: 2, day: 1};
const last = {year: 2027, month: 2, day: 14};

describe('the days of a trip as a person types them', () => {
	it.each([
		'2027-02-01',
		'2027-2-1',
		'20270201',
		' 1 FEB 2027 ',
		'１ feb 2027',
		'01.02.2027',
		'2027年2月1日',
		'2027/02/01',
		'2027.2.1',
		'2027 年 2 月 1 日',
		'2027年2月1',
	])('one day: %s', text => {
		expect(typedTrip(text, '3m', {today})).toEqual({on: first, validFor: {months: 3, days: 0}});
	});

	it.each([
		'2027-02-01 2027-02-14',
		'2027-02-01 to 2027-02-14',
		'2027-02-01 - 2027-02-14',
		'2027-02-01~2027-02-14',
		'2027年2月1日至2027年2月14日',
		'1 FEB 2027 14 FEB 2027',
		'01.02.2027 – 14.02.2027',
		'2027-02-01/2027-02-14',
		'2027-02-01-2027-02-14',
		'20270201-20270214',
		'2027/2/1-2027/2/14',
		'2027-02-01, 2027-02-14',
		'2027-02-01..2027-02-14',
		'2027.2.1-2027.2.14',
		'2027-02-01 till 2027-02-14',
		'2027-02-01  UNTIL  2027-02-14',
		'2027-02-01到2027-02-14',
		'2027-02-01、2027-02-14',
		'2027-02-01—2027-02-14',
		'2027-02-01 ... 2027-02-14',
		'2027年2月1日 2027年2月14日',
		'2027 年 2 月 1 日 – 2027 年 2 月 14 日',
	])('the first and the last: %s', text => {
		expect(typedTrip(text, 'schengen', {today})).toEqual({on: first, schengen: {departure: last}});
		// Any other rule counts from the last day.
		expect(typedTrip(text, '0d', {today})).toEqual({on: last, validFor: {months: 0, days: 0}});
	});

	it('is not guessed: what may be two days is none, unless the person writes the day first', () => {
		expect(typedTrip('01/02/2027', '0d', {today})).toBeUndefined();
		expect(typedTrip('01/02/2027', '0d', {today, dayFirst: true})).toMatchObject({on: first});
	});

	it.each([
		'2027-02-30',
		'2027-02',
		'soon',
		'2027-02-14 2027-02-01',
		'2027-02-01 2027-02-02 2027-02-03',
		'2027-02-01 x',
		'2027-02-01/14',
		'2027-02/2027-03',
		'2027-02-01-',
		'2027-02-01 -',
		'2027-02-01/',
		'- 2027-02-01',
		'2027-02-01至',
		'2027-02-01,',
		'2027-02-01~',
		'~2027-02-01',
		'到2027-02-01',
		'2027-02-01.2027-02-14',
		'2027-02-01....2027-02-14',
		'2027-02-01upto2027-02-14',
		'12027-2-1',
		'2027-2-123',
		'2027-02-01 and 2027-02-14',
	])('is none: %s', text => {
		expect(typedTrip(text, '6m', {today})).toBeUndefined();
	});

	it('is one day where it begins and ends on it, also for the Schengen rule', () => {
		const trip = typedTrip('2027-02-01', 'schengen', {today});
		expect(trip).toEqual({on: first, schengen: {departure: first}});
		expect(tripParts({on: first, schengen: {departure: first}}).days).toBe('2027-02-01');
		expect(tripParts({on: first}).rule).toBe('0d');
		expect(typedTrip('2027-02-01', 'soon', {today})).toBeUndefined();
	});

	it('is typed again as it is shown', () => {
		for (const rule of ['0d', '3m', '6m', '90d', '12m', 'schengen']) {
			const trip = typedTrip('2027-02-01 2027-02-14', rule, {today});
			if (trip === undefined || trip === 'none') throw new Error(rule);
			const parts = tripParts(trip);
			expect(parts.rule).toBe(rule);
			expect(typedTrip(parts.days, parts.rule, {today})).toEqual(trip);
		}
		expect(typedTrip('', '6m', {today})).toBe('none');
	});
});

it.each(['2027-02', '2027', '2027-02-01 2027-03', 'FEB 2027'])('a trip has whole days: %s', text => {
	expect(typedTrip(text, '3m', {today})).toBeUndefined();
});

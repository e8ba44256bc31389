import {describe, expect, it} from 'vitest';
import type {Trip} from '../../../../source/core/passport/judge/trip.ts';
import {
	isUnfit,
	isUnfitFor,
	onDay,
	type Validity,
	validityOf,
} from '../../../../source/core/passport/judge/validity.ts';
import type {CalendarDay, Passport} from '../../../../source/core/passport/model/passport.ts';
import {editField} from '../../../../source/core/passport/person/edit.ts';
import {bare, judged, mrz, seen, today} from '../support.ts';

const day = (text: string): CalendarDay => {
	const [year, month, date] = text.split('-').map(Number);
	return {year: year!, month: month!, day: date!};
};

/** A passport with an expiry as the lines print it, or as a person knows it: `2032-04` has no day. */
function passportUntil(expiry: string, issued?: string): Passport {
	const printed =
		issued === undefined ? {} : {printed: [{field: 'issue_date', text: issued, zone: 'printed'} as const]};
	const passport = judged(bare(mrz({expiry: '320415'}), printed));
	return {
		...passport,
		fields: passport.fields.map(field => (field.key === 'expiry_date' ? {...field, value: expiry} : field)),
	};
}

const months = (on: string, count: number): Trip => ({on: day(on), validFor: {months: count, days: 0}});
const schengen = (on: string, departure: string): Trip => ({on: day(on), schengen: {departure: day(departure)}});

describe('whether a passport is still valid', () => {
	it.each([
		['2026-11-21', 'expired'],
		['2026-11-22', 'valid'],
		['2026-11-23', 'valid'],
		['', 'unknown'],
		// Some day of November, which may have passed; some day of a month, or year, that has.
		['2026-11', 'unknown'],
		['2026-10', 'expired'],
		['2026-12', 'valid'],
		['2026', 'unknown'],
		['2025', 'expired'],
		['31 FEB 2030', 'unknown'],
	])('on 22 November 2026, until %s: %s', (expiry, validity) => {
		expect(validityOf(passportUntil(expiry), today)).toBe(validity);
	});

	it.each<[Validity, boolean, boolean]>([
		['valid', false, false],
		['expired', true, true],
		['not-for-trip', true, true],
		['unknown', false, true],
	])('%s is for a person to know: %s, of a trip: %s', (validity, always, ofTrip) => {
		const trip = months('2026-12-01', 6);
		expect([isUnfit(validity), isUnfitFor(validity, undefined), isUnfitFor(validity, trip)]).toEqual([
			always,
			always,
			ofTrip,
		]);
	});

	it('says that it has expired however well all of it is proven', () => {
		const passport = judged(seen(mrz({expiry: '200101'})));
		expect(passport.status).toBe('clean');
		expect(validityOf(passport, today)).toBe('expired');
	});

	it('is another one the day after, whatever was kept of the day before', () => {
		const passport = judged(seen(mrz({expiry: '261122'})));
		expect(passport.issues.map(({code}) => code)).toEqual(['expires-soon']);
		const tomorrow = day('2026-11-23');
		expect(validityOf(passport, tomorrow)).toBe('expired');
		expect(onDay(passport, tomorrow).issues).toEqual([
			{code: 'expired', field: 'expiry_date', params: {days: 1}, blocks: false},
		]);
		expect(onDay(passport, today)).toBe(passport);
	});

	it('follows the expiry that a person typed', () => {
		const passport = judged(seen(mrz({expiry: '200101'})));
		const edited = editField(passport, 'expiry_date', '2030-01-01', {today});
		expect(validityOf(edited, today)).toBe('valid');
		expect(validityOf(editField(edited, 'expiry_date', '2026-11-21', {today}), today)).toBe('expired');
	});
});

describe('whether a passport is valid long enough for a trip', () => {
	it.each([
		// The last day of the month where there is no such day.
		['2027-02-28', months('2026-08-31', 6), 'valid'],
		['2027-02-27', months('2026-08-31', 6), 'not-for-trip'],
		// Six months before a leap day.
		['2028-02-29', months('2027-08-31', 6), 'valid'],
		['2028-02-28', months('2027-08-31', 6), 'not-for-trip'],
		// A year from a leap day.
		['2029-02-28', months('2028-02-29', 12), 'valid'],
		['2029-02-27', months('2028-02-29', 12), 'not-for-trip'],
		// No rule: valid on the day itself.
		['2027-02-01', {on: day('2027-02-01')}, 'valid'],
		['2027-01-31', {on: day('2027-02-01')}, 'not-for-trip'],
		// The day or the month is unknown.
		['2027-08', months('2027-02-01', 6), 'valid'],
		['2027-08', months('2027-02-02', 6), 'unknown'],
		['2027-07', months('2027-02-01', 6), 'not-for-trip'],
		['', months('2027-02-01', 6), 'unknown'],
		['2026-11-21', months('2027-02-01', 6), 'expired'],
	])('until %s, %o: %s', (expiry, trip, validity) => {
		expect(validityOf(passportUntil(expiry), today, trip)).toBe(validity);
	});

	it('a trip that is over needs nothing more than a passport of today', () => {
		expect(validityOf(passportUntil('2026-11-22'), today, {on: day('2026-01-05')})).toBe('valid');
		expect(validityOf(passportUntil('2026-11-21'), today, {on: day('2026-01-05')})).toBe('expired');
	});

	it.each([
		['2017-02-01', 'valid'],
		['2017-01-31', 'not-for-trip'],
		['2017-01', 'not-for-trip'],
		['2017', 'unknown'],
		[undefined, 'unknown'],
	])('Schengen, entry on 1 February 2027, issued %s: %s', (issued, validity) => {
		const trip = schengen('2027-02-01', '2027-02-15');
		expect(validityOf(passportUntil('2027-05-15', issued), today, trip)).toBe(validity);
	});

	it('a date of issue that is unknown does not hide that it expires too early', () => {
		expect(validityOf(passportUntil('2027-05-14'), today, schengen('2027-02-01', '2027-02-15'))).toBe('not-for-trip');
	});

	it('the passport of a child is judged by its own dates', () => {
		const child = passportUntil('2027-05-15', '2022-05-16');
		expect(validityOf(child, today, schengen('2027-02-01', '2027-02-15'))).toBe('valid');
		expect(validityOf(child, today, months('2027-02-01', 6))).toBe('not-for-trip');
	});

	it('says the same thing once, and keeps what the passport is proven to be', () => {
		const trip = months('2027-02-01', 6);
		const missing = onDay(judged(bare(mrz({expiry: '<<<<<<'}))), today, trip);
		expect(missing.issues.filter(({code, field}) => code === 'missing' && field === 'expiry_date')).toHaveLength(1);
		const passport = judged(seen(mrz({expiry: '270301'})));
		const onTrip = onDay(passport, today, trip);
		expect(onTrip.issues.map(({code}) => code)).toEqual(['days-left', 'expires-before']);
		expect(onTrip.status).toBe('clean');
		expect(onDay(onTrip, today)).toEqual(passport);
	});
});

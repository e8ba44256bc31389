import {describe, expect, it} from 'vitest';
import {parseSpan, type Trip, tripIssues} from '../../../../source/core/passport/judge/trip.ts';
import {messages} from '../../../../source/text/index.ts';
import {sayReason} from '../../../../source/text/reason.ts';
import {bare, issues, judged, mrz, seen, today} from '../support.ts';

const until = (expiry: string, issued?: string) =>
	judged(
		bare(mrz({expiry}), issued === undefined ? {} : {printed: [{field: 'issue_date', text: issued, zone: 'printed'}]}),
	);

const found = (expiry: string, trip: Trip, issued?: string) =>
	tripIssues(until(expiry, issued), trip, today).map(one => `${one.code}${one.blocks ? '!' : ''}`);

const on = {year: 2027, month: 2, day: 1};

describe('validity', () => {
	it('expired is a notice: the passport is still read right', () => {
		const passport = judged(seen(mrz({expiry: '261121'})));
		expect(passport.issues).toContainEqual({code: 'expired', field: 'expiry_date', params: {days: 1}, blocks: false});
		expect(passport.status).toBe('clean');
	});

	it('the last day is still valid', () => {
		expect(issues(judged(seen(mrz({expiry: '261122'}))))).toContain('expires-soon');
	});

	it.each([
		['270521', ['expires-soon']],
		['270522', []],
	])('under six months is soon: %s', (expiry, codes) => {
		expect(issues(judged(seen(mrz({expiry}))))).toEqual(codes);
	});

	it('over ten years and nine months is unusual', () => {
		expect(issues(judged(seen(mrz({expiry: '370822'}))))).toEqual([]);
		expect(issues(judged(seen(mrz({expiry: '370823'}))))).toEqual(['validity-unusual']);
	});

	it('names months and days where the years alone are the usual ones', () => {
		const [issue] = judged(seen(mrz({expiry: '370925'}))).issues;
		expect(sayReason(messages('en').reasons, issue!)).toContain(
			'It would be valid for 10 years, 10 months and 3 days; 10 years are usual.',
		);
		expect(sayReason(messages('zh').reasons, issue!)).toContain('有效期将达 10 年 10 个月 3 天，通常为 10 年');
	});

	it('birth, issue and expiry follow one another', () => {
		expect(issues(until('310415', '2031-05-01'))).toContain('dates-out-of-order');
		expect(issues(until('310415', '1970-05-01'))).toContain('dates-out-of-order');
		expect(issues(until('310415', '2021-04-16'))).not.toContain('dates-out-of-order');
	});

	it.each([
		// Born 2015: a child until 2031.
		['150101', '310521', '2026-05-22', []],
		['150101', '360521', '2026-05-22', ['validity-unusual']],
		['900101', '360521', '2026-05-22', []],
		['900101', '310521', '2026-05-22', ['validity-unusual']],
		['150101', '310521', undefined, []],
		['150101', '360521', undefined, ['validity-unusual']],
		['900101', '360521', undefined, []],
	])('China: born %s, valid until %s, issued %s', (birth, expiry, issued, codes) => {
		const printed = issued === undefined ? [] : [{field: 'issue_date', text: issued, zone: 'printed'} as const];
		const passport = judged({...seen(mrz({issuer: 'CHN', number: 'E12345678', birth, expiry})), printed});
		expect(issues(passport).filter(code => code === 'validity-unusual')).toEqual(codes);
	});

	it('a small child with a passport of ten years may be a hundred years older', () => {
		expect(issues(judged(seen(mrz({birth: '250101', expiry: '350101'}))))).toContain('century');
		expect(issues(judged(seen(mrz({birth: '250101', expiry: '300101'}))))).not.toContain('century');
	});
});

describe('a trip', () => {
	it.each([
		['6m', {months: 6, days: 0}],
		['90d', {months: 0, days: 90}],
		['1y', {months: 12, days: 0}],
		['6', undefined],
		['6w', undefined],
		['-6m', undefined],
	])('%s', (text, span) => {
		expect(parseSpan(text)).toEqual(span);
	});

	it('six months from the day of travel', () => {
		const trip = {on, validFor: {months: 6, days: 0}};
		expect(found('270801', trip)).toEqual(['days-left']);
		expect(found('270731', trip)).toEqual(['days-left', 'expires-before!']);
	});

	it('Schengen: three months beyond departure, issued within ten years before entry', () => {
		const trip = {on, schengen: {departure: {year: 2027, month: 2, day: 15}}};
		expect(found('270515', trip, '2017-02-02')).toEqual(['days-left']);
		expect(found('270514', trip, '2017-02-02')).toEqual(['days-left', 'schengen-validity!']);
		expect(found('270515', trip, '2017-02-01')).toEqual(['days-left']);
		expect(found('270515', trip, '2017-01-31')).toEqual(['days-left', 'schengen-age!']);
		expect(found('270515', trip, '2017')).toEqual(['days-left', 'schengen-issue-unknown']);
		expect(found('270515', trip)).toEqual(['days-left', 'schengen-issue-unknown']);
	});

	it('an expired passport will not do', () => {
		expect(found('200101', {on})).toEqual(['expired!']);
		expect(found('261121', {on: today})).toEqual(['expired!']);
		expect(tripIssues(until('261122'), {on: today}, today)).toMatchObject([{code: 'days-left', params: {days: 0}}]);
	});
});

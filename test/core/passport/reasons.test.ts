import stringWidth from 'string-width';
import {describe, expect, it} from 'vitest';
import type {ReasonCode} from '../../../source/core/passport/model/passport.ts';
import {reasons as en} from '../../../source/text/en/reasons.ts';
import {reasons as zh} from '../../../source/text/zh/reasons.ts';

const params = {
	character: 'G',
	twin: '6',
	position: 7,
	perhaps: 'C',
	digit: 6,
	printed: '5',
	expected: '6',
	mrz: 'LV',
	value: 'L898902C3',
	other: 'L898902C8',
	one: 'L898902C3',
	issuer: 'CHN',
	from: 'L8989O2C3',
	to: 'P<',
	count: 3,
	code: 'USB',
	raw: '74O812',
	years: 15,
	usual: 10,
	year: 1930,
	days: 5334,
	needed: '2027-08-01',
	on: '2027-02-01',
	as: 'A',
	seen: 'O',
	taken: '0',
	kind: 'multiple-journey',
	shape: 'TD1',
	line: 1,
	lines: 4,
	length: 44,
	height: 7,
	characters: '※',
} as const;

const codes = Object.keys(en) as ReasonCode[];

describe.each([
	['English', en],
	['Chinese', zh],
])('reasons in %s', (language, reasons) => {
	it.each(codes)('%s: at most 28 columns, and one sentence', code => {
		const long = code === 'repaired' ? {from: 'X'.repeat(39)} : {printed: 'SCHLESWIG-HOLSTEIN'};
		for (const given of [params, {}, {...params, ...long}]) {
			const short = reasons[code].short(given);
			expect(short).not.toBe('');
			expect(stringWidth(short)).toBeLessThanOrEqual(28);
			const sentence = reasons[code].sentence(given);
			expect(sentence).not.toMatch(/undefined|NaN|\[object/);
			expect(sentence).not.toMatch(/ {2}|^ | $/);
		}
		expect(reasons[code].sentence(params)).toMatch(language === 'English' ? /[.?※]$/ : /[。※]$/);
		expect(reasons[code].sentence(params)).not.toMatch(/\?(?!$)|？/);
	});
});

it('both languages say the same reasons', () => {
	expect(Object.keys(zh).sort()).toEqual([...codes].sort());
});

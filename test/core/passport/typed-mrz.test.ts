import {describe, expect, it, test} from 'vitest';
import {checkTyped, holdsName, typedLine} from '../../../source/core/passport/typed-mrz.ts';
import {mrz} from '../../support/records.ts';

const [first, second] = mrz;

test.each([
	['P<UTOERIKSSON<<ANNA', true],
	['PMCHNLIN<<XIAOYUAN', true],
	['P<D<<MUELLER', true],
	['P<UTO', false],
	['P<UTO<<ANNA', false],
	['P<UT0ERIKSSON', false],
	['P1UTOERIKSSON', false],
	['V<UTOERIKSSON', false],
	['XP<UTOERIKSSON', false],
	['', false],
])('a first line %j holds a name: %s', (line, holds) => {
	expect(holdsName(line)).toBe(holds);
});

test.each([
	['p<uto eriksson', 'P<UTOERIKSSON'],
	['P«UTO‹‹A〈B＜C', 'P<UTO<<A<B<C'],
	['Müller–Łódź 1', 'MUELLERLODZ1'],
	['Ｌ８９８', 'L898'],
	['\u001b[31m!', '31M'],
	['<'.repeat(500), '<'.repeat(4 * 44)],
])('%j is typed into a line as %s', (typed, line) => {
	expect(typedLine(typed)).toBe(line);
});

describe('two lines that a person types', () => {
	const verdicts = (typed: string) => checkTyped([first, typed]).digits.map(({name, verdict}) => `${name} ${verdict}`);

	it('say how much of each is missing, and how much is too much', () => {
		expect(checkTyped([first.slice(0, 40), `${second}<<`]).missing).toEqual([4, -2]);
	});

	it.each([
		[0, 'open open open open open'],
		[9, 'open open open open open'],
		[10, 'verified open open open open'],
		[19, 'verified open open open open'],
		[20, 'verified verified open open open'],
		[28, 'verified verified verified open open'],
		[42, 'verified verified verified open open'],
		[43, 'verified verified verified verified open'],
		[44, 'verified verified verified verified verified'],
	])('have a check digit judged once it is typed: after %d characters', (typed, expected) => {
		expect(verdicts(second.slice(0, typed))).toEqual(
			expected
				.split(' ')
				.map((verdict, at) => `${['number', 'birth', 'expiry', 'optional', 'composite'][at]} ${verdict}`),
		);
	});

	it('have a wrong digit with what it should be', () => {
		const typed = `${second.slice(0, 9)}5${second.slice(10)}`;
		const [number, ...others] = checkTyped([first, typed]).digits;
		expect(number).toEqual({name: 'number', expected: '6', printed: '5', verdict: 'refuted'});
		expect(others.map(({verdict}) => verdict)).toEqual(['verified', 'verified', 'verified', 'refuted']);
	});
});

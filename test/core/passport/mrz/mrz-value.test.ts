import {expect, test} from 'vitest';
import {fields} from '../../../../source/core/passport/model/fields.ts';
import {isMrzValue, mrzValue} from '../../../../source/core/passport/mrz/mrz-value.ts';
import {parseMrz} from '../../../../source/core/passport/mrz/parse.ts';
import {judged, mrz, today} from '../support.ts';

test.each([
	['a passport', mrz({optional: 'ZE184226B'})],
	['a passport without given names', mrz({names: 'ARKFREITH'})],
	['a German passport with an unspecified sex', mrz({issuer: 'D', sex: '<'})],
	['a passport of which the day of birth is unknown', mrz({birth: '7408<<'})],
	[
		'an identity card',
		['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'],
	],
	['a visa', ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<']],
])('the lines of %s say of each field what the passport says', (_, lines) => {
	const {reading} = parseMrz(lines.join('\n'));
	const passport = judged(reading!);
	const all = passport.fields.map(({key, value}) => [key, value]);
	expect(all.length).toBeGreaterThan(7);
	expect(passport.fields.map(({key}) => [key, mrzValue(passport.shape, passport.lines, key, today)])).toEqual(all);
});

test.each([
	['birth_date', '1922-01-01', '2022-01-01', true],
	['birth_date', '1922-01-01', '2022-01-02', false],
	['passport_number', '1922', '2022', false],
	['passport_number', '1922', '1922', true],
] as const)('the value of %s %s is what lines hold that say %s: %s', (key, value, held, expected) => {
	expect(isMrzValue(key, value, held)).toBe(expected);
});

test('the lines say nothing of what only the page prints', () => {
	for (const {key, kind} of fields.filter(({printed}) => printed !== undefined)) {
		if (kind !== 'name') expect(mrzValue('TD3', mrz(), key, today), key).toBeUndefined();
	}
});

import {describe, expect, it} from 'vitest';
import type {FieldKey} from '../../../../source/core/passport/model/fields.ts';
import {typedAgainst} from '../../../../source/core/passport/person/typed-against.ts';
import {judged, mrz, seen, today} from '../support.ts';

const read = judged(seen(mrz({issuer: 'USA', birth: '780812', expiry: '350406'})));
const against = (key: FieldKey, text: string) => typedAgainst(read, key, text, {today})?.code;

describe('what speaks against a value that a person types', () => {
	it.each<[FieldKey, string, string | undefined]>([
		['expiry_date', '06 APR 2035', undefined],
		['expiry_date', '06 APR 1935', 'dates-out-of-order'],
		['expiry_date', '2035-04-07', 'check-digit-wrong'],
		['birth_date', '2050-01-01', 'birth-after-today'],
		['birth_date', '1978-08-13', 'check-digit-wrong'],
		['passport_number', '', 'missing'],
		['holder_country_code', 'QQQ', 'unknown-code'],
		['surname_english', 'ERICSSON', undefined],
	])('%s %j: %s', (key, text, code) => {
		expect(against(key, text)).toBe(code);
	});

	it('is not said again of a passport that had it before', () => {
		const lines = mrz({issuer: 'USA', birth: '780812', expiry: '350406'});
		const wrong = judged(seen([lines[0], `${lines[1].slice(0, 43)}${(Number(lines[1][43]) + 1) % 10}`]));
		expect(wrong.issues.some(({code}) => code === 'composite-wrong')).toBe(true);
		expect(typedAgainst(wrong, 'surname_english', 'ERICSSON', {today})).toBeUndefined();
	});

	it('is the overall digit where the own one cannot see the change', () => {
		// 78 and 89 have the same check digit of the date; the overall digit weighs them otherwise.
		expect(against('birth_date', '1989-08-12')).toBe('composite-wrong');
	});
});

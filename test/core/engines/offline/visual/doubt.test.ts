import {describe, expect, it} from 'vitest';
import {isTold, trimmed} from '../../../../../source/core/engines/offline/visual/doubt.ts';
import type {Found} from '../../../../../source/core/engines/offline/visual/page.ts';
import {today} from '../../../../support/records.ts';

const found = (field: Found['field'], text: string, margin: number, by: Found['by'] = 'label'): Found => ({
	field,
	text,
	by,
	labelled: by === 'label',
	run: {text, left: 0, right: 5, v: -10, height: 1.2, margin, confidence: 5, places: []},
});

const told = (one: Found, expiry = '2034-05-09') => isTold(one, expiry, today);

describe('a printed value', () => {
	it('is given where each letter is likelier than the next by two to one', () => {
		expect([told(found('birth_place', 'PORT SERENE', 0.8)), told(found('birth_place', 'PORT SERENE', 0.6))]).toEqual([
			true,
			false,
		]);
	});

	it('is not given with a sign in it that no place and no office has', () => {
		expect(told(found('authority', 'PASSP#RT OFFICE', 3))).toBe(false);
		expect(told(found('birth_place', 'WASH{NGTON', 3))).toBe(false);
		expect(told(found('birth_place', "ST. JOHN'S (NL)/TERRE-NEUVE", 3))).toBe(true);
	});

	it('that differs from what the zone says is given only as a plain word against it', () => {
		expect(told(found('given_names', 'S.AYER', 0.9))).toBe(false);
		expect(told(found('given_names', 'SAYER', 1.1))).toBe(true);
		expect(told(found('given_names', 'SOFIA', 0.1, 'zone'))).toBe(true);
	});

	it('that is a day of issue needs no clearer digits than whole years to the expiry', () => {
		expect(told(found('issue_date', '150CT2020', 0.1), '2030-10-14')).toBe(true);
		expect(told(found('issue_date', '150CT2020', 0.1), '2031-03-14')).toBe(false);
	});

	it('loses the strokes at its ends, and a bracket that nothing closes', () => {
		const ends = ['/BERLIN\\', '(OTTAWA CAN', 'PRAHA (1)', 'WASHINGTON, D.C.'];
		expect(ends.map(text => trimmed(found('birth_place', text, 3)).text)).toEqual([
			'BERLIN',
			'OTTAWA CAN',
			'PRAHA (1)',
			'WASHINGTON, D.C.',
		]);
	});
});

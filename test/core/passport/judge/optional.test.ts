import {describe, expect, it} from 'vitest';
import {bare, blocks, field, judged, level, mrz, reasons, seen} from '../support.ts';

const key = 'optional_data_mrz';

describe('optional data', () => {
	it('are verified where no likely misreading could hide from their digit', () => {
		expect(level(judged(seen(mrz({optional: '93772433977243'}))), key)).toBe('verified');
		expect(level(judged(seen(mrz())), key)).toBe('verified');
	});

	it.each(['G15726153<7352', '615726153<7352'])(
		'%s hides G and 6 from its digit: read clearly it is supported',
		optional => {
			const passport = judged(seen(mrz({optional})));
			expect(level(passport, key)).toBe('supported');
			expect(reasons(passport, key)).toContain('blind-spot');
		},
	);

	it('are not verified with an F that may be half a 5, and are with a 5', () => {
		const unclear = (line: number, place: number) => (line === 1 && place === 30 ? 2.5 : 9);
		const read = (optional: string) => judged(seen(mrz({optional}), unclear));
		expect(level(read('93F72433977243'), key)).toBe('unverified');
		expect(field(read('93F72433977243'), key).alternatives.map(({value}) => value)).toContain('93572433977243');
		expect(level(read('93572433977243'), key)).toBe('verified');
	});

	it('are not proven by a service that does not say how clearly it read, and the other value is offered', () => {
		const passport = judged(bare(mrz({optional: '615726153'})));
		expect(level(passport, key)).toBe('unverified');
		expect(field(passport, key).alternatives.map(({value}) => value)).toContain('G15726153');
	});

	it('are not proven where two characters were hardly read', () => {
		const weak = (line: number, place: number) => (line === 1 && (place === 29 || place === 33) ? 0.5 : 9);
		expect(level(judged(seen(mrz({optional: '93772433977243'}), weak)), key)).toBe('unverified');
	});

	it('are not proven where the digit overruled the eye, which saw nothing', () => {
		const hidden = (line: number, place: number) => (line === 1 && place === 30 ? -3 : 9);
		const passport = judged(seen(mrz({optional: '93772433977243'}), hidden));
		expect(level(passport, key)).toBe('unverified');
		expect(reasons(passport, key)).toContain('read-weakly');
	});

	it('are to check where a cover may hide them, although all digits agree', () => {
		const covered = (line: number, place: number) => (line === 1 && place >= 38 ? -6 : 9);
		const passport = judged(seen(mrz(), covered));
		expect(field(passport, key).value).toBe('');
		expect(blocks(passport)).toContain('read-weakly');
		expect(passport.status).toBe('check');
	});

	it('do not keep a passport from being proven that has all else', () => {
		expect(judged(seen(mrz({optional: 'G15726153<7352'}))).status).toBe('clean');
	});
});

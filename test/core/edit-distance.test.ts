import fc from 'fast-check';
import {expect, test} from 'vitest';
import {editDistance} from '../../source/core/edit-distance.ts';

test.each([
	['', '', 0],
	['', 'abc', 3],
	['kitten', 'sitting', 3],
	['flaw', 'lawn', 2],
	['ab', 'ba', 2],
])('%j and %j are %i letters apart', (a, b, apart) => {
	expect(editDistance(a, b)).toBe(apart);
});

test('neighbours that changed places count once when that is asked', () => {
	expect(editDistance('ouptut', 'output', {swaps: true})).toBe(1);
	expect(editDistance('demo', 'dmeo', {swaps: true})).toBe(1);
});

test('a limit changes no distance up to it, and anything above is above', () => {
	const word = fc.stringMatching(/^[ab]{0,7}$/);
	fc.assert(
		fc.property(word, word, fc.nat(7), (a, b, most) => {
			const apart = editDistance(a, b);
			expect(editDistance(b, a)).toBe(apart);
			const limited = editDistance(a, b, {most});
			if (apart <= most) expect(limited).toBe(apart);
			else expect(limited).toBeGreaterThan(most);
		}),
	);
});

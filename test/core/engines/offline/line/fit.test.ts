import {describe, expect, it} from 'vitest';
import {lengthBefore} from '../../../../../source/core/engines/offline/line/crop.ts';
import {cellsThrough, parabola} from '../../../../../source/core/engines/offline/line/fit.ts';

/** Middles of 44 cells from 5 to 181 steps on a page that recedes. */
const middles = (recession: number) =>
	Array.from({length: 44}, (_, k) => 5 + 176 * lengthBefore({recession}, (k + 0.5) / 44));

describe('cells through placed characters', () => {
	it.each([-0.4, -0.1, 0, 0.1, 0.6])('are those of a page that recedes by %s', recession => {
		const cells = cellsThrough(middles(recession));
		expect(cells.first).toBeCloseTo(5, 6);
		expect(cells.past).toBeCloseTo(181, 6);
		expect(cells.recession).toBeCloseTo(recession, 6);
	});

	it('are even where the places only waver', () => {
		expect(cellsThrough(middles(0).map((x, k) => x + 0.3 * Math.sin(k))).recession).toBe(0);
	});

	it('are even in a crop that has made them so', () => {
		expect(cellsThrough(middles(0), 0.3)).toMatchObject({recession: 0.3});
	});
});

it('a parabola goes through its values', () => {
	const at = (k: number) => 3 - 2 * k + 0.1 * k * k;
	const found = parabola(Array.from({length: 30}, (_, k) => at(k)));
	for (const k of [0, 14.5, 29]) expect(found(k)).toBeCloseTo(at(k), 6);
});

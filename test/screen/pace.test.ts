import {describe, expect, it} from 'vitest';
import {timeToDecide, withDecision} from '../../source/session/review/decision-rate.ts';

describe('the time until all is decided', () => {
	it('is not shown before the fifth decision, nor when none is left', () => {
		expect(timeToDecide([0, 5000, 10_000, 15_000], 10)).toBeUndefined();
		expect(timeToDecide([0, 5000, 10_000, 15_000, 20_000], 10)).toBe(50_000);
		expect(timeToDecide([0, 5000, 10_000, 15_000, 20_000], 0)).toBeUndefined();
	});

	it('is not lengthened by a pause', () => {
		expect(timeToDecide([0, 4000, 8000, 3_600_000, 3_604_000, 3_608_000], 3)).toBe(12_000);
	});

	it('is not shown for decisions that took no time, or of a clock that was put back', () => {
		expect(timeToDecide([0, 0, 0, 0, 0, 0], 3)).toBeUndefined();
		expect(timeToDecide([50, 40, 30, 20, 10], 3)).toBeUndefined();
	});

	it('is that of the last twenty decisions', () => {
		const slow = Array.from({length: 30}, (_, index) => index * 60_000);
		const quick = Array.from({length: 20}, (_, index) => 1_800_000 + index * 2000);
		const moments = [...slow, ...quick].reduce<readonly number[]>(withDecision, []);
		expect(moments).toEqual(quick);
		expect(timeToDecide(moments, 10)).toBe(20_000);
	});
});

import {describe, expect, it} from 'vitest';
import {median, timeLeft} from '../../../source/core/batch/eta.ts';

describe('the time that is left', () => {
	it('is the median of the last twenty for what remains, shared by those that work at the same time', () => {
		expect(timeLeft([1000, 2000, 3000], 10, 1)).toBe(20_000);
		expect(timeLeft([1000, 2000, 3000], 10, 4)).toBe(5000);
		expect(timeLeft([...Array<number>(30).fill(9000), ...Array<number>(20).fill(1000)], 5, 1)).toBe(5000);
	});

	it('is not frightened by one that hangs', () => {
		expect(timeLeft([1000, 1000, 60_000], 2, 1)).toBe(2000);
	});

	it('does not share what is too little to share', () => {
		expect(timeLeft([1000, 1000, 1000], 1, 8)).toBe(1000);
		expect(timeLeft([1000, 1000, 1000], 0, 8)).toBe(0);
	});

	it('is not shown before three were read', () => {
		expect(timeLeft([1000, 1000], 5, 1)).toBeUndefined();
	});

	it('needs a middle', () => {
		expect(median([])).toBeUndefined();
		expect(median([4, 1, 3, 2])).toBe(2.5);
	});
});

import {expect, test, vi} from 'vitest';
import {lastAnswer, onceForEach} from '../../source/core/remember.ts';

test('an answer for an object is computed once, also when it is nothing', () => {
	const compute = vi.fn((item: {readonly size: number}) => (item.size > 1 ? item.size : undefined));
	const sizeOf = onceForEach(compute);
	const [small, large] = [{size: 1}, {size: 2}];
	for (const _ of [1, 2]) expect([sizeOf(small), sizeOf(large), sizeOf({...large})]).toEqual([undefined, 2, 2]);
	// The copies are other objects.
	expect(compute).toHaveBeenCalledTimes(4);
});

test('only the last answer is kept, for exactly the same parts', () => {
	const compute = vi.fn((list: readonly number[], by: number) => list.map(one => one * by));
	const times = lastAnswer(compute);
	const list = [1, 2];
	const twice = times(list, 2);
	expect(times(list, 2)).toBe(twice);
	expect(times([...list], 2)).not.toBe(twice);
	expect(times(list, 3)).toEqual([3, 6]);
	expect(times(list, 2)).toEqual(twice);
	expect(compute).toHaveBeenCalledTimes(4);
});

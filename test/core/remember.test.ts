import {expect, test, vi} from 'vitest';
import {lastAnswer, onceForEach, onceForTexts} from '../../source/core/remember.ts';

test('an answer for an object is computed once, also when it is nothing', () => {
	const compute = vi.fn((item: {readonly size: number}) => (item.size > 1 ? item.size : undefined));
	const sizeOf = onceForEach(compute);
	const [small, large] = [{size: 1}, {size: 2}];
	for (const _ of [1, 2]) expect([sizeOf(small), sizeOf(large), sizeOf({...large})]).toEqual([undefined, 2, 2]);
	// The copies are other objects.
	expect(compute).toHaveBeenCalledTimes(4);
});

test('an answer for texts is computed once, also when it is nothing, and of many only the latest are kept', () => {
	const compute = vi.fn((text: string, other: string) => (text === other ? undefined : text + other));
	const join = onceForTexts(compute, 3);
	for (const _ of [1, 2]) expect([join('a', 'b'), join('ab', ''), join('a', 'a')]).toEqual(['ab', 'ab', undefined]);
	expect(compute).toHaveBeenCalledTimes(3);
	join('c', 'd');
	expect(join('a', 'b')).toBe('ab');
	expect(compute).toHaveBeenCalledTimes(5);
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

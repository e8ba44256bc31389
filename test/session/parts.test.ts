import {expect, it} from 'vitest';
import type {BatchItem} from '../../source/core/batch/batch.ts';
import {partsOf} from '../../source/session/reading/parts.ts';

const items: readonly BatchItem[] = ['a.jpg', 'b.pdf', 'b.pdf#1.2', 'b.pdf#2', 'c.jpg', 'c.jpg#2'].map(path => ({
	path,
	state: 'waiting',
}));

it('a file says how many pages and passports it has, and they say nothing', () => {
	expect(items.map(item => partsOf(items, item))).toEqual([1, 3, 1, 1, 2, 1]);
});

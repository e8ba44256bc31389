import fc from 'fast-check';
import {expect, test} from 'vitest';
import {inNaturalOrder} from '../../source/core/natural-order.ts';

test('numbers in names count as numbers, however long and whatever their zeros', () => {
	const names = ['IMG_10', 'IMG_9', 'IMG_010', 'IMG_100000000000000000001', 'IMG_99999999999999999999', 'IMG_2.5'];
	expect(inNaturalOrder(names)).toEqual([
		'IMG_2.5',
		'IMG_9',
		'IMG_010',
		'IMG_10',
		'IMG_99999999999999999999',
		'IMG_100000000000000000001',
	]);
});

test('case and marks decide only between names that are the same without them', () => {
	expect(inNaturalOrder(['b', 'é', 'E', 'e', 'f', 'A'])).toEqual(['A', 'b', 'E', 'e', 'é', 'f']);
});

test('digits come before letters, and letters before Chinese', () => {
	expect(inNaturalOrder(['护照', 'a', '1'])).toEqual(['1', 'a', '护照']);
});

test('things are sorted by their names', () => {
	expect(inNaturalOrder(new Set([{name: 'page 10'}, {name: 'page 2'}]), ({name}) => name)).toEqual([
		{name: 'page 2'},
		{name: 'page 10'},
	]);
});

test('the order does not depend on the order before', () => {
	const name = fc.stringMatching(/^[aAé0-9_ -]{0,6}$/);
	fc.assert(
		fc.property(fc.uniqueArray(name), names => {
			expect(inNaturalOrder([...names].reverse())).toEqual(inNaturalOrder(names));
		}),
	);
});

import {describe, expect, it} from 'vitest';
import {withDoubtfulEnds} from '../../../../../source/core/engines/offline/visual/line-reader.ts';
import {printedLine} from './printed-line.ts';

describe('a line with ink beside its letters', () => {
	const line = printedLine('LUKE', 14, -9);
	const marginsIn = (left: number, right: number) => {
		const width = line.width + left + right;
		const place = {...line, width, u: line.u + (right - left) / 2};
		return withDoubtfulEnds(line, place).characters.map(({margin}) => margin);
	};

	it('has that end in doubt: a letter there was not made out', () => {
		expect(marginsIn(0.9, 0)).toEqual([0.6, 6, 6, 6]);
		expect(marginsIn(0, 0.9)).toEqual([6, 6, 6, 0.6]);
	});

	it('is as it was read where the ink ends with its letters', () => {
		expect(marginsIn(0.2, 0.2)).toEqual([6, 6, 6, 6]);
	});
});

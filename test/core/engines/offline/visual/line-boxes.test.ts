import {describe, expect, it} from 'vitest';
import {findLineBoxes} from '../../../../../source/core/engines/offline/visual/lines/line-boxes.ts';

const [width, height] = [120, 60];

type Band = {
	readonly from: number;
	readonly to: number;
	readonly y: number;
	readonly thick: number;
	readonly sure?: number;
	readonly tall?: number;
	readonly slope?: number;
};

/** Maps with bands: from x to x (included), from y down, so many rows thick, rising by `slope`. */
function boxesOf(...bands: readonly Band[]) {
	const [cores, heights] = [new Float32Array(width * height), new Float32Array(width * height)];
	for (const {from, to, y, thick, sure = 0.9, tall = 0.5, slope = 0} of bands) {
		for (let x = from; x <= to; x++) {
			for (let row = 0; row < thick; row++) {
				const at = Math.round(y + row + slope * (x - from)) * width + x;
				cores[at] = sure;
				heights[at] = tall;
			}
		}
	}

	return findLineBoxes(cores, heights, width);
}

describe('lines in the maps of the locator', () => {
	it('are its parts: their middle, their length, and how tall the capitals are there', () => {
		const boxes = boxesOf(
			{from: 10, to: 69, y: 10, thick: 4, tall: 0.4},
			{from: 20, to: 49, y: 40, thick: 3, tall: 0.6},
		);
		expect(boxes).toHaveLength(2);
		expect(boxes[0]).toMatchObject({length: 60, slope: 0});
		expect(boxes[0]!.x).toBeCloseTo(39.5);
		expect(boxes[0]!.y).toBeCloseTo(11.5);
		expect(boxes[0]!.share).toBeCloseTo(0.4);
		expect(boxes[1]!.share).toBeCloseTo(0.6);
		expect(boxes[1]!.y).toBeCloseTo(41);
	});

	it('are placed by what is surest, between the rows of the map', () => {
		const at = (upper: number, lower: number) =>
			boxesOf({from: 10, to: 60, y: 10, thick: 1, sure: upper}, {from: 10, to: 60, y: 11, thick: 1, sure: lower})[0]!.y;
		expect(at(0.9, 0.9)).toBeCloseTo(10.5);
		expect(at(0.9, 0.6)).toBeLessThan(10.45);
		expect(at(0.6, 0.9)).toBeGreaterThan(10.55);
	});

	it('fall with a long line, and are level where it is short', () => {
		const [long] = boxesOf({from: 10, to: 109, y: 20, thick: 3, slope: 0.1});
		expect(long!.slope).toBeCloseTo(0.1, 2);
		expect(long!.y).toBeCloseTo(21 + 0.1 * 49.5, 0);
		expect(long!.length).toBe(100);
		expect(boxesOf({from: 10, to: 15, y: 20, thick: 3, slope: 0.2})[0]!.slope).toBe(0);
	});

	it('are apart where the map is in doubt between them, and joined across nothing', () => {
		expect(
			boxesOf(
				{from: 0, to: 40, y: 10, thick: 3},
				{from: 41, to: 43, y: 10, thick: 3, sure: 0.4},
				{from: 44, to: 119, y: 10, thick: 3},
			),
		).toHaveLength(2);
		// The end of a row and the beginning of the next are no neighbours.
		expect(boxesOf({from: 100, to: 119, y: 10, thick: 3}, {from: 0, to: 20, y: 11, thick: 3})).toHaveLength(2);
	});

	it('are neither specks nor what is in doubt or steep', () => {
		expect(boxesOf({from: 5, to: 6, y: 5, thick: 2})).toEqual([]);
		expect(boxesOf({from: 20, to: 80, y: 12, thick: 4, sure: 0.45})).toEqual([]);
		expect(boxesOf({from: 20, to: 80, y: 12, thick: 3, slope: 0.5})).toEqual([]);
		expect(boxesOf()).toEqual([]);
	});
});

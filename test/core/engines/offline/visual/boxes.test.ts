import {describe, expect, it} from 'vitest';
import {findBoxes} from '../../../../../source/core/engines/offline/visual/lines/boxes.ts';

const width = 120;
const height = 60;

/** A map with bands of probability: from x to x, at y (rising by `slope`), so many rows thick. */
const mapOf = (
	bands: ReadonlyArray<{from: number; to: number; y: number; thick: number; value?: number; slope?: number}>,
): Float32Array => {
	const map = new Float32Array(width * height);
	for (const {from, to, y, thick, value = 0.9, slope = 0} of bands) {
		for (let x = from; x < to; x++) {
			for (let row = 0; row < thick; row++) map[Math.round(y + row + slope * (x - from)) * width + x] = value;
		}
	}

	return map;
};

describe('boxes of lines in a probability map', () => {
	it('surround each band, and are larger than its core', () => {
		const boxes = findBoxes(
			mapOf([
				{from: 10, to: 70, y: 10, thick: 4},
				{from: 20, to: 50, y: 40, thick: 4},
			]),
			width,
			height,
		);
		expect(boxes).toHaveLength(2);
		const [first, second] = boxes;
		expect(first!.x).toBeCloseTo(39.5);
		expect(first!.y).toBeCloseTo(11.5);
		expect(first!.width).toBeGreaterThan(60);
		expect(first!.height).toBeGreaterThan(8);
		expect(first!.height).toBeLessThan(14);
		expect(second!.x).toBeCloseTo(34.5);
		expect(second!.width).toBeLessThan(first!.width);
	});

	it('follow the slope of a long line', () => {
		const [box] = findBoxes(mapOf([{from: 10, to: 110, y: 10, thick: 4, slope: 0.1}]), width, height);
		expect(box!.slope).toBeCloseTo(0.1, 1);
		expect(box!.height).toBeLessThan(16);
	});

	it('leave out specks, faint parts and steep ones', () => {
		const boxes = findBoxes(
			mapOf([
				{from: 5, to: 8, y: 5, thick: 3},
				{from: 20, to: 80, y: 12, thick: 4, value: 0.35},
				{from: 30, to: 33, y: 25, thick: 30},
			]),
			width,
			height,
		);
		expect(boxes.every(box => box.height > 20)).toBe(true);
		expect(findBoxes(new Float32Array(width * height), width, height)).toEqual([]);
	});
});

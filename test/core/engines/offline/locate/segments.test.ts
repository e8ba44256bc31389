import {describe, expect, it} from 'vitest';
import {findSegments} from '../../../../../source/core/engines/offline/locate/segments.ts';

const size = 160;

const draw = (strokes: ReadonlyArray<readonly [number, number, number, number]>): Float32Array => {
	const map = new Float32Array(size * size);
	for (const [x0, y0, x1, y1] of strokes) {
		const length = Math.hypot(x1 - x0, y1 - y0);
		for (let s = 0; s <= length; s += 0.25) {
			const x = Math.round(x0 + ((x1 - x0) * s) / length);
			const y = Math.round(y0 + ((y1 - y0) * s) / length);
			map[y * size + x] = 0.9;
			map[(y + 1) * size + x] = 0.9;
		}
	}

	return map;
};

const empty = new Float32Array(size * size);

describe("strokes in the locator's map", () => {
	it('are found with their ends, at any angle', () => {
		const [segment] = findSegments(draw([[20, 40, 130, 70]]), empty, empty, size);
		const xs = [segment!.from[0], segment!.to[0]].sort((a, b) => a - b);
		expect(xs[0]).toBeCloseTo(20, -0.5);
		expect(xs[1]).toBeCloseTo(130, -0.5);
		expect(segment!.length).toBeGreaterThan(110);
	});

	it('are joined across a gap, and only along the line', () => {
		const joined = findSegments(
			draw([
				[20, 60, 60, 60],
				[72, 60, 140, 60],
				[20, 75, 140, 75],
			]),
			empty,
			empty,
			size,
		);
		expect(joined).toHaveLength(2);
	});

	it('know at which end the line begins', () => {
		const starts = new Float32Array(size * size);
		starts[60 * size + 139] = 0.8;
		const [segment] = findSegments(draw([[20, 60, 140, 60]]), empty, starts, size);
		const beginsRight = segment!.from[0] > segment!.to[0] ? segment!.startAtFrom : segment!.startAtTo;
		expect(beginsRight).toBeCloseTo(0.8, 5);
	});

	it('of passports side by side are not joined: each has its own beginning', () => {
		const sideBySide = draw([
			[10, 60, 70, 60],
			[82, 60, 142, 60],
		]);
		const beginningsAt = (...xs: readonly number[]) => {
			const starts = new Float32Array(size * size);
			for (const x of xs) starts[60 * size + x] = 0.8;
			return starts;
		};
		const count = (starts: Float32Array) => findSegments(sideBySide, empty, starts, size).length;
		expect(count(beginningsAt(10, 82))).toBe(2);
		// One of them upside down.
		expect(count(beginningsAt(10, 142))).toBe(2);
		expect(count(beginningsAt(70, 82))).toBe(2);
		// One line that a stamp breaks in two.
		expect(count(beginningsAt(10))).toBe(1);
		expect(count(beginningsAt(142))).toBe(1);
	});

	it('are not made of specks', () => {
		expect(findSegments(draw([[50, 50, 53, 50]]), empty, empty, size)).toHaveLength(0);
	});
});

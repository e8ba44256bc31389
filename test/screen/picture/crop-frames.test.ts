import {describe, expect, it} from 'vitest';
import {
	boxFrame,
	cellsFrame,
	quarterTurns,
	scaled,
	sharesIn,
	wholeFrame,
} from '../../../source/screen/picture/crop-frames.ts';

/** Five cells, ten pixels apart. */
const level = {from: [20, 100], to: [60, 100], pitch: 10} as const;
/** The same, read downwards: a picture on its side. */
const downwards = {from: [100, 20], to: [100, 60], pitch: 10} as const;

describe('the places of cells', () => {
	it('is the stretch from the left edge of the first to the right edge of the last, along the line', () => {
		expect(cellsFrame(level, 5, 0, 5, 1.2)).toEqual({origin: [15.5, 94.5], across: [50, 0], down: [-0, 12]});
		expect(cellsFrame(level, 5, 2, 3, 1).origin).toEqual([35.5, 95.5]);
	});

	it('follows a line on a page that is not flat', () => {
		const bent = {
			...level,
			path: [
				[20, 100],
				[50, 110],
				[60, 100],
			],
		} as const;
		// The middle cell in the middle of its path, and the same tall as elsewhere.
		const {origin, across, down} = cellsFrame(bent, 5, 2, 3, 1);
		expect(origin[0] + across[0] / 2 + down[0] / 2).toBeCloseTo(48);
		expect(origin[1] + across[1] / 2 + down[1] / 2).toBeCloseTo(108);
		expect(Math.hypot(...down)).toBeCloseTo(10);
	});

	it('follows the line in any direction, with what is above a character on its left hand', () => {
		const {origin, across, down} = cellsFrame(downwards, 5, 0, 5, 1);
		expect(origin).toEqual([105.5, 15.5]);
		expect(across).toEqual([0, 50]);
		expect(down.map(Math.round)).toEqual([-10, 0]);
	});

	it('has what is above a character on the other hand in a mirrored picture', () => {
		const leftwards = {from: [60, 100], to: [20, 100], pitch: 10, mirrored: true} as const;
		const {origin, across, down} = cellsFrame(leftwards, 5, 0, 5, 1);
		expect(origin).toEqual([65.5, 95.5]);
		expect(across).toEqual([-50, 0]);
		expect(down).toEqual([0, 10]);
		expect(quarterTurns(leftwards)).toBe(0);
	});

	it('is where a value is printed, with paper around it', () => {
		const box = {from: [10, 50], to: [110, 50], height: 20} as const;
		expect(boxFrame(box, 0.5, 2)).toEqual({origin: [0.5, 30.5], across: [120, 0], down: [-0, 40]});
	});
});

describe('a whole picture', () => {
	it.each([
		[{from: [0, 0], to: [10, 0]}, 0],
		[{from: [0, 10], to: [0, 0]}, 1],
		[{from: [10, 0], to: [0, 1]}, 2],
		[{from: [0, 0], to: [1, 10]}, 3],
	] as const)('is turned so that lines which run %j are upright: %i quarters', ({from, to}, turns) => {
		expect(quarterTurns({from, to, pitch: 1})).toBe(turns);
		const {across, down} = wholeFrame(40, 30, turns);
		// Along the lines, and downwards at a right angle to them.
		expect(Math.sign(across[0] * (to[0] - from[0]) + across[1] * (to[1] - from[1]))).toBe(1);
		expect(across[0] * down[1] - across[1] * down[0]).toBe(1200);
	});

	it('stays as it is where no line is known', () => {
		expect(quarterTurns(undefined)).toBe(0);
	});
});

it('a frame knows where within it a point is, in any size of the picture', () => {
	const frame = cellsFrame(downwards, 5, 0, 5, 1);
	const within = (u: number, v: number) =>
		[
			frame.origin[0] + frame.across[0] * u + frame.down[0] * v,
			frame.origin[1] + frame.across[1] * u + frame.down[1] * v,
		] as const;
	for (const [u, v] of [
		[0, 0],
		[0.25, 0.5],
		[1, 1],
		[1.5, -1],
	] as const) {
		const [x, y] = within(u, v);
		const shares = sharesIn(frame, [x, y]);
		expect(shares[0]).toBeCloseTo(u, 9);
		expect(shares[1]).toBeCloseTo(v, 9);
		expect(sharesIn(scaled(frame, 0.5), [x / 2, y / 2])[0]).toBeCloseTo(u, 9);
	}
});

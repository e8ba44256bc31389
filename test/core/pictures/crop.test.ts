import {describe, expect, it} from 'vitest';
import {crop, type Raster, withContrast} from '../../../source/core/pictures/crop.ts';

/** Four columns of 10, 20, 30 and 40, two rows. */
const stripes: Raster = {
	width: 4,
	height: 2,
	channels: 1,
	data: Uint8Array.from([10, 20, 30, 40, 10, 20, 30, 40]),
};

const rows = ({width, data, channels}: Raster): number[][] =>
	Array.from({length: data.length / width / channels}, (_, row) => [
		...data.subarray(row * width * channels, (row + 1) * width * channels),
	]);

describe('a part cut out of a picture', () => {
	it('is the picture itself when all of it is cut out in its own size', () => {
		expect(rows(crop(stripes, {origin: [0, 0], across: [4, 0], down: [0, 2]}, 4, 2))).toEqual([
			[10, 20, 30, 40],
			[10, 20, 30, 40],
		]);
	});

	it('is the mean of what each pixel covers when it is made smaller', () => {
		expect(rows(crop(stripes, {origin: [0, 0], across: [4, 0], down: [0, 2]}, 2, 1))).toEqual([[15, 35]]);
	});

	it('is turned with its frame', () => {
		// Read from right to left: upside down.
		expect(rows(crop(stripes, {origin: [4, 2], across: [-4, 0], down: [0, -2]}, 4, 1))).toEqual([[40, 30, 20, 10]]);
		// Read from top to bottom: a quarter turn.
		expect(rows(crop(stripes, {origin: [4, 0], across: [0, 2], down: [-4, 0]}, 1, 4))).toEqual([
			[40],
			[30],
			[20],
			[10],
		]);
	});

	it('is one dark shade where it is outside of the picture, and never fails', () => {
		expect(rows(crop(stripes, {origin: [100, 0], across: [4, 0], down: [0, 2]}, 2, 1))).toEqual([[32, 32]]);
		expect(crop(stripes, {origin: [Number.NaN, 0], across: [4, 0], down: [0, 2]}, 1, 1).data[0]).toBe(32);
	});

	it('keeps the colours of a picture that has them', () => {
		const red: Raster = {width: 1, height: 1, channels: 3, data: Uint8Array.from([200, 10, 0])};
		expect([...crop(red, {origin: [0, 0], across: [1, 0], down: [0, 1]}, 1, 1).data]).toEqual([200, 10, 0]);
	});
});

describe('contrast', () => {
	const line = (...values: readonly number[]): Raster => ({
		width: values.length,
		height: 1,
		channels: 1,
		data: Uint8Array.from(values),
	});

	it('makes paper white with its pattern, ink black, and keeps what is between them apart', () => {
		const faint = [100, 104, 125, 135, ...Array.from({length: 16}, (_, index) => 156 + (index % 5))];
		const [ink, blot, edge, weak, ...paper] = withContrast(line(...faint)).data;
		expect([ink, blot]).toEqual([0, 0]);
		expect(edge).toBeGreaterThan(40);
		expect(weak).toBeGreaterThan(edge!);
		expect(weak).toBeLessThan(215);
		expect(new Set(paper)).toEqual(new Set([255]));
	});

	it('spreads light print on a dark ground from its darkest to its brightest', () => {
		const light = [...Array<number>(15).fill(40), 41, 90, 140, 140, 140];
		const seen = withContrast(line(...light)).data;
		expect(seen[0]).toBe(0);
		expect(seen[16]).toBe(128);
		expect(seen.at(-1)).toBe(255);
	});

	it('leaves what is all of one shade as it is', () => {
		const plain = line(120, 122);
		expect(withContrast(plain)).toBe(plain);
	});
});

import {expect, it} from 'vitest';
import {halve} from '../../../source/core/pictures/decode/halve.ts';

const noise = (width: number, height: number) => ({
	width,
	height,
	data: Uint8Array.from({length: width * height}, (_, at) => (at * 2_654_435_761) >>> 24),
});

it.each([
	[2, 2],
	[3, 5],
	[33, 31],
	[128, 64],
	[2601, 301],
])('makes each pixel the rounded mean of four, of %i by %i pixels', (width, height) => {
	const image = noise(width, height);
	const half = halve(image);
	expect([half.width, half.height]).toEqual([width >> 1, height >> 1]);
	const mean = Uint8Array.from({length: half.data.length}, (_, at) => {
		const [x, y] = [2 * (at % half.width), 2 * Math.floor(at / half.width)];
		const pixel = (right: number, down: number) => image.data[(y + down) * width + x + right]!;
		return (pixel(0, 0) + pixel(1, 0) + pixel(0, 1) + pixel(1, 1) + 2) >> 2;
	});
	expect(Buffer.compare(half.data, mean)).toBe(0);
});

it('makes nothing of a single row or column', () => {
	expect(halve(noise(1, 8)).data.length).toBe(0);
	expect(halve(noise(8, 1)).data.length).toBe(0);
});

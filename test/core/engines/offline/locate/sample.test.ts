import {expect, test} from 'vitest';
import {buildPyramid, sample} from '../../../../../source/core/engines/offline/locate/pyramid.ts';
import type {GreyImage} from '../../../../../source/core/pictures/picture.ts';

/** Any numbers from 0 to 1, the same each time. */
function* numbers(seed: number): Generator<number, never> {
	for (let state = seed; ; ) {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		yield state / 2_147_483_648;
	}
}

const pictureOf = (width: number, height: number, seed: number): GreyImage => {
	const next = numbers(seed);
	return {width, height, data: Uint8Array.from({length: width * height}, () => next.next().value * 256)};
};

/** A grey level between pixels, edges repeated. */
function levelAt({width, height, data}: GreyImage, x: number, y: number): number {
	const [cx, cy] = [Math.max(0, Math.min(width - 1, x)), Math.max(0, Math.min(height - 1, y))];
	const at = (column: number, row: number) => data[Math.min(row, height - 1) * width + Math.min(column, width - 1)]!;
	const [x0, y0] = [Math.floor(cx), Math.floor(cy)];
	const [fx, fy] = [cx - x0, cy - y0];
	return (
		(at(x0, y0) * (1 - fx) + at(x0 + 1, y0) * fx) * (1 - fy) +
		(at(x0, y0 + 1) * (1 - fx) + at(x0 + 1, y0 + 1) * fx) * fy
	);
}

type Vector = readonly [number, number];

/** The same pixel by pixel, from a level of the pyramid. */
const expectSamples = (
	image: GreyImage,
	level: number,
	origin: Vector,
	along: Vector,
	across: Vector,
	width: number,
	height: number,
	beside = 0,
) => {
	const pyramid = buildPyramid(image);
	const stride = width + beside;
	const out = new Float32Array(stride * height).fill(-1);
	sample(pyramid, origin, along, across, width, height, out, stride);
	const scale = 1 / 2 ** level;
	let most = 0;
	for (let j = 0; j < height; j++) {
		for (let i = 0; i < stride; i++) {
			const place = (axis: 0 | 1) => (origin[axis] + i * along[axis] + j * across[axis] + 0.5) * scale - 0.5;
			const expected = i < width ? levelAt(pyramid[level]!, place(0), place(1)) : -1;
			most = Math.max(most, Math.abs(out[j * stride + i]! - expected));
		}
	}
	expect(most).toBeLessThan(1e-3);
};

test('a sample is between its four pixels, wherever and whichever way they are taken', () => {
	const image = pictureOf(150, 140, 1);
	const next = numbers(2);
	const between = (from: number, to: number) => from + (to - from) * next.next().value;
	for (let round = 0; round < 60; round++) {
		const angle = between(0, 2 * Math.PI);
		const step = between(0.3, 1.5);
		const along = [step * Math.cos(angle), step * Math.sin(angle)] as const;
		const across = [-along[1] * 0.8, along[0] * 0.8] as const;
		// From within the picture to far beside it.
		const origin = [between(-200, 350), between(-200, 350)] as const;
		const [width, height] = [Math.ceil(between(0, 90)), Math.ceil(between(0, 40))];
		expectSamples(image, 0, origin, along, across, width, height, round % 3);
	}
});

test.each([
	[2, 1],
	[4.2, 2],
	[9, 3],
])('in steps of %s pixels they are taken from a smaller picture', (step, level) => {
	const image = pictureOf(1600, 1200, 3);
	expectSamples(image, level, [40, 30], [step, 0], [0, step], 100, 60);
	expectSamples(image, level, [-300, 500], [step, 0.4], [-0.4, step], 200, 30, 5);
});

test('what does not fit into the memory of the loops is taken in parts', () => {
	const image = pictureOf(1500, 1300, 4);
	expectSamples(image, 0, [2, 3], [1, 0], [0, 1], 1490, 1290);
	expectSamples(image, 0, [100, 80], [0.9, 0.8], [-0.8, 0.9], 1200, 40, 7);
	expectSamples(image, 0, [1400, 20], [-0.02, 1.02], [-1, 0], 40, 1250);
});

test('one row, one column and one pixel are pictures, too', () => {
	for (const [width, height] of [
		[9, 1],
		[1, 9],
		[1, 1],
	] as const) {
		expectSamples(pictureOf(width, height, 5), 0, [-1.5, -1], [0.5, 0.1], [0, 0.7], 12, 9);
	}
});

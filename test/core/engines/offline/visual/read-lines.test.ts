import {describe, expect, it} from 'vitest';
import {buildPyramid} from '../../../../../source/core/engines/offline/locate/pyramid.ts';
import type {PageFrame} from '../../../../../source/core/engines/offline/visual/lines/frame.ts';
import {type Reread, readPrinted} from '../../../../../source/core/engines/offline/visual/lines/read-lines.ts';

/** A picture whose pitch is ten pixels. */
const pyramid = buildPyramid({width: 600, height: 100, data: new Uint8Array(60_000).fill(200)});
const frame: PageFrame = {origin: [0, 0], along: [10, 0], down: [0, 10]};
const alphabet = ['', 'A', 'B', ' '];

/** Sees an A in the first step and a B in the last one that is not room behind the line. */
const readAt = async (look: Reread) => {
	let asked: readonly number[] = [];
	const recogniser = {
		async run(input: Float32Array, dims: readonly number[]) {
			asked = dims;
			const width = dims[3]!;
			let filled = width;
			while (filled > 0 && input[filled - 1] === 0) filled--;
			const steps = width / 8;
			const data = new Float32Array(steps * alphabet.length);
			for (let t = 0; t < steps; t++) data[t * alphabet.length] = 1;
			const put = (t: number, letter: number) => {
				data[t * alphabet.length] = 0;
				data[t * alphabet.length + letter] = 1;
			};
			put(0, 1);
			put(Math.floor(filled / 8) - 1, 2);
			return {data, dims: [1, steps, alphabet.length]};
		},
	};
	const [line] = await readPrinted({recogniser, alphabet}, pyramid, frame, [look]);
	return {line: line!, width: asked[3]!};
};

describe('a line of type', () => {
	const place = {u: 20, v: 5, width: 10, height: 2, slope: 0};

	it('is drawn wider where it is looked at wider, and its characters are in the same places', async () => {
		const plain = await readAt(place);
		const wide = await readAt({...place, stretch: 1.5});
		expect(wide.width).toBeGreaterThan(plain.width);
		expect(plain.line).not.toHaveProperty('stretch');
		expect(wide.line).toMatchObject(place);
		for (const [index, {u}] of wide.line.characters.entries()) {
			expect(Math.abs(u - plain.line.characters[index]!.u)).toBeLessThan(0.5);
		}
	});
});

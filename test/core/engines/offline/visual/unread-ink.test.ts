import {describe, expect, it} from 'vitest';
import {buildPyramid} from '../../../../../source/core/engines/offline/locate/pyramid.ts';
import type {PrintedLine} from '../../../../../source/core/engines/offline/visual/lines/read-lines.ts';
import {withUnreadInk} from '../../../../../source/core/engines/offline/visual/lines/unread-ink.ts';

const pitch = 20;
const frame = {origin: [0, 100], along: [pitch, 0], down: [0, pitch]} as const;

/** A picture with bars as letters: each from `u`, in pitches, `width` wide and `tall` tall. */
const picture = (bars: ReadonlyArray<{u: number; width?: number; tall?: number; grey?: number}>) => {
	const [wide, high] = [400, 200];
	const data = new Uint8Array(wide * high).fill(220);
	for (const {u, width = 0.5, tall = 1, grey = 30} of bars) {
		for (let y = 100 - (tall * pitch) / 2; y < 100 + (tall * pitch) / 2; y++)
			data.fill(grey, Math.round(y) * wide + u * pitch, Math.round(y) * wide + (u + width) * pitch);
	}
	return buildPyramid({width: wide, height: high, data});
};

/** A line whose letters were read at these places, in a box from 2 to 8 pitches. */
const read = (...places: readonly number[]): PrintedLine => ({
	u: 5,
	v: 0,
	width: 6,
	height: 1.5,
	slope: 0,
	characters: places.map(u => ({character: 'A', margin: 6, u})),
});

const letters = [2.5, 3.5, 4.5, 5.5, 6.5].map(u => ({u}));
const marginsOf = (line: PrintedLine, bars: Parameters<typeof picture>[0]) =>
	withUnreadInk(line, line, picture(bars), frame).characters.map(({margin}) => margin);

describe('a line of type', () => {
	it('of which every letter was read is as it was read', () => {
		expect(marginsOf(read(2.75, 3.75, 4.75, 5.75, 6.75), letters)).toEqual([6, 6, 6, 6, 6]);
	});

	it('has the letters in doubt between which one was not read', () => {
		expect(marginsOf(read(2.75, 3.75, 5.75, 6.75), letters)).toEqual([6, 0.6, 0.6, 6]);
	});

	it('has its first letter in doubt where one before it was not read, also a narrow one', () => {
		expect(marginsOf(read(3.75, 4.75, 5.75, 6.75), [{u: 2.6, width: 0.15}, ...letters.slice(1)])).toEqual([
			0.6, 6, 6, 6,
		]);
	});

	it('may have points, and a paler pattern, that are no letters', () => {
		const others = [{u: 4.55, tall: 0.3}, ...letters.filter(({u}) => u !== 4.5)];
		expect(marginsOf(read(2.75, 3.75, 5.75, 6.75), others)).toEqual([6, 6, 6, 6]);
		const pale = [{u: 4.5, grey: 170}, ...letters.filter(({u}) => u !== 4.5)];
		expect(marginsOf(read(2.75, 3.75, 5.75, 6.75), pale)).toEqual([6, 6, 6, 6]);
	});
});

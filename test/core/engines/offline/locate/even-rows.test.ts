import {describe, expect, it} from 'vitest';
import {findEvenRows} from '../../../../../source/core/engines/offline/locate/even-rows.ts';
import {buildPyramid} from '../../../../../source/core/engines/offline/locate/pyramid.ts';

const [width, height] = [900, 400];
/** Pixels from character to character of the smallest passport on the page. */
const pitch = 16;

type Mark = readonly [x: number, y: number, wide: number, tall: number];

const pageOf = (marks: readonly Mark[]) => {
	const data = new Uint8Array(width * height).fill(230);
	for (const [left, top, wide, tall] of marks)
		for (let y = top; y < top + tall; y++) for (let x = left; x < left + wide; x++) data[y * width + x] = 40;
	return buildPyramid({width, height, data});
};

/** Characters of one pitch: stems, of which every third is wider, 12 pixels tall about `y`. */
const row = (y: number, {from = 60, count = 40, step = pitch} = {}): Mark[] =>
	Array.from({length: count}, (_, at) => [Math.round(from + at * step), y - 6, at % 3 === 0 ? 8 : 6, 12]);

/** Characters of many widths, as books are set in. */
const uneven = (y: number): Mark[] => {
	let x = 60;
	return Array.from({length: 40}, (_, at) => {
		const wide = [3, 11, 6, 2, 9, 5, 13, 4][(at * at + 3 * at) % 8]!;
		x += wide + [4, 9, 5, 3, 12][(at * 7 + at * at) % 5]!;
		return [x, y - 6, wide, 12];
	});
};

const line = (y: number, from = 56, to = 700) => ({from: [from, y], to: [to, y]}) as const;

describe('rows of type of one pitch', () => {
	it('are found with their pitch, also where that is smaller than the first passport’s', () => {
		for (const step of [pitch, 0.6 * pitch]) {
			const to = 56 + 40 * step;
			const [found, ...more] = findEvenRows(pageOf(row(200, {step})), [line(200, 56, to)], pitch);
			expect(more).toEqual([]);
			expect(found!.line).toEqual(line(200, 56, to));
			expect(found!.pitch / step).toBeGreaterThan(0.96);
			expect(found!.pitch / step).toBeLessThan(1.04);
		}
	});

	it('are one where two lines that were seen are nearly the same, in either direction', () => {
		const {from, to} = line(201);
		expect(findEvenRows(pageOf(row(200)), [line(200), {from: to, to: from}], pitch)).toHaveLength(1);
		const rows = [...row(120), ...row(280)];
		expect(findEvenRows(pageOf(rows), [line(120), line(280)], pitch)).toHaveLength(2);
	});

	it('are none in type of many widths, on blank paper, and in a line of two characters', () => {
		expect(findEvenRows(pageOf(uneven(200)), [line(200)], pitch)).toEqual([]);
		expect(findEvenRows(pageOf([]), [line(200)], pitch)).toEqual([]);
		expect(findEvenRows(pageOf(row(200, {count: 2})), [line(200, 56, 68)], pitch)).toEqual([]);
	});

	it('are none of a pattern, whose stripes continue above and below', () => {
		const stripes = row(200).map(([x, , wide]): Mark => [x, 100, wide, 200]);
		expect(findEvenRows(pageOf(stripes), [line(200)], pitch)).toEqual([]);
	});

	it('are none of an identity card, whose next line is nearer than a passport’s', () => {
		const card = [200, 200 + Math.round(1.67 * pitch)].flatMap(y => row(y));
		expect(findEvenRows(pageOf(card), [line(200)], pitch)).toEqual([]);
		const passport = [200, 200 + Math.round(2.5 * pitch)].flatMap(y => row(y));
		expect(findEvenRows(pageOf(passport), [line(200)], pitch)).toHaveLength(1);
	});

	it('are eight at most', () => {
		const [fine, places] = [8, Array.from({length: 10}, (_, at) => 30 + 36 * at)];
		const rows = places.flatMap(y => row(y, {step: fine}));
		const lines = places.map(y => line(y, 56, 376));
		expect(findEvenRows(pageOf(rows), lines, fine)).toHaveLength(8);
	});
});

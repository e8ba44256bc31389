import {describe, expect, it} from 'vitest';
import {blank, classes, classOf} from '../../../../../source/core/engines/offline/decode/alphabet.ts';
import {measurePitch, placeCells, steps} from '../../../../../source/core/engines/offline/line/cells.ts';

/** Log probabilities of a crop in which each character of `text` shows as two or three steps around its middle. */
const posteriorOf = (
	text: string,
	first: number,
	pitch: number,
	hidden: readonly number[] = [],
	place = (k: number) => first + k * pitch,
): Float32Array => {
	const out = new Float32Array(steps * classes).fill(Math.log(0.0005));
	for (let t = 0; t < steps; t++) out[t * classes + blank] = Math.log(0.98);
	for (const [k, character] of [...text].entries()) {
		if (hidden.includes(k)) continue;
		for (let t = 0; t < steps; t++) {
			const wide = place(k + 0.5) - place(k - 0.5);
			if (Math.abs(t - place(k)) > 0.32 * wide) continue;
			out[t * classes + blank] = Math.log(0.01);
			out[t * classes + classOf(character)] = Math.log(0.97);
		}
	}

	return out;
};

const line = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<';

describe('the pitch of a line', () => {
	it.each([3.6, 4.14, 4.3])('is measured at %s steps', pitch => {
		const run = measurePitch(posteriorOf(line, 4, pitch))!;
		expect(run.count).toBe(44);
		expect(run.pitch).toBeCloseTo(pitch, 1);
	});

	it('is measured through a hole that glare has burnt', () => {
		const run = measurePitch(posteriorOf(line, 5, 4.1, [20, 21, 22, 23, 24, 25]))!;
		expect(run.count).toBe(44);
	});

	it('is not made up where there is no line of type', () => {
		expect(measurePitch(posteriorOf('P<UTO', 10, 4.1))).toBeUndefined();
		expect(measurePitch(posteriorOf('', 0, 4))).toBeUndefined();
	});
});

describe('cells', () => {
	it('are exactly as many as the line has, in their places', () => {
		const placement = placeCells(posteriorOf(line, 6, 4.14), 44, 4.14)!;
		expect(placement.centres).toHaveLength(44);
		for (const [k, x] of placement.centres.entries()) expect(Math.abs(x - (6 + 4.14 * k))).toBeLessThan(1.1);
		expect(placement.score).toBeGreaterThan(-0.5);
	});

	it('keep their count when characters in the middle cannot be seen', () => {
		const hidden = [18, 19, 30];
		const placement = placeCells(posteriorOf(line, 6, 4.14, hidden), 44, 4.14)!;
		for (const k of [0, 10, 17, 20, 29, 31, 43]) {
			expect(Math.abs(placement.centres[k]! - (6 + 4.14 * k))).toBeLessThan(1.3);
		}
	});

	it.each([
		['right', 1],
		['right', 3],
		['left', 2],
	] as const)('are beyond the %s edge of the picture where %d of them are cut off', (side, count) => {
		const cut = (k: number) => (side === 'right' ? k >= 44 - count : k < count);
		const hidden = Array.from({length: 44}, (_, k) => k).filter(cut);
		const unseen = new Uint8Array(steps).map((_, t) => (cut(Math.round((t - 6) / 4.14)) ? 1 : 0));
		const placement = placeCells(posteriorOf(line, 6, 4.14, hidden), 44, 4.14, unseen)!;
		for (const [k, x] of placement.centres.entries()) {
			expect(Math.abs(x - (6 + 4.14 * k))).toBeLessThan(cut(k) ? 2.5 : 1.1);
		}
		expect(placement.score).toBeGreaterThan(-0.5);
	});

	it.each([-0.35, -0.2, 0.2, 0.5])('are wide and narrow on a page that recedes by %s', recession => {
		const place = (k: number) => 7 + (178 * k * (1 + recession)) / (43 + recession * k);
		const placement = placeCells(posteriorOf(line, 0, 0, [], place), 44, 4.14)!;
		for (const [k, centre] of placement.centres.entries()) expect(Math.abs(centre - place(k))).toBeLessThan(0.7);
	});

	it('are refused where they cannot fit', () => {
		expect(placeCells(posteriorOf(line, 6, 4.14), 44, 7)).toBeUndefined();
	});
});

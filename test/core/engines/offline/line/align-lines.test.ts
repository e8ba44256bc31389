import {describe, expect, it} from 'vitest';
import {alignLines} from '../../../../../source/core/engines/offline/line/align-lines.ts';
import type {ReadLine} from '../../../../../source/core/engines/offline/line/lines.ts';

const pitch = 20;

/** A line as it was read: how many pitches along and down it begins, and how well its characters were placed. */
const line = (along: number, down: number, score = -0.05, count = 44): ReadLine => ({
	matrix: {count, data: new Float32Array(0)},
	baseline: {start: [100 + along * pitch, 300 + down * pitch], unit: [1, 0], pitch, count},
	path: [],
	score,
	coveredScore: score,
});
const begins = (lines: readonly {readonly start: readonly [number, number]}[] | undefined) =>
	lines?.map(({start: [x, y]}) => [(x - 100) / pitch, (y - 300) / pitch].map(value => Math.round(value * 100) / 100));

describe('the lines of a document', () => {
	it('stay where they are when they begin one below the other', () => {
		expect(alignLines([line(0, 0), line(0.4, 2.5)], 2)).toBeUndefined();
		expect(
			alignLines([line(0, 0, -0.05, 30), line(0.2, 1.67, -0.1, 30), line(-0.3, 3.3, -0.05, 30)], 3),
		).toBeUndefined();
	});

	it('are looked at in line where one was placed beside the others', () => {
		const aligned = alignLines([line(0, 0), line(-6, 2.4, -0.9)], 2);
		expect(begins(aligned?.lines)).toEqual([
			[0, 0],
			[0, 2.4],
		]);
		expect(aligned?.lines.every(({held}) => held)).toBe(true);
		expect(aligned?.isNeeded).toBe(true);
	});

	it('may begin a little farther along on a page that is seen from the side', () => {
		expect(alignLines([line(0, 0), line(1.4, 2.5)], 2)?.isNeeded).toBe(false);
	});

	it('are expected above and below when only one was found', () => {
		expect(begins(alignLines([line(0, 0)], 2)?.lines)).toEqual([
			[0, 0],
			[0, -2.5],
			[0, 2.5],
		]);
	});

	it('are looked at between the first and the third of a card', () => {
		const aligned = alignLines([line(0, 0, -0.05, 30), line(0, 3, -0.1, 30)], 3);
		expect(begins(aligned?.lines)).toContainEqual([0, 1.5]);
	});

	it('are not moved by a line that is in doubt itself', () => {
		expect(alignLines([line(0, 0, -0.6), line(5, 2.5, -0.9)], 2)).toBeUndefined();
		expect(alignLines([], 2)).toBeUndefined();
	});
});

import sharp from 'sharp';
import {describe, expect, it} from 'vitest';
import {buildPyramid} from '../../../../../source/core/engines/offline/locate/pyramid.ts';
import {findInkLines} from '../../../../../source/core/engines/offline/visual/lines/ink-lines.ts';

/** Pixels a pitch of the pages below; the middle of the MRZ's first cell is at (100, 640). */
const pitch = 20;
const origin = [100, 640] as const;
const frame = {origin, along: [pitch, 0], down: [0, pitch]} as const;

/** Bars as wide as letters: `letters` of them, each with two strokes and a foot. */
const word = (u: number, v: number, letters: number, {height = 1, ink = 30} = {}): string =>
	Array.from({length: letters}, (_, index) => {
		const x = origin[0] + (u + index * 0.8 * height) * pitch;
		const [top, tall] = [origin[1] + (v - height / 2) * pitch, height * pitch];
		const bar = (dx: number, dy: number, width: number, high: number) =>
			`<rect x="${x + dx * tall}" y="${top + dy * tall}" width="${width * tall}" height="${high * tall}" fill="rgb(${ink},${ink},${ink})"/>`;
		return bar(0, 0, 0.15, 1) + bar(0.45, 0, 0.15, 1) + bar(0, 0.85, 0.6, 0.15);
	}).join('');

const mrz = word(0, 0, 50) + word(0, 2.5, 50);

async function linesOn(drawing: string): Promise<Array<{u: number; v: number; width: number; height: number}>> {
	const svg = `<svg width="1100" height="760"><rect width="1100" height="760" fill="rgb(220,220,220)"/>${drawing}</svg>`;
	const {data, info} = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer({resolveWithObject: true});
	return findInkLines(buildPyramid({width: info.width, height: info.height, data}), frame).sort((a, b) => a.v - b.v);
}

describe('lines of type above an MRZ', () => {
	it('are found where their ink is, with room for accents', async () => {
		const [line, ...others] = await linesOn(mrz + word(20, -15, 8));
		expect(others).toEqual([]);
		expect(line!.v).toBeCloseTo(-15, 0);
		expect(line!.u).toBeCloseTo(20 + (7 * 0.8 + 0.6) / 2, 0);
		expect(line!.height).toBeGreaterThan(1.2);
		expect(line!.height).toBeLessThan(1.8);
	});

	it('are two where a label touches its value, and where columns are apart', async () => {
		const stacked = await linesOn(mrz + word(20, -15.7, 12, {height: 0.7}) + word(20, -14.85, 8));
		expect(stacked.map(({v}) => Math.round(v * 10) / 10)).toEqual([-15.7, -14.8]);
		const apart = await linesOn(mrz + word(15, -15, 6) + word(30, -15, 6));
		expect(apart.map(({u}) => Math.round(u)).sort((a, b) => a - b)).toEqual([17, 32]);
	});

	it('may be a single narrow letter', async () => {
		const [x, y] = [origin[0] + 20 * pitch, origin[1] - 15.5 * pitch];
		const letter = `<path d="M${x} ${y}h8v3h-5v6h4v3h-4v8h-3z" fill="rgb(30,30,30)"/>`;
		expect(await linesOn(mrz + letter)).toHaveLength(1);
	});

	it('may be a single letter with a bar that has more ink than all its other rows', async () => {
		const [x, y] = [origin[0] + 20 * pitch, origin[1] - 15.5 * pitch];
		const letter = `<path d="M${x} ${y}h22v3h-19.2v21h-2.8z" fill="rgb(30,30,30)"/>`;
		const [line, ...more] = await linesOn(mrz + letter);
		expect(more).toEqual([]);
		expect(line!.height).toBeGreaterThan(1.2);
	});

	it('are found in a paler ink than the MRZ, if they are words', async () => {
		expect(await linesOn(mrz + word(20, -15, 10, {ink: 165}))).toHaveLength(1);
		expect(await linesOn(mrz + word(20, -15, 1, {ink: 165}))).toHaveLength(0);
	});

	it('may have wide gaps between their letters, as type of one width has', async () => {
		const spaced = Array.from({length: 10}, (_, index) => {
			const [x, y] = [origin[0] + (15 + index * 0.95) * pitch, origin[1] - 15.5 * pitch];
			return `<rect x="${x}" y="${y}" width="4" height="20" fill="rgb(30,30,30)"/>`;
		});
		expect(await linesOn(mrz + spaced.join(''))).toHaveLength(1);
	});

	it('are neither dark shapes, nor rules, nor what is off the page', async () => {
		const at = (u: number, v: number) => `x="${origin[0] + u * pitch}" y="${origin[1] + v * pitch}"`;
		const shape = `<rect ${at(20, -20)} width="100" height="28" fill="rgb(40,40,40)"/>`;
		const rule = `<rect ${at(12, -10)} width="500" height="2" fill="rgb(40,40,40)"/>`;
		expect(await linesOn(mrz + shape + rule + word(-4.6, -15, 3))).toEqual([]);
	});

	it('are none on an empty page', async () => {
		expect(await linesOn('')).toEqual([]);
	});
});

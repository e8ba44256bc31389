import {join} from 'node:path';
import sharp from 'sharp';
import {beforeAll, describe, expect, it} from 'vitest';
import {createPageReader} from '../../../source/core/engines/offline/page-reader.ts';
import {packagePath} from '../../../source/core/package-root.ts';
import {decodeGrey} from '../../../source/core/pictures/decode/decode.ts';
import {openPicture} from '../../../source/core/pictures/open.ts';
import type {GreyImage} from '../../../source/core/pictures/picture.ts';
import {flawsOf, qualityOf, type TypeLine} from '../../../source/core/pictures/quality/quality.ts';

let page: GreyImage;
let lines: readonly TypeLine[];
beforeAll(async () => {
	const path = join(packagePath('source', 'specimens'), 'Scan_20260314_0003.jpg');
	page = await decodeGrey(await openPicture(path));
	const reader = await createPageReader();
	const [reading] = await reader.read({...page, original: {width: page.width, height: page.height}}, path);
	lines = reading.lines.map(({from, to, pitch}) => ({from: from!, to: to!, pitch: pitch!}));
});

const codes = (image: GreyImage, at: readonly TypeLine[] = lines) =>
	flawsOf(qualityOf(image, at)!).map(({code}) => code);

const changed = (change: (value: number, x: number, y: number) => number): GreyImage => ({
	...page,
	data: page.data.map((value, at) => change(value, at % page.width, Math.floor(at / page.width))),
});

const raw = () => sharp(page.data, {raw: {width: page.width, height: page.height, channels: 1}}).toColourspace('b-w');

/** The page with its type at so many pixels a character. */
async function smaller(pitch: number): Promise<{image: GreyImage; at: readonly TypeLine[]}> {
	const scale = pitch / lines[0]!.pitch;
	const {data, info} = await raw()
		.resize({width: Math.round(page.width * scale)})
		.raw()
		.toBuffer({resolveWithObject: true});
	const at = lines.map(({from, to}) => ({
		from: [from[0] * scale, from[1] * scale] as const,
		to: [to[0] * scale, to[1] * scale] as const,
		pitch,
	}));
	return {image: {width: info.width, height: info.height, data}, at};
}

describe('how the lines of a page look in the picture', () => {
	it('is good on a plain scan, whatever its light and contrast', () => {
		expect(codes(page)).toEqual([]);
		expect(codes(changed(value => 120 + value * 0.5))).toEqual([]);
		expect(codes(changed(value => 40 + value * 0.4))).toEqual([]);
	});

	it.each([
		[20, []],
		[14, []],
		[8, ['small']],
		[5, ['small']],
	] as const)('is small where a character takes fewer than ten pixels: at %d', async (pitch, expected) => {
		const {image, at} = await smaller(pitch);
		expect(codes(image, at)).toEqual(expected);
	});

	it('says how tall the letters are, and how tall they should be', async () => {
		const {image, at} = await smaller(8);
		expect(flawsOf(qualityOf(image, at)!)).toEqual([{code: 'small', height: 8, needed: 14}]);
	});

	it('is blurred where edges are as wide as strokes', async () => {
		const blurred = async (pitches: number) => {
			const data = await raw()
				.blur(pitches * lines[0]!.pitch)
				.raw()
				.toBuffer();
			return codes({...page, data});
		};
		expect(await blurred(0.03)).toEqual([]);
		expect(await blurred(0.14)).toEqual(['blurred']);
	});

	it('is dark where the paper is', () => {
		expect(codes(changed(value => value * 0.2))).toEqual(['dark']);
	});

	it('shows glare over a few characters', () => {
		const {from, to, pitch} = lines[1]!;
		const [x, y] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
		const glare = changed((value, px, py) =>
			Math.min(255, value + 260 * Math.exp(-(((px - x) / pitch / 4) ** 2) - ((py - y) / pitch) ** 2)),
		);
		expect(codes(glare)).toEqual(['glare']);
	});

	it('shows a shadow over an end', () => {
		const {from, to, pitch} = lines[0]!;
		const edge = Math.max(from[0], to[0]) - 10 * pitch;
		expect(codes(changed((value, px) => (px > edge ? value * 0.4 : value)))).toEqual(['shadow']);
	});

	it('is not known where there is no type', () => {
		expect(qualityOf(page, [])).toBeUndefined();
		expect(
			qualityOf(
				changed(() => 200),
				lines,
			),
		).toBeUndefined();
		expect(qualityOf(page, [{from: [-900, -900], to: [-100, -900], pitch: 18}])).toBeUndefined();
	});
});

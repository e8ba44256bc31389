import sharp, {type Sharp} from 'sharp';
import {beforeAll, describe, expect, it, test} from 'vitest';
import {prepareUpload} from '../../../source/core/engines/xiangyun/advice.ts';
import {decodeGrey} from '../../../source/core/pictures/decode/decode.ts';
import {pictureOf} from '../../../source/core/pictures/open.ts';
import {drawnPage, meanDifference} from '../../support/drawn-page.ts';

let page: Sharp;

beforeAll(async () => {
	const small = await drawnPage();
	page = sharp(await small.resize({width: 900}).png().toBuffer());
});

const decode = async (bytes: Uint8Array) => decodeGrey(await pictureOf('a.jpg', bytes));

/** The rows or columns of the whole picture that the part of it should show, and how much differs. */
const difference = async (whole: Buffer, part: Awaited<ReturnType<typeof decode>>, left = 0, top = 0) => {
	const {width, height} = part;
	const expected = sharp(whole).autoOrient().extract({left, top, width, height}).toColourspace('b-w');
	return meanDifference(part.data, await expected.raw().toBuffer());
};

describe('a JPEG without its last', () => {
	it.each([
		['2 bytes', (size: number) => size - 2],
		['100 bytes', (size: number) => size - 100],
		['hundredth', (size: number) => Math.floor(size * 0.99)],
		['half', (size: number) => Math.floor(size / 2)],
	])('%s is read as far as it goes', async (_, length) => {
		const whole = await page.clone().jpeg({quality: 90}).toBuffer();
		const {width, height} = await decode(whole);
		const part = await decode(whole.subarray(0, length(whole.length)));
		expect(part.cut?.side).toBe('bottom');
		expect(part.width).toBe(width);
		expect(part.height).toBeLessThan(height);
		expect(part.height / height).toBeGreaterThan((length(whole.length) / whole.length) * 0.5);
		expect(part.original).toEqual({width, height: part.height});
		// Not a pixel of what the decoder fills in.
		expect(await difference(whole, part)).toBeLessThan(1);
	});

	it.each([
		[1, 'bottom'],
		[3, 'top'],
		[6, 'left'],
		[8, 'right'],
	] as const)('half, held as Exif says in %i, lacks its %s', async (orientation, side) => {
		const whole = await page.clone().withMetadata({orientation}).jpeg({quality: 90}).toBuffer();
		const upright = await decode(whole);
		const part = await decode(whole.subarray(0, whole.length / 2));
		expect(part.cut?.side).toBe(side);
		const left = side === 'left' ? upright.width - part.width : 0;
		const top = side === 'top' ? upright.height - part.height : 0;
		expect(left + top > 0 || side === 'bottom' || side === 'right').toBe(true);
		expect(await difference(whole, part, left, top)).toBeLessThan(1);
	});

	test('half, progressive, is read in less detail', async () => {
		const whole = await page.clone().jpeg({quality: 90, progressive: true}).toBuffer();
		const part = await decode(whole.subarray(0, whole.length / 2));
		expect(part.cut).toBeDefined();
		expect(await difference(whole, part)).toBeLessThan(12);
	});

	test('hundredth is still sent to the cloud', async () => {
		const whole = await page.clone().jpeg({quality: 90}).toBuffer();
		const cut = whole.subarray(0, Math.floor(whole.length * 0.99));
		const {bytes, format, notes} = await prepareUpload(await pictureOf('a.jpg', cut));
		expect(format).toBe('jpeg');
		expect(notes).toContainEqual({code: 'cut'});
		const {width, height} = await sharp(bytes).metadata();
		const sent = await decode(whole);
		expect(width).toBe(sent.width);
		expect(height).toBeLessThan(sent.height);
		expect(height).toBeGreaterThan(sent.height * 0.9);
	});
});

test.each([
	['a JPEG of which only the header is there', 700],
	['a JPEG of which a few rows are there', 4000],
])('%s is damaged', async (_, length) => {
	const whole = await page.clone().jpeg({quality: 90}).toBuffer();
	await expect(decode(whole.subarray(0, length))).rejects.toMatchObject({code: 'DAMAGED_IMAGE'});
});

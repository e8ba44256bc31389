import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {packagePath} from '../../../source/core/package-root.ts';
import {decodeGrey} from '../../../source/core/pictures/decode/decode.ts';
import {openPicture} from '../../../source/core/pictures/open.ts';
import type {GreyImage} from '../../../source/core/pictures/picture.ts';
import {isSpeckled, withoutSpeckles} from '../../../source/core/pictures/quality/speckle.ts';
import {salted} from '../../support/salted.ts';

const page = async (file: string) => decodeGrey(await openPicture(join(packagePath('source', 'specimens'), file)));

const meanDifference = (a: GreyImage, b: GreyImage) =>
	a.data.reduce((sum, value, at) => sum + Math.abs(value - b.data[at]!), 0) / a.data.length;

describe('salt and pepper', () => {
	it.each([0.02, 0.05, 0.15])('is seen from %d of the pixels on', async share => {
		expect(isSpeckled(salted(await page('IMG_2041.jpg'), share))).toBe(true);
	});

	it.each([
		'IMG_2041.jpg',
		'Scan_20260314_0003.jpg',
		'photo.jpg',
		'voucher_HM-2026-004187.jpg',
		'微信图片_20260315.jpg',
	])('is not seen in %s, which has none', async file => {
		expect(isSpeckled(await page(file))).toBe(false);
	});

	it.each([180, 225, 300, 350])(
		'is not seen in a picture %d pixels wide, whose strokes are about a pixel',
		async width => {
			const picture = await openPicture(join(packagePath('source', 'specimens'), 'IMG_2041.jpg'));
			const {default: sharp} = await import('sharp');
			const {data, info} = await sharp(picture.bytes)
				.greyscale()
				.resize({width, kernel: 'nearest'})
				.sharpen({sigma: 0.6, m2: 6})
				.raw()
				.toBuffer({resolveWithObject: true});
			expect(isSpeckled({width: info.width, height: info.height, data})).toBe(false);
		},
	);

	it('goes, and leaves what was there', async () => {
		const clean = await page('IMG_2041.jpg');
		const noisy = salted(clean, 0.05);
		const filtered = withoutSpeckles(noisy);
		expect(isSpeckled(filtered)).toBe(false);
		expect(meanDifference(filtered, clean)).toBeLessThan(meanDifference(noisy, clean) / 2);
	});

	it('is looked for in a picture of any size', () => {
		for (const [width, height] of [
			[1, 1],
			[2, 40],
			[40, 2],
			[3, 3],
		] as const) {
			const image = {width, height, data: new Uint8Array(width * height).fill(200)};
			expect(isSpeckled(image)).toBe(false);
			expect(withoutSpeckles(image)).toEqual(image);
		}
	});
});

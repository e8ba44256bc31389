import {join} from 'node:path';
import sharp from 'sharp';
import {describe, expect, it} from 'vitest';
import {packagePath} from '../../../source/core/package-root.ts';
import {decodeGrey} from '../../../source/core/pictures/decode/decode.ts';
import {pictureOf} from '../../../source/core/pictures/open.ts';
import {copySigns} from '../../../source/core/pictures/quality/copy-signs.ts';
import {jpegImage, pdfFile, scannedPage} from '../../support/pdf-file.ts';

const file = (name: string) => join(packagePath('source', 'specimens'), name);
const page = () => sharp(file('IMG_2041.jpg')).autoOrient();

const signsOf = async (bytes: Buffer) => {
	const picture = await pictureOf('page', bytes);
	return copySigns(await decodeGrey(picture));
};

/**
 * A photograph of a screen that shows a page: a camera's pixel is a fraction of a screen's, of which a third shines red,
 * one green and one blue, with dark gaps between.
 */
async function photographed(pitch: number, degrees: number, width: number, height: number): Promise<Buffer> {
	const shown = await page()
		.resize({width: Math.round(width / pitch)})
		.removeAlpha()
		.raw()
		.toBuffer({resolveWithObject: true});
	const {info} = shown;
	const out = Buffer.alloc(width * height * 3);
	const [cosine, sine] = [Math.cos((degrees * Math.PI) / 180) / pitch, Math.sin((degrees * Math.PI) / 180) / pitch];
	const fine = 3;
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const light = [0, 0, 0];
			for (let part = 0; part < fine * fine; part++) {
				const across = x + ((part % fine) + 0.5) / fine - width / 2;
				const down = y + (Math.floor(part / fine) + 0.5) / fine - height / 2;
				const sx = across * cosine - down * sine + info.width / 2;
				const sy = across * sine + down * cosine + info.height / 2;
				const [column, row] = [Math.floor(sx), Math.floor(sy)];
				if (column < 0 || row < 0 || column >= info.width || row >= info.height) continue;
				const channel = Math.floor(3 * (sx - column));
				if (Math.abs(sy - row - 0.5) > 0.43 || Math.abs(3 * (sx - column) - channel - 0.5) > 0.43) continue;
				light[channel]! += (shown.data[(row * info.width + column) * 3 + channel]! / 255) ** 2.2;
			}
			for (let channel = 0; channel < 3; channel++) {
				out[(y * width + x) * 3 + channel] = Math.min(255, 255 * ((3.8 * light[channel]!) / fine ** 2) ** (1 / 2.2));
			}
		}
	}
	return sharp(out, {raw: {width, height, channels: 3}})
		.blur(0.6)
		.jpeg({quality: 85})
		.toBuffer();
}

describe('a picture without colour', () => {
	it.each([
		['of a grey scanner', () => page().greyscale().jpeg()],
		['of grey pixels stored as colours', () => page().greyscale().toColourspace('srgb').jpeg({quality: 60})],
		['in PNG', () => page().greyscale().png()],
		['in black and white', () => page().greyscale().threshold(110).png()],
	])('is seen to have none: %s', async (_, picture) => {
		expect(await signsOf(await picture().toBuffer())).toEqual(['grey']);
	});

	it('is a page of a PDF too, where that is a JPEG', async () => {
		const grey = await page().modulate({saturation: 0}).jpeg().toBuffer({resolveWithObject: true});
		const image = jpegImage(grey.data, grey.info.width, grey.info.height);
		expect(await signsOf(pdfFile([scannedPage(image, 360, 252)]))).toEqual(['grey']);
	});

	it.each([
		['pale', () => page().modulate({saturation: 0.5})],
		['dark', () => page().linear(0.3, 0)],
		['without contrast', () => page().linear(0.4, 120)],
	])('is not one that is %s', async (_, picture) => {
		expect(await signsOf(await picture().jpeg().toBuffer())).toEqual([]);
	});
});

describe('a picture of a screen', () => {
	it.each([
		[3.4, 2],
		[2.7, 0],
		[2.3, -4],
		[1.7, 3],
	])('is seen by its dots: %d pixels each, turned by %d°', async (pitch, degrees) => {
		expect(await signsOf(await photographed(pitch, degrees, 800, 560))).toEqual(['dots']);
	});

	it.each([5, 10, 20])('is not one with the blocks of a JPEG of quality %d, also enlarged', async quality => {
		const blocks = await page().jpeg({quality}).toBuffer();
		const enlarged = await sharp(blocks).resize({width: 1730}).jpeg().toBuffer();
		expect(await signsOf(blocks)).not.toContain('dots');
		expect(await signsOf(enlarged)).not.toContain('dots');
	});

	it.each([
		'IMG_2055.jpg',
		'IMG_2063.jpg',
		'old passport.jpg',
		'room 214.jpg',
		'Scan_20260314_0003.jpg',
		'voucher_HM-2026-004187.jpg',
	])('is not an ordinary one: %s', async name => {
		expect(await signsOf(await sharp(file(name)).autoOrient().jpeg().toBuffer())).toEqual([]);
	});

	it('is not noise, and not a page that is too small for dots', async () => {
		const noisy = await sharp({
			create: {
				width: 900,
				height: 700,
				channels: 3,
				background: '#888',
				noise: {type: 'gaussian', mean: 128, sigma: 30},
			},
		})
			.jpeg()
			.toBuffer();
		expect(await signsOf(noisy)).not.toContain('dots');
		expect(await signsOf(await page().resize({width: 400}).jpeg().toBuffer())).toEqual([]);
	});
});

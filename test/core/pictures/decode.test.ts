import {deflateSync} from 'node:zlib';
import sharp from 'sharp';
import {describe, expect, it} from 'vitest';
import {decodeGrey} from '../../../source/core/pictures/decode/decode.ts';
import type {Picture, PictureFormat} from '../../../source/core/pictures/picture.ts';

const picture = (bytes: Uint8Array, format: PictureFormat): Picture => ({
	path: 'page',
	bytes,
	format,
	pages: 1,
	page: 1,
	sha256: '',
});

/** Left half black, right half white. */
const halves = async (width = 40, height = 20) => {
	const data = Buffer.alloc(width * height * 3);
	for (let i = 0; i < width * height; i++) if (i % width >= width / 2) data.fill(255, i * 3, i * 3 + 3);
	return sharp(data, {raw: {width, height, channels: 3}});
};

const chunk = (type: string, data: Uint8Array): Buffer => {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	return Buffer.concat([length, body, Buffer.alloc(4)]);
};

/** Head of a PNG of any size; no pixel of it is ever needed. */
const pngHead = (width: number, height: number): Buffer => {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([1, 0, 0, 0, 0], 8);
	const crcless = Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		chunk('IHDR', header),
		chunk('IDAT', deflateSync(Buffer.alloc(64))),
		chunk('IEND', new Uint8Array()),
	]);
	return withCrcs(crcless);
};

const crc = (bytes: Uint8Array): number => {
	let value = 0xffffffff;
	for (const byte of bytes) {
		value ^= byte;
		for (let k = 0; k < 8; k++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
	}

	return (value ^ 0xffffffff) >>> 0;
};

const withCrcs = (png: Buffer): Buffer => {
	for (let at = 8; at < png.length; ) {
		const length = png.readUInt32BE(at);
		png.writeUInt32BE(crc(png.subarray(at + 4, at + 8 + length)), at + 8 + length);
		at += 12 + length;
	}

	return png;
};

type Bitmap = {
	readonly depth?: 1 | 4 | 8 | 16 | 24 | 32;
	readonly topDown?: boolean;
	readonly palette?: ReadonlyArray<readonly [red: number, green: number, blue: number]>;
};

/** A bitmap, not compressed; `pixel` gives a grey value, or the number of a colour where there is a palette. */
const bmp = (width: number, height: number, pixel: (x: number, y: number) => number, options: Bitmap = {}): Buffer => {
	const {depth = 24, topDown = false, palette = []} = options;
	const stride = Math.ceil((width * depth) / 32) * 4;
	const start = 54 + palette.length * 4;
	const out = Buffer.alloc(start + stride * height);
	out.write('BM', 0, 'latin1');
	out.writeUInt32LE(out.length, 2);
	out.writeUInt32LE(start, 10);
	out.writeUInt32LE(40, 14);
	out.writeInt32LE(width, 18);
	out.writeInt32LE(topDown ? -height : height, 22);
	out.writeUInt16LE(1, 26);
	out.writeUInt16LE(depth, 28);
	out.writeUInt32LE(palette.length, 46);
	for (const [i, [red, green, blue]] of palette.entries()) out.set([blue, green, red, 0], 54 + 4 * i);
	for (let y = 0; y < height; y++) {
		const row = start + (topDown ? y : height - 1 - y) * stride;
		for (let x = 0; x < width; x++) {
			const value = pixel(x, y);
			if (depth <= 8) out[row + Math.floor((x * depth) / 8)]! |= value << (8 - depth - ((x * depth) % 8));
			else if (depth === 16) out.writeUInt16LE((value >> 3) * 0x421, row + 2 * x);
			else for (let i = 0; i < 3; i++) out[row + (x * depth) / 8 + i] = value;
		}
	}

	return out;
};

describe('a decoded page', () => {
	it('is grey, from JPEG and PNG', async () => {
		const image = await halves();
		const jpeg = picture(await image.clone().jpeg({quality: 95}).toBuffer(), 'jpeg');
		const png = picture(await image.clone().png().toBuffer(), 'png');
		for (const source of [jpeg, png]) {
			const page = await decodeGrey(source);
			expect([page.width, page.height]).toEqual([40, 20]);
			expect(page.data).toHaveLength(800);
			expect(page.data[0]).toBeLessThan(10);
			expect(page.data[39]).toBeGreaterThan(245);
		}
	});

	it('is turned as EXIF says', async () => {
		// Orientation 6: the camera was turned; black is then at the top.
		const bytes = await (await halves()).jpeg({quality: 95}).withMetadata({orientation: 6}).toBuffer();
		const page = await decodeGrey(picture(bytes, 'jpeg'));
		expect([page.width, page.height]).toEqual([20, 40]);
		expect(page.data[0]).toBeLessThan(10);
		expect(page.data[39 * 20]).toBeGreaterThan(245);
	});

	it('shows transparent parts as white', async () => {
		const bytes = await sharp({create: {width: 8, height: 8, channels: 4, background: {r: 0, g: 0, b: 0, alpha: 0}}})
			.png()
			.toBuffer();
		expect((await decodeGrey(picture(bytes, 'png'))).data[0]).toBe(255);
	});

	it('is read from 16-bit and palette PNGs', async () => {
		const image = await halves();
		const deep = await image.clone().toColourspace('rgb16').png().toBuffer();
		const palette = await image.clone().png({palette: true}).toBuffer();
		for (const bytes of [deep, palette]) {
			const page = await decodeGrey(picture(bytes, 'png'));
			expect(page.data[0]).toBeLessThan(10);
			expect(page.data[39]).toBeGreaterThan(245);
		}
	});

	it.each([{depth: 24}, {depth: 24, topDown: true}, {depth: 32}, {depth: 16}] as const)(
		'is read from a bitmap (%o)',
		async options => {
			const page = await decodeGrey(
				picture(
					bmp(5, 3, (x, y) => (x === 4 && y === 0 ? 255 : 0), options),
					'bmp',
				),
			);
			expect([page.width, page.height]).toEqual([5, 3]);
			expect([...page.data].map(value => (value > 128 ? 1 : 0))).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
		},
	);

	it.each([1, 4, 8] as const)('is read from a bitmap with a palette of %s bits', async depth => {
		const palette = [
			[250, 250, 250],
			[0, 0, 120],
		] as const;
		const page = await decodeGrey(
			picture(
				bmp(11, 2, x => (x === 9 ? 1 : 0), {depth, palette}),
				'bmp',
			),
		);
		expect([...page.data.subarray(0, 11)].map(value => (value < 60 ? 1 : value > 240 ? 0 : -1))).toEqual([
			0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0,
		]);
	});

	it('is at most 2,600 pixels long', async () => {
		const bytes = await (await halves(5200, 2000)).jpeg().toBuffer();
		const page = await decodeGrey(picture(bytes, 'jpeg'));
		expect([page.width, page.height]).toEqual([2600, 1000]);
	});

	it('keeps its pixels where it is a long strip, such as a screenshot of a chat', async () => {
		for (const format of ['jpeg', 'png'] as const) {
			const bytes = await (await halves(500, 6000)).toFormat(format).toBuffer();
			const page = await decodeGrey(picture(bytes, format));
			expect([page.width, page.height]).toEqual([500, 6000]);
		}
	});
});

describe('a picture that cannot be decoded', () => {
	it('is said to be damaged when it is cut off', async () => {
		for (const format of ['png', 'webp', 'tiff', 'gif'] as const) {
			const whole = await (await halves(400, 300)).toFormat(format).toBuffer();
			const cut = picture(whole.subarray(0, whole.length / 2), format);
			await expect(decodeGrey(cut)).rejects.toMatchObject({code: 'DAMAGED_IMAGE'});
		}
		const bitmap = bmp(50, 50, () => 0);
		await expect(decodeGrey(picture(bitmap.subarray(0, 2000), 'bmp'))).rejects.toMatchObject({code: 'DAMAGED_IMAGE'});
		await expect(decodeGrey(picture(bitmap.subarray(0, 30), 'bmp'))).rejects.toMatchObject({code: 'DAMAGED_IMAGE'});
	});

	it('is refused before it is unfolded when it has too many pixels', async () => {
		await expect(decodeGrey(picture(pngHead(20_000, 10_000), 'png'))).rejects.toMatchObject({
			code: 'TOO_LARGE',
			details: {width: 20_000, height: 10_000},
		});
		const bitmap = bmp(2, 2, () => 0);
		bitmap.writeInt32LE(20_000, 18);
		bitmap.writeInt32LE(10_000, 22);
		await expect(decodeGrey(picture(bitmap, 'bmp'))).rejects.toMatchObject({code: 'TOO_LARGE'});
	});
});

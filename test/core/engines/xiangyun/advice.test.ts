import sharp from 'sharp';
import {describe, expect, test} from 'vitest';
import {advice, prepareUpload} from '../../../../source/core/engines/xiangyun/advice.ts';
import {stripJpeg} from '../../../../source/core/pictures/formats/strip-jpeg.ts';
import {pictureOf} from '../../../../source/core/pictures/open.ts';
import {jpegPicture, pixels} from '../../../support/jpeg-picture.ts';

const prepare = async (bytes: Uint8Array) => prepareUpload(await pictureOf('a.jpg', bytes));

/** A bitmap of one colour, with or without the alpha channel that the service does not take. */
function bitmap(width: number, height: number, bits: 24 | 32): Buffer {
	const row = Math.ceil((width * bits) / 32) * 4;
	const file = Buffer.alloc(54 + row * height, 120);
	file.write('BM');
	file.writeUInt32LE(file.length, 2);
	file.writeUInt32LE(0, 6);
	file.writeUInt32LE(54, 10);
	file.writeUInt32LE(40, 14);
	file.writeInt32LE(width, 18);
	file.writeInt32LE(height, 22);
	file.writeUInt16LE(1, 26);
	file.writeUInt16LE(bits, 28);
	file.fill(0, 30, 54);
	return file;
}

const sixteenBits = () =>
	sharp(new Uint16Array(800 * 600 * 3).fill(30_000), {raw: {width: 800, height: 600, channels: 3}})
		.toColourspace('rgb16')
		.png()
		.toBuffer();

describe('what the service takes is sent as it is', () => {
	test.each([
		['a JPEG', () => jpegPicture()],
		['a progressive JPEG', () => pixels().jpeg({progressive: true}).toBuffer()],
		['a PNG of 24 bits', () => pixels({width: 900, height: 700}).png().toBuffer()],
		['a bitmap of 24 bits', async () => bitmap(901, 600, 24)],
		['a JPEG of a megabyte', () => jpegPicture({width: 1300, height: 1000, content: 'noise'})],
	])('%s', async (_, make) => {
		const bytes = await make();
		const prepared = await prepare(bytes);
		expect(prepared.notes).toEqual([]);
		expect(Buffer.from(prepared.bytes).equals(bytes)).toBe(true);
	});
});

describe('what a camera writes about itself stays at home', () => {
	const told = {IFD0: {Copyright: 'Photographer Name', Software: 'phone'}, IFD3: {GPSLatitude: '31/1 14/1 0/1'}};

	test('place, time and owner are left out, the picture is the same', async () => {
		const bare = await jpegPicture({content: 'noise', width: 800, height: 600});
		const bytes = await sharp(bare).withExif(told).withIccProfile('srgb').jpeg({quality: 90}).toBuffer();
		expect(bytes.includes('Photographer Name')).toBe(true);
		const prepared = await prepare(bytes);
		expect(Buffer.from(prepared.bytes).includes('Photographer')).toBe(false);
		expect(Buffer.from(prepared.bytes).includes('Exif')).toBe(false);
		const pixelsOf = (one: Uint8Array) => sharp(one).raw().toBuffer();
		expect((await pixelsOf(prepared.bytes)).equals(await pixelsOf(bytes))).toBe(true);
		expect((await sharp(prepared.bytes).metadata()).icc).toBeDefined();
		expect(prepared.notes).toEqual([]);
	});

	test('also in a PNG', async () => {
		const bytes = await pixels().withExif(told).png().toBuffer();
		const prepared = await prepare(bytes);
		expect(prepared.format).toBe('png');
		expect(Buffer.from(prepared.bytes).includes('Photographer')).toBe(false);
		expect((await sharp(prepared.bytes).metadata()).width).toBe(1200);
	});

	test('and so does a film or a preview behind the end of the picture', async () => {
		const bytes = await jpegPicture();
		const prepared = await prepare(Buffer.concat([bytes, Buffer.from('....ftypmp42 a film'), Buffer.alloc(4_000_000)]));
		expect(Buffer.from(prepared.bytes).equals(bytes)).toBe(true);
	});

	test('what hangs on it is kept: a picture on its side is sent upright', async () => {
		const lying = await sharp(await jpegPicture({width: 1000, height: 700}))
			.withMetadata({orientation: 6})
			.jpeg()
			.toBuffer();
		expect(stripJpeg(lying)?.orientation).toBe(6);
		const {width, height, orientation} = await sharp((await prepare(lying)).bytes).metadata();
		expect([width, height]).toEqual([700, 1000]);
		expect(orientation ?? 1).toBe(1);
	});
});

describe('too big is reduced, and this is reported', () => {
	test('more than 3 MB', async () => {
		const bytes = await jpegPicture({width: 3000, height: 2200, content: 'noise'});
		expect(bytes.length).toBeGreaterThan(advice.limit);
		const prepared = await prepare(bytes);
		expect(prepared.bytes.length).toBeLessThan(advice.limit);
		expect(prepared.notes).toEqual([{code: 'reduced', from: bytes.length, to: prepared.bytes.length}]);
		const base64 = Buffer.from(prepared.bytes).toString('base64');
		expect(base64.length).toBeLessThanOrEqual(4_200_000);
	});

	test('more pixels than a page at 300 dpi has', async () => {
		const bytes = await jpegPicture({width: 5000, height: 3000});
		const prepared = await prepare(bytes);
		expect((await sharp(prepared.bytes).metadata()).width).toBe(advice.reduced);
		expect(prepared.notes).toMatchObject([{code: 'reduced'}]);
	});
});

describe('what the service does not take becomes a JPEG of 24 bits, and a new format is reported', () => {
	test.each([
		['webp', () => pixels().webp().toBuffer()],
		['tiff', () => pixels().tiff().toBuffer()],
		['gif', () => pixels().gif().toBuffer()],
		['png', () => pixels().ensureAlpha(0.5).png().toBuffer()],
		['png', () => pixels().png({palette: true}).toBuffer()],
		['png', () => sixteenBits()],
		['png', () => pixels().toColourspace('b-w').png().toBuffer()],
		['bmp', async () => bitmap(900, 700, 32)],
	] as const)('%s', async (from, make) => {
		const {bytes, format, notes} = await prepare(await make());
		expect(format).toBe('jpeg');
		expect(notes).toEqual([{code: 'converted', from, to: 'jpeg'}]);
		expect(stripJpeg(bytes)).toMatchObject({components: 3, precision: 8, orientation: 1});
	});

	test.each([
		['grey', () => pixels().toColourspace('b-w').jpeg().toBuffer()],
		['print colours', () => pixels().toColourspace('cmyk').jpeg().toBuffer()],
	])('a JPEG in %s, which is one still', async (_, make) => {
		const {bytes, notes} = await prepare(await make());
		expect(notes).toEqual([]);
		expect(stripJpeg(bytes)).toMatchObject({components: 3});
	});
});

test('too small is sent, and warned about', async () => {
	const {notes} = await prepare(await jpegPicture({width: 500, height: 350}));
	expect(notes).toEqual([{code: 'small', width: 500, height: 350}]);
});

test('a picture that is cut off in the middle is never paid for', async () => {
	const bytes = await jpegPicture({content: 'noise'});
	await expect(prepare(bytes.subarray(0, bytes.length / 2))).rejects.toMatchObject({code: 'DAMAGED_IMAGE'});
	await expect(prepare(bitmap(900, 700, 24).subarray(0, 5000))).rejects.toMatchObject({code: 'DAMAGED_IMAGE'});
});

test('rubbish after the signature of a JPEG is settled', () => {
	for (const tail of [[], [0xff], [0xff, 0xe1, 0, 0], [0xff, 0xc0, 0, 3, 8], [0xff, 0xda, 0xff, 0xff]]) {
		expect(stripJpeg(Buffer.from([0xff, 0xd8, ...tail, 0xff, 0xd9]))).toBeUndefined();
	}
});

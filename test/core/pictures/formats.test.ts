import sharp, {type Sharp} from 'sharp';
import {beforeAll, describe, expect, it} from 'vitest';
import {decodeGrey} from '../../../source/core/pictures/decode/decode.ts';
import {pictureOf} from '../../../source/core/pictures/open.ts';
import {drawnGrey, drawnHeight, drawnPage, drawnWidth, meanDifference} from '../../support/drawn-page.ts';
import {encodePng} from '../../support/encode-png.ts';

/** The drawn page in all its shades, and in black and white alone. */
let photo: Sharp;
let photoGrey: Buffer;
let ink: Sharp;
let inkGrey: Buffer;

beforeAll(async () => {
	photo = await drawnPage();
	photoGrey = await drawnGrey(photo);
	inkGrey = photoGrey.map(value => (value < 110 ? 0 : 255)) as Buffer;
	ink = sharp(inkGrey, {raw: {width: drawnWidth, height: drawnHeight, channels: 1}});
});

const greyPhoto = () => photo.clone().greyscale().toColourspace('b-w');
const sixteen = () => photo.clone().toColourspace('rgb16');
const withAlpha = () => photo.clone().ensureAlpha();
const cmyk = () => photo.clone().toColourspace('cmyk');
/** As it is stored by a camera that was held another way. */
const turned = (orientation: number) => {
	const stored = photo.clone();
	if (orientation > 4) stored.rotate(orientation === 6 ? 270 : orientation === 8 ? 90 : 0);
	else if (orientation === 3) stored.rotate(180);
	return stored.withMetadata({orientation});
};

/** Where a pixel of the stored picture is in the page, by orientation (Exif 2.32, tag 0112H); these are mirrored. */
const mirrors = {
	2: (x, y) => [drawnWidth - 1 - x, y],
	4: (x, y) => [x, drawnHeight - 1 - y],
	5: (x, y) => [y, x],
	7: (x, y) => [drawnWidth - 1 - y, drawnHeight - 1 - x],
} satisfies Record<number, (x: number, y: number) => readonly [number, number]>;

const mirrored = async (orientation: keyof typeof mirrors) => {
	const data = await photo.clone().removeAlpha().raw().toBuffer();
	const [width, height] = orientation > 4 ? [drawnHeight, drawnWidth] : [drawnWidth, drawnHeight];
	const stored = Buffer.alloc(data.length);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const [px, py] = mirrors[orientation](x, y);
			data.copy(stored, 3 * (y * width + x), 3 * (py * drawnWidth + px), 3 * (py * drawnWidth + px) + 3);
		}
	}
	return sharp(stored, {raw: {width, height, channels: 3}}).withMetadata({orientation});
};

type Variant = readonly [name: string, bytes: () => Promise<Buffer> | Buffer, within?: number];

const afterBytes =
	(...before: number[]) =>
	async () =>
		Buffer.concat([Buffer.from(before), await photo.clone().jpeg({quality: 95}).toBuffer()]);

const jpegs: readonly Variant[] = [
	['baseline', () => photo.clone().jpeg({quality: 95}).toBuffer()],
	['progressive', () => photo.clone().jpeg({quality: 95, progressive: true}).toBuffer()],
	['with all of its colour', () => photo.clone().jpeg({quality: 95, chromaSubsampling: '4:4:4'}).toBuffer()],
	['by another coder', () => photo.clone().jpeg({quality: 95, mozjpeg: true}).toBuffer()],
	['grey', () => greyPhoto().jpeg({quality: 95}).toBuffer()],
	['in print colours', () => cmyk().jpeg({quality: 95}).toBuffer(), 9],
	['with a wide colour space', () => photo.clone().withIccProfile('p3').jpeg({quality: 95}).toBuffer(), 4],
	['of low quality', () => photo.clone().jpeg({quality: 30}).toBuffer(), 8],
	['turned upside down', () => turned(3).jpeg({quality: 95}).toBuffer()],
	['turned to the left', () => turned(6).jpeg({quality: 95}).toBuffer()],
	['turned to the right', () => turned(8).jpeg({quality: 95}).toBuffer()],
	...([2, 4, 5, 7] as const).map(
		(orientation): Variant => [
			`mirrored, orientation ${orientation}`,
			async () => (await mirrored(orientation)).jpeg({quality: 95}).toBuffer(),
		],
	),
	['progressive, grey', () => greyPhoto().jpeg({quality: 95, progressive: true}).toBuffer()],
	['progressive, in print colours', () => cmyk().jpeg({quality: 95, progressive: true}).toBuffer(), 9],
	['after a byte order mark', afterBytes(0xef, 0xbb, 0xbf)],
	['after a line end', afterBytes(0x0d, 0x0a)],
	['after many line ends', afterBytes(0x0a, 0x0a, 0x0a, 0x0a)],
	['after a byte order mark and a line end', afterBytes(0xef, 0xbb, 0xbf, 0x0a)],
	[
		'with bytes after its end',
		async () => Buffer.concat([await photo.clone().jpeg({quality: 95}).toBuffer(), Buffer.alloc(999, 7)]),
	],
	['in black and white', () => ink.clone().jpeg({quality: 100}).toBuffer(), -4],
];

const pngs: readonly Variant[] = [
	['colour', () => photo.clone().png().toBuffer()],
	['not compressed', () => photo.clone().png({compressionLevel: 0}).toBuffer()],
	['interlaced', () => photo.clone().png({progressive: true}).toBuffer()],
	['with transparency', () => withAlpha().png().toBuffer()],
	['with 16 bits', () => sixteen().png().toBuffer()],
	['with 16 bits and transparency', () => withAlpha().toColourspace('rgb16').png().toBuffer()],
	['with 256 colours', () => photo.clone().png({palette: true, effort: 1}).toBuffer(), 6],
	['with 16 colours', () => photo.clone().png({palette: true, colours: 16}).toBuffer(), 16],
	['grey', () => greyPhoto().png().toBuffer()],
	['grey with transparency', () => greyPhoto().ensureAlpha().png().toBuffer()],
	['interlaced, with 16 bits', () => sixteen().png({progressive: true}).toBuffer()],
	[
		'interlaced, with 256 colours',
		() => photo.clone().png({palette: true, progressive: true, effort: 1}).toBuffer(),
		6,
	],
	['turned', () => turned(6).png().toBuffer()],
	['mirrored', async () => (await mirrored(5)).png().toBuffer()],
	[
		'after a byte order mark',
		async () => Buffer.concat([Buffer.from('efbbbf', 'hex'), await photo.clone().png().toBuffer()]),
	],
	...([1, 2, 4, 8, 16] as const).flatMap((depth): Variant[] => {
		const within = depth === 1 ? -1 : depth === 2 ? 40 : depth === 4 ? 8 : 2;
		const grey = () => (depth === 1 ? inkGrey : photoGrey);
		return [
			[`grey with ${depth} bits`, () => encodePng(grey(), drawnWidth, {depth}), within],
			...(depth < 16
				? [[`a palette of ${depth} bits`, () => encodePng(grey(), drawnWidth, {depth, palette: true}), within] as const]
				: []),
		];
	}),
];

const tiffs: readonly Variant[] = [
	...(['none', 'lzw', 'deflate', 'packbits', 'jpeg', 'webp'] as const).map(
		(compression): Variant => [`${compression}`, () => photo.clone().tiff({compression, quality: 95}).toBuffer(), 4],
	),
	['lzw with a predictor', () => photo.clone().tiff({compression: 'lzw', predictor: 'horizontal'}).toBuffer()],
	['grey', () => greyPhoto().tiff({compression: 'lzw'}).toBuffer()],
	[
		'in tiles',
		() => photo.clone().tiff({compression: 'deflate', tile: true, tileWidth: 64, tileHeight: 64}).toBuffer(),
	],
	['a pyramid', () => photo.clone().tiff({compression: 'deflate', tile: true, pyramid: true}).toBuffer()],
	['a large one', () => photo.clone().tiff({bigtiff: true, compression: 'lzw'}).toBuffer()],
	['with 16 bits', () => sixteen().tiff({compression: 'lzw'}).toBuffer()],
	['with transparency', () => withAlpha().tiff({compression: 'lzw'}).toBuffer()],
	['in print colours', () => cmyk().tiff({compression: 'lzw'}).toBuffer(), 9],
	['of a fax', () => ink.clone().toColourspace('b-w').tiff({compression: 'ccittfax4', bitdepth: 1}).toBuffer(), -1],
	[
		'of a fax, white first',
		() => ink.clone().toColourspace('b-w').tiff({compression: 'ccittfax4', bitdepth: 1, miniswhite: true}).toBuffer(),
		-1,
	],
	[
		'with 1 bit',
		() => ink.clone().toColourspace('b-w').tiff({compression: 'lzw', predictor: 'none', bitdepth: 1}).toBuffer(),
		-1,
	],
	['with 2 bits', () => greyPhoto().tiff({compression: 'lzw', predictor: 'none', bitdepth: 2}).toBuffer(), 40],
	['with 4 bits', () => greyPhoto().tiff({compression: 'lzw', predictor: 'none', bitdepth: 4}).toBuffer(), 12],
	['turned', () => turned(6).tiff({compression: 'lzw'}).toBuffer()],
	['turned upside down', () => turned(3).tiff({compression: 'deflate'}).toBuffer()],
	['mirrored', async () => (await mirrored(7)).tiff({compression: 'lzw'}).toBuffer()],
	['deflate with a predictor', () => photo.clone().tiff({compression: 'deflate', predictor: 'horizontal'}).toBuffer()],
	[
		'JPEG in tiles',
		() =>
			photo.clone().tiff({compression: 'jpeg', quality: 95, tile: true, tileWidth: 128, tileHeight: 128}).toBuffer(),
		4,
	],
	['in tiles, with 16 bits', () => sixteen().tiff({compression: 'lzw', tile: true}).toBuffer()],
];

const others: readonly Variant[] = [
	['webp', () => photo.clone().webp({quality: 95}).toBuffer(), 4],
	['webp without loss', () => photo.clone().webp({lossless: true, effort: 0}).toBuffer()],
	['webp almost without loss', () => photo.clone().webp({nearLossless: true, effort: 0}).toBuffer()],
	['webp with transparency', () => withAlpha().webp({quality: 95}).toBuffer(), 4],
	['webp turned', () => turned(8).webp({quality: 95}).toBuffer(), 4],
	['webp mirrored', async () => (await mirrored(4)).webp({quality: 95}).toBuffer(), 4],
	['webp without loss, with transparency', () => withAlpha().webp({lossless: true, effort: 0}).toBuffer()],
	['webp in black and white', () => ink.clone().webp({lossless: true, effort: 0}).toBuffer(), -1],
	['gif', () => photo.clone().gif({effort: 1}).toBuffer(), 10],
	['gif with 16 colours', () => photo.clone().gif({colours: 16, effort: 1}).toBuffer(), 24],
	['gif interlaced', () => photo.clone().gif({progressive: true, effort: 1}).toBuffer(), 10],
	['gif in black and white', () => ink.clone().gif({colours: 2, dither: 0}).toBuffer(), -1],
	['avif', () => photo.clone().avif({quality: 80, effort: 0}).toBuffer(), 5],
	[
		'avif with all of its colour',
		() => photo.clone().avif({quality: 80, effort: 0, chromaSubsampling: '4:4:4'}).toBuffer(),
		5,
	],
	['avif without loss', () => photo.clone().avif({lossless: true, effort: 0}).toBuffer()],
	['avif with 10 bits', () => photo.clone().avif({quality: 80, effort: 0, bitdepth: 10}).toBuffer(), 5],
	['avif with 12 bits', () => photo.clone().avif({quality: 80, effort: 0, bitdepth: 12}).toBuffer(), 5],
	['avif with transparency', () => withAlpha().avif({quality: 80, effort: 0}).toBuffer(), 5],
	['avif of grey', () => greyPhoto().avif({quality: 80, effort: 0}).toBuffer(), 5],
	['avif turned', () => turned(6).avif({quality: 80, effort: 0}).toBuffer(), 5],
];

describe.each([
	['JPEG', jpegs],
	['PNG', pngs],
	['TIFF', tiffs],
	['of another format', others],
])('a picture, %s,', (_, variants) => {
	/** `within`: the mean difference that the coding may make; below zero, of the page in black and white. */
	const cases = variants.map(([name, bytes, within = 3]: Variant) => ({name, bytes, within}));
	it.each(cases)('$name, is read as the page it is', async ({bytes, within}) => {
		const picture = await pictureOf('page', await bytes());
		const page = await decodeGrey(picture);
		expect([page.width, page.height]).toEqual([drawnWidth, drawnHeight]);
		expect(meanDifference(page.data, within < 0 ? inkGrey : photoGrey)).toBeLessThan(Math.abs(within));
	});
});

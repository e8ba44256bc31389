import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import sharp, {type Sharp} from 'sharp';
import {beforeAll, describe, expect, it, test} from 'vitest';
import {decodeGrey} from '../../../source/core/pictures/decode/decode.ts';
import {fileContent} from '../../../source/core/pictures/files/file-content.ts';
import {countHeic, decodeHeic, sizeOfHeic} from '../../../source/core/pictures/formats/heic.ts';
import {openPicture, pictureOf} from '../../../source/core/pictures/open.ts';
import {thumbnail} from '../../../source/core/pictures/thumbnail.ts';
import {drawnGrey, drawnHeight, drawnPage, drawnWidth, meanDifference} from '../../support/drawn-page.ts';
import {
	exifItem,
	gridItem,
	heicBytes,
	heifFile,
	mirrorProperty,
	pictureItem,
	rangeProperty,
	sizeProperty,
	turnProperty,
} from '../../support/heif-file.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const width = drawnWidth;
const height = drawnHeight;
let page: Sharp;
let grey: Buffer;

beforeAll(async () => {
	page = await drawnPage();
	grey = await drawnGrey(page);
});

const options = {path: 'a.heic', page: 1, colour: false, maxPixels: 64_000_000} as const;
const tiles = () => [1, 2, 3, 4].map(number => ({...pictureItem(`tile-${number}`, 240, 172), hidden: true}));
const stored = (...properties: Buffer[]) => heifFile([pictureItem('8-bit', width, height, properties)]);
const raw = (picture: Sharp) => picture.greyscale().raw().toBuffer();

describe('a HEIC picture', () => {
	it.each(['8-bit', '10-bit', '12-bit', '444', 'grey'])('of kind %s is read as the page it is', async name => {
		const picture = await pictureOf('a.heic', heicBytes(name));
		expect(picture).toMatchObject({format: 'heic', pages: 1});
		const decoded = await decodeGrey(picture);
		expect([decoded.width, decoded.height]).toEqual([width, height]);
		expect(meanDifference(decoded.data, grey)).toBeLessThan(3);
	});

	it('is white where it is transparent', async () => {
		const {data} = await decodeHeic(heicBytes('transparent'), options);
		expect(data[width * 60 + 40]).toBeGreaterThan(250);
		const visible = grey.map((value, at) => (at % width < 80 ? 255 : value));
		expect(meanDifference(data, visible)).toBeLessThan(3);
	});

	it('in the range of television is spread to black and white', async () => {
		const {data} = await decodeHeic(stored(rangeProperty(false)), options);
		const spread = grey.map(value => Math.max(0, Math.min(255, Math.round(((value - 16) * 255) / 219))));
		expect(meanDifference(data, spread)).toBeLessThan(3);
		const {data: full} = await decodeHeic(stored(rangeProperty(true)), options);
		expect(meanDifference(full, grey)).toBeLessThan(3);
	});

	it('is put together from its tiles', async () => {
		const file = heifFile([...tiles(), gridItem(width, height, [1, 2, 3, 4])], 5);
		expect(await countHeic(file)).toBe(1);
		const decoded = await decodeHeic(file, options);
		expect([decoded.width, decoded.height]).toEqual([width, height]);
		expect(meanDifference(decoded.data, grey)).toBeLessThan(3);
	});

	describe.each([0, 1, 2, 3])('turned %i times', quarters => {
		it.each([undefined, 0, 1] as const)('and mirrored over axis %s is upright', async axis => {
			const mirror = axis === undefined ? [] : [mirrorProperty(axis)];
			const file = stored(turnProperty(quarters), ...mirror);
			const turned = page.clone().rotate(-90 * quarters);
			const expected = sharp(await turned.png().toBuffer());
			if (axis === 0) expected.flip();
			if (axis === 1) expected.flop();
			const decoded = await decodeHeic(file, options);
			const upright = quarters % 2 === 0 ? [width, height] : [height, width];
			expect([decoded.width, decoded.height]).toEqual(upright);
			expect(await sizeOfHeic(file, 1)).toEqual({width: upright[0], height: upright[1]});
			expect(meanDifference(decoded.data, await raw(expected))).toBeLessThan(3);
		});
	});

	it('is not turned again by its Exif data', async () => {
		const turned = heifFile([pictureItem('8-bit', width, height, [turnProperty(3)]), exifItem(6, 1)]);
		const {width: across, height: down} = await decodeGrey(await pictureOf('a.heic', turned));
		expect([across, down]).toEqual([height, width]);
	});

	it('of several in a file comes first when it is the primary one, and the others are its further pages', async () => {
		const file = heifFile(
			[pictureItem('tile-1', 240, 172), pictureItem('8-bit', width, height), pictureItem('tile-2', 240, 172)],
			2,
		);
		const path = join(temporaryFolder(), 'a.heic');
		writeFileSync(path, file);
		expect(await openPicture(path)).toMatchObject({pages: 3, page: 1});
		const sizes = [];
		for (const number of [1, 2, 3]) sizes.push((await decodeGrey(await openPicture(`${path}#${number}`))).width);
		expect(sizes).toEqual([width, 240, 240]);
		const second = await decodeGrey(await openPicture(`${path}#2`));
		const quarter = page.clone().extract({left: 0, top: 0, width: 240, height: 172});
		expect(meanDifference(second.data, await raw(quarter))).toBeLessThan(4);
	});

	it('is seen in the picker', async () => {
		const path = join(temporaryFolder(), 'a.heic');
		writeFileSync(path, stored(turnProperty(1)));
		expect(await fileContent(path)).toEqual({width: height, height: width});
		const small = await thumbnail(path, {width: 100, height: 120});
		expect(small).toMatchObject({width: Math.round((120 * height) / width), height: 120});
		const expected = page.clone().rotate(-90).resize({width: 100, height: 120, fit: 'inside'}).removeAlpha();
		expect(meanDifference(small!.rgb, await expected.raw().toBuffer())).toBeLessThan(6);
	});
});

describe('a HEIC file that is not whole', () => {
	it('is refused from its header when it claims too many pixels', async () => {
		const {type, data, properties = []} = pictureItem('8-bit', width, height);
		const file = heifFile([{type, data, properties: [properties[0]!, sizeProperty(20_000, 20_000)]}]);
		await expect(decodeHeic(file, options)).rejects.toMatchObject({
			code: 'TOO_LARGE',
			details: {width: 20_000, height: 20_000},
		});
	});

	it.each([0.3, 0.6, 0.99])('but cut off after a share of %d is damaged', async share => {
		const whole = heicBytes('8-bit');
		const cut = whole.subarray(0, Math.floor(whole.length * share));
		await expect(decodeHeic(cut, options)).rejects.toMatchObject({code: 'DAMAGED_IMAGE', details: {path: 'a.heic'}});
	});

	it('but lacks a tile is damaged', async () => {
		const [first, second, third, fourth] = tiles();
		const empty = {...third!, data: Buffer.alloc(third!.data.length)};
		const file = heifFile([first!, second!, empty, fourth!, gridItem(width, height, [1, 2, 3, 4])], 5);
		await expect(decodeHeic(file, options)).rejects.toMatchObject({code: 'DAMAGED_IMAGE'});
	});

	test('coded in a way that is not known is named so', async () => {
		const item = pictureItem('8-bit', width, height);
		await expect(decodeHeic(heifFile([{...item, type: 'av01'}]), options)).rejects.toMatchObject({
			code: expect.stringMatching(/^(?:UNSUPPORTED|DAMAGED)_IMAGE$/),
		});
	});
});

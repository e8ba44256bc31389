import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import sharp, {type Sharp} from 'sharp';
import {beforeAll, describe, expect, it, test} from 'vitest';
import {prepareUpload} from '../../../source/core/engines/xiangyun/advice.ts';
import {decodeGrey} from '../../../source/core/pictures/decode/decode.ts';
import {decodePdf} from '../../../source/core/pictures/formats/pdf.ts';
import {openPicture, pictureOf} from '../../../source/core/pictures/open.ts';
import {openPage} from '../../../source/core/pictures/page.ts';
import {thumbnail} from '../../../source/core/pictures/thumbnail.ts';
import {drawnGrey, drawnHeight, drawnPage, drawnWidth, meanDifference} from '../../support/drawn-page.ts';
import {greyImage, jpegImage, type PdfPage, pdfFile, scannedPage} from '../../support/pdf-file.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

/** Of a drawn page from its picture: pixels are between those of the picture. Turned wrongly, it is over 40. */
const apart = 15;

let page: Sharp;
let jpeg: Buffer;
let grey: Buffer;

beforeAll(async () => {
	page = await drawnPage();
	jpeg = await page.clone().jpeg({quality: 92}).toBuffer();
	grey = await drawnGrey(page);
});

const image = (entries?: string) => jpegImage(jpeg, drawnWidth, drawnHeight, entries);
/** A page at 300 dots an inch has the pixels of its picture. */
const points = {width: (drawnWidth * 72) / 300, height: (drawnHeight * 72) / 300};
const scan = (rest: Partial<PdfPage> = {}) => ({...scannedPage(image(), points.width, points.height), ...rest});
const options = {path: 'a.pdf', page: 1, colour: false} as const;

const content = async (file: Buffer) => {
	const decoded = await decodePdf(file, options);
	return 'jpeg' in decoded ? decoded.jpeg : decoded;
};

/** Grey pixels of a page as a reader gets them. */
const read = async (file: Buffer) => decodeGrey(await pictureOf('a.pdf', file));

const greyOf = (picture: Sharp) => picture.greyscale().raw().toBuffer();

describe('a page that is one JPEG', () => {
	it('is that JPEG, byte for byte', async () => {
		expect(await content(pdfFile([scan()]))).toEqual(new Uint8Array(jpeg));
	});

	it('is so with text that a scanner hides behind it for searching', async () => {
		const hidden = `BT /F0 12 Tf 3 Tr 10 10 Td (P<UTOERIKSSON<<ANNA) Tj ET q ${points.width} 0 0 ${points.height} 0 0 cm /I0 Do Q`;
		expect(await content(pdfFile([scan({content: hidden})]))).toEqual(new Uint8Array(jpeg));
	});

	it('is taken out of a file whose bytes all threads share, for this computer and for the cloud', async () => {
		const path = join(temporaryFolder(), 'a.pdf');
		writeFileSync(path, pdfFile([scan(), scan()]));
		const second = await openPicture(`${path}#2`);
		expect(second).toMatchObject({pages: 2, page: 2});
		// Else each page takes a copy of the whole file to its thread.
		expect(second.bytes.buffer).toBeInstanceOf(SharedArrayBuffer);
		expect((await decodeGrey(second)).width).toBe(drawnWidth);
		expect((await prepareUpload(second)).bytes).toEqual(new Uint8Array(jpeg));
	});

	it('is sent to the cloud as that JPEG', async () => {
		const upload = await prepareUpload(await pictureOf('a.pdf', pdfFile([scan()])));
		expect(upload).toMatchObject({format: 'jpeg', notes: [{code: 'small'}]});
		expect(Buffer.from(upload.bytes).equals(jpeg)).toBe(true);
	});

	const {width: w, height: h} = points;
	describe.each([
		['upright', `${w} 0 0 ${h} 0 0`, false, (stored: Sharp) => stored],
		['mirrored', `${-w} 0 0 ${h} ${w} 0`, false, (stored: Sharp) => stored.flop()],
		['upside down', `${-w} 0 0 ${-h} ${w} ${h}`, false, (stored: Sharp) => stored.rotate(180)],
		['top down', `${w} 0 0 ${-h} 0 ${h}`, false, (stored: Sharp) => stored.flip()],
		['turned to the left', `0 ${w} ${-h} 0 ${h} 0`, true, (stored: Sharp) => stored.rotate(270)],
		['turned to the right', `0 ${-w} ${h} 0 0 ${w}`, true, (stored: Sharp) => stored.rotate(90)],
		['mirrored over one diagonal', `0 ${w} ${h} 0 0 0`, true, (stored: Sharp) => stored.rotate(90).flop()],
		['mirrored over the other', `0 ${-w} ${-h} 0 ${h} ${w}`, true, (stored: Sharp) => stored.rotate(270).flop()],
	] as const)('drawn %s', (_, matrix, sideways, change) => {
		it.each([0, 90, 180, 270] as const)('on a page that is turned by %i degrees is upright', async rotate => {
			const file = pdfFile([
				{
					width: sideways ? h : w,
					height: sideways ? w : h,
					rotate,
					content: `q ${matrix} cm /I0 Do Q`,
					images: [image()],
				},
			]);
			expect(await decodePdf(file, options)).toHaveProperty('jpeg');
			const changed = await change(page.clone()).png().toBuffer();
			const expected = await sharp(changed).rotate(rotate).png().toBuffer();
			const decoded = await read(file);
			const {width, height} = await sharp(expected).metadata();
			expect([decoded.width, decoded.height]).toEqual([width, height]);
			expect(meanDifference(decoded.data, await greyOf(sharp(expected)))).toBeLessThan(3);
			// The same page drawn, because of a line that cannot be seen.
			const drawn = pdfFile([
				{
					...{width: sideways ? h : w, height: sideways ? w : h},
					rotate,
					content: `q ${matrix} cm /I0 Do Q 1 1 1 rg 0 0 0.1 0.1 re f`,
					images: [image()],
				},
			]);
			const pixels = await decodePdf(drawn, options);
			expect(pixels).toMatchObject({width, height, channels: 1});
			if ('data' in pixels) expect(meanDifference(pixels.data, decoded.data)).toBeLessThan(apart);
		});
	});

	it('is not turned by its own Exif data, which PDF does not know', async () => {
		const exif = await page.clone().withMetadata({orientation: 3}).jpeg({quality: 92}).toBuffer();
		const file = pdfFile([scannedPage(jpegImage(exif, drawnWidth, drawnHeight), points.width, points.height)]);
		expect(meanDifference((await read(file)).data, grey)).toBeLessThan(3);
	});
});

describe('a page is drawn', () => {
	const drawn = async (page: PdfPage) => {
		const pixels = await decodePdf(pdfFile([page]), options);
		return 'data' in pixels ? pixels : undefined;
	};

	it('in 300 dots an inch, 2,600 at most', async () => {
		const small = await drawn({width: 144, height: 72, content: ''});
		expect(small).toMatchObject({width: 600, height: 300, channels: 1});
		expect(await drawn({width: 842, height: 595, content: ''})).toMatchObject({width: 2600, height: 1837});
		expect(await drawn({width: 14_400, height: 10, content: ''})).toMatchObject({width: 2600, height: 2});
	});

	it('where its picture is no JPEG', async () => {
		const raw = greyImage(grey, drawnWidth, drawnHeight);
		const pixels = await drawn(scannedPage(raw, points.width, points.height));
		expect(meanDifference(pixels!.data, grey)).toBeLessThan(apart);
	});

	it.each([
		['two pictures are on it', {content: `q ${140} 0 0 80 0 0 cm /I0 Do Q q 20 0 0 20 0 0 cm /I0 Do Q`}],
		['something is written on it', {content: 'q 115 0 0 82 0 0 cm /I0 Do Q BT /F0 12 Tf 10 10 Td (seen) Tj ET'}],
		['the picture is askew', {content: 'q 110 10 -10 70 10 0 cm /I0 Do Q'}],
		['the page shows a part of it', {content: 'q 0 0 50 50 re W n 115 0 0 82 0 0 cm /I0 Do Q'}],
		['it reaches over the edge', {content: 'q 300 0 0 200 -50 -50 cm /I0 Do Q'}],
		['a crop box hides a part of it', {entries: '/CropBox [20 20 90 60]'}],
	])('where %s', async (_, rest) => {
		expect(await drawn(scan(rest))).toMatchObject({channels: 1});
	});

	it('where the colours of the picture are turned round', async () => {
		const inverted = jpegImage(jpeg, drawnWidth, drawnHeight, '/Decode [1 0 1 0 1 0]');
		const pixels = await drawn(scannedPage(inverted, points.width, points.height));
		const negative = grey.map(value => 255 - value);
		expect(meanDifference(pixels!.data, negative)).toBeLessThan(12);
	});

	it('in colour for the cloud and for the eye', async () => {
		const blue = {width: 72, height: 72, content: '0 0 1 rg 0 0 72 72 re f'};
		const pixels = await decodePdf(pdfFile([blue]), {...options, colour: true, side: 100});
		expect(pixels).toMatchObject({width: 100, height: 100, channels: 3});
		if ('data' in pixels) expect([...pixels.data.subarray(0, 3)]).toEqual([0, 0, 255]);
		const upload = await prepareUpload(await pictureOf('a.pdf', pdfFile([blue])));
		expect(upload).toMatchObject({
			format: 'jpeg',
			notes: [{code: 'converted', from: 'pdf', to: 'jpeg'}, {code: 'small'}],
		});
	});
});

describe('a PDF of several pages', () => {
	it('has each page as a picture', async () => {
		const path = join(temporaryFolder(), 'scan.pdf');
		const shades = [0, 0.4, 0.8];
		writeFileSync(path, pdfFile(shades.map(shade => ({width: 30, height: 20, content: `${shade} g 0 0 30 20 re f`}))));
		const first = await openPicture(path);
		expect(first).toMatchObject({format: 'pdf', pages: 3, page: 1});
		for (const [index, shade] of shades.entries()) {
			const {data} = await decodeGrey(await openPicture(`${path}#${index + 1}`));
			expect(Math.abs(data[10 * 125 + 60]! - shade * 255)).toBeLessThan(3);
		}
		const seen = await thumbnail(`${path}#2`, {width: 30, height: 20});
		expect(Math.abs(seen!.rgb[300]! - 102)).toBeLessThan(3);
	});
});

test('a page is shown where it is checked, in colour and enlarged', async () => {
	const path = join(temporaryFolder(), 'scan.pdf');
	writeFileSync(path, pdfFile([{width: 30, height: 20, content: ''}, scan()]));
	const {grey: enlarged, small} = await openPage(`${path}#2`);
	expect([enlarged.width, enlarged.height]).toEqual([drawnWidth, drawnHeight]);
	expect(meanDifference(enlarged.data, grey)).toBeLessThan(3);
	expect(small).toMatchObject({width: drawnWidth, height: drawnHeight, channels: 3});
});

describe('a PDF that cannot be opened', () => {
	const file = (name: string) => readFileSync(join(import.meta.dirname, '../../support/pdf', name));

	test('because of its password is named so', async () => {
		await expect(read(file('password.pdf'))).rejects.toMatchObject({
			code: 'UNSUPPORTED_IMAGE',
			details: {path: 'a.pdf', format: 'PDF', needs: 'password'},
		});
	});

	test('to be changed, but to be read, is read', async () => {
		const {width, height} = await read(file('owner-only.pdf'));
		expect([width, height]).toEqual([500, 300]);
	});

	test.each([
		['has only its first line', Buffer.from('%PDF-1.7\n')],
		['ends in the middle', undefined],
		['has no page', pdfFile([])],
	])('because it %s is damaged', async (_, bytes) => {
		const broken = bytes ?? pdfFile([scan()]).subarray(0, 2000);
		await expect(read(broken)).rejects.toMatchObject({code: 'DAMAGED_IMAGE', details: {path: 'a.pdf'}});
	});
});

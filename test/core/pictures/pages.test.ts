import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import sharp from 'sharp';
import {describe, expect, it, test} from 'vitest';
import {decodeGrey} from '../../../source/core/pictures/decode/decode.ts';
import {openPicture} from '../../../source/core/pictures/open.ts';
import {codedItem, heifFile} from '../../support/heif-file.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const shades = [40, 120, 220] as const;

/** A file of three pages, each of one shade of grey. */
const threePages = () => {
	const pixels = Buffer.concat(shades.map(shade => Buffer.alloc(64 * 48 * 3, shade)));
	return sharp(pixels, {raw: {width: 64, height: 48 * shades.length, channels: 3, pageHeight: 48}});
};

/** The same as three pictures of one AVIF file. */
const avifPages = async () => {
	const items = shades.map(async shade => {
		const background = {r: shade, g: shade, b: shade};
		const one = sharp({create: {width: 64, height: 48, channels: 3, background}});
		return codedItem(await one.avif({effort: 0}).toBuffer(), 'av01', 'av1C', 64, 48);
	});
	return heifFile(await Promise.all(items), 1, 'avif');
};

const formats = [
	['scan.tif', () => threePages().tiff({compression: 'lzw'}).toBuffer()],
	['fax.gif', () => threePages().gif().toBuffer()],
	['chat.webp', () => threePages().webp({lossless: true}).toBuffer()],
	['shot.avif', avifPages],
] as const;

describe.each(formats)('the pages of %s', (name, make) => {
	it('are counted, and each is opened by its number', async () => {
		const path = join(temporaryFolder(), name);
		writeFileSync(path, await make());
		const first = await openPicture(path);
		expect(first).toMatchObject({path, pages: 3, page: 1});
		for (const [index, shade] of shades.entries()) {
			const page = await openPicture(`${path}#${index + 1}`);
			expect(page).toMatchObject({path: `${path}#${index + 1}`, pages: 3, page: index + 1, sha256: first.sha256});
			const {width, height, data} = await decodeGrey(page);
			expect([width, height]).toEqual([64, 48]);
			expect(Math.abs(data[64 * 24 + 32]! - shade)).toBeLessThan(4);
		}
	});

	it('end with the last: a further one does not exist', async () => {
		const path = join(temporaryFolder(), name);
		writeFileSync(path, await make());
		await expect(openPicture(`${path}#4`)).rejects.toMatchObject({
			code: 'FILE_NOT_FOUND',
			details: {path: `${path}#4`, pages: 3},
		});
	});
});

test('on a picture with one page the number is not a page', async () => {
	const path = join(temporaryFolder(), 'a.png');
	writeFileSync(path, await threePages().png().toBuffer());
	expect(await openPicture(`${path}#2`)).toMatchObject({path: `${path}#2`, pages: 1, page: 1});
});

test('a file that was replaced meanwhile is read again', async () => {
	const path = join(temporaryFolder(), 'a.tif');
	writeFileSync(path, await formats[0][1]());
	const first = await openPicture(`${path}#2`);
	writeFileSync(path, await threePages().negate().tiff({compression: 'lzw'}).toBuffer());
	const second = await openPicture(`${path}#2`);
	expect(second.sha256).not.toBe(first.sha256);
	expect((await decodeGrey(second)).data[0]).toBeGreaterThan(130);
});

test('a file whose name ends like a page is that file', async () => {
	const folder = temporaryFolder();
	const tiff = await formats[0][1]();
	writeFileSync(join(folder, 'a.tif'), tiff);
	writeFileSync(join(folder, 'a.tif#2'), await sharp(tiff, {page: 2}).png().toBuffer());
	expect(await openPicture(join(folder, 'a.tif#2'))).toMatchObject({format: 'png', pages: 1});
});

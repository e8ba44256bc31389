import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import sharp from 'sharp';
import {describe, expect, it} from 'vitest';
import {pageRange, pagesInRange} from '../../source/command-line/page-range.ts';
import {parse} from '../../source/command-line/parse.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const rangeOf = (value: string) => pageRange(parse(['recognize', 'a.pdf', '--pages', value], () => true));

const files = async () => {
	const folder = temporaryFolder();
	const [scan, photo] = [join(folder, 'scan.tif'), join(folder, 'photo.jpg')];
	const pixels = Buffer.alloc(32 * 24 * 3 * 4, 200);
	await sharp(pixels, {raw: {width: 32, height: 96, channels: 3, pageHeight: 24}}).toFile(scan);
	writeFileSync(
		photo,
		await sharp(pixels, {raw: {width: 32, height: 96, channels: 3}})
			.jpeg()
			.toBuffer(),
	);
	return {scan, photo};
};

describe('--pages', () => {
	it('is a page or a range', () => {
		expect([rangeOf('3'), rangeOf('2-5')]).toEqual([
			{first: 3, last: 3},
			{first: 2, last: 5},
		]);
		for (const wrong of ['0', '5-2', '2-', 'two', '1,3']) expect(() => rangeOf(wrong), wrong).toThrow('USAGE');
	});

	it('names the pages of files with several, and leaves other pictures alone', async () => {
		const {scan, photo} = await files();
		expect(await pagesInRange([scan, photo], {first: 2, last: 9})).toEqual([
			`${scan}#2`,
			`${scan}#3`,
			`${scan}#4`,
			photo,
		]);
		expect(await pagesInRange([scan, photo], {first: 1, last: 2})).toEqual([scan, photo]);
	});

	it('names a page that the file does not have, which then fails by its number', async () => {
		const {scan} = await files();
		expect(await pagesInRange([scan], {first: 7, last: 8})).toEqual([`${scan}#7`]);
	});
});

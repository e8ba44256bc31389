import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import sharp from 'sharp';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {createPageReader, type Reader} from '../../../../source/core/engines/offline/page-reader.ts';
import {packagePath} from '../../../../source/core/package-root.ts';
import {decodeGrey} from '../../../../source/core/pictures/decode.ts';
import {pictureOf} from '../../../../source/core/pictures/open.ts';

const folder = packagePath('source', 'specimens');
const labels: ReadonlyArray<{readonly file: string; readonly mrz: readonly string[]}> = JSON.parse(
	readFileSync(join(folder, 'labels.json'), 'utf8'),
);

let reader: Reader;
beforeAll(async () => {
	reader = await createPageReader();
});
afterAll(async () => reader.close());

/** A passport so many pixels wide on a sheet of A4 at 200 dpi, with some of a letter beside it. */
async function sheet(
	file: string,
	wide: number,
	[left, top]: readonly [number, number],
	turned: number,
): Promise<Buffer> {
	const background = '#f4f3f0';
	const upright = await sharp(join(folder, file))
		.autoOrient()
		.resize({width: wide})
		.flatten({background})
		.png()
		.toBuffer();
	const part = await sharp(upright).rotate(turned, {background}).png().toBuffer();
	return sharp({create: {width: 1654, height: 2339, channels: 3, background}})
		.composite([{input: part, left, top}])
		.jpeg({quality: 90})
		.toBuffer();
}

/** Each is lost without the last, finest look at the whole page. */
describe('a passport that is small on its page', () => {
	it.each([
		['IMG_2041.jpg', 460, [180, 260], 0],
		['Scan_20260314_0003.jpg', 464, [60, 1500], 180],
		['passport march 07.jpg', 420, [600, 1200], -8],
	] as const)('is found and read: %s, %d pixels wide', async (file, wide, at, turned) => {
		const picture = await pictureOf('sheet', await sheet(file, wide, at, turned));
		const [reading] = await reader.read(await decodeGrey(picture), 'sheet');
		expect(reading.lines.map(({text}) => text)).toEqual(labels.find(label => label.file === file)!.mrz);
	});
});

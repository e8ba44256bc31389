import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import sharp from 'sharp';
import {beforeAll, describe, expect, it} from 'vitest';
import {createPageReader, type Reader} from '../../../../source/core/engines/offline/page-reader.ts';
import {packagePath} from '../../../../source/core/package-root.ts';
import {decodeGrey} from '../../../../source/core/pictures/decode/decode.ts';
import {pictureOf} from '../../../../source/core/pictures/open.ts';

const folder = packagePath('source', 'specimens');
const labels: ReadonlyArray<{readonly file: string; readonly mrz: readonly string[]}> = JSON.parse(
	readFileSync(join(folder, 'labels.json'), 'utf8'),
);

/** Pixels on their way to another picture. */
const quick = {compressionLevel: 0};

let reader: Reader;
beforeAll(async () => {
	reader = await createPageReader();
});

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
		.png(quick)
		.toBuffer();
	const part = await sharp(upright).rotate(turned, {background}).png(quick).toBuffer();
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

describe('a passport in a long strip, such as a screenshot of a chat', () => {
	it.each([
		['at its beginning', 700, 7000, [50, 300]],
		['in its middle', 700, 7000, [50, 3100]],
		['at its end', 700, 7000, [50, 6500]],
		['of a panorama', 7000, 700, [4100, 90]],
	] as const)('is found and read %s', async (_, width, height, [left, top]) => {
		const part = await sharp(join(folder, 'Scan_20260314_0003.jpg'))
			.autoOrient()
			.resize({width: 590})
			.png(quick)
			.toBuffer();
		const bubbles = Array.from(
			{length: Math.ceil(height / 400)},
			(_, at) =>
				`<text x="60" y="${80 + 400 * at}" font-size="24" font-family="DejaVu Sans">Here is my passport</text>`,
		).join('');
		const text = Buffer.from(
			`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${bubbles}</svg>`,
		);
		const bytes = await sharp({create: {width, height, channels: 3, background: '#fff'}})
			.composite([{input: text}, {input: part, left, top}])
			.png(quick)
			.toBuffer();
		const [reading] = await reader.read(await decodeGrey(await pictureOf('chat.png', bytes)), 'chat.png');
		expect(reading.lines.map(({text}) => text)).toEqual(
			labels.find(({file}) => file === 'Scan_20260314_0003.jpg')!.mrz,
		);
	});
});

import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import sharp, {type Sharp} from 'sharp';
import {beforeAll, describe, expect, it} from 'vitest';
import {readFurther} from '../../../../source/core/engines/offline/further-passports.ts';
import {isEvenMrz} from '../../../../source/core/engines/offline/line/even-mrz.ts';
import {lookCloser} from '../../../../source/core/engines/offline/locate/closer-look.ts';
import type {MrzRegion, TextLine} from '../../../../source/core/engines/offline/locate/locate.ts';
import {buildPyramid, type Pyramid} from '../../../../source/core/engines/offline/locate/pyramid.ts';
import {loadNetwork, networkOnDemand} from '../../../../source/core/engines/offline/networks/load-network.ts';
import type {Network} from '../../../../source/core/engines/offline/networks/network.ts';
import {createPageReader, type Reader} from '../../../../source/core/engines/offline/page-reader.ts';
import {glanceAt, type MrzAttempt} from '../../../../source/core/engines/offline/read-mrz.ts';
import {packagePath} from '../../../../source/core/package-root.ts';
import type {PageReading} from '../../../../source/core/passport/model/reading.ts';
import {decodeGrey} from '../../../../source/core/pictures/decode/decode.ts';
import {pictureOf} from '../../../../source/core/pictures/open.ts';

const folder = packagePath('source', 'specimens');
const labels: ReadonlyArray<{readonly file: string; readonly mrz: readonly string[]}> = JSON.parse(
	readFileSync(join(folder, 'labels.json'), 'utf8'),
);
const linesOf = (file: string) => labels.find(label => label.file === file)!.mrz;
const [sofia, tereza, wilhelmina] = ['IMG_2041.jpg', 'guest 12.jpeg', 'passport march 07.jpg'] as const;

const background = '#e9e7e2';
const pageOf = async (file: string, width: number): Promise<Sharp> =>
	sharp(await sharp(join(folder, file)).rotate().resize({width}).flatten({background}).png().toBuffer());

type Part = {readonly page: Sharp; readonly at: readonly [number, number]};
const sheet = async (width: number, height: number, parts: readonly Part[]): Promise<Uint8Array> => {
	const layers = await Promise.all(
		parts.map(async ({page, at: [left, top]}) => ({input: await page.png().toBuffer(), left, top})),
	);
	return await sharp({create: {width, height, channels: 3, background}})
		.composite(layers)
		.jpeg({quality: 88})
		.toBuffer();
};
const greyOf = async (bytes: Uint8Array) => decodeGrey(await pictureOf('sheet.jpg', bytes));

let reader: Reader;
beforeAll(async () => {
	reader = await createPageReader();
});
const read = async (bytes: Uint8Array): Promise<PageReading> => reader.read(await greyOf(bytes), 'sheet.jpg');
const textOf = (readings: ReadonlyArray<{readonly lines: ReadonlyArray<{readonly text: string}>}>) =>
	readings.map(({lines}) => lines.map(({text}) => text));

/** What a locator says of lines across the middle of what is looked at: their rows, as shares, and how sure it is. */
const mapOf = ([, , height, width]: readonly number[], lines: ReadonlyArray<{row: number; level: number}>) => {
	const [rows, columns] = [height! / 4, width! / 4];
	const data = new Float32Array(3 * rows * columns);
	for (const {row, level} of lines) {
		for (const at of [Math.round(row * rows) - 1, Math.round(row * rows)]) {
			data.fill(level, at * columns + Math.round(columns * 0.23), at * columns + Math.round(columns * 0.77));
		}
	}
	return {data, dims: []};
};

describe('candidates beside a passport that was read', () => {
	/** Three passports in a row that touch each other, and the lines of each. */
	const wide = 740;
	const files = [sofia, tereza, wilhelmina];
	let pyramid: Pyramid;
	let lines: ReadonlyArray<readonly TextLine[]>;
	let first: MrzAttempt;
	let recogniser: Network;
	let second: Network;
	const pageFinder = networkOnDemand('page-finder');
	const locator: Network = {
		run: async (_, dims) => ({data: new Float32Array((3 * dims[2]! * dims[3]!) / 16), dims: []}),
	};

	beforeAll(async () => {
		[recogniser, second] = await Promise.all([loadNetwork('ocrb'), loadNetwork('ocrb-second')]);
		const pages = await Promise.all(files.map(async file => pageOf(file, wide)));
		const bytes = await sheet(
			3 * wide,
			640,
			pages.map((page, at) => ({page, at: [at * wide, 0]})),
		);
		const readings = await read(bytes);
		lines = readings.map(reading =>
			reading.lines.map(({from, to, pitch}) => ({
				from: [from![0] - pitch! / 2, from![1]],
				to: [to![0] + pitch! / 2, to![1]],
			})),
		);
		pyramid = buildPyramid(await greyOf(bytes));
		first = (await glanceAt(recogniser, pyramid, region(lines[0]!)))!;
	});

	const region = (of: readonly TextLine[]): MrzRegion => ({lines: of, score: 90, strength: 0.95});
	const furtherOf = async (candidates: readonly MrzRegion[], on = pyramid, seeing = locator) =>
		textOf(
			(await readFurther({locator: seeing, recogniser, second, pageFinder}, on, first, candidates, ['passport'])).found,
		);

	it('reads each of two that touch, whose lines were found as one', async () => {
		const across = lines[1]!.map((line, at) => ({from: line.from, to: lines[2]![at]!.to}));
		expect(await furtherOf([region(across)])).toEqual([linesOf(tereza), linesOf(wilhelmina)]);
	});

	it('reads one whose lines look worse when they are enlarged, as beside the edge of another one', async () => {
		const weak = {
			...locator,
			run: async (_: unknown, dims: readonly number[]) => mapOf(dims, [{row: 0.5, level: 0.75}]),
		};
		expect(await furtherOf([region(lines[1]!)], pyramid, weak)).toEqual([linesOf(tereza)]);
	});

	it('looks at the lines that were seen, and not at better ones of a passport that touches it', async () => {
		const [near, beside] = [[0.5, 0.56].map(row => ({row, level: 0.7})), [0.75, 0.81].map(row => ({row, level: 1}))];
		const both: Network = {run: async (_, dims) => mapOf(dims, [...near!, ...beside!])};
		const white = buildPyramid({width: 1000, height: 1000, data: new Uint8Array(1_000_000).fill(230)});
		const seen = {from: [100, 500], to: [900, 500]} as const;
		const closer = await lookCloser(both, white, {...region([seen]), strength: 0.6});
		expect(Math.abs(closer.lines[0]!.from[1] - 500)).toBeLessThan(30);
	});

	it('reads none again whose lines a candidate beside it leads to', async () => {
		const alone = await sheet(2 * wide, 640, [{page: await pageOf(sofia, wide), at: [0, 0]}]);
		const shifted = lines[0]!.map(({from, to}): TextLine => {
			const away = 0.64 * (to[0] - from[0]);
			return {from: [from[0] + away, from[1]], to: [to[0] + away, to[1]]};
		});
		expect(await furtherOf([region(shifted)], buildPyramid(await greyOf(alone)))).toEqual([]);
	});
});

describe('the end of a first line, whose second one is covered', () => {
	it('is of an MRZ where half a line before it there is a name', async () => {
		const page = await pageOf(tereza, 740);
		const [reading] = await read(await sheet(740, 600, [{page, at: [0, 0]}]));
		const [{from, to, pitch}, {from: second}] = reading.lines as [(typeof reading.lines)[0], (typeof reading.lines)[0]];
		const tape = (at: readonly [number, number], width: number, height: number) => ({
			page: sharp({create: {width: Math.round(width), height: Math.round(height), channels: 3, background}}),
			at: [Math.round(at[0]), Math.round(at[1])] as const,
		});
		const cover = tape([0, second![1] - pitch!], 740, 2 * pitch!);
		const name = tape([0, from![1] - pitch!], to![0] - 14 * pitch!, 2 * pitch!);
		const recogniser = await loadNetwork('ocrb');
		const end: TextLine = {from: [to![0] - 11 * pitch!, from![1] + 0.75 * (to![1] - from![1])], to: to!};
		const isMrz = async (covers: readonly Part[]) => {
			const pyramid = buildPyramid(await greyOf(await sheet(740, 600, [{page, at: [0, 0]}, ...covers])));
			return isEvenMrz(recogniser, pyramid, {line: end, pitch: pitch!}, () => true);
		};
		expect(await isMrz([cover])).toBe(true);
		expect(await isMrz([cover, name])).toBe(false);
	});
});

describe('a passport of another size than the one that was read', () => {
	const sticker = (left: number, top: number, width: number, height: number) => ({
		input: {
			create: {
				width: Math.round(width),
				height: Math.round(height),
				channels: 3 as const,
				background: '#d8d4c8',
			},
		},
		left: Math.round(left),
		top: Math.round(top),
	});
	const spoiled: ReadonlyArray<readonly [how: string, spoil: (page: Sharp, width: number, height: number) => Sharp]> = [
		[
			'has most of its lines covered',
			(page, width, height) => page.composite([sticker(0.42 * width, 0.74 * height, 0.5 * width, 0.25 * height)]),
		],
		[
			'is cut below its first line, upside down',
			(page, width, height) => page.extract({left: 0, top: 0, width, height: Math.round(0.86 * height)}).rotate(180),
		],
		[
			'has a strip over the middle of both lines',
			(page, width, height) => page.composite([sticker(0.3 * width, 0.77 * height, 0.45 * width, 0.19 * height)]),
		],
		[
			'shows the last fifth of both lines alone',
			(page, width, height) => page.composite([sticker(0, 0.77 * height, 0.78 * width, 0.2 * height)]),
		],
		[
			'shows both ends of its lines beside a card',
			(page, width, height) => page.composite([sticker(0.16 * width, 0.6 * height, 0.68 * width, 0.39 * height)]),
		],
	];
	it.each(spoiled)('is said to be there where it %s', async (_, spoil) => {
		const other = await pageOf(tereza, 560);
		const {width, height} = await other.metadata();
		const parts = [
			{page: await pageOf(sofia, 720), at: [20, 20]},
			{page: spoil(other, width, height), at: [780, 20]},
		] as const;
		const [first, ...others] = await read(await sheet(1400, 600, parts));
		expect(textOf([first, ...others])).toEqual([linesOf(sofia)]);
		expect(first.issues).toEqual([{code: 'passport-unread', params: {count: 1}, blocks: true}]);
	});

	it('is said to be there where it is two and a half times as large, and two fifths of its width are there', async () => {
		const wide = 1500;
		const larger = await pageOf(tereza, wide);
		const {height} = await larger.metadata();
		const half = larger.extract({left: Math.round(0.6 * wide), top: 0, width: Math.round(0.4 * wide), height});
		const parts = [
			{page: await pageOf(sofia, 600), at: [20, 20]},
			{page: half, at: [680, 20]},
		] as const;
		const [first, ...others] = await read(await sheet(1320, height + 40, parts));
		expect(textOf([first, ...others])).toEqual([linesOf(sofia)]);
		expect(first.issues).toEqual([{code: 'passport-unread', params: {count: 1}, blocks: true}]);
	});
});

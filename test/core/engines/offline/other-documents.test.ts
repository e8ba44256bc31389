import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import sharp from 'sharp';
import {beforeAll, describe, expect, it} from 'vitest';
import {createPageReader, type Reader} from '../../../../source/core/engines/offline/page-reader.ts';
import {packagePath} from '../../../../source/core/package-root.ts';
import {judge} from '../../../../source/core/passport/judge/judge.ts';
import {documentClasses} from '../../../../source/core/passport/model/document.ts';
import {decodeGrey} from '../../../../source/core/pictures/decode/decode.ts';
import {pictureOf} from '../../../../source/core/pictures/open.ts';

const folder = packagePath('source', 'specimens');
type Label = {readonly file: string; readonly mrz: readonly string[]};
const labels: readonly Label[] = JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8'));
const linesOf = (file: string) => labels.find(label => label.file === file)!.mrz;
const [card, passport] = ['id card back.jpg', 'IMG_2041.jpg'];

const picture = (file: string, width: number) => sharp(join(folder, file)).rotate().resize({width}).png().toBuffer();

let reader: Reader;
let alone: Buffer;
let both: Buffer;
beforeAll(async () => {
	reader = await createPageReader();
	alone = await picture(card, 900);
	both = await sharp({create: {width: 1400, height: 2000, channels: 3, background: '#e9e7e2'}})
		.composite([
			{input: await picture(passport, 1300), left: 50, top: 40},
			{input: await picture(card, 900), left: 60, top: 1250},
		])
		.jpeg({quality: 88})
		.toBuffer();
});

const read = async (bytes: Buffer, documents?: Parameters<Reader['read']>[2]) =>
	reader.read(await decodeGrey(await pictureOf('page.jpg', bytes)), 'page.jpg', documents);
const texts = (readings: Awaited<ReturnType<typeof read>>) => readings.map(({lines}) => lines.map(({text}) => text));

describe('an identity card', () => {
	it('is read by both networks and proven when it is asked for', async () => {
		const [reading] = await read(alone, {documents: ['id']});
		expect(reading.lines.map(({text}) => text)).toEqual(linesOf(card));
		expect(reading.lines.every(({characters}) => characters?.every(({second}) => second !== undefined))).toBe(true);
		expect(judge(reading, {today: {year: 2026, month: 11, day: 22}}).status).toBe('clean');
	});

	it.each(['beginning', 'end'] as const)('is read in line where the %s of two lines is covered', async at => {
		const [{lines}] = await read(alone, {documents: ['id']});
		const first = lines[0]!;
		const pitch = first.pitch!;
		const [x, y] = at === 'end' ? first.to! : first.from!;
		// Six characters of the upper two lines.
		const left = Math.round(at === 'end' ? x - 5.5 * pitch : x - 3 * pitch);
		const patch = {
			width: Math.round(8.5 * pitch),
			height: Math.round(3.2 * pitch),
			channels: 3,
			background: '#f4f4f4',
		} as const;
		const covered = await sharp(alone)
			.composite([{input: {create: patch}, left, top: Math.round(y - pitch)}])
			.png()
			.toBuffer();
		const [reading] = await read(covered, {documents: ['id']});
		expect(reading.shape).toBe('TD1');
		const seen = at === 'end' ? [0, 24] : [6, 30];
		for (const [i, line] of linesOf(card).entries()) {
			expect(reading.lines[i]!.text.slice(...(i < 2 ? seen : []))).toBe(line.slice(...(i < 2 ? seen : [])));
		}
		// What else the optional data holds is covered.
		expect(judge(reading, {today: {year: 2026, month: 11, day: 22}}).status).toBe('check');
	});

	it('is to check where hardly a check digit holds, as a passport is, and not refused', async () => {
		const [{lines}] = await read(alone, {documents: ['id']});
		const pitch = lines[0]!.pitch!;
		const at = (line: number, cell: number) => ({
			left: Math.round(lines[line]!.from![0] + (cell - 0.5) * pitch),
			top: Math.round(lines[line]!.from![1] - 0.6 * pitch),
		});
		// Fillers of the third line over numbers, as glare leaves them.
		const size = {width: Math.round(10 * pitch), height: Math.round(1.2 * pitch)};
		const input = await sharp(alone)
			.extract({...at(2, 18), ...size})
			.png()
			.toBuffer();
		const covered = await sharp(alone)
			.composite([
				{input, ...at(0, 8)},
				{input, ...at(1, 1)},
				{input, ...at(1, 10)},
			])
			.png()
			.toBuffer();
		const [reading] = await read(covered, {documents: ['passport', 'id']});
		expect(reading.shape).toBe('TD1');
		expect(reading.lines[2]!.text).toBe(linesOf(card)[2]);
		expect(judge(reading, {today: {year: 2026, month: 11, day: 22}}).status).toBe('check');
		await expect(read(covered)).rejects.toMatchObject({code: 'NO_PASSPORT_FOUND', details: {lines: 'partly'}});
	});

	it('is only named where it is not', async () => {
		const [reading] = await read(alone);
		expect(reading.shape).toBe('TD1');
		expect(reading.lines.some(({characters}) => characters?.some(({second}) => second !== undefined))).toBe(false);
	});
});

describe('a card beside a passport', () => {
	it('is noted, and the passport is read', async () => {
		const readings = await read(both);
		expect(texts(readings)).toEqual([linesOf(passport)]);
		expect(readings[0].issues).toEqual([{code: 'other-beside', params: {shape: 'TD1'}, blocks: false}]);
	});

	it('is read as well when both are asked for, in the order of the page', async () => {
		const readings = await read(both, {documents: documentClasses});
		expect(texts(readings)).toEqual([linesOf(passport), linesOf(card)]);
		expect(readings[0].issues ?? []).toEqual([]);
	});

	it('is read alone when only cards are asked for, and the passport noted', async () => {
		const readings = await read(both, {documents: ['id']});
		expect(texts(readings)).toEqual([linesOf(card)]);
		expect(readings[0].issues).toEqual([{code: 'other-beside', params: {shape: 'TD3'}, blocks: false}]);
	});
});

import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import sharp from 'sharp';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {Engine} from '../../../../source/core/engines/engine.ts';
import {createOfflineEngine} from '../../../../source/core/engines/offline/engine.ts';
import {AppError} from '../../../../source/core/errors.ts';
import {packagePath} from '../../../../source/core/package-root.ts';
import {judge} from '../../../../source/core/passport/judge/judge.ts';
import type {Reading} from '../../../../source/core/passport/model/reading.ts';
import {pictureOf} from '../../../../source/core/pictures/open.ts';

const folder = packagePath('source', 'specimens');
const labels: readonly {readonly file: string; readonly mrz: readonly string[]}[] = JSON.parse(
	readFileSync(join(folder, 'labels.json'), 'utf8'),
);
const file = 'IMG_2041.jpg';
const {mrz} = labels.find(label => label.file === file)!;
const today = {year: 2026, month: 3, day: 16};

let engine: Engine;
let whole: Buffer;
let wholeStatus: string;
beforeAll(async () => {
	engine = await createOfflineEngine({mrzAlone: true});
	whole = await sharp(join(folder, file)).autoOrient().resize({width: 800}).jpeg({quality: 90}).toBuffer();
	wholeStatus = judge(await readCut(whole.length), {today}).status;
});
afterAll(async () => engine.close());

const readCut = async (length: number) => {
	const [reading] = await engine.read(await pictureOf(file, whole.subarray(0, length)));
	return reading;
};

describe('a JPEG that is cut off', () => {
	it.each([
		['its last 2 bytes', (size: number) => size - 2],
		['its last 100 bytes', (size: number) => size - 100],
		['its last hundredth', (size: number) => size * 0.99],
	])('by %s is read exactly, and it is said', async (_, length) => {
		const reading = await readCut(Math.floor(length(whole.length)));
		expect(reading.lines.map(({text}) => text)).toEqual(mrz);
		expect(reading.issues).toContainEqual({code: 'picture-cut', blocks: false});
		expect(judge(reading, {today}).status).toBe(wholeStatus);
	});

	it.each([0.98, 0.94, 0.9, 0.86, 0.7])('after a share of %d never shows a wrong value as proven', async share => {
		const reading = await readCut(Math.floor(whole.length * share)).catch((error: unknown) => error);
		if (reading instanceof AppError) {
			expect(reading).toMatchObject({code: 'DAMAGED_IMAGE', details: {path: file}});
			return;
		}
		const {lines} = reading as Reading;
		const passport = judge(reading as Reading, {today});
		const isExact = lines.every(({text}, index) => text === mrz[index]);
		expect(isExact || passport.status !== 'clean').toBe(true);
		for (const [index, {characters}] of lines.entries()) {
			for (const [place, {seen, unseen}] of (characters ?? []).entries()) {
				if (unseen) expect(passport.status).toBe('check');
				else if (passport.status === 'clean') expect(seen).toBe(mrz[index]![place]);
			}
		}
	});

	it('says so when its lines are in the part that is lost', async () => {
		await expect(readCut(Math.floor(whole.length / 2))).rejects.toMatchObject({code: 'DAMAGED_IMAGE'});
	});
});

describe('a JPEG with a fault in its middle', () => {
	const spoil = (share: number, bytes: readonly number[]) => {
		const spoiled = Buffer.from(whole);
		spoiled.set(bytes, Math.floor(whole.length * share));
		return spoiled;
	};
	const readSpoiled = async (bytes: Buffer): Promise<Reading | AppError> =>
		engine.read(await pictureOf(file, bytes)).then(
			([reading]) => reading,
			(error: AppError) => error,
		);
	const zeros = Array.from({length: 400}, () => 0);
	const ones = Array.from({length: 40}, () => 255);

	it('behind its lines is read, and it is said', async () => {
		const reading = (await readSpoiled(spoil(0.97, zeros))) as Reading;
		expect(reading.lines.map(({text}) => text)).toEqual(mrz);
		expect(reading.issues).toContainEqual({code: 'picture-damaged', blocks: false});
	});

	it('is named as the cause when no passport is found', async () => {
		const lost = Array.from({length: Math.floor(whole.length * 0.7)}, () => 0);
		expect(await readSpoiled(spoil(0.25, lost))).toMatchObject({code: 'DAMAGED_IMAGE'});
	});

	it.each([
		...[0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map(share => ({share, bytes: zeros})),
		...[0.4, 0.8, 0.9].map(share => ({share, bytes: ones})),
	])('never shows a wrong value as proven: at a share of $share', async ({share, bytes}) => {
		const reading = await readSpoiled(spoil(share, bytes));
		if (reading instanceof AppError) {
			expect(reading.code).toBe('DAMAGED_IMAGE');
			return;
		}
		const isExact = reading.lines.every(({text}, index) => text === mrz[index]);
		expect(isExact || judge(reading, {today}).status !== 'clean').toBe(true);
	});
});

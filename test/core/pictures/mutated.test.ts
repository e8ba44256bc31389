import sharp, {type Sharp} from 'sharp';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {AppError} from '../../../source/core/errors.ts';
import {decodeGrey} from '../../../source/core/pictures/decode/decode.ts';
import {countHeic, decodeHeic} from '../../../source/core/pictures/formats/heic.ts';
import {countPdf, decodePdf} from '../../../source/core/pictures/formats/pdf.ts';
import {pictureOf} from '../../../source/core/pictures/open.ts';
import {drawnGrey, drawnHeight, drawnPage, drawnWidth} from '../../support/drawn-page.ts';
import {gridItem, heicBytes, heifFile, pictureItem} from '../../support/heif-file.ts';
import {greyImage, jpegImage, pdfFile, scannedPage} from '../../support/pdf-file.ts';

const count = 100;

type Random = (below: number) => number;

/** The same numbers for the same seed. */
function randomOf(seed: number): Random {
	let state = seed;
	return below => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
		return Math.floor(((state >>> 0) / 2 ** 32) * below);
	};
}

/** Half of the damage is in the header, where sizes and places are. */
function mutated(bytes: Uint8Array, random: Random): Buffer {
	const copy = Buffer.from(bytes);
	const reach = random(2) === 0 ? Math.min(copy.length, 900) : copy.length;
	const at = random(reach);
	switch (random(6)) {
		case 0:
			return copy.subarray(0, random(copy.length));
		case 1:
			for (let index = 0; index <= random(8); index++) copy[random(reach)] = random(256);
			return copy;
		case 2:
			return copy.fill(random(2) * 255, at, Math.min(copy.length, at + 1 + random(16)));
		case 3:
			return Buffer.concat([copy.subarray(0, at), copy.subarray(at + random(200))]);
		case 4:
			return Buffer.concat([copy.subarray(0, at), copy.subarray(at, at + random(64)), copy.subarray(at)]);
		default: {
			const values = [0, 1, 0x7fffffff, 0xffffffff, 0x10000, 0x80000000];
			copy.writeUInt32BE(values[random(values.length)]!, Math.min(at, copy.length - 4));
			return copy;
		}
	}
}

/** An uncompressed BMP of 24 bits, its rows from the foot up; as long as a row of four bytes needs no filling. */
async function bmpBytes(page: Sharp): Promise<Buffer> {
	const {data, info} = await page.clone().removeAlpha().flip().raw().toBuffer({resolveWithObject: true});
	const header = Buffer.alloc(54);
	header.write('BM', 'latin1');
	header.writeUInt32LE(header.length + data.length, 2);
	for (const [value, at] of [
		[54, 10],
		[40, 14],
		[info.width, 18],
		[info.height, 22],
		[data.length, 34],
	] as const) {
		header.writeUInt32LE(value, at);
	}
	header.writeUInt16LE(1, 26);
	header.writeUInt16LE(24, 28);
	return Buffer.concat([header, data]);
}

const written: string[] = [];
beforeEach(() => {
	written.length = 0;
	for (const stream of [process.stdout, process.stderr]) {
		vi.spyOn(stream, 'write').mockImplementation(text => {
			written.push(String(text));
			return true;
		});
	}
});
afterEach(() => void vi.restoreAllMocks());

/** Reads files that were changed at random; each is read, or refused with the reason. */
async function readAll(files: readonly Uint8Array[], read: (bytes: Uint8Array, random: Random) => Promise<unknown>) {
	const random = randomOf(1);
	const before = process.memoryUsage().rss;
	let refused = 0;
	for (let index = 0; index < count; index++) {
		const bytes = mutated(files[index % files.length]!, random);
		try {
			await read(bytes, random);
		} catch (error) {
			expect(error).toBeInstanceOf(AppError);
			expect((error as AppError).code).toMatch(/^(?:DAMAGED_IMAGE|UNSUPPORTED_IMAGE|TOO_LARGE|NOT_AN_IMAGE)$/);
			refused++;
		}
	}
	expect(refused).toBeGreaterThan(count / 20);
	expect(process.memoryUsage().rss - before).toBeLessThan(400_000_000);
	expect(written).toEqual([]);
}

describe(`${count} damaged files`, () => {
	it('of HEIC end no program, and nothing is printed', async () => {
		const tiles = [1, 2, 3, 4].map(number => ({...pictureItem(`tile-${number}`, 240, 172), hidden: true}));
		const grid = heifFile([...tiles, gridItem(drawnWidth, drawnHeight, [1, 2, 3, 4])], 5);
		await readAll([heicBytes('8-bit'), grid, heicBytes('transparent')], async (bytes, random) => {
			await countHeic(bytes).catch(() => 1);
			await decodeHeic(bytes, {path: 'a', page: 1, colour: random(2) === 0, maxPixels: 64_000_000});
		});
	});

	it('of PDF end no program, and nothing is printed', async () => {
		const page = await drawnPage();
		const jpeg = await page.clone().jpeg().toBuffer();
		const scan = pdfFile([scannedPage(jpegImage(jpeg, drawnWidth, drawnHeight), 115, 82)]);
		const raw = greyImage(await drawnGrey(page), drawnWidth, drawnHeight);
		const drawn = pdfFile([
			{width: 200, height: 100, content: 'BT /F0 12 Tf 10 10 Td (P<UTO) Tj ET 0 0 1 rg 0 0 9 9 re f'},
			scannedPage(raw, 115, 82),
		]);
		await readAll([scan, drawn], async (bytes, random) => {
			await countPdf(bytes).catch(() => 1);
			await decodePdf(bytes, {path: 'a', page: 1 + random(2), colour: random(2) === 0});
		});
	});

	// Small: what is damaged is decoded hundreds of times.
	const small = async () =>
		sharp(
			await (await drawnPage())
				.resize({width: drawnWidth / 4})
				.png()
				.toBuffer(),
		);

	it('of BMP end no program', async () => {
		const file = await bmpBytes(await small());
		expect(await decodeGrey(await pictureOf('a', file))).toMatchObject({width: 120, height: 86});
		await readAll([file], async bytes => decodeGrey(await pictureOf('a', bytes)));
	});

	it.each(['avif', 'gif', 'tiff', 'webp', 'png', 'jpeg'] as const)('of %s end no program', async format => {
		const page = await small();
		const file = await page.toFormat(format, format === 'avif' ? {effort: 1} : {}).toBuffer();
		await readAll([file], async bytes => decodeGrey(await pictureOf('a', bytes)));
	});
});

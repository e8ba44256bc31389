import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import sharp from 'sharp';
import {beforeAll, describe, expect, it} from 'vitest';
import {z} from 'zod';
import {mirrorImage} from '../../../../source/core/engines/offline/mirror.ts';
import {createPageReader, type Reader} from '../../../../source/core/engines/offline/page-reader.ts';
import {packagePath} from '../../../../source/core/package-root.ts';
import {decodeGrey} from '../../../../source/core/pictures/decode/decode.ts';
import {openPicture, pictureOf} from '../../../../source/core/pictures/open.ts';
import {salted} from '../../../support/salted.ts';

const label = z.object({
	file: z.string(),
	doc: z.string(),
	mrz: z.array(z.string()),
	expect: z.string(),
	why: z.string(),
});
const folder = packagePath('source', 'specimens');
const labels = z.array(label).parse(JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8')));

let reader: Reader;
beforeAll(async () => {
	reader = await createPageReader();
});

/** The first passport of a page. */
const readFirst = async (...page: Parameters<Reader['read']>) => (await reader.read(...page))[0];

/** The same answer for the same file, made once. */
const once = <Answer>(make: (file: string) => Promise<Answer>) => {
	const made = new Map<string, Promise<Answer>>();
	return (file: string) => made.get(file) ?? made.set(file, make(file)).get(file)!;
};

const decode = once(async file => decodeGrey(await openPicture(join(folder, file))));
const read = once(async file => readFirst(await decode(file), file));

/** A good scan, which tests change. */
const scan = 'IMG_2041.jpg';

describe('the offline reader, on the pages that ship', () => {
	it.each(labels.filter(({doc, expect: wanted}) => doc === 'TD3' && wanted === 'clean'))(
		'reads both lines of $file ($why)',
		async ({file, mrz}) => {
			const reading = await read(file);
			expect(reading.shape).toBe('TD3');
			expect(reading.lines.map(({text}) => text)).toEqual(mrz);
			for (const {characters} of reading.lines) expect(characters).toHaveLength(44);
		},
	);

	it.each(labels.filter(({doc}) => doc === 'none'))('finds no passport in $file', async ({file}) => {
		await expect(read(file)).rejects.toMatchObject({code: 'NO_PASSPORT_FOUND'});
	});

	it.each(labels.filter(({doc}) => doc === 'TD1'))('says that $file is a card', async ({file}) => {
		expect((await read(file)).shape).toBe('TD1');
	});

	it('takes lines in OCR-B that are no MRZ for no document, as on a payment slip', async () => {
		const page = await decode(scan);
		const {lines} = await read(scan);
		const scale = page.width / (page.original ?? page).width;
		const data = Uint8Array.from(page.data);
		// The letters of each line, in reverse order.
		for (const {from, to, pitch} of lines) {
			const step = [0, 1].map(axis => ((to![axis]! - from![axis]!) / 43) * scale);
			const half = Math.floor((pitch! * scale) / 2);
			for (let place = 0; place < 44; place++) {
				const at = (cell: number) => [0, 1].map(axis => Math.round(from![axis]! * scale + step[axis]! * cell));
				const [[x, y], [otherX, otherY]] = [at(place), at(43 - place)] as [[number, number], [number, number]];
				for (let row = -2 * half; row <= 2 * half; row++) {
					const begin = (otherY + row) * page.width + otherX - half;
					data.set(page.data.subarray(begin, begin + 2 * half), (y + row) * page.width + x - half);
				}
			}
		}
		await expect(readFirst({...page, data}, scan)).rejects.toMatchObject({code: 'NO_PASSPORT_FOUND'});
	});

	it.each(['left', 'right'] as const)(
		'takes a passport whose lines are covered at the %s end for no card',
		async end => {
			const {lines, page} = await read(scan);
			const {from, to, pitch} = lines[0]!;
			const middle = (from![1] + lines[1]!.from![1]) / 2;
			const x = end === 'left' ? from![0] - pitch! : to![0] - 8.5 * pitch!;
			const rectangle = `<rect x="${x}" y="${middle - 4 * pitch!}" width="${9.5 * pitch!}" height="${8 * pitch!}" fill="#e8e6e0"/>`;
			const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${page!.width}" height="${page!.height}">${rectangle}</svg>`;
			const covered = await sharp(join(folder, scan))
				.rotate()
				.composite([{input: Buffer.from(svg)}])
				.jpeg({quality: 90})
				.toBuffer();
			const reading = reader.read(await decodeGrey(await pictureOf(scan, covered)), scan);
			await expect(reading).rejects.toMatchObject({code: 'NO_PASSPORT_FOUND', details: {lines: 'partly'}});
		},
	);

	it.each(['IMG_2041.jpg', 'Scan_20260314_0003.jpg'])(
		'reads %s in a mirror, says so, and where the lines are',
		async file => {
			const page = await decode(file);
			const plain = await read(file);
			const {lines, issues} = await readFirst(mirrorImage(page), file);
			expect(issues).toEqual([{code: 'mirrored', blocks: false}]);
			expect(lines.map(({text}) => text)).toEqual(plain.lines.map(({text}) => text));
			for (const [index, {from, to, pitch, mirrored}] of lines.entries()) {
				const same = plain.lines[index]!;
				expect(mirrored).toBe(true);
				const scale = plain.page!.width / page.width;
				expect(Math.abs(from![0] - (plain.page!.width - 1 - same.from![0]))).toBeLessThan(0.5 * pitch! * scale);
				expect(Math.abs(to![0] - (plain.page!.width - 1 - same.to![0]))).toBeLessThan(0.5 * pitch! * scale);
				expect(Math.abs(from![1] - same.from![1])).toBeLessThan(0.5 * pitch! * scale);
			}
		},
	);

	it('says nothing of a mirror where there is none', async () => {
		const {issues, lines} = await read(scan);
		expect(issues).toBeUndefined();
		expect(lines.some(({mirrored}) => mirrored)).toBe(false);
	});

	it('reads a page that is full of specks', async () => {
		const page = await decode(scan);
		const clean = await read(scan);
		const {lines} = await readFirst(salted(page, 0.12), scan);
		expect(lines.map(({text}) => text)).toEqual(clean.lines.map(({text}) => text));
	});

	it.each([0.6, 1.5, 2.4])('leaves open what is beyond an edge that cuts %d characters off', async count => {
		const whole = await decode(scan);
		const {lines: before} = await read(scan);
		const {to, pitch} = before[1]!;
		const width = Math.floor(to![0] + (0.5 - count) * pitch!);
		const rows = Array.from({length: whole.height}, (_, y) =>
			whole.data.subarray(y * whole.width, y * whole.width + width),
		);
		const {lines} = await readFirst({width, height: whole.height, data: Buffer.concat(rows)}, scan);
		for (const [index, {text, characters}] of lines.entries()) {
			const known = characters!.findIndex(({unseen}) => unseen);
			expect(known).toBeGreaterThanOrEqual(43 - Math.ceil(count));
			expect(known).toBeLessThanOrEqual(44 - Math.floor(count));
			expect(text).toBe(before[index]!.text.slice(0, known).padEnd(44, '<'));
		}
	});

	it.each([
		['towards the fold at the left', (u: number) => 1.1 * (1 - u) ** 3],
		['towards the fold at the right', (u: number) => -1.1 * u ** 3],
		['in a wave', (u: number) => 0.5 * Math.sin(u * 5)],
	])('reads lines on a page that bends %s, and says where they run', async (_, bend) => {
		const flat = await decode(scan);
		const straight = await read(scan);
		const {from, to, pitch} = straight.lines[0]!;
		/** Pixels down, at a column of the page. */
		const down = (x: number) => bend(Math.max(0, Math.min(1, (x - from![0]) / (to![0] - from![0])))) * pitch!;
		const {width, height, data} = flat;
		const bent = data.map((_, at) => {
			const [x, y] = [at % width, Math.floor(at / width)];
			return data[Math.max(0, Math.min(height - 1, Math.round(y - down(x)))) * width + x]!;
		});
		const {lines} = await readFirst({width, height, data: bent}, scan);
		expect(lines.map(({text}) => text)).toEqual(straight.lines.map(({text}) => text));
		for (const [index, line] of lines.entries()) {
			for (const [at, [x, y]] of line.path!.entries()) {
				const share = at / (line.path!.length - 1);
				const {from: first, to: last} = straight.lines[index]!;
				const [wantedX, wantedY] = [0, 1].map(axis => first![axis]! + (last![axis]! - first![axis]!) * share);
				expect(Math.hypot(x - wantedX!, y - wantedY! - down(wantedX!))).toBeLessThan(0.3 * pitch!);
			}
		}
	});

	it.each([
		['right', (x: number) => 1 - 0.3 * x],
		['left', (x: number) => 0.7 + 0.3 * x],
	])(
		'reads lines on a page whose %s edge is seen at 0.7 of the other one, and says where they run',
		async (_, tall) => {
			const flat = await decode(scan);
			const straight = await read(scan);
			const {width, height, data} = flat;
			/** The place of a point of the picture on the page, both as shares of the width and height. */
			const onPage = (x: number, y: number) => [(x * tall(1)) / tall(x), 0.5 + (y - 0.5) / tall(x)] as const;
			const seen = data.map((_, at) => {
				const [u, v] = onPage((at % width) / width, Math.floor(at / width) / height);
				if (v < 0 || v >= 1) return 120;
				return data[Math.floor(v * height) * width + Math.min(width - 1, Math.floor(u * width))]!;
			});
			const {lines} = await readFirst({width, height, data: seen}, scan);
			expect(lines.map(({text}) => text)).toEqual(straight.lines.map(({text}) => text));
			for (const [index, line] of lines.entries()) {
				const {from, to, pitch} = straight.lines[index]!;
				for (const [at, [x, y]] of line.path!.entries()) {
					const share = at / (line.path!.length - 1);
					const [u, v] = onPage(x / width, y / height);
					const [wantedX, wantedY] = [0, 1].map(axis => from![axis]! + (to![axis]! - from![axis]!) * share);
					expect(Math.hypot(u * width - wantedX!, v * height - wantedY!)).toBeLessThan(0.3 * pitch!);
				}
			}
		},
	);

	it('says where on the page the lines are', async () => {
		const {lines, page} = await read(scan);
		const [first, second] = lines;
		expect(second!.from![1]).toBeGreaterThan(first!.from![1]);
		for (const [x, y] of [first!.from!, first!.to!, second!.from!, second!.to!]) {
			expect(x).toBeGreaterThan(0);
			expect(x).toBeLessThan(page!.width);
			expect(y).toBeGreaterThan(page!.height * 0.7);
			expect(y).toBeLessThan(page!.height);
		}
	});

	it('gives places in pixels of the stored picture, however large it is', async () => {
		const small = await read(scan);
		const factor = 3200 / Math.max(small.page!.width, small.page!.height);
		const bytes = await sharp(join(folder, scan))
			.resize({width: Math.round(small.page!.width * factor)})
			.jpeg()
			.toBuffer();
		const large = await readFirst(await decodeGrey(await pictureOf(scan, bytes)), scan);
		expect(Math.max(large.page!.width, large.page!.height)).toBe(3200);
		for (const [index, line] of large.lines.entries()) {
			const same = small.lines[index]!;
			expect(line.pitch! / factor).toBeCloseTo(same.pitch!, 0);
			expect(line.from![0] / factor).toBeGreaterThan(same.from![0] - same.pitch! / 2);
			expect(line.from![0] / factor).toBeLessThan(same.from![0] + same.pitch! / 2);
			expect(line.to![1] / factor).toBeGreaterThan(same.to![1] - same.pitch! / 2);
			expect(line.to![1] / factor).toBeLessThan(same.to![1] + same.pitch! / 2);
		}
	});

	it('leaves a page that no caller waits for', async () => {
		const page = await decode(scan);
		let asked = 0;
		const wanted = () => ++asked < 2;
		await expect(reader.read(page, scan, {wanted})).rejects.toMatchObject({code: 'CANCELLED', details: {path: scan}});
		expect(asked).toBe(2);
	});
});

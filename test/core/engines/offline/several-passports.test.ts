import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import sharp, {type Sharp} from 'sharp';
import {beforeAll, describe, expect, it} from 'vitest';
import {createPageReader, type Reader} from '../../../../source/core/engines/offline/page-reader.ts';
import {packagePath} from '../../../../source/core/package-root.ts';
import type {Reading} from '../../../../source/core/passport/model/reading.ts';
import {decodeGrey} from '../../../../source/core/pictures/decode/decode.ts';
import {pictureOf} from '../../../../source/core/pictures/open.ts';

const folder = packagePath('source', 'specimens');
type Label = {readonly file: string; readonly mrz: readonly string[]};
const labels: readonly Label[] = JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8'));
const linesOf = (file: string) => labels.find(label => label.file === file)!.mrz;

const [sofia, ewa, tereza, wilhelmina] = [
	'IMG_2041.jpg',
	'Scan_20260314_0003.jpg',
	'guest 12.jpeg',
	'passport march 07.jpg',
] as const;

/** `at`: left and top; `wide`: pixels across, before `turned` degrees clockwise. */
type Part = {
	readonly file: string;
	readonly at: readonly [number, number];
	readonly wide: number;
	readonly turned?: number;
};

const background = '#e9e7e2';
const quick = {compressionLevel: 0};

const upright = new Map<string, Promise<Buffer>>();
/** Made once, because most sheets begin with the same passport. */
const uprightOf = ({file, wide}: Part) => {
	const key = `${file} ${wide}`;
	const make = () =>
		sharp(join(folder, file)).rotate().resize({width: wide}).flatten({background}).png(quick).toBuffer();
	return upright.get(key) ?? upright.set(key, make()).get(key)!;
};

const partOf = async (part: Part) => {
	const whole = await uprightOf(part);
	return part.turned ? await sharp(whole).rotate(part.turned, {background}).png(quick).toBuffer() : whole;
};

const sheet = async (width: number, height: number, parts: readonly Part[]): Promise<Uint8Array> => {
	const layers = await Promise.all(
		parts.map(async part => ({input: await partOf(part), left: part.at[0], top: part.at[1]})),
	);
	return await sharp({create: {width, height, channels: 3, background}})
		.composite(layers)
		.jpeg({quality: 88})
		.toBuffer();
};

/** A movement of a little more than a character. */
const smear = {width: 17, height: 3, kernel: [0, 1, 0].flatMap(one => Array<number>(17).fill(one))};

/** `at`: left and top, in pixels. */
const sticker = ([left, top]: readonly [number, number], [width, height]: readonly [number, number]) => {
	const size = {width: Math.round(width), height: Math.round(height)};
	return {
		input: {create: {...size, channels: 3 as const, background: '#d8d4c8'}},
		left: Math.round(left),
		top: Math.round(top),
	};
};

let reader: Reader;
beforeAll(async () => {
	reader = await createPageReader();
	ofPair = await read(await pair());
});

const read = async (bytes: Uint8Array) =>
	reader.read(await decodeGrey(await pictureOf('sheet.jpg', bytes)), 'sheet.jpg');
/** Two passports beside each other, of which tests cover the second. */
const pair = async () =>
	await sheet(1500, 600, [
		{file: sofia, at: [20, 20], wide: 720},
		{file: tereza, at: [760, 20], wide: 720},
	]);
let ofPair: Awaited<ReturnType<typeof read>>;
const textOf = (readings: Awaited<ReturnType<typeof read>>) => readings.map(({lines}) => lines.map(({text}) => text));

describe('a sheet with several passports', () => {
	const arrangements: ReadonlyArray<readonly [how: string, size: readonly [number, number], parts: readonly Part[]]> = [
		[
			'beside each other',
			[1500, 600],
			[
				{file: sofia, at: [20, 20], wide: 720},
				{file: ewa, at: [760, 20], wide: 720},
			],
		],
		[
			'below each other',
			[800, 1150],
			[
				{file: sofia, at: [20, 20], wide: 740},
				{file: ewa, at: [20, 590], wide: 740},
			],
		],
		[
			'of which one is upside down',
			[1500, 600],
			[
				{file: sofia, at: [20, 20], wide: 720},
				{file: ewa, at: [760, 20], wide: 720, turned: 180},
			],
		],
		[
			'of different sizes, one of them turned',
			[1500, 800],
			[
				{file: sofia, at: [20, 20], wide: 900},
				{file: ewa, at: [960, 40], wide: 620, turned: 90},
			],
		],
		[
			'at a slant',
			[1400, 1500],
			[
				{file: sofia, at: [60, 40], wide: 900, turned: 12},
				{file: ewa, at: [260, 780], wide: 820, turned: -20},
			],
		],
		[
			'in two rows',
			[1500, 1120],
			[
				{file: sofia, at: [10, 10], wide: 720},
				{file: ewa, at: [760, 10], wide: 720},
				{file: tereza, at: [10, 570], wide: 720},
				{file: wilhelmina, at: [760, 570], wide: 720},
			],
		],
	];

	it.each(arrangements)('gives each a reading, %s, in reading order', async (_, [width, height], parts) => {
		const readings = await read(await sheet(width, height, parts));
		expect(textOf(readings)).toEqual(parts.map(({file}) => linesOf(file)));
		expect(readings.flatMap(({issues = []}) => issues)).toEqual([]);
	});

	it('says where each of them is on the sheet', () => {
		const [left, right] = ofPair;
		const reach = ({lines}: Reading) => lines.flatMap(({from, to}) => [from![0], to![0]]).sort((a, b) => a - b);
		expect(reach(left).at(-1)).toBeLessThan(740);
		expect(reach(right!)[0]).toBeGreaterThan(760);
	});

	it('reads the passport beside an identity card, and not the card', async () => {
		const readings = await read(
			await sheet(1500, 600, [
				{file: 'id card back.jpg', at: [20, 20], wide: 740},
				{file: ewa, at: [780, 20], wide: 700},
			]),
		);
		expect(textOf(readings)).toEqual([linesOf(ewa)]);
	});

	it('says of a passport whose lines are half covered that it is there', async () => {
		const {from, to, pitch} = ofPair[1]!.lines[0]!;
		const [x, y] = [from![0] + 0.55 * (to![0] - from![0]), from![1] - 3 * pitch!];
		const sticker = `<svg xmlns="http://www.w3.org/2000/svg" width="1500" height="600"><rect x="${x}" y="${y}" width="500" height="${9 * pitch!}" fill="#d8d4c8"/></svg>`;
		const covered = await sharp(await pair())
			.composite([{input: Buffer.from(sticker)}])
			.jpeg({quality: 88})
			.toBuffer();
		const [first, ...others] = await read(covered);
		expect(others).toEqual([]);
		expect(first.lines.map(({text}) => text)).toEqual(linesOf(sofia));
		expect(first.issues).toEqual([{code: 'passport-unread', params: {count: 1}, blocks: true}]);
	});

	it('says of a passport whose second line is covered that it is there', async () => {
		const [upper, lower] = ofPair[1]!.lines;
		const top = (upper!.from![1] + lower!.from![1]) / 2;
		const covered = await sharp(await pair())
			.composite([sticker([755, top], [740, 4 * lower!.pitch!])])
			.jpeg({quality: 88})
			.toBuffer();
		const readings = await read(covered);
		expect(textOf(readings)).toEqual([linesOf(sofia)]);
		expect(readings[0].issues).toEqual([{code: 'passport-unread', params: {count: 1}, blocks: true}]);
	});

	it('says of a passport whose first line is covered by white tape that it is there', async () => {
		const [upper] = ofPair[1]!.lines;
		const covered = await sharp(await pair())
			.composite([sticker([755, upper!.from![1] - 0.9 * upper!.pitch!], [740, 1.8 * upper!.pitch!])])
			.jpeg({quality: 88})
			.toBuffer();
		const readings = await read(covered);
		expect(textOf(readings)).toEqual([linesOf(sofia)]);
		expect(readings[0].issues).toEqual([{code: 'passport-unread', params: {count: 1}, blocks: true}]);
	});

	it('says of a passport far out of focus, whose lines are rows of spots, that it is there', async () => {
		const pitch = (885 / 125) * 2.54;
		const spots = [0, 1].flatMap(line =>
			Array.from({length: 44}, (_, at) => {
				const width = pitch * (at < 24 ? 0.4 + 0.15 * ((at * 7 + line * 3) % 4) : 0.35);
				const [x, y] = [42 + at * pitch, 491 + line * 2.5 * pitch];
				return `<rect x="${x}" y="${y}" width="${width}" height="${pitch * 0.95}" fill="#191919"/>`;
			}),
		);
		const paper =
			'<rect width="885" height="623" fill="#f4f0e6"/><rect x="35" y="128" width="234" height="297" fill="#b4b4b9"/>';
		const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="885" height="623">${paper}${spots.join('')}</svg>`;
		const input = await sharp(Buffer.from(svg)).blur(6).png().toBuffer();
		const page = await sharp(await sheet(885, 1300, [{file: sofia, at: [0, 0], wide: 885}]))
			.composite([{input, left: 0, top: 660}])
			.jpeg({quality: 88})
			.toBuffer();
		const readings = await read(page);
		expect(textOf(readings)).toEqual([linesOf(sofia)]);
		expect(readings[0].issues).toEqual([{code: 'passport-unread', params: {count: 1}, blocks: true}]);
	});

	const spoiled: ReadonlyArray<
		readonly [how: string, file: string, spoil: (page: Sharp, width: number, height: number) => Sharp | Promise<Sharp>]
	> = [
		[
			'has the middle of its lines covered',
			tereza,
			(page, width, height) => page.composite([sticker([0.28 * width, 0.74 * height], [0.44 * width, 0.25 * height])]),
		],
		[
			'shows the ends of its lines alone',
			tereza,
			(page, width, height) => page.composite([sticker([0.05 * width, 0.74 * height], [0.6 * width, 0.25 * height])]),
		],
		[
			'shows a long and a short piece of its lines',
			tereza,
			(page, width, height) => page.composite([sticker([0.23 * width, 0.72 * height], [0.22 * width, 0.27 * height])]),
		],
		['is out of focus', ewa, page => page.blur(4.4)],
		['is so far out of focus that its lines are two bars', ewa, page => page.blur(7)],
		['was moved along its lines while the picture was taken', tereza, page => page.convolve(smear)],
		[
			'is so coarse that each character is one square',
			ewa,
			async (page, width, height) => {
				const coarse = await page
					.resize(Math.round(width / 12))
					.png()
					.toBuffer();
				return sharp(coarse).resize(width, height, {kernel: 'nearest', fit: 'fill'});
			},
		],
	];
	const over = (width: number, height: number, svg: string) => ({
		input: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${svg}</svg>`),
	});
	const hidden: typeof spoiled = [
		[
			'has both of its lines under a black bar, as on copies',
			tereza,
			(page, width, height) =>
				page.composite([
					over(
						width,
						height,
						`<rect x="${0.02 * width}" y="${0.75 * height}" width="${0.96 * width}" height="${0.21 * height}"/>`,
					),
				]),
		],
		[
			'has a hand over both of its lines',
			tereza,
			(page, width, height) =>
				page.composite([
					over(
						width,
						height,
						[0.1, 0.3, 0.5, 0.7, 0.9]
							.map(
								x =>
									`<rect x="${(x - 0.13) * width}" y="${0.7 * height}" width="${0.25 * width}" height="${height}" rx="${0.12 * width}" fill="#c49a80"/>`,
							)
							.join(''),
					),
				]),
		],
	];
	it.each([...spoiled, ...hidden])('says of a passport that %s that it is there', async (_, file, spoil) => {
		const whole = sharp(await partOf({file, at: [0, 0], wide: 720}));
		const {width, height} = await whole.metadata();
		const page = await sharp(await sheet(1500, 600, [{file: sofia, at: [20, 20], wide: 720}]))
			.composite([{input: await (await spoil(whole, width, height)).png().toBuffer(), left: 760, top: 20}])
			.jpeg({quality: 88})
			.toBuffer();
		const readings = await read(page);
		expect(textOf(readings)).toEqual([linesOf(sofia)]);
		expect(readings[0].issues).toEqual([{code: 'passport-unread', params: {count: 1}, blocks: true}]);
	});

	it('reads each of a row of passports that touch each other once, and says of the smeared one among them that it is there', async () => {
		const smeared = await sharp(await partOf({file: tereza, at: [0, 0], wide: 740}))
			.convolve(smear)
			.png()
			.toBuffer();
		const row = [
			{file: sofia, at: [0, 0], wide: 740},
			{file: ewa, at: [740, 0], wide: 740},
		] as const;
		const page = await sharp(await sheet(2220, 640, row))
			.composite([{input: smeared, left: 1480, top: 0}])
			.jpeg({quality: 88})
			.toBuffer();
		const readings = await read(page);
		expect(textOf(readings)).toEqual(row.map(({file}) => linesOf(file)));
		expect(readings[0].issues).toEqual([{code: 'passport-unread', params: {count: 1}, blocks: true}]);
	});

	const forms: ReadonlyArray<readonly [what: string, row: (y: number) => string]> = [
		['rules', y => `<rect x="60" y="${y}" width="600" height="2"/>`],
		[
			'dotted lines',
			y => `<text x="60" y="${y}" font-family="DejaVu Sans Mono" font-size="20">Name${'.'.repeat(46)}</text>`,
		],
		[
			'rows to write on',
			y => `<text x="60" y="${y}" font-family="DejaVu Sans Mono" font-size="20">Name ${'_'.repeat(45)}</text>`,
		],
	];
	it.each(forms)('takes no form with %s for a passport', async (_, row) => {
		const rows = Array.from({length: 14}, (_, index) => row(60 + 38 * index)).join('');
		const form = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="720" height="600">${rows}</svg>`);
		const page = await sharp(await sheet(1500, 640, [{file: sofia, at: [20, 20], wide: 720}]))
			.composite([{input: form, left: 760, top: 10}])
			.jpeg({quality: 88})
			.toBuffer();
		const readings = await read(page);
		expect(textOf(readings)).toEqual([linesOf(sofia)]);
		expect(readings[0].issues).toBeUndefined();
	});

	const grounds: ReadonlyArray<readonly [what: string, svg: string, blurred: number]> = [
		[
			'a letter',
			Array.from(
				{length: 11},
				(_, row) =>
					`<text x="50" y="${60 + 37 * row}" textLength="${row % 4 === 3 ? 400 : 640}" font-family="DejaVu Sans" font-size="22">the holder of this ${'passport is requested to '.slice(row, row + 14)} pass freely</text>`,
			).join(''),
			3,
		],
		[
			'boxes to write in',
			[40, 150, 260, 370]
				.map(
					y =>
						`<rect x="38" y="${y}" width="645" height="37" fill="none" stroke="#222" stroke-width="2"/><text x="46" y="${y + 25}" font-size="15" font-family="DejaVu Sans">nationality</text>`,
				)
				.join(''),
			2,
		],
		['two bars', [0, 37].map(y => `<rect x="38" y="${300 + y}" width="645" height="14"/>`).join(''), 3],
		[
			'a ruler',
			[0, 37]
				.map(y =>
					Array.from(
						{length: 110},
						(_, at) => `<rect x="${38 + 5.9 * at}" y="${300 + y}" width="2" height="14"/>`,
					).join(''),
				)
				.join(''),
			2,
		],
		[
			'wood',
			Array.from(
				{length: 15},
				(_, row) =>
					`<path d="M0 ${20 + 37 * row} Q 180 ${row % 2 ? 0 : 26 + 37 * row} 360 ${20 + 37 * row} T 720 ${20 + 37 * row}" fill="none" stroke="#754" stroke-width="14"/>`,
			).join(''),
			6,
		],
	];
	it.each(grounds)('takes %s out of focus for no passport', async (_, shapes, blurred) => {
		const paper = '<rect width="720" height="540" fill="#f2efe8"/>';
		const svg = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="720" height="540">${paper}${shapes}</svg>`);
		const input = await sharp(svg).blur(blurred).png().toBuffer();
		const page = await sharp(await sheet(1500, 600, [{file: sofia, at: [20, 20], wide: 720}]))
			.composite([{input, left: 760, top: 30}])
			.jpeg({quality: 88})
			.toBuffer();
		const readings = await read(page);
		expect(textOf(readings)).toEqual([linesOf(sofia)]);
		expect(readings[0].issues).toBeUndefined();
	});

	it('takes no other printed matter for a passport', async () => {
		const readings = await read(
			await sheet(1500, 1000, [
				{file: sofia, at: [20, 20], wide: 720},
				{file: 'voucher_HM-2026-004187.jpg', at: [760, 20], wide: 700},
			]),
		);
		expect(textOf(readings)).toEqual([linesOf(sofia)]);
		expect(readings[0].issues).toBeUndefined();
	});

	it('takes neither the other page of a booklet nor the front of an identity card for a passport', async () => {
		const lines = Array.from(
			{length: 9},
			(_, row) => `<text x="60" y="${170 + 32 * row}">the holder of this passport is requested to sign</text>`,
		);
		const other = over(
			720,
			506,
			`<rect width="720" height="506" fill="#efe9dc"/><g font-family="DejaVu Sans" font-size="15" fill="#433"><text x="240" y="60" font-size="26">OBSERVATIONS</text>${lines.join('')}</g><circle cx="560" cy="400" r="70" fill="none" stroke="#536" stroke-width="5"/>`,
		);
		const rows = Array.from({length: 6}, (_, row) => `<text x="180" y="${84 + 36 * row}">VALUE ${row * 7919}</text>`);
		const card = over(
			490,
			310,
			`<rect width="490" height="310" rx="16" fill="#dfe6ee"/><rect x="24" y="66" width="126" height="170" fill="#aab"/><ellipse cx="87" cy="140" rx="36" ry="48" fill="#765"/><g font-family="DejaVu Sans" font-size="17"><text x="24" y="38" font-size="20">IDENTITY CARD</text>${rows.join('')}</g>`,
		);
		const page = await sharp(await sheet(1300, 1060, [{file: sofia, at: [20, 532], wide: 720}]))
			.composite([
				{...other, left: 20, top: 20},
				{...card, left: 780, top: 40},
			])
			.jpeg({quality: 88})
			.toBuffer();
		const readings = await read(page);
		expect(textOf(readings)).toEqual([linesOf(sofia)]);
		expect(readings[0].issues).toBeUndefined();
	});

	const titles: ReadonlyArray<readonly [script: string, turned: readonly number[], lines: readonly string[]]> = [
		['Latin', [0, 90], ['REPUBLIC OF UTOPIA / REPUBLIQUE', 'MINISTRY OF FOREIGN AFFAIRS']],
		['Greek', [0], ['ΕΛΛΗΝΙΚΗ ΔΗΜΟΚΡΑΤΙΑ ΟΥΤΟΠΙΑ', 'HELLENIC REPUBLIC OF UTOPIA']],
		['Cyrillic', [90], ['РЕСПУБЛИКА УТОПИЯ', 'ЗАГРАНИЧНЫЙ ПАСПОРТ']],
	];
	it.each(titles.flatMap(([script, each, lines]) => each.map(turned => [script, turned, lines] as const)))(
		'takes no title on the other page for a passport: %s, turned by %i degrees',
		async (_, turned, lines) => {
			const text = lines
				.map(
					(line, row) =>
						`<text x="60" y="${120 + 46 * row}" textLength="600" font-family="DejaVu Sans Mono, monospace" font-size="33" fill="#402030">${line}</text>`,
				)
				.join('');
			const title = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="720" height="540">${text}</svg>`);
			const page = await sharp(await sheet(740, 1130, [{file: sofia, at: [10, 570], wide: 720}]))
				.composite([{input: title, left: 10, top: 10}])
				.jpeg({quality: 88})
				.toBuffer();
			const readings = await read(await sharp(page).rotate(turned).jpeg({quality: 88}).toBuffer());
			expect(textOf(readings)).toEqual([linesOf(sofia)]);
			expect(readings[0].issues).toBeUndefined();
		},
	);
});

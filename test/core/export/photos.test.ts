import {copyFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import exceljs from 'exceljs';
import JSZip from 'jszip';
import sharp from 'sharp';
import {expect, test} from 'vitest';
import {writePhotos} from '../../../source/core/export/excel/photos.ts';
import {formats} from '../../../source/core/export/formats.ts';
import {tableOf} from '../../../source/core/export/rows.ts';
import {exportOf} from '../../../source/core/export/write.ts';
import {openPicture} from '../../../source/core/pictures/open.ts';
import {portraitFrame, readPhotos} from '../../../source/core/pictures/photos.ts';
import type {PassportRecord} from '../../../source/core/records/record.ts';
import {messages} from '../../../source/text/index.ts';
import {recordOf, today} from '../../support/records.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const words = messages('en').exported;

/** A record of a page of 1250 x 880 pixels, ten a millimetre: the MRZ where ICAO Doc 9303-4 puts it. */
const geometry = {
	page: {width: 1250, height: 880},
	lines: [
		{from: [60, 720], to: [60 + 43 * 25.4, 720], pitch: 25.4},
		{from: [60, 783], to: [60 + 43 * 25.4, 783], pitch: 25.4},
	],
	printed: {},
} as const;

/** A page: the portrait is a red rectangle at its left, everything else is white. */
async function page(folder: string, name: string, left = 50): Promise<string> {
	const path = join(folder, name);
	const red = await sharp({create: {width: 320, height: 420, channels: 3, background: 'red'}})
		.png()
		.toBuffer();
	await sharp({create: {width: 1250, height: 880, channels: 3, background: 'white'}})
		.composite([{input: red, left, top: 200}])
		.withExif({IFD0: {Artist: 'Anna', ImageDescription: 'Room 214'}, IFD3: {GPSLatitude: '48/1 8/1 0/1'}})
		.jpeg()
		.toFile(path);
	return path;
}

async function recordAt(path: string, more: Partial<PassportRecord> = {}): Promise<PassportRecord> {
	return recordOf(path, {sha256: (await openPicture(path)).sha256, geometry, ...more});
}

async function workbook(records: readonly PassportRecord[]): Promise<JSZip> {
	const list = exportOf(records, {format: 'excel', words, today, photos: readPhotos});
	const parts: Uint8Array[] = [];
	for await (const part of list.content() as AsyncIterable<Uint8Array>) parts.push(part);
	return await JSZip.loadAsync(Buffer.concat(parts));
}

/** The share of red in a JPEG. */
async function redness(bytes: Uint8Array): Promise<number> {
	const {channels} = await sharp(bytes).stats();
	return 1 - channels[1]!.mean / 255;
}

test('a row has the page and the portrait, without what the camera wrote, in pictures of a few kilobytes', async () => {
	const folder = temporaryFolder();
	const zip = await workbook([await recordAt(await page(folder, 'a.jpg'))]);
	const media = Object.keys(zip.files).filter(name => name.startsWith('xl/media/'));
	expect(media).toEqual(['xl/media/page1.jpeg', 'xl/media/portrait1.jpeg']);
	for (const name of media) {
		const bytes = await zip.file(name)!.async('nodebuffer');
		expect(bytes.length).toBeLessThan(20_000);
		expect(bytes.toString('latin1')).not.toMatch(/Exif|Anna|Room 214/);
		expect((await sharp(bytes).metadata()).exif).toBeUndefined();
	}
	expect(await redness(await zip.file(media[1]!)!.async('nodebuffer'))).toBeGreaterThan(0.5);
	expect(await redness(await zip.file(media[0]!)!.async('nodebuffer'))).toBeLessThan(0.2);
});

test('a long text is in lines beside the pictures, not below them', async () => {
	const zip = await workbook([await recordAt(await page(temporaryFolder(), 'a.jpg'))]);
	const {worksheets} = await new exceljs.Workbook().xlsx.load(await zip.generateAsync({type: 'arraybuffer'}));
	const [passports, issues] = worksheets;
	expect(passports!.getRow(2).getCell(2).alignment).toEqual({vertical: 'middle', wrapText: true});
	expect(passports!.getRow(2).getCell(1).alignment).toMatchObject({vertical: 'middle', horizontal: 'right'});
	expect(issues!.getRow(2).getCell(2).alignment).toBeUndefined();
});

test('a page that is turned or seen in a mirror has its portrait upright', async () => {
	const upright = portraitFrame(recordOf('/a', {geometry}), geometry.page)!;
	const [wide, tall] = [1250, 880];
	const turned = (
		turn: (point: readonly [number, number]) => readonly [number, number],
		page: typeof geometry.page,
	) => {
		const lines = geometry.lines.map(line => ({...line, from: turn(line.from), to: turn(line.to)}));
		return portraitFrame(recordOf('/a', {geometry: {...geometry, page, lines} as never}), page)!;
	};
	const middle = ({origin, across, down}: typeof upright) =>
		[0, 1].map(axis => Math.round(10 * (origin[axis]! + (across[axis]! + down[axis]!) / 2)) / 10);
	const [x, y] = middle(upright) as [number, number];
	const half = turned(([px, py]) => [wide - 1 - px, tall - 1 - py], geometry.page);
	expect(middle(half)).toEqual([wide - x, tall - y]);
	expect(half.across[0]).toBeCloseTo(-upright.across[0]);
	const mirror = turned(([px, py]) => [wide - 1 - px, py], geometry.page);
	expect(middle(mirror)).toEqual([wide - x, y]);
	expect(mirror.down[1]).toBeCloseTo(upright.down[1]);
	const quarter = turned(([px, py]) => [tall - 1 - py, px], {width: 880, height: 1250} as never);
	expect(middle(quarter)).toEqual([tall - y, x]);
});

test('a portrait at the right is found where printed values begin at the left, and none where they are at both', () => {
	const at = (...places: readonly (readonly [number, number])[]) =>
		portraitFrame(
			recordOf('/a', {
				geometry: {
					...geometry,
					printed: Object.fromEntries(
						['sex', 'issue_date']
							.slice(0, places.length)
							.map((key, index) => [key, {from: places[index], to: places[index], height: 20}]),
					),
				} as never,
			}),
			geometry.page,
		);
	expect(at()!.origin[0]).toBeLessThan(60);
	expect(at([600, 300])!.origin[0]).toBeLessThan(60);
	expect(at([200, 300])!.origin[0]).toBeGreaterThan(700);
	expect(at([200, 300], [1000, 300])).toBeUndefined();
});

test('a picture that is gone, was replaced, or shows no place for a portrait leaves a word in its cell', async () => {
	const folder = temporaryFolder();
	const good = await page(folder, 'a.jpg');
	const gone = await recordAt(await page(folder, 'gone.jpg'), {path: join(folder, 'not there.jpg')});
	const replaced = await recordAt(good, {path: await page(folder, 'b.jpg', 300)});
	const {geometry: _, ...cloud} = await recordAt(good);
	writeFileSync(join(folder, 'no picture.jpg'), 'text');
	const broken = recordOf(join(folder, 'no picture.jpg'), {geometry});
	const zip = await workbook([gone, replaced, cloud, broken]);
	const sheet = await zip.file('xl/worksheets/sheet1.xml')!.async('string');
	const count = (said: string) => sheet.split(said).length - 1;
	expect(count(words.photoProblems.gone)).toBe(4);
	expect(count(words.photoProblems.changed)).toBe(2);
	expect(count(words.photoProblems['no-place'])).toBe(1);
	expect(Object.keys(zip.files).filter(name => name.startsWith('xl/media/'))).toEqual(['xl/media/page3.jpeg']);
});

test('every picture that a sheet shows is in the package, named where Excel looks for it', async () => {
	const folder = temporaryFolder();
	const path = await page(folder, 'a.jpg');
	copyFileSync(path, join(folder, 'c.jpg'));
	const zip = await workbook([await recordAt(path), await recordAt(join(folder, 'c.jpg'))]);
	const read = async (name: string) => await zip.file(name)!.async('string');
	const types = await read('[Content_Types].xml');
	expect(types).toContain('<Default Extension="jpeg" ContentType="image/jpeg"/>');
	expect(types).toContain('PartName="/xl/drawings/drawing1.xml"');
	const sheet = await read('xl/worksheets/sheet1.xml');
	const [, id] = /<drawing r:id="(\w+)"\/>/.exec(sheet)!;
	expect(await read('xl/worksheets/_rels/sheet1.xml.rels')).toMatch(
		new RegExp(
			`Id="${id}"[^>]*Target="\\.\\./drawings/drawing1\\.xml"|Target="\\.\\./drawings/drawing1\\.xml"[^>]*Id="${id}"`,
		),
	);
	const relations = await read('xl/drawings/_rels/drawing1.xml.rels');
	const targets = new Map(
		[...relations.matchAll(/Id="(\w+)"[^>]*Target="\.\.\/(media\/\w+\.jpeg)"/g)].map(one => [one[1], one[2]]),
	);
	const drawing = await read('xl/drawings/drawing1.xml');
	const embedded = [...drawing.matchAll(/r:embed="(\w+)"/g)].map(one => one[1]!);
	expect(embedded).toHaveLength(4);
	for (const one of embedded) expect(zip.file(`xl/${targets.get(one)}`), one).not.toBeNull();
	expect(formats.excel.holdsPictures).toBe(true);
});

/** A segment of a JPEG with so many bytes behind its length; a frame says 200 by 100 pixels. */
const segment = (marker: number, room = 7): readonly number[] => {
	const frame = [0xff, marker, 0, room + 2, 8, 0, 100, 0, 200];
	return [...frame, ...Array.from({length: room}, () => 0)].slice(0, room + 4);
};
const jpegOf = (...segments: readonly (readonly number[])[]) =>
	Uint8Array.from([0xff, 0xd8, ...segments.flat(), 0xff, 0xd9]);

/** What the cells of a row say, and the drawing of a list of so many rows with these pictures. */
async function drawnOf(page: Uint8Array, count = 1, longest = 10) {
	const parts = new Map<string, string>();
	const book = {
		style: () => 0,
		sheet: async () => {},
		part: async (name: string, content: Uint8Array | Iterable<string>) => {
			parts.set(name, content instanceof Uint8Array ? '' : [...content].join(''));
		},
	};
	const table = tableOf(
		Array.from({length: count}, () => recordOf('/p/a.jpg')),
		{words, columns: 'brief', today},
	);
	const sheet = await writePhotos(book, table, async () => ({page, portrait: 'no-place'}), {words, longest});
	await sheet.finish();
	const cells = Array.from({length: count}, (_, row) =>
		sheet.cells(row).map(cell => (cell.kind === 'text' ? cell.text : '-')),
	);
	return {cells, parts, drawing: parts.get('xl/drawings/drawing1.xml')!, widths: sheet.widths};
}

const {gone, 'no-place': noPlace, 'too-many': tooMany} = words.photoProblems;
const found = [['-', noPlace]];
const broken = [[gone, noPlace]];

test.each([
	['its frame first', jpegOf(segment(0xc0)), found],
	['a progressive frame', jpegOf(segment(0xe0), segment(0xdb, 20), segment(0xc2)), found],
	['the last kind of frame', jpegOf(segment(0xcf)), found],
	['tables that look like frames before it', jpegOf(segment(0xc4), segment(0xc8), segment(0xcc), segment(0xc1)), found],
	[
		'only such tables',
		jpegOf(segment(0xc4, 9), segment(0xc8, 9), segment(0xcc, 9), segment(0xd0, 9), segment(0xbf, 9)),
		broken,
	],
	['something else where a segment begins', jpegOf([0xfe, 0xe0, 0, 4, 0, 0], segment(0xc0)), broken],
	['nothing', new Uint8Array(), broken],
])('a picture with %s is placed, or is said to be gone', async (_, picture, cells) => {
	expect((await drawnOf(picture)).cells).toEqual(cells);
});

test('a picture keeps its proportions in its cell, behind the columns of the list', async () => {
	const {drawing, parts, widths} = await drawnOf(jpegOf(segment(0xc0)));
	// 112 by 56 pixels, of 9525 units each.
	expect(drawing).toContain('<xdr:ext cx="1066800" cy="533400"/>');
	expect(drawing).toContain('<xdr:from><xdr:col>6</xdr:col><xdr:colOff>19050</xdr:colOff><xdr:row>1</xdr:row>');
	expect(drawing).toContain('<xdr:cNvPr id="1" name="page 1"/>');
	expect(parts.get('xl/drawings/_rels/drawing1.xml.rels')).toContain('Id="rId1"');
	expect([...parts.keys()]).toEqual([
		'xl/media/page1.jpeg',
		'xl/drawings/drawing1.xml',
		'xl/drawings/_rels/drawing1.xml.rels',
	]);
	expect(widths).toEqual([17, 64 / 7 + 1]);
});

test('rows on further sheets have no pictures, and say so', async () => {
	expect((await drawnOf(jpegOf(segment(0xc0)), 3, 3)).cells).toEqual([...found, ...found, [tooMany, tooMany]]);
});

test('a workbook that cannot be made ends with the reason', async () => {
	const failing = async (): Promise<never> => {
		throw new Error('no memory');
	};
	const list = exportOf([recordOf('/p/a.jpg')], {format: 'excel', words, today, photos: failing});
	const reading = async () => {
		for await (const _ of list.content() as AsyncIterable<Uint8Array>);
	};
	await expect(reading()).rejects.toThrow('no memory');
});

import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import sharp from 'sharp';
import {load} from '../bundle.mjs';
import {labelled} from '../labels.mjs';
import {median, milliseconds, table, timed} from '../measure.mjs';
import {readInChild} from '../read-in-child.mjs';

export const what =
	'files of several pages: memory and processor time of a scanned PDF against its pages as JPEGs; a HEIC of 12 megapixels against the same JPEG; every page of TIFF, PDF, GIF, WebP and AVIF';

const megabytes = bytes => Math.round(bytes / 2 ** 20);

/** A4 at 300 dpi, and a passport's page there. */
const sheet = {width: 2480, height: 3508};
const pageWidth = 1476;

/** A passport on a sheet, as an office scanner has it; each page somewhere else. */
const scanned = async (specimen, index) => {
	const passport = await sharp(specimen).rotate().resize({width: pageWidth}).toBuffer();
	const place = {left: 200 + (index % 5) * 120, top: 150 + (index % 8) * 240};
	return await sharp({create: {...sheet, channels: 3, background: '#f4f3f0'}})
		.composite([{input: passport, ...place}])
		.jpeg({quality: 85})
		.toBuffer();
};

/** The most, and from what the fifth page left to the end: how far the memory is from what it was then. */
const drift = seen => {
	const after = seen.slice(4);
	return [Math.min(...after) - after[0], Math.max(...after) - after[0]].map(megabytes);
};

const comparePdf = async (specimens, {pdf}, folder, count) => {
	const pages = [];
	await mkdir(join(folder, 'jpegs'));
	for (let index = 0; index < count; index++) {
		const jpeg = await scanned(specimens[index % specimens.length], index);
		await writeFile(join(folder, 'jpegs', `${index}.jpg`), jpeg);
		pages.push(pdf.scannedPage(pdf.jpegImage(jpeg, sheet.width, sheet.height), 595, 842));
	}
	await writeFile(join(folder, 'scan.pdf'), pdf.pdfFile(pages));
	const words = ['--engine', 'offline', '--no-printed', '--no-save', '--concurrency', '1'];
	const runs = {jpegs: [], pdf: []};
	// In turns, so that what else the machine does falls on both.
	for (let round = 0; round < 2; round++) {
		runs.jpegs.push(await readInChild(['--dir', join(folder, 'jpegs'), ...words], count, folder));
		runs.pdf.push(await readInChild([join(folder, 'scan.pdf'), ...words], count, folder));
	}
	const rowOf = (name, own) => {
		const each = own.map(({cpu}) => cpu / count);
		const [low, high] = drift(own.at(-1).seen);
		const most = Math.max(...own.map(({peak}) => peak));
		const ratio = median(own.map(({cpu}, index) => cpu / runs.jpegs[index].cpu)).toFixed(2);
		return [name, milliseconds(median(each)), ratio, `${low} to +${high} MB`, `${megabytes(most)} MB`];
	};
	return table([
		[`${count} pages, A4 at 300 dpi`, 'processor time a page', 'ratio', 'memory after page 5', 'peak'],
		rowOf('JPEGs', runs.jpegs),
		rowOf('one PDF', runs.pdf),
	]);
};

/** 16 by 18 tiles, 3,840 by 3,096 pixels: a phone has fewer and larger ones. */
const grid = {columns: 16, rows: 18};

const largeHeic = ({heif}) => {
	const tiles = [1, 2, 3, 4].map(number => ({...heif.pictureItem(`tile-${number}`, 240, 172), hidden: true}));
	const placed = Array.from({length: grid.rows * grid.columns}, (_, at) => {
		const [row, column] = [Math.floor(at / grid.columns), at % grid.columns];
		return tiles[(row % 2) * 2 + (column % 2)];
	});
	const size = [grid.columns * 240, grid.rows * 172];
	const data = Buffer.from([0, 0, grid.rows - 1, grid.columns - 1, 0, 0, 0, 0]);
	for (const [at, side] of size.entries()) data.writeUInt16BE(side, 4 + at * 2);
	const whole = {
		type: 'grid',
		data,
		properties: [heif.sizeProperty(...size)],
		references: {type: 'dimg', to: placed.map((_, at) => at + 1)},
	};
	return heif.heifFile([...placed, whole], placed.length + 1);
};

const compareHeic = async modules => {
	const {decode, open} = modules;
	const heic = await open.pictureOf('large.heic', largeHeic(modules));
	const grey = await decode.decodeGrey(heic);
	const {width, height} = grey.original ?? grey;
	const pixels = await sharp(grey.data, {raw: {width: grey.width, height: grey.height, channels: 1}})
		.resize(width, height, {fit: 'fill'})
		.toColourspace('srgb')
		.jpeg({quality: 90})
		.toBuffer();
	const jpeg = await open.pictureOf('large.jpg', pixels);
	const times = {heic: [], jpeg: []};
	for (let round = 0; round < 7; round++) {
		for (const [name, picture] of Object.entries({jpeg, heic})) {
			times[name].push((await timed(() => decode.decodeGrey(picture))).milliseconds);
		}
	}
	const ratio = median(times.heic.map((time, index) => time / times.jpeg[index]));
	return table([
		[`${((width * height) / 1e6).toFixed(1)} megapixels, decoded`, 'median', 'ratio'],
		['JPEG', milliseconds(median(times.jpeg)), '1'],
		['HEIC', milliseconds(median(times.heic)), ratio.toFixed(1)],
	]);
};

/** Pages of one size side by side, as frames are kept. */
const framesOf = async (pages, width, height) => {
	const raws = await Promise.all(
		pages.map(page => sharp(page).resize(width, height, {fit: 'fill'}).removeAlpha().raw().toBuffer()),
	);
	const raw = {width, height: height * pages.length, channels: 3, pageHeight: height};
	return sharp(Buffer.concat(raws), {raw});
};

const writers = {
	tiff: async pages => (await framesOf(pages, 1250, 880)).tiff({compression: 'lzw'}).toBuffer(),
	gif: async pages => (await framesOf(pages, 1250, 880)).gif({effort: 1}).toBuffer(),
	webp: async pages => (await framesOf(pages, 1250, 880)).webp({quality: 85, effort: 0}).toBuffer(),
	pdf: async (pages, {pdf}) => {
		const images = await Promise.all(pages.map(page => sharp(page).resize(1250, 880, {fit: 'fill'}).jpeg().toBuffer()));
		return pdf.pdfFile(images.map(image => pdf.scannedPage(pdf.jpegImage(image, 1250, 880), 354, 249)));
	},
	avif: async (pages, {heif}) => {
		const items = [];
		for (const page of pages) {
			const one = await sharp(page).resize(1250, 880, {fit: 'fill'}).avif({quality: 75, effort: 0}).toBuffer();
			items.push(heif.codedItem(one, 'av01', 'av1C', 1250, 880));
		}
		return heif.heifFile(items, 1, 'avif');
	},
};

/** Four files of each format, of 2 to 5 pages. */
const readAll = async (specimens, modules, folder) => {
	const rows = [['every page its own record', 'files', 'pages', 'read', 'said not read']];
	for (const [format, write] of Object.entries(writers)) {
		let [pages, read, said] = [0, 0, 0];
		for (let file = 0; file < 4; file++) {
			const count = file + 2;
			const own = Array.from({length: count}, (_, index) => specimens[(file * 3 + index) % specimens.length]);
			const path = join(folder, `${file}.${format}`);
			await writeFile(path, await write(own, modules));
			const words = [path, '--engine', 'offline', '--no-printed', '--no-save'];
			const {lines} = await readInChild(words, undefined, folder);
			const names = new Set(lines.filter(line => line.success).map(line => line.source_image));
			pages += count;
			read += names.size;
			said += lines.filter(line => !line.success).length;
		}
		rows.push([format, '4', `${pages}`, `${read}`, `${said}`]);
	}
	return table(rows);
};

/** `--rounds N`: a PDF of so many pages instead of 40. */
export const run = async options => {
	const specimens = [];
	for (const {path, readable} of await labelled(options)) {
		const isOpened = await sharp(path)
			.metadata()
			.then(
				() => true,
				() => false,
			);
		if (readable && isOpened) specimens.push(await readFile(path));
	}
	const {modules, remove} = await load({
		pdf: '../test/support/pdf-file.ts',
		heif: '../test/support/heif-file.ts',
		decode: 'core/pictures/decode/decode.ts',
		open: 'core/pictures/open.ts',
	});
	const folder = await mkdtemp(join(tmpdir(), 'passport-ocr-bench-'));
	try {
		return [
			...(await comparePdf(specimens, modules, folder, Number(options.rounds ?? 40))),
			...(await compareHeic(modules)),
			...(await readAll(specimens, modules, folder)),
		];
	} finally {
		await remove();
		await rm(folder, {recursive: true, force: true});
	}
};

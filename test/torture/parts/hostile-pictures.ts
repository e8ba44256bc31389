import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {AppError} from '../../../source/core/errors.ts';
import {decodeGrey} from '../../../source/core/pictures/decode/decode.ts';
import {openPicture} from '../../../source/core/pictures/open.ts';
import {blackPng} from '../../support/huge-png.ts';
import {pixels} from '../../support/jpeg-picture.ts';
import {greyImage, jpegImage, pdfFile, scannedPage} from '../../support/pdf-file.ts';
import {mutatedBytes} from '../mutate.ts';
import {casesOf, type Given, type Part, type Row} from '../part.ts';

const megabytes = () => Math.round(process.memoryUsage().rss / 2 ** 20);

const noise = () => pixels({width: 400, height: 300, content: 'noise'});

/** A bitmap of 24 bits a pixel, whose rows are multiples of four bytes. */
async function bmp(): Promise<Buffer> {
	const {data, info} = await noise().removeAlpha().raw().toBuffer({resolveWithObject: true});
	const head = Buffer.alloc(54);
	head.write('BM');
	head.writeUInt32LE(54 + data.length, 2);
	head.writeUInt32LE(54, 10);
	head.writeUInt32LE(40, 14);
	head.writeInt32LE(info.width, 18);
	head.writeInt32LE(-info.height, 22);
	head.writeUInt16LE(1, 26);
	head.writeUInt16LE(24, 28);
	return Buffer.concat([head, data]);
}

/** A page that is one JPEG, and one that is drawn. */
async function pdf(): Promise<Buffer> {
	const grey = await noise().greyscale().raw().toBuffer();
	return pdfFile([
		scannedPage(jpegImage(await noise().jpeg().toBuffer(), 400, 300), 400, 300),
		scannedPage(greyImage(grey.subarray(0, 400 * 300), 400, 300), 400, 300),
	]);
}

// From dist/, where the parts are run.
const heic = () => readFile(join(import.meta.dirname, '../../test/support/heic/8-bit.heic'));

const whole: Readonly<Record<string, () => Promise<Buffer>>> = {
	...Object.fromEntries(
		(['jpeg', 'png', 'webp', 'tiff', 'gif', 'avif'] as const).map(format => [
			format,
			() => noise()[format]().toBuffer(),
		]),
	),
	bmp,
	heic,
	pdf,
};

/** Opens and decodes a file; the error where it crashes instead of saying what is wrong, and the seconds of CPU. */
async function tryPicture(path: string): Promise<{readonly wrong?: string; readonly seconds: number}> {
	const before = process.cpuUsage();
	const wrong = await openPicture(path)
		.then(decodeGrey)
		.then(
			() => undefined,
			error => (error instanceof AppError && error.kind !== 'bug' ? undefined : String(error).slice(0, 120)),
		);
	const {user, system} = process.cpuUsage(before);
	return {...(wrong === undefined ? {} : {wrong}), seconds: (user + system) / 1e6};
}

async function changedPictures(given: Given): Promise<readonly Row[]> {
	await mkdir(given.folder, {recursive: true});
	const rows: Row[] = [];
	for (const [format, make] of Object.entries(whole)) {
		const bytes = await make();
		const path = join(given.folder, `changed.${format}`);
		await writeFile(path, bytes);
		// Whole, it is a picture: else its changes would show nothing.
		await openPicture(path).then(decodeGrey);
		const cases = casesOf(320, given);
		const wrong: string[] = [];
		let slowest = 0;
		let most = 0;
		for (let count = 0; count < cases; count++) {
			await writeFile(path, mutatedBytes(bytes, given.random));
			const result = await tryPicture(path);
			if (result.wrong) wrong.push(result.wrong);
			slowest = Math.max(slowest, result.seconds);
			most = Math.max(most, megabytes());
		}
		rows.push({
			test: `changed pictures: ${format}`,
			cases,
			result: `${wrong.length} crashes${wrong[0] ? ` (${wrong[0]})` : ''}, at most ${slowest.toFixed(2)} s CPU, ${most} MB`,
			goal: '0 crashes, 0 hangs over 5 s CPU, at most 600 MB',
			isMet: wrong.length === 0 && slowest < 5 && most <= 600,
		});
	}
	return rows;
}

async function bombs(given: Given): Promise<Row> {
	const progressive = await pixels({width: 64, height: 64}).jpeg({progressive: true}).toBuffer();
	const baseline = await pixels({width: 64, height: 64}).jpeg().toBuffer();
	const sized = (bytes: Buffer, marker: number, width: number, height: number) => {
		const copy = Buffer.from(bytes);
		const frame = copy.indexOf(Buffer.from([0xff, marker]));
		copy.writeUInt16BE(height, frame + 5);
		copy.writeUInt16BE(width, frame + 7);
		return copy;
	};
	const all: readonly (() => Buffer)[] = [
		...[7000, 8000, 10_000, 12_000, 15_000, 20_000, 24_000, 30_000].map(side => () => blackPng(side, side)),
		...[23_999, 25_000, 50_000, 100_000, 500_000, 1_000_000, 2_000_000].flatMap(side => [
			() => blackPng(side, 16),
			() => blackPng(16, side),
		]),
		...[5000, 7000, 8000, 9000, 12_000, 16_000, 30_000, 65_500].flatMap(side => [
			() => sized(progressive, 0xc2, side, side),
			() => sized(baseline, 0xc0, side, side),
		]),
		...[1, 2, 4, 8].flatMap(share => [
			() => sized(progressive, 0xc2, 65_500, share),
			() => sized(baseline, 0xc0, share, 65_500),
			() => blackPng(6000 + share, 8000 - share),
		]),
	];
	const cases = casesOf(all.length, given);
	const wrong: string[] = [];
	let slowest = 0;
	let most = 0;
	for (let index = 0; index < cases; index++) {
		const path = join(given.folder, `bomb-${index}`);
		await writeFile(path, all[Math.floor((index * all.length) / cases)]!());
		const result = await tryPicture(path);
		if (result.wrong) wrong.push(result.wrong);
		slowest = Math.max(slowest, result.seconds);
		most = Math.max(most, megabytes());
	}
	return {
		test: 'pictures that unfold to more than they seem',
		cases,
		result: `${wrong.length} crashes, at most ${slowest.toFixed(2)} s CPU, ${most} MB`,
		goal: '0 crashes, 0 hangs over 5 s CPU, at most 600 MB',
		isMet: wrong.length === 0 && slowest < 5 && most <= 600,
	};
}

const hostilePictures: Part = {
	what: 'pictures that are damaged, or made to exhaust the computer',
	run: async given => [...(await changedPictures(given)), await bombs(given)],
};

export default hostilePictures;

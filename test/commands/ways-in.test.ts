import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import sharp from 'sharp';
import {describe, expect, test} from 'vitest';
import {recognize} from '../../source/commands/recognize.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {pngBytes} from '../support/picture-bytes.ts';
import {folderOf} from '../support/pictures.ts';
import {reading} from '../support/records.ts';
import {runCommand} from '../support/run-command.ts';

const engine = () => fakeEngine({answer: () => reading()});
const run = (words: readonly string[], stdin?: Buffer) =>
	runCommand(recognize, ['recognize', ...words, '--engine', 'offline'], {
		engine: engine(),
		...(stdin ? {stdin: Readable.from([stdin.subarray(0, 5), stdin.subarray(5)])} : {}),
	});
const sources = (out: string) =>
	JSON.parse(out).map(({source_image: source}: {source_image: string}) => source.split('/').at(-1));

describe('a picture on standard input', () => {
	test.each([['-'], ['/dev/stdin'], ['--file', '/dev/fd/0'], ['--file=/proc/self/fd/0']])(
		'is read, and nothing is kept of it: %s %s',
		async (...words) => {
			const {exitCode, out} = await run(words, pngBytes('piped'));
			expect(exitCode).toBe(0);
			expect(JSON.parse(out)).toMatchObject({success: true, source_image: 'stdin', passport_number: 'L898902C3'});
		},
	);

	test('may be of any format', async () => {
		const jpeg = await sharp({create: {width: 9, height: 9, channels: 3, background: 'red'}})
			.jpeg()
			.toBuffer();
		expect((await run(['-'], jpeg)).exitCode).toBe(0);
	});

	test.each([
		['text', Buffer.from('hello, world')],
		['nothing', Buffer.alloc(0)],
	])('that is %s is said', async (_, bytes) => {
		const {exitCode, out} = await run(['-'], bytes);
		expect(exitCode).toBe(65);
		expect(JSON.parse(out)).toMatchObject({success: false, error_code: 'NOT_AN_IMAGE'});
	});

	test('is read as it is also where base64 is meant', async () => {
		const {exitCode, out} = await run(['--base64', '-'], pngBytes('piped'));
		expect(exitCode).toBe(0);
		expect(JSON.parse(out)).toMatchObject({success: true, source_image: 'base64'});
	});

	test('does not go with files', async () => {
		for (const option of ['-', '/dev/stdin']) {
			await expect(run([option, 'a.png'], pngBytes())).rejects.toMatchObject({
				code: 'USAGE',
				details: {problem: 'conflict', option, other: 'a.png'},
			});
		}
	});
});

describe('a name with wildcards that the shell left as it is', () => {
	test('means the files that it fits', async () => {
		const folder = folderOf(['b.png', 'a.png', 'note.txt']);
		expect(sources((await run([join(folder, '*.png')])).out)).toEqual(['a.png', 'b.png']);
		expect(sources((await run(['--file', join(folder, '[ab].png')])).out)).toEqual(['a.png', 'b.png']);
	});

	test('is a file where there is one of that name', async () => {
		const folder = folderOf(['a1.png', 'a[1].png']);
		const {out} = await run([join(folder, 'a[1].png')]);
		expect(JSON.parse(out)).toMatchObject({source_image: expect.stringContaining('a[1].png')});
	});

	test('that fits nothing is named', async () => {
		const folder = folderOf(['a.png']);
		const {exitCode, out} = await run([join(folder, '*.jpg')]);
		expect(exitCode).toBe(65);
		expect(out).toContain('FILE_NOT_FOUND');
	});
});

test('a page of a file is read by its number', async () => {
	const folder = folderOf(['a.png']);
	const pixels = Buffer.alloc(8 * 16 * 3, 200);
	const tiff = await sharp(pixels, {raw: {width: 8, height: 16, channels: 3, pageHeight: 8}})
		.tiff()
		.toBuffer();
	writeFileSync(join(folder, 'scan.tif'), tiff);
	const {out} = await run([join(folder, 'scan.tif#2'), '--no-save']);
	expect(out).toContain('scan.tif#2');
	expect((await run([join(folder, 'scan.tif#3'), '--no-save'])).out).toContain('FILE_NOT_FOUND');
});

import {readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {recognize} from '../../source/commands/recognize.ts';
import {fakeEngine, readsAtOnce} from '../support/fake-engine.ts';
import {pngBytes} from '../support/picture-bytes.ts';
import {folderOf} from '../support/pictures.ts';
import {numbered, reading} from '../support/records.ts';
import {runCommand} from '../support/run-command.ts';

test('one picture is one object, in the keys of the original skill with ours under one of its own', async () => {
	const folder = folderOf(['anna.png']);
	const {exitCode, out, said} = await runCommand(recognize, ['recognize', '--file', join(folder, 'anna.png')], {
		engine: readsAtOnce(),
	});
	expect(exitCode).toBe(0);
	expect(JSON.parse(out)).toMatchObject({
		success: true,
		passport_number: 'L898902C3',
		surname_english: 'ERIKSSON',
		birth_date: '1974-08-12',
		source_image: 'anna.png',
		passport_ocr: {version: 1, engine: 'offline'},
	});
	expect(said).toHaveLength(1);
	expect(JSON.parse(await readFile(join(folder, 'anna.json'), 'utf8'))).toMatchObject({success: true});
});

test('several pictures are a list in the order of their names, a folder of one is a list as well', async () => {
	const folder = folderOf(['page 10.png', 'page 2.png', 'page 1.png']);
	const {out} = await runCommand(recognize, ['recognize', '--dir', folder], {engine: readsAtOnce()});
	const list = JSON.parse(out) as {source_image: string}[];
	expect(list.map(result => result.source_image)).toEqual(['page 1.png', 'page 2.png', 'page 10.png']);
	const one = await runCommand(recognize, ['recognize', folderOf(['a.png'])], {engine: readsAtOnce()});
	expect(JSON.parse(one.out)).toHaveLength(1);
});

test.each([1, 2])('passport %i of a picture is one object, without those beside it', async number => {
	const path = join(folderOf(['a.png']), 'a.png');
	const engine = fakeEngine({answer: () => [reading(numbered(1)), reading(numbered(2))]});
	const asked = ['recognize', `${path}#${number}`, '--fields', 'number'];
	expect(JSON.parse((await runCommand(recognize, asked, {engine})).out)).toMatchObject({
		passport_number: `L8000${number}2C3`,
		source_image: number === 1 ? 'a.png' : 'a.png#2',
	});
	const whole = await runCommand(recognize, ['recognize', path], {engine});
	expect(JSON.parse(whole.out)).toHaveLength(2);
	expect(engine.reads).toHaveLength(1);
});

test('ndjson prints each result as soon as it is there', async () => {
	const folder = folderOf(['a.png', 'b.png']);
	const engine = fakeEngine({concurrency: 1});
	const lines: string[] = [];
	const run = runCommand(recognize, ['recognize', '--dir', folder, '--output-format', 'ndjson'], {
		engine,
		out: content => void lines.push(String(content)),
	});
	(await engine.next()).succeed();
	const second = await engine.next();
	await expect.poll(() => lines).toHaveLength(1);
	second.succeed();
	await run;
	expect(lines.map(line => (JSON.parse(line) as {source_image: string}).source_image)).toEqual(['a.png', 'b.png']);
});

test('what was read before is not read again, unless asked', async () => {
	const folder = folderOf(['a.png']);
	await runCommand(recognize, ['recognize', '--dir', folder], {engine: readsAtOnce()});
	const second = readsAtOnce();
	const {said} = await runCommand(recognize, ['recognize', '--dir', folder], {engine: second});
	expect(second.reads).toHaveLength(0);
	expect(said[0]).toContain('read before');
	const third = readsAtOnce();
	await runCommand(recognize, ['recognize', '--dir', folder, '--again'], {engine: third});
	expect(third.reads).toHaveLength(1);
});

test('--no-save leaves nothing behind', async () => {
	const folder = folderOf(['a.png']);
	await runCommand(recognize, ['recognize', '--dir', folder, '--no-save'], {engine: readsAtOnce()});
	expect(await readdir(folder)).toEqual(['a.png']);
});

test('--strict says 5 when a person must look', async () => {
	const doubtful = () => fakeEngine({answer: () => reading(undefined, [[0, 6]])});
	const folder = folderOf(['a.png']);
	expect((await runCommand(recognize, ['recognize', folder, '--no-save'], {engine: doubtful()})).exitCode).toBe(0);
	const strict = await runCommand(recognize, ['recognize', folder, '--no-save', '--strict'], {engine: doubtful()});
	expect(strict.exitCode).toBe(5);
	expect(
		(await runCommand(recognize, ['recognize', folder, '--strict', '--again'], {engine: readsAtOnce()})).exitCode,
	).toBe(0);
});

test('shards share out the pictures without rest or overlap', async () => {
	const folder = folderOf(['a.png', 'b.png', 'c.png', 'd.png', 'e.png']);
	const names: string[] = [];
	for (const shard of ['1/3', '2/3', '3/3']) {
		const {out} = await runCommand(recognize, ['recognize', '--dir', folder, '--no-save', '--shard', shard], {
			engine: readsAtOnce(),
		});
		names.push(...(JSON.parse(out) as {source_image: string}[]).map(result => result.source_image));
	}

	expect(names.sort()).toEqual(['a.png', 'b.png', 'c.png', 'd.png', 'e.png']);
	await expect(runCommand(recognize, ['recognize', '--dir', folder, '--shard', '4/3'])).rejects.toMatchObject({
		code: 'USAGE',
	});
});

test.each([
	['json', '[]\n'],
	['ndjson', ''],
	['brief', ''],
	['table', ''],
])('an empty part of one picture is an empty list in %s', async (format, empty) => {
	const folder = folderOf(['a.png']);
	const ways = [
		['--dir', folder],
		[join(folder, 'a.png')],
		['--file', join(folder, 'a.png'), '--pages', '2-3'],
		['--base64', pngBytes('inline').toString('base64')],
		['--url', 'https://example.com/a.png'],
		['-'],
	];
	for (const words of ways) {
		const asked = ['recognize', ...words, '--output-format', format, '--shard', '2/2'];
		expect({words, ...(await runCommand(recognize, asked))}).toEqual({words, exitCode: 0, out: empty, said: []});
	}
});

test('the part that has the only picture is one object', async () => {
	const asked = ['recognize', join(folderOf(['a.png']), 'a.png'), '--shard', '1/2'];
	const {out} = await runCommand(recognize, asked, {engine: readsAtOnce()});
	expect(JSON.parse(out)).toMatchObject({success: true, source_image: 'a.png'});
});

test('base64 is a picture: as text, with a data: prefix, with line ends, from standard input', async () => {
	const base64 = pngBytes('inline').toString('base64');
	const forms: readonly (readonly [string, string])[] = [
		[base64, ''],
		[`data:image/png;base64,${base64}`, ''],
		['-', `${base64.slice(0, 20)}\n${base64.slice(20)}\n`],
	];
	for (const [text, input] of forms) {
		const engine = readsAtOnce();
		const {exitCode, out} = await runCommand(recognize, ['recognize', '--base64', text], {engine, input});
		expect(exitCode).toBe(0);
		expect(JSON.parse(out)).toMatchObject({success: true, passport_number: 'L898902C3', source_image: 'base64'});
		expect(Buffer.from(engine.reads[0]!.picture.bytes)).toEqual(pngBytes('inline'));
	}
});

test('base64 in a file: the file is named where it is not there or holds none, and may be the picture itself', async () => {
	const folder = folderOf(['photo.png']);
	await writeFile(join(folder, 'no.txt'), 'hello, world');
	const run = async (name: string) => {
		const words = ['recognize', '--base64', `@${join(folder, name)}`];
		const {exitCode, out, said} = await runCommand(recognize, words, {engine: readsAtOnce()});
		return {exitCode, said: said.join(' '), ...JSON.parse(out)};
	};
	expect(await run('photo.png')).toMatchObject({exitCode: 0, success: true, source_image: 'base64'});
	for (const [name, code] of [
		['gone.txt', 'FILE_NOT_FOUND'],
		['no.txt', 'NOT_AN_IMAGE'],
		['.', 'NOT_A_FILE'],
	] as const) {
		const {exitCode, said, ...object} = await run(name);
		expect(object).toMatchObject({success: false, error_code: code});
		expect(exitCode).toBe(65);
		for (const text of [said, object.error_message]) expect(text).toContain(join(folder, name));
	}
});

test.each(['hello, world', 'aGVsbG8=', '='])('base64 that is no picture is said: %j', async text => {
	const {exitCode, out} = await runCommand(recognize, ['recognize', `--base64=${text}`], {engine: readsAtOnce()});
	expect(exitCode).toBe(65);
	expect(JSON.parse(out)).toMatchObject({success: false, error_code: 'NOT_AN_IMAGE'});
});

test('stopped in the middle, it prints what was read until then', async () => {
	const folder = folderOf(['a.png', 'b.png', 'c.png']);
	const controller = new AbortController();
	const engine = fakeEngine({concurrency: 1});
	const run = runCommand(recognize, ['recognize', '--dir', folder], {engine, signal: controller.signal});
	(await engine.next()).succeed();
	await engine.next();
	controller.abort();
	const {out} = await run;
	expect(JSON.parse(out)).toMatchObject([{success: true, source_image: 'a.png'}]);
});

test('naming nothing, or base64 together with a file, is wrong usage', async () => {
	await expect(runCommand(recognize, ['recognize'])).rejects.toMatchObject({code: 'USAGE'});
	await expect(runCommand(recognize, ['recognize', '--base64', 'x', 'a.png'])).rejects.toMatchObject({code: 'USAGE'});
	await expect(runCommand(recognize, ['recognize', '--base64', 'x', '--file', 'a.png'])).rejects.toMatchObject({
		code: 'USAGE',
	});
});

import {createHash} from 'node:crypto';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import {describe, expect, test} from 'vitest';
import {AppError} from '../../source/core/errors.ts';
import {notice} from '../../source/core/passport/judge/finding.ts';
import type {Reading} from '../../source/core/passport/model/reading.ts';
import {offline, pictures, type Result, run, server, start} from '../support/cloud.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {reading} from '../support/records.ts';

describe('auto', () => {
	/** The first of three pictures is proven on this computer. */
	const setUp = async () => {
		await start();
		const folder = await pictures(3);
		const hash = createHash('sha256')
			.update(await readFile(join(folder, 'page 1.jpg')))
			.digest('hex');
		return {folder, near: offline(sha256 => sha256 === hash)};
	};

	test('sends nothing without a yes, and says what could be sent and where to', async () => {
		const {folder, near} = await setUp();
		const {exitCode, list, said} = await run(['--dir', folder], {near});
		expect(exitCode).toBe(0);
		expect(list.map(one => one.passport_ocr?.engine)).toEqual(['offline', 'offline', 'offline']);
		expect(said.join('\n')).toMatch(new RegExp(`2 pictures stay on this computer.*${new URL(server.url).host}`));
		expect(server.calls).toHaveLength(0);
	});

	test('sends after a yes what could not be proven here, and no more', async () => {
		const {folder, near} = await setUp();
		const {list} = await run(['--dir', folder, '--yes'], {near});
		expect(list.map(one => one.passport_ocr?.engine)).toEqual(['offline', 'xiangyun', 'xiangyun']);
		expect(list.map(one => one.passport_ocr?.status)).toEqual(['clean', 'clean', 'clean']);
		expect(server.calls).toHaveLength(2);
		expect(JSON.parse(await readFile(join(folder, 'page 2.json'), 'utf8'))).toMatchObject({
			passport_ocr: {engine: 'xiangyun', status: 'clean'},
		});
	});

	test.each([
		['y', 2],
		['n', 0],
		['', 0],
	])('asks the user at the terminal, once, with host and number: "%s" makes %i calls', async (answer, calls) => {
		const {folder, near} = await setUp();
		const {said} = await run(['--dir', folder], {near, interactive: true, stdin: Readable.from([`${answer}\n`])});
		const questions = said.filter(line => line.includes('[y/N]'));
		expect(questions).toHaveLength(1);
		expect(questions[0]).toMatch(new RegExp(`2 pictures to ${new URL(server.url).host}`));
		expect(server.calls).toHaveLength(calls);
	});

	test('says before the question what a better picture would mend, once a flaw, with the smallest letters', async () => {
		await start();
		const folder = await pictures(3);
		let height = 10;
		const small = (one: Reading): Reading => {
			height--;
			return {...one, advice: [notice('picture-small', undefined, {height, needed: 14})]};
		};
		const near = offline(() => false, small);
		const {said} = await run(['--dir', folder], {near, interactive: true, stdin: Readable.from(['n\n'])});
		const at = said.findIndex(line => line.includes('[y/N]'));
		expect(said[at - 1]).toMatch(/^3 pictures: .*are 7 pixels tall; 14 are needed/);
		expect(said.filter(line => line.startsWith('3 pictures'))).toHaveLength(1);
	});

	test('names the country when the pictures would go to the vendor', async () => {
		const {folder, near} = await setUp();
		const env = {PASSPORT_OCR_ENDPOINT: ''};
		const {said} = await run(['--dir', folder], {near, env, interactive: true, stdin: Readable.from(['n\n'])});
		expect(said.join('\n')).toContain('netocr.com (China)');
	});

	test('without an account it stays here and does not speak of the cloud', async () => {
		const {folder, near} = await setUp();
		const {exitCode, said} = await run(['--dir', folder, '--yes'], {near, env: {PASSPORT_OCR_KEY: ''}});
		expect(exitCode).toBe(0);
		expect(said.join('\n')).not.toMatch(/cloud/);
	});

	test('keeps what was read here when the cloud fails, and says so', async () => {
		const {folder, near} = await setUp();
		server.next({kind: 'refuse', refusal: 'image'});
		const {exitCode, list, said} = await run(['--dir', folder, '--yes', '--concurrency', '1'], {near});
		expect(exitCode).toBe(0);
		expect(list.map(one => one.passport_ocr?.engine)).toEqual(['offline', 'offline', 'xiangyun']);
		expect(said.join('\n')).toMatch(/page 2\.jpg: the cloud did not help.*ReconClientL:-2/);
	});

	test('keeps everything when the account is refused, and ends with its exit code', async () => {
		const {folder, near} = await setUp();
		server.always({kind: 'refuse', refusal: 'authentication'});
		const {exitCode, list} = await run(['--dir', folder, '--yes', '--concurrency', '1'], {near});
		expect(exitCode).toBe(3);
		expect(list.every(one => one.success)).toBe(true);
		expect(server.calls).toHaveLength(1);
	});

	test('keeps everything when the service is not reached by any of a few calls, and ends with its exit code', async () => {
		const {folder, near} = await setUp();
		await server.close();
		const {exitCode, list, said} = await run(['--dir', folder, '--yes'], {near});
		expect(exitCode).toBe(4);
		expect(list.map(one => one.passport_ocr?.engine)).toEqual(['offline', 'offline', 'offline']);
		expect(said.join('\n')).toContain('run the same command again');
	});

	test('a picture on which nothing was found here is worth a call, another document is not', async () => {
		await start();
		const folder = await pictures(2);
		let count = 0;
		const near = fakeEngine({
			concurrency: 1,
			answer: () => {
				throw new AppError(count++ === 0 ? 'NO_PASSPORT_FOUND' : 'OTHER_DOCUMENT', {shape: 'TD1'});
			},
		});
		const {list} = await run(['--dir', folder, '--yes'], {near});
		expect(list.map(one => one.error_code ?? one.passport_number)).toEqual(['EC7000001', 'OTHER_DOCUMENT']);
		expect(server.calls).toHaveLength(1);
	});

	test('a blank page is named, is no failure, and is worth no call', async () => {
		await start();
		const folder = await pictures(2);
		let count = 0;
		const near = fakeEngine({
			concurrency: 1,
			answer: () => {
				if (count++ === 0) throw new AppError('BLANK_PAGE');
				return reading();
			},
		});
		const {exitCode, list, said} = await run(['--dir', folder, '--yes'], {near});
		expect(exitCode).toBe(0);
		expect(list.map(one => one.error_code)).toEqual(['BLANK_PAGE', undefined]);
		expect(said.join('\n')).toMatch(/page 1\.jpg.* is blank/);
		expect(said.join('\n')).not.toMatch(/failed/);
		expect(server.calls).toHaveLength(0);
	});

	test('a line of ndjson is printed once a picture', async () => {
		const {folder, near} = await setUp();
		const {out} = await run(['--dir', folder, '--yes', '--output-format', 'ndjson'], {near});
		const names = out
			.trim()
			.split('\n')
			.map(line => (JSON.parse(line) as Result).source_image);
		expect(names.sort()).toEqual(['page 1.jpg', 'page 2.jpg', 'page 3.jpg']);
	});
});

describe('both', () => {
	test('two engines that agree are evidence', async () => {
		await start();
		const {list} = await run(['--dir', await pictures(1), '--engine', 'both', '--yes'], {near: offline(() => true)});
		expect(list[0]?.passport_ocr).toMatchObject({engine: 'xiangyun', status: 'clean'});
		expect(list[0]?.passport_ocr?.evidence.surname_english?.by).toEqual(
			expect.arrayContaining(['engines agree', 'two zones agree']),
		);
	});

	test('two engines that differ send the field to a person with both readings', async () => {
		await start();
		const misread = (one: Reading): Reading => ({
			...one,
			lines: one.lines.map((line, index) => (index === 0 ? {...line, text: line.text.replace('TANG', 'TAMG')} : line)),
		});
		const {list} = await run(['--dir', await pictures(1), '--engine', 'both', '--yes'], {
			near: offline(() => true, misread),
		});
		const surname = list[0]?.passport_ocr?.evidence.surname_english;
		expect(list[0]?.passport_ocr?.status).toBe('check');
		expect(surname?.by).toContain('engines differ');
		const readings = [
			list[0]?.surname_english,
			...(surname?.alternatives ?? []).map(one => (one as {value: string}).value),
		];
		expect(readings).toEqual(expect.arrayContaining(['TANG', 'TAMG']));
	});

	test('asks about every picture, and stays here without a yes', async () => {
		await start();
		const {list, said} = await run(['--dir', await pictures(2), '--engine', 'both'], {near: offline(() => true)});
		expect(list.map(one => one.passport_ocr?.engine)).toEqual(['offline', 'offline']);
		expect(said.join('\n')).toMatch(/2 pictures stay on this computer/);
		expect(server.calls).toHaveLength(0);
	});

	test('what the cloud said before is compared as well, without a call or a question', async () => {
		await start();
		const folder = await pictures(2);
		const alone = await run(['--dir', folder, '--engine', 'xiangyun']);
		expect(alone.list[0]?.passport_ocr?.evidence.surname_english?.by).not.toContain('engines agree');
		expect(server.calls).toHaveLength(2);
		const words = ['--dir', folder, '--engine', 'both'];
		const {list, said} = await run(words, {near: offline(() => true)});
		expect(list.map(one => one.passport_ocr?.engine)).toEqual(['xiangyun', 'xiangyun']);
		for (const one of list) {
			expect(one.passport_ocr?.status).toBe('clean');
			expect(one.passport_ocr?.evidence.surname_english?.by).toContain('engines agree');
			// The authority and the places were paid for, and stay.
			expect(one.issuing_authority).toBe(alone.list[0]?.issuing_authority);
		}
		expect(said.join('\n')).not.toMatch(/stay on this computer/);
		expect(server.calls).toHaveLength(2);
		// Once is enough: the third time nothing is read.
		const near = offline(() => true);
		await run(words, {near});
		expect(near.reads).toHaveLength(0);
	});

	test('what the cloud said before and this computer reads otherwise goes to a person with both readings', async () => {
		await start();
		const folder = await pictures(1);
		await run(['--dir', folder, '--engine', 'xiangyun']);
		const {list} = await run(['--dir', folder, '--engine', 'both'], {
			near: offline(
				() => true,
				one => ({
					...one,
					lines: one.lines.map(line => ({...line, text: line.text.replace('TANG', 'TAMG')})),
				}),
			),
		});
		expect(list[0]?.passport_ocr?.status).toBe('check');
		expect(list[0]?.passport_ocr?.evidence.surname_english?.by).toContain('engines differ');
		expect(server.calls).toHaveLength(1);
	});

	test('what the original skill kept is compared as well', async () => {
		await start();
		const folder = await pictures(1);
		await run(['--dir', folder, '--engine', 'xiangyun']);
		const kept = join(folder, 'page 1.json');
		const {passport_ocr: ours, ...flat} = JSON.parse(await readFile(kept, 'utf8')) as Result;
		await writeFile(kept, JSON.stringify(flat));
		const {list} = await run(['--dir', folder, '--engine', 'both'], {near: offline(() => true)});
		expect(ours?.evidence.surname_english?.by).not.toContain('engines agree');
		expect(list[0]?.passport_ocr?.evidence.surname_english?.by).toContain('engines agree');
		expect(server.calls).toHaveLength(1);
	});

	test('what a person has accepted since is not weighed again', async () => {
		await start();
		const folder = await pictures(1);
		await run(['--dir', folder, '--engine', 'xiangyun']);
		const kept = join(folder, 'page 1.json');
		const sidecar = JSON.parse(await readFile(kept, 'utf8')) as {passport_ocr: {review: object}};
		Object.assign(sidecar.passport_ocr.review, {state: 'accepted', at: '2026-11-22T07:00:00+00:00'});
		const text = JSON.stringify(sidecar);
		await writeFile(kept, text);
		const near = offline(() => true);
		await run(['--dir', folder, '--engine', 'both'], {near});
		expect(near.reads).toHaveLength(0);
		expect(await readFile(kept, 'utf8')).toBe(text);
	});

	test('without an account it is refused', async () => {
		await start();
		const env = {PASSPORT_OCR_KEY: ''};
		expect((await run(['--dir', await pictures(1), '--engine', 'both', '--yes'], {env})).exitCode).toBe(3);
	});
});

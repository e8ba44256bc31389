import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {recognize} from '../../source/commands/recognize.ts';
import {AppError} from '../../source/core/errors.ts';
import {sidecarPath} from '../../source/core/records/sidecars/path.ts';
import {keepRecord} from '../../source/core/records/sidecars/write-sidecar.ts';
import {accepted, confirmed, rejected} from '../../source/core/review/decide.ts';
import {fakeEngine, readsAtOnce} from '../support/fake-engine.ts';
import {folderOf} from '../support/pictures.ts';
import {readSidecar} from '../support/read-sidecar.ts';
import {misprinted, mrz, numbered, reading, today, withExpiry} from '../support/records.ts';
import {runCommand} from '../support/run-command.ts';

test('a table shows one picture with its evidence, and masks the number as the original skill does', async () => {
	const folder = folderOf(['a.png']);
	const {out} = await runCommand(recognize, ['recognize', join(folder, 'a.png'), '--output-format', 'table'], {
		engine: readsAtOnce(),
	});
	expect(out).toContain('L8*****C3');
	expect(out).not.toContain('L898902C3');
	expect(out).toMatch(/Surname +ERIKSSON +\S+/);
	expect(out).toMatch(/check digit/);
});

test('a number that a table masks is not to be read in the reason beside it, nor in a line of progress', async () => {
	const folder = folderOf(['a.png']);
	const misread = [mrz[0], mrz[1].replace('L898902C3', 'L8989O2C3')];
	const {out, said} = await runCommand(recognize, ['recognize', join(folder, 'a.png'), '--output-format', 'table'], {
		engine: fakeEngine({answer: () => reading(misread)}),
	});
	expect(out).toContain('was read L8*****C3');
	expect(out + said.join('')).not.toMatch(/L8989[0O]2C3|ZE184226B/);
});

test('a table of several in Chinese keeps its columns straight', async () => {
	const folder = folderOf(['张三-护照.png', 'b.png']);
	const {out} = await runCommand(recognize, ['recognize', '--dir', folder, '--output-format', 'table'], {
		engine: readsAtOnce(),
		language: 'zh',
	});
	const lines = out.trimEnd().split('\n');
	const width = (line: string) =>
		[...line.slice(0, line.indexOf('L8'))].reduce((sum, c) => sum + (c > '\u2e80' ? 2 : 1), 0);
	expect(lines).toHaveLength(4);
	expect(width(lines[2]!)).toBe(width(lines[3]!));
});

test('lines of progress and the text below a table are joined as Chinese is', async () => {
	const folder = folderOf(['a.png', 'b.png']);
	const engine = fakeEngine({
		answer({path}) {
			if (path.endsWith('b.png')) throw new AppError('NO_PASSPORT_FOUND');
			return reading(mrz, [[0, 8]]);
		},
	});
	const command = ['recognize', '--dir', folder, '--output-format', 'table'];
	const {out, said} = await runCommand(recognize, command, {engine, language: 'zh'});
	const all = out + said.join('');
	expect(all).toMatch(/a\.png：待核对（姓：/);
	expect(all).toMatch(/失败：.*b\.png/);
	expect(all).not.toMatch(/\p{Script=Han}[:,] /u);
});

test('control characters of a file name reach neither the lines nor the table', async () => {
	const folder = folderOf(['a\u001b]0;x\u0007\u202e.png']);
	const {out, said} = await runCommand(recognize, ['recognize', '--dir', folder, '--output-format', 'table'], {
		engine: readsAtOnce(),
	});
	expect(said.join('') + out).not.toMatch(/[\u001b\u0007\u202e]/);
});

test('a passport that has expired, or will not do for the trip, is marked beside its status, and counted', async () => {
	const folder = folderOf(['a.png', 'b.png', 'c.png']);
	const until: Readonly<Record<string, string>> = {a: '320415', b: '200101', c: '270731'};
	const engine = fakeEngine({
		answer: ({path}) => reading(withExpiry(until[path.at(-5)!]!, path.charCodeAt(path.length - 5) % 10)),
	});
	const words = ['recognize', '--dir', folder, '--no-save'];
	const rows = (out: string) => out.split('\n').filter(line => /^[abc]\.png/.test(line));
	const table = [...words, '--output-format', 'table'];
	const today = await runCommand(recognize, table, {engine});
	expect(rows(today.out).map(line => /\S+$/.exec(line)![0])).toEqual(['valid', 'expired', 'valid']);
	expect(today.said.at(-1)).toBe('Validity: 1 expired (b.png)');
	expect(today.said.find(line => line.includes('b.png'))).toContain('proven, expired');
	const trip = ['--valid-for', '6m', '--on', '2027-02-01'];
	const onTrip = await runCommand(recognize, [...table, ...trip], {engine});
	expect(rows(onTrip.out)[2]).toMatch(/proven .*not valid for trip$/);
	expect(onTrip.said.at(-1)).toBe('Validity: 1 expired, 1 not valid for the trip (b.png, c.png)');
	// All is proven: without a trip that is enough.
	expect((await runCommand(recognize, [...words, '--strict'], {engine})).exitCode).toBe(0);
	const strict = await runCommand(recognize, [...words, '--strict', ...trip], {engine});
	expect(strict.exitCode).toBe(5);
	const found = JSON.parse(strict.out) as {
		passport_ocr: {status: string; validity: string; issues: {code: string}[]};
	}[];
	expect(found.map(({passport_ocr}) => passport_ocr.validity)).toEqual(['valid', 'expired', 'not-for-trip']);
	expect(found.map(({passport_ocr}) => passport_ocr.status)).toEqual(['clean', 'clean', 'clean']);
	expect(found[2]!.passport_ocr.issues.map(({code}) => code)).toEqual(['specimen', 'days-left', 'expires-before']);
});

test('one picture says it beside its status, and why below', async () => {
	const folder = folderOf(['a.png']);
	const engine = fakeEngine({answer: () => reading(withExpiry('200101'))});
	const words = ['recognize', join(folder, 'a.png'), '--output-format', 'table', '--no-save'];
	const english = await runCommand(recognize, words, {engine});
	expect(english.out).toMatch(
		/Status: proven · expired\n(?: {2}! .*\n)* {2}! Date of expiry: The passport expired \d+ days ago\./,
	);
	const chinese = await runCommand(recognize, words, {engine, language: 'zh'});
	expect(chinese.out).toContain('已验证 · 已过期');
});

test('the Schengen rule says that it does not know the date of issue, and guesses nothing', async () => {
	const folder = folderOf(['a.png', 'b.png']);
	const words = ['recognize', '--dir', folder, '--no-save', '--schengen', '--on', '2027-02-01', '--strict'];
	const {out, said, exitCode} = await runCommand(recognize, words, {engine: readsAtOnce()});
	expect(exitCode).toBe(0);
	expect(said.at(-1)).toBe('Validity: 2 not known (a.png, b.png)');
	expect(JSON.parse(out)[0].passport_ocr).toMatchObject({
		validity: 'unknown',
		issues: expect.arrayContaining([expect.objectContaining({code: 'schengen-issue-unknown'})]),
	});
});

test('nothing about the trip is kept beside the pictures', async () => {
	const folder = folderOf(['a.png']);
	const words = ['recognize', join(folder, 'a.png'), '--valid-for', '6m', '--on', '2032-01-01'];
	await runCommand(recognize, words, {engine: readsAtOnce()});
	const kept = readFileSync(sidecarPath(join(folder, 'a.png')), 'utf8');
	expect(kept).not.toMatch(/validity|days-left|expires-before/);
});

test('pictures of one number that differ are to check, in the table, the summary and the exit code of --strict', async () => {
	const folder = folderOf(['a.png', 'b.png']);
	const man = reading([mrz[0], `${mrz[1].slice(0, 20)}M${mrz[1].slice(21)}`]);
	const engine = () => fakeEngine({answer: ({path}) => (path.endsWith('b.png') ? man : reading())});
	const words = ['recognize', '--dir', folder, '--strict', '--output-format', 'table'];
	const {out, said, exitCode} = await runCommand(recognize, words, {engine: engine()});
	expect(out.match(/ to check/g)).toHaveLength(2);
	expect(said).toContain('The same number, but different (Sex): a.png, b.png.');
	expect(said.at(-1)).toBe('2 passports read, 2 to check.');
	expect(exitCode).toBe(5);
});

test('passports that a person accepted against a check digit are not called proven: en and zh', async () => {
	const folder = folderOf(['a.png', 'b.png', 'c.png']);
	const engine = fakeEngine({
		answer: ({path}) => (path.endsWith('c.png') ? reading(numbered(3)) : reading(misprinted)),
	});
	const words = ['recognize', '--dir', folder, '--strict', '--output-format', 'table'];
	expect((await runCommand(recognize, words, {engine})).exitCode).toBe(5);
	for (const name of ['a.png', 'b.png']) {
		const path = join(folder, name);
		const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
		const kept = await readSidecar({path, sha256}, today);
		const looked = confirmed(kept!, 'passport_number', today);
		await keepRecord(accepted(looked, '2026-11-22T06:00:00+00:00'));
	}
	const {out, said, exitCode} = await runCommand(recognize, words, {engine});
	expect(exitCode).toBe(0);
	expect(said.at(-1)).toBe('3 passports read, 2 accepted by hand although not proven.');
	expect(said.join('\n')).toContain('a.png: accepted by hand although not proven');
	expect(out.match(/proven/g)).toHaveLength(3);
	expect(out.match(/although not proven/g)).toHaveLength(2);
	const one = ['recognize', join(folder, 'a.png'), '--output-format', 'table'];
	expect((await runCommand(recognize, one, {engine})).out).toContain('Status: accepted by hand although not proven');
	const chinese = await runCommand(recognize, words, {engine, language: 'zh'});
	expect(chinese.said.at(-1)).toBe('已识别 3 本护照，2 本未经验证但已人工接受。');
});

test('a passport that was rejected is called so, and no longer to check: en and zh', async () => {
	const folder = folderOf(['a.png', 'b.png']);
	const engine = fakeEngine({answer: ({path}) => reading(path.endsWith('b.png') ? numbered(3) : misprinted)});
	const words = ['recognize', '--dir', folder, '--output-format', 'table'];
	expect((await runCommand(recognize, words, {engine})).said.join('\n')).toContain('a.png: to check (');
	const path = join(folder, 'a.png');
	const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
	await keepRecord(rejected((await readSidecar({path, sha256}, today))!, '2026-11-22T06:00:00+00:00'));
	const {out, said} = await runCommand(recognize, words, {engine});
	expect(said.join('\n')).toContain('a.png: rejected, read before');
	expect(said.at(-1)).toBe('2 passports read, 1 rejected.');
	expect(out).toMatch(/a\.png +rejected /);
	expect(out + said.join('')).not.toMatch(/to check|! a\.png/);
	const chinese = await runCommand(recognize, words, {engine, language: 'zh'});
	expect(chinese.said.join('\n')).toContain('a.png：已剔除');
});

test('every picture that is to check says why below the list', async () => {
	const folder = folderOf(['a.png', 'b.png']);
	const engine = fakeEngine({answer: () => reading(undefined, [[0, 6]])});
	const {out} = await runCommand(recognize, ['recognize', '--dir', folder, '--output-format', 'table'], {engine});
	expect(out).toMatch(/ {2}! a\.png: Surname: .*not clear\n {2}! b\.png: Surname: /);
});

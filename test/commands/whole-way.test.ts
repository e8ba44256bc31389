import {execFileSync} from 'node:child_process';
import {chmod, copyFile, cp, mkdir, readdir, readFile, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import exceljs from 'exceljs';
import {expect, test} from 'vitest';
import {root, runCli, startCli} from '../support/cli.ts';
import {blackPng} from '../support/huge-png.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const isRoot = process.getuid?.() === 0;
const minutes = 60_000;

const specimen = (name: string): string => join(root, 'source', 'specimens', name);

/** A specimen that reads well. */
const good = 'photo.jpg';

test('from a folder to a spreadsheet, by two commands and by a pipe', {timeout: 5 * minutes}, async () => {
	const cwd = temporaryFolder();
	await mkdir(join(cwd, 'group'));
	await copyFile(specimen(good), join(cwd, 'group', '=cmd.jpg'));
	const read = await runCli(['recognize', '--dir', 'group'], {cwd});
	expect(read.exitCode).toBe(0);
	const [result] = JSON.parse(read.out) as Record<string, unknown>[];
	expect(result).toMatchObject({success: true, source_image: '=cmd.jpg'});
	expect(read.stderr).toMatch(/^\[1\/1\] =cmd\.jpg: /);
	expect(await readdir(join(cwd, 'group'))).toEqual(['=cmd.jpg', '=cmd.json']);

	expect((await runCli(['export', '--from-dir', 'group', '--output', 'out/list.xlsx'], {cwd})).exitCode).toBe(0);
	const workbook = new exceljs.Workbook();
	await workbook.xlsx.readFile(join(cwd, 'out', 'list.xlsx'));
	const row = workbook.worksheets[0]!.getRow(2);
	expect(row.values).toContain(result!.passport_number);
	expect(row.values).toContain('=cmd.jpg');

	const csv = await runCli(['export', '--output', '-', '--format', 'csv'], {cwd, input: read.out});
	expect([...csv.stdout.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	expect(csv.out).toContain(",'=cmd.jpg,");

	const again = await runCli(['recognize', '--dir', 'group'], {cwd});
	expect(again.stderr).toContain('read before');
});

test('bad input: a line for each, the good one is read', {timeout: 5 * minutes}, async () => {
	const cwd = temporaryFolder();
	const picture = await readFile(specimen(good));
	await writeFile(join(cwd, '01 good.jpg'), picture);
	await writeFile(join(cwd, '02 text.jpg'), 'Dear guest, my passport is attached.');
	await writeFile(join(cwd, '03 cut.jpg'), picture.subarray(0, picture.length >> 1));
	await writeFile(join(cwd, '04 huge.png'), blackPng(20_000, 10_000));
	execFileSync('mkfifo', [join(cwd, '06 pipe.jpg')]);
	await writeFile(join(cwd, '07 secret.jpg'), picture);
	await chmod(join(cwd, '07 secret.jpg'), 0);
	await mkdir(join(cwd, '08 folder.jpg'));
	const expected: Record<string, string> = {
		'02 text.jpg': 'NOT_AN_IMAGE',
		'03 cut.jpg': 'DAMAGED_IMAGE',
		'04 huge.png': 'TOO_LARGE',
		'06 pipe.jpg': 'NOT_A_FILE',
		...(isRoot ? {} : {'07 secret.jpg': 'NOT_READABLE'}),
		'08 folder.jpg': 'NOT_A_FILE',
		'09 missing.jpg': 'FILE_NOT_FOUND',
	};
	const names = ['01 good.jpg', ...Object.keys(expected)];
	const {exitCode, out, stderr} = await runCli(
		['recognize', '--no-printed', ...names.flatMap(name => ['--file', name])],
		{cwd},
	);
	expect(exitCode).toBe(1);
	const results = JSON.parse(out) as {
		success: boolean;
		source_image: string;
		error_code?: string;
		next_steps?: string[];
	}[];
	expect(results[0]).toMatchObject({success: true, source_image: '01 good.jpg'});
	expect(Object.fromEntries(results.slice(1).map(result => [result.source_image, result.error_code]))).toEqual(
		expected,
	);
	for (const name of names) expect(stderr.split('\n').filter(line => line.includes(name))).toHaveLength(1);
	expect(stderr).not.toMatch(/\n\s+at /);
});

test('a folder without pictures and one that is not there are 65', async () => {
	const cwd = temporaryFolder();
	await mkdir(join(cwd, 'empty'));
	for (const [folder, code] of [
		['empty', 'NO_PICTURES'],
		['nowhere', 'FILE_NOT_FOUND'],
	] as const) {
		const {exitCode, out, stderr} = await runCli(['recognize', '--dir', folder], {cwd});
		expect(exitCode).toBe(65);
		expect(JSON.parse(out)).toMatchObject([{error_code: code}]);
		expect(stderr).toContain(`"${folder}"`);
	}
});

test('Ctrl-C ends with what was read until then, kept and printed', {timeout: 5 * minutes}, async () => {
	const cwd = temporaryFolder();
	for (let copy = 1; copy <= 12; copy++) {
		// Each one differs, so that none is taken for another's twin.
		await writeFile(join(cwd, `${copy}.jpg`), Buffer.concat([await readFile(specimen(good)), Buffer.from([copy])]));
	}

	const child = startCli(['recognize', '--no-printed', '--dir', '.', '--concurrency', '1'], {cwd});
	let out = '';
	let said = '';
	child.stdout.on('data', chunk => {
		out += chunk;
	});
	child.stderr.on('data', (chunk: Buffer) => {
		const first = said === '';
		said += chunk.toString();
		if (first) child.kill('SIGINT');
	});
	const exitCode = await new Promise(resolve => child.on('close', resolve));
	expect(exitCode).toBe(130);
	expect(said).toContain('Stopping');
	const results = JSON.parse(out) as {success: boolean}[];
	expect(results.length).toBeGreaterThan(0);
	expect(results.length).toBeLessThan(12);
	expect(results.every(result => result.success)).toBe(true);
	expect((await readdir(cwd)).filter(name => name.endsWith('.json'))).toHaveLength(results.length);
});

test('who reads the output may stop reading', async () => {
	const child = startCli(['--help'], {cwd: temporaryFolder()});
	child.stdout.destroy();
	let said = '';
	child.stderr.on('data', chunk => {
		said += chunk;
	});
	await new Promise(resolve => child.on('close', resolve));
	expect(said).toBe('');
});

test('the demo goes the whole way by itself', {timeout: 5 * minutes}, async () => {
	const cwd = temporaryFolder();
	// A copy of the package that ships few pictures: the others are read in tests of the reader.
	const copy = join(cwd, 'package');
	const pictures = [good, 'passport_osei_kwame.jpg', 'mmexport1773450012345.jpg'];
	await cp(join(root, 'dist'), join(copy, 'dist'), {recursive: true});
	await mkdir(join(copy, 'source', 'specimens'), {recursive: true});
	for (const name of [...pictures, 'labels.json'])
		await copyFile(specimen(name), join(copy, 'source', 'specimens', name));
	for (const name of ['package.json', 'node_modules', 'source/model'])
		await symlink(join(root, name), join(copy, name));
	const program = join(copy, 'dist', 'cli.js');
	const {exitCode, out, stderr} = await runCli(['demo', '--no-input'], {cwd, program});
	expect(exitCode, stderr).toBe(0);
	for (const name of pictures) expect(out).toContain(name);
	expect(stderr).toContain(join('passport-ocr-demo', 'passports.xlsx'));
	const written = await readdir(join(cwd, 'passport-ocr-demo'));
	expect(written.filter(name => !name.endsWith('.json')).sort()).toEqual([...pictures, 'passports.xlsx'].sort());
	expect(written).not.toContain('labels.json');
	const workbook = new exceljs.Workbook();
	await workbook.xlsx.readFile(join(cwd, 'passport-ocr-demo', 'passports.xlsx'));
	// The head, and a row for each but the one that is too blurred to be read.
	expect(workbook.worksheets[0]!.rowCount).toBe(pictures.length);
});

test('--quiet says errors and nothing else', async () => {
	const cwd = temporaryFolder();
	await writeFile(join(cwd, 'a.jpg'), 'no picture');
	await writeFile(join(cwd, 'b.jpg'), 'none either');
	const loud = await runCli(['recognize', 'a.jpg', 'b.jpg', '--engine', 'offline'], {cwd});
	const quiet = await runCli(['recognize', 'a.jpg', 'b.jpg', '--engine', 'offline', '--quiet'], {cwd});
	expect(quiet.out).toBe(loud.out);
	expect(quiet.exitCode).toBe(loud.exitCode);
	expect(quiet.stderr.trim().split('\n')).toHaveLength(2);
	expect(loud.stderr).toContain('Nothing was read');
	expect(quiet.stderr).not.toContain('Nothing was read');
	expect((await runCli(['validate', '-q', 'nothing'], {cwd})).stderr).not.toBe('');
});

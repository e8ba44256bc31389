import {createHash} from 'node:crypto';
import {mkdir, readdir, readFile, rename, symlink, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import exceljs from 'exceljs';
import JSZip from 'jszip';
import sharp from 'sharp';
import {expect, test} from 'vitest';
import {errorLines} from '../../source/command-line/errors.ts';
import {exitCodeOfError} from '../../source/command-line/exit-code.ts';
import {exportRows} from '../../source/commands/export.ts';
import {validate} from '../../source/commands/validate.ts';
import {exitCodes} from '../../source/core/errors.ts';
import {failedToJson} from '../../source/core/records/json/failed-json.ts';
import {failureToJson, toJson} from '../../source/core/records/json/to-json.ts';
import {writeFailures, writeSidecar} from '../../source/core/records/sidecars/write-sidecar.ts';
import {saveSettings} from '../../source/core/settings/settings.ts';
import {messages} from '../../source/text/index.ts';
import {originalSidecar} from '../support/original-sidecar.ts';
import {pngBytes} from '../support/picture-bytes.ts';
import {misprinted, mrz, numbered, reading, recordOf, withExpiry} from '../support/records.ts';
import {runCommand} from '../support/run-command.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const hash = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

async function keptIn(folder: string, name: string, changes: Parameters<typeof recordOf>[1] = {}): Promise<void> {
	await writeFile(join(folder, name), name);
	await writeSidecar(recordOf(join(folder, name), {sha256: hash(name), ...changes}));
}

const filesOf = (csv: string): readonly string[] =>
	csv
		.trim()
		.split('\r\n')
		.slice(1)
		.map(line => line.split(',')[1]!);

test('a folder becomes a list, in natural order, with the folders in it', async () => {
	const folder = temporaryFolder();
	await mkdir(join(folder, 'more'));
	for (const name of ['page 10.jpg', 'page 2.jpg', 'more/z.jpg']) await keptIn(folder, name);
	await writeFile(join(folder, 'package.json'), '{"name": "not ours"}');
	const output = join(folder, 'out', 'list.csv');
	const {exitCode, out, said} = await runCommand(exportRows, ['export', '--from-dir', folder, '--output', output]);
	expect(exitCode).toBe(0);
	expect(out).toBe('');
	expect(said.at(-1)).toBe(`3 rows written to ${output}`);
	expect(filesOf(await readFile(output, 'utf8'))).toEqual(['z.jpg', 'page 2.jpg', 'page 10.jpg']);
});

test('pictures that were renamed with the files beside them are listed under their new names', async () => {
	const folder = temporaryFolder();
	const at = (name: string) => join(folder, name);
	await keptIn(folder, 'a.jpg', {reading: reading(numbered(3))});
	await keptIn(folder, 'b.jpg');
	await writeSidecar(recordOf(at('b.jpg#2'), {sha256: hash('b.jpg')}));
	// The two swap names; a further one is renamed without its file, which keeps the name it holds.
	for (const ending of ['jpg', 'json']) {
		await rename(at(`a.${ending}`), at(`t.${ending}`));
		await rename(at(`b.${ending}`), at(`a.${ending}`));
		await rename(at(`t.${ending}`), at(`b.${ending}`));
	}
	await keptIn(folder, 'c.jpg');
	await rename(at('c.json'), at('d.json'));
	await writeFile(at('d.jpg'), 'another picture');
	const words = ['export', '--from-dir', folder, '-o', '-', '--format', 'json'];
	const {out} = await runCommand(exportRows, words);
	const listed = JSON.parse(out) as readonly {source_image: string; mrz_line2: string}[];
	expect(listed.map(({source_image}) => source_image)).toEqual(['a.jpg', 'a.jpg#2', 'b.jpg', 'c.jpg']);
	expect(listed.map(({mrz_line2}) => mrz_line2)).toEqual([mrz[1], mrz[1], numbered(3)[1], mrz[1]]);
});

test('what often is a national identity number is in a list for people only where it was asked for', async () => {
	const folder = temporaryFolder();
	const printed = [{field: 'id_number', text: 'ZE1842268', zone: 'printed'}] as const;
	// The page contradicts the MRZ, so that both numbers are in a reason.
	await keptIn(folder, 'a.jpg', {reading: {...reading(), printed}});
	const listIn = async (name: string, ...words: readonly string[]): Promise<string> => {
		const path = join(folder, name);
		await runCommand(exportRows, ['export', '--from-dir', folder, '--output', path, ...words]);
		if (!name.endsWith('.xlsx')) return await readFile(path, 'utf8');
		const workbook = new exceljs.Workbook();
		await workbook.xlsx.readFile(path);
		return workbook.worksheets.map(sheet => JSON.stringify(sheet.getSheetValues())).join('\n');
	};
	for (const name of ['list.xlsx', 'list.csv']) {
		const list = await listIn(name);
		expect(list).toContain('L898902C36UTO7408122F3204153*********<<<<<16');
		expect(list).toMatch(/Personal number/);
		expect(list).not.toMatch(/ZE184226|184226/);
		expect(await listIn(`full-${name}`, '--with-optional')).toContain(mrz[1]);
		expect(await listIn(`named-${name}`, '--columns', 'passport_number,id_number')).toContain('ZE1842268');
	}
	for (const name of ['list.json', 'list.ndjson']) expect(await listIn(name)).toContain(mrz[1]);
	// The same list gets no second row of a passport, whichever way its line is written.
	const words = ['export', '--from-dir', folder, '--output', join(folder, 'list.csv'), '--append'];
	expect((await runCommand(exportRows, words)).said.at(-1)).toMatch(/^Nothing|^0 |already/);
});

test('several pictures of one passport are reported, and become one row with --once', async () => {
	const folder = temporaryFolder();
	for (const name of ['a.jpg', 'b.jpg', 'c.jpg']) await keptIn(folder, name);
	const output = join(folder, 'list.csv');
	const words = ['export', '--from-dir', folder, '--output', output];
	expect((await runCommand(exportRows, words)).said).toEqual([
		'2 pictures repeat a passport that has a row already: b.jpg = a.jpg, c.jpg = a.jpg. --once writes each passport once.',
		`3 rows written to ${output}`,
	]);
	const {said} = await runCommand(exportRows, [...words, '--once']);
	expect(said.at(-1)).toBe(`1 row written to ${output}`);
	expect(filesOf(await readFile(output, 'utf8'))).toEqual(['a.jpg']);
});

test('pictures of one number that differ are said, have a row each with --once too, and are not called proven', async () => {
	const folder = temporaryFolder();
	for (const [name, sex] of [
		['a.jpg', 'F'],
		['b.jpg', 'M'],
		['c.jpg', 'F'],
	] as const) {
		const {passport} = recordOf(name);
		const fields = passport.fields.map(field => (field.key === 'sex' ? {...field, value: sex} : field));
		await keptIn(folder, name, {passport: {...passport, fields}});
	}
	const words = ['export', '--from-dir', folder, '--output', '-', '--once'];
	const {out, said} = await runCommand(exportRows, words);
	expect(said[0]).toBe('The same number, but different (Sex): a.jpg, b.jpg, c.jpg. What differs has a row of its own.');
	expect(filesOf(out)).toEqual(['a.jpg', 'b.jpg']);
	expect(out).toContain('. Sex: b.jpg should be the same passport, but says M."');
	expect(out).not.toContain('proven');
	expect((await runCommand(exportRows, words, {language: 'zh'})).said[0]).toBe(
		'护照号码相同，但性别不同：a.jpg、b.jpg、c.jpg。内容不同的各占一行。',
	);
});

test('the name of the file says the format, --format says it louder', async () => {
	const folder = temporaryFolder();
	await keptIn(folder, 'a.jpg');
	const workbook = new exceljs.Workbook();
	const excel = join(folder, 'list.xlsx');
	await runCommand(exportRows, ['export', '--from-dir', folder, '-o', excel]);
	await workbook.xlsx.readFile(excel);
	expect(workbook.worksheets[0]!.getRow(2).values).toContain('ERIKSSON');
	const odd = join(folder, 'list.txt');
	await runCommand(exportRows, ['export', '--from-dir', folder, '-o', odd, '--format', 'json']);
	expect(JSON.parse(await readFile(odd, 'utf8'))).toHaveLength(1);
});

test.each(['list.ndjson', 'list.jsonl'])('%s has a line for each passport, the objects that JSON lists', async name => {
	const folder = temporaryFolder();
	for (const picture of ['a.jpg', 'b.jpg']) await keptIn(folder, picture);
	const written = async (file: string) => {
		const output = join(folder, file);
		await runCommand(exportRows, ['export', '--from-dir', folder, '-o', output, '--only', 'file,number,checks']);
		return readFile(output, 'utf8');
	};
	const lines = (await written(name)).split('\n');
	expect(lines.pop()).toBe('');
	expect(lines.map(line => JSON.parse(line))).toEqual(JSON.parse(await written('list.json')));
	expect(lines).toHaveLength(2);
});

test('sidecars of the original skill are rows as well, in its own columns when asked', async () => {
	const folder = temporaryFolder();
	await writeFile(join(folder, 'old.json'), JSON.stringify(originalSidecar('old.jpg')));
	const {out} = await runCommand(exportRows, [
		'export',
		'--from-dir',
		folder,
		'--columns',
		'original',
		'--output',
		'-',
	]);
	expect(out.split('\r\n')[0]).toMatch(/^\ufeff源文件,护照类型,护照号码,护照号码\(MRZ\)/);
	expect(out).toContain('old.jpg');
	expect(out).toContain(',女,');
});

test('the letter of the passport stands for the sex that the original skill wrote as a word', async () => {
	const folder = temporaryFolder();
	await writeFile(join(folder, 'old.json'), JSON.stringify(originalSidecar('old.jpg')));
	const {out} = await runCommand(exportRows, ['export', '--from-dir', folder, '--output', '-']);
	expect(out).toContain(',F,1991-03-14,');
	expect(out).not.toContain('女');
});

test('what recognize printed can be piped in: an object, a list, or lines', async () => {
	const objects = [toJson(recordOf('a.jpg')), toJson(recordOf('b.jpg'))];
	const inputs = [
		JSON.stringify(objects[0]),
		JSON.stringify(objects, undefined, 2),
		objects.map(each => JSON.stringify(each)).join('\n'),
	];
	for (const [index, input] of inputs.entries()) {
		const {exitCode, out} = await runCommand(exportRows, ['export', '--output', '-'], {input: `\ufeff${input}`});
		expect(exitCode).toBe(0);
		expect(filesOf(out)).toEqual(index === 0 ? ['a.jpg'] : ['a.jpg', 'b.jpg']);
	}
});

test('a failure in the input has no row, but is said and counts', async () => {
	const failure = {
		success: false,
		error_code: 'NO_PASSPORT_FOUND',
		error_message: 'nothing there',
		source_image: 'c.jpg',
	};
	const {exitCode, said, out} = await runCommand(exportRows, ['export', '--output', '-'], {
		input: JSON.stringify([toJson(recordOf('a.jpg')), failure]),
	});
	expect(exitCode).toBe(1);
	expect(said).toContain('c.jpg: nothing there');
	const wordless = await runCommand(exportRows, ['export', '--output', '-'], {
		input: JSON.stringify([toJson(recordOf('a.jpg')), {...failure, error_message: undefined}]),
	});
	expect(wordless.said).toContain('c.jpg: No passport was found in the picture.');
	expect(filesOf(out)).toEqual(['a.jpg']);
});

test("a failure in the input is a row among the original skill's columns, at its place and in its words", async () => {
	const failure = {
		success: false,
		error_code: '-3',
		error_message: '服务次数不足',
		recognized_at: '2026-11-21 08:00:00',
	};
	const input = JSON.stringify([toJson(recordOf('a.jpg')), failure, toJson(recordOf('b.jpg'))]);
	const words = ['export', '--columns', 'original', '--output', '-'];
	const {out, said, exitCode} = await runCommand(exportRows, words, {input});
	expect(out.split('\r\n')[2]).toBe(`${','.repeat(20)}2026-11-21 08:00:00,失败: 服务次数不足`);
	expect(out.split('\r\n')[3]).toMatch(/^b\.jpg,/);
	expect(said).toContain('?: 服务次数不足');
	expect(exitCode).toBe(1);
	const alone = await runCommand(exportRows, words, {input: JSON.stringify({...failure, source_image: 'x.jpg'})});
	expect(alone.out.split('\r\n')).toHaveLength(3);
	expect(alone.out).toContain('\r\nx.jpg,');
});

test('a result of a later version in another form has no row, and is said', async () => {
	const folder = temporaryFolder();
	await keptIn(folder, 'a.jpg');
	await writeFile(join(folder, 'b.json'), JSON.stringify({success: true, passport_ocr: {version: 2}}));
	const {said, exitCode} = await runCommand(exportRows, ['export', '--from-dir', folder, '--output', '-']);
	expect(said).toContain(`${join(folder, 'b.json')}: left out, was written by a later version of this program`);
	expect(exitCode).toBe(1);
});

test('a folder of nothing but results of a later version says so, and not to read the pictures first', async () => {
	const folder = temporaryFolder();
	const later = join(folder, 'IMG_2041.json');
	await writeFile(join(folder, 'IMG_2041.jpg'), pngBytes());
	await writeFile(later, JSON.stringify({success: true, source_image: 'IMG_2041.jpg', passport_ocr: {version: 2}}));
	const told: string[] = [];
	const options = {onSay: (line: string) => void told.push(line)};
	for (const words of [
		['--from-dir', folder],
		['--input', later],
	]) {
		told.length = 0;
		const run = runCommand(exportRows, ['export', ...words, '--output', '-'], options);
		await expect(run).rejects.toMatchObject({code: 'NOTHING_TO_EXPORT', details: {reason: 'left-out'}});
		expect(told).toEqual([`${later}: left out, was written by a later version of this program`]);
	}
	const lines = errorLines('NOTHING_TO_EXPORT', {reason: 'left-out'}, messages('en'));
	expect(lines.join()).not.toContain('Read pictures first');
});

test('a failure that a later version kept is said as well', async () => {
	const folder = temporaryFolder();
	await keptIn(folder, 'a.jpg');
	await writeFile(join(folder, 'b.json'), JSON.stringify({success: false, passport_ocr: {version: 3}}));
	const {said} = await runCommand(exportRows, ['export', '--from-dir', folder, '--output', '-']);
	expect(said).toContain(`${join(folder, 'b.json')}: left out, was written by a later version of this program`);
});

test('a folder of nothing but broken results names them', async () => {
	const folder = temporaryFolder();
	await keptIn(folder, 'a.jpg');
	const path = join(folder, 'a.json');
	await writeFile(path, (await readFile(path, 'utf8')).replace('"lines"', '"lanes"'));
	const told: string[] = [];
	const options = {onSay: (line: string) => void told.push(line)};
	const run = runCommand(exportRows, ['export', '--from-dir', folder, '--output', '-'], options);
	await expect(run).rejects.toThrow('NOTHING_TO_EXPORT');
	expect(told[0]).toBe(`${path}: left out, is a result that is no longer whole`);
});

test.each(['json', 'ndjson'])('what validate printed is no result of a picture, and that is said: %s', async format => {
	const folder = temporaryFolder();
	await keptIn(folder, 'a.jpg');
	const {out: judged} = await runCommand(validate, ['validate', ...mrz, '--output-format', format]);
	const path = join(folder, 'judged.json');
	await writeFile(path, judged);
	const why = `${path}: left out, validate printed it: a text that was judged, not a picture that was read.`;
	for (const source of [
		['--from-dir', folder],
		['--input', path, '--batch-input', join(folder, 'a.json'), path],
	]) {
		const {said, out, exitCode} = await runCommand(exportRows, ['export', ...source, '--output', '-']);
		expect(said.join('\n')).toContain(why);
		expect(filesOf(out)).toEqual(['a.jpg']);
		expect(exitCode).toBe(exitCodes.someFailed);
	}
});

test('an answer of the original skill about an identity card is said, and has a row among its columns', async () => {
	const folder = temporaryFolder();
	const card = {success: true, name: '林晓媛', recognized_at: '2026-11-22 06:00:00', source_image: 'card.jpg'};
	await writeFile(join(folder, 'card.json'), JSON.stringify(card));
	await writeFile(join(folder, 'old.json'), JSON.stringify(originalSidecar('old.jpg')));
	for (const source of [
		['--from-dir', folder],
		['--batch-input', join(folder, 'card.json'), join(folder, 'old.json')],
	]) {
		const words = ['export', ...source, '--output', '-'];
		const plain = await runCommand(exportRows, words);
		expect(plain.exitCode).toBe(1);
		expect(plain.said.join('\n')).toContain('card.jpg');
		expect(plain.said).toContain('1 picture is not in the list.');
		const {out} = await runCommand(exportRows, [...words, '--columns', 'original']);
		const rows = out.trim().split('\r\n');
		expect(rows).toHaveLength(3);
		expect(rows[1]).toMatch(/^card\.jpg,.*2026-11-22 06:00:00,"?失败: /);
	}
	await writeFile(join(folder, 'card.jpg'), pngBytes());
	const {said} = await runCommand(exportRows, ['export', '--from-dir', folder, '--output', '-']);
	expect(said.join('\n')).not.toContain('has no result');
});

test('a result whose success another program set to false is a picture that was not read', async () => {
	const {out, said, exitCode} = await runCommand(exportRows, ['export', '--columns', 'original', '--output', '-'], {
		input: JSON.stringify([{...toJson(recordOf('a.jpg')), success: false}]),
	});
	expect(exitCode).toBe(1);
	expect(said).toContain('a.jpg: The result says that the picture could not be read.');
	expect(out).toContain('失败: The result says');
});

test('a failure that is kept beside a picture is said in words, also when its file is named', async () => {
	const folder = temporaryFolder();
	const details = {path: 'a.jpg'};
	const failure = {
		engine: 'offline' as const,
		engineVersion: '1',
		failedAt: '2026-11-22T06:00:00+00:00',
		code: 'TOO_SMALL',
		details,
	};
	const json = failedToJson({path: 'a.jpg', sha256: 'a'.repeat(64), failures: [failure]});
	const path = join(folder, 'a.json');
	await writeFile(path, JSON.stringify([json, toJson(recordOf('b.jpg'))]));
	const {said} = await runCommand(exportRows, ['export', '--input', path, '--output', '-']);
	expect(said[0]).toMatch(/^a\.jpg: /);
	expect(said[0]).not.toContain('TOO_SMALL');
});

test.each([
	['one after the other, over several lines', (texts: string[]) => texts.join('\n')],
	['with nothing between them', (texts: string[]) => texts.join('')],
	['lists after each other', (texts: string[]) => texts.map(text => `[${text}]`).join('\n\n')],
])('objects %s are read as they come', async (_, join) => {
	const texts = ['a {1}.jpg', 'b ]"\\.jpg'].map(name => JSON.stringify(toJson(recordOf(name)), undefined, 2));
	const {out, said} = await runCommand(exportRows, ['export', '--output', '-'], {input: join(texts)});
	expect(said.join('\n')).not.toContain('left out');
	expect(out.trim().split('\r\n')).toHaveLength(3);
});

test.each(['{"success": true', '{} x {}', '{"a": 1}}', 'x {}', '{"a": "b}', '{]'])(
	'%s is not JSON, and is said to be none',
	async input => {
		const told: string[] = [];
		const options = {input, onSay: (line: string) => void told.push(line)};
		await expect(runCommand(exportRows, ['export', '--output', '-'], options)).rejects.toThrow('NOTHING_TO_EXPORT');
		expect(told).toEqual(['standard input: left out, is not JSON']);
	},
);

test.each([
	['lines that were cut off', (text: string) => `${text}\n${text.slice(0, -3)}`],
	['a list that was cut off', (text: string) => `[${text},\n${text.slice(0, 200)}`],
	['an object and a message of another program', (text: string) => `${text}\nKilled`],
])('of %s the results before that are in the list, and it is said', async (_, cut) => {
	const input = cut(JSON.stringify(toJson(recordOf('a.jpg'))));
	const {exitCode, out, said} = await runCommand(exportRows, ['export', '--output', '-'], {input});
	expect(filesOf(out)).toEqual(['a.jpg']);
	expect(exitCode).toBe(1);
	expect(said.join('\n')).toContain('standard input: is not JSON after 1 result, which is kept');
	const folder = temporaryFolder();
	await writeFile(join(folder, 'out.json'), input);
	const fromFile = await runCommand(exportRows, ['export', '--input', join(folder, 'out.json'), '--output', '-']);
	expect(filesOf(fromFile.out)).toEqual(['a.jpg']);
	expect(fromFile.said.join('\n')).toContain('out.json: is not JSON after 1 result');
});

test('columns that are empty for every passport are said, and refused when none is left', async () => {
	const folder = temporaryFolder();
	await keptIn(folder, 'a.jpg');
	await keptIn(folder, 'b.jpg');
	const output = join(folder, 'list.csv');
	const words = (only: string, format: string) => [
		'export',
		'--from-dir',
		folder,
		'-o',
		output,
		'--only',
		only,
		'--format',
		format,
	];
	const some = await runCommand(exportRows, words('number,script,printed', 'csv'));
	expect(some.said).toContain('Empty for every passport: script, printed.');
	expect(some.exitCode).toBe(0);
	expect((await readFile(output, 'utf8')).split('\r\n')[0]).not.toContain(',');
	const before = await readFile(output);
	for (const only of ['script,printed', 'script', 'printed']) {
		const failing = runCommand(exportRows, words(only, 'csv'));
		await expect(failing).rejects.toMatchObject({code: 'NOTHING_TO_EXPORT', details: {reason: 'empty-columns'}});
		const {code, details} = await failing.catch(error => error);
		expect(exitCodeOfError(code)).toBe(65);
		expect(errorLines(code, details, messages('en')).join('\n')).toContain(
			`empty for every passport are ${only.replace(',', ', ')}.`,
		);
	}
	expect(await readFile(output)).toEqual(before);
	const full = await runCommand(exportRows, words('number,born,mrz,file,checks', 'csv'));
	expect(full.said.join()).not.toContain('Empty');
});

test('--only is refused among the columns of the original skill, which are always all', async () => {
	const words = ['export', '-o', '-', '--only', 'number', '--columns', 'original'];
	const failing = runCommand(exportRows, words, {input: outOf('a.jpg')});
	await expect(failing).rejects.toMatchObject({code: 'USAGE', details: {problem: 'conflict', option: '--only'}});
	const {out} = await runCommand(exportRows, [...words.slice(0, -1), 'default'], {input: outOf('a.jpg')});
	expect(out).toMatch(/^\ufeff[^,\r]+\r\nL898902C3\r\n$/);
});

test('names standard input by its name, where nothing usable comes from there', async () => {
	const told: string[] = [];
	const options = {input: 'garbage', onSay: (line: string) => void told.push(line)};
	await expect(runCommand(exportRows, ['export', '--output', '-'], options)).rejects.toThrow('NOTHING_TO_EXPORT');
	expect(told[0]).toMatch(/^standard input: /);
});

test('--batch-input takes files one after the other, and patterns', async () => {
	const folder = temporaryFolder();
	for (const name of ['a', 'b'])
		await writeFile(join(folder, `${name}.out`), JSON.stringify(toJson(recordOf(`${name}.jpg`))));
	const files = [join(folder, 'b.out'), join(folder, 'a.out')];
	const one = await runCommand(exportRows, ['export', '--batch-input', ...files, '--output', '-']);
	expect(filesOf(one.out)).toEqual(['b.jpg', 'a.jpg']);
	const two = await runCommand(exportRows, ['export', '--batch-input', join(folder, '*.out'), '--output', '-']);
	expect(filesOf(two.out)).toEqual(['a.jpg', 'b.jpg']);
});

const outOf = (name: string): string => JSON.stringify(toJson(recordOf(name)));

test.each([
	['a file', 'out [1].json', 'out 1.json', 'out [1].json'],
	['a file with an asterisk', 'a*.json', 'ab.json', 'a*.json'],
	['a file with a question mark', 'a?.json', 'ab.json', 'a?.json'],
	['a folder', 'group [1]/out.json', 'group 1/out.json', 'group [1]/*.json'],
	['a folder in brackets', '[2026] March/out.json', '2/out.json', '[2026] March/o*.json'],
	['round brackets', 'list (1) a.json', 'list 1 a.json', 'list (1)*.json'],
	['braces', 'out{1,2} a.json', 'out1 a.json', 'out{1,2}*.json'],
	['an exclamation mark', '!out a.json', 'out a.json', '!out*.json'],
])('wildcards: %s of that very name is meant, not one that it would match', async (_title, meant, other, asked) => {
	const folder = temporaryFolder();
	for (const [path, picture] of [
		[meant, 'meant.jpg'],
		[other, 'other.jpg'],
	] as const) {
		await mkdir(dirname(join(folder, path)), {recursive: true});
		await writeFile(join(folder, path), outOf(picture));
	}
	for (const option of ['--batch-input', '--input']) {
		const {out} = await runCommand(exportRows, ['export', option, join(folder, asked), '--output', '-']);
		expect(filesOf(out)).toEqual(['meant.jpg']);
	}
});

test('a file that is named twice, once by a wildcard, has its rows once', async () => {
	const folder = temporaryFolder();
	for (const name of ['a', 'b']) await writeFile(join(folder, `${name}.json`), outOf(`${name}.jpg`));
	const words = ['export', '--batch-input', join(folder, 'b.json'), join(folder, '?.json'), '--output', '-'];
	expect(filesOf((await runCommand(exportRows, words)).out)).toEqual(['b.jpg', 'a.jpg']);
});

test('a folder that wildcards lead into and that cannot be read is named', async () => {
	const folder = temporaryFolder();
	await writeFile(join(folder, 'a.json'), outOf('a.jpg'));
	await symlink('loop', join(folder, 'loop'));
	const words = ['export', '--batch-input', join(folder, '*.json'), join(folder, 'loop/*.json'), '--output', '-'];
	await expect(runCommand(exportRows, words)).rejects.toMatchObject({
		code: 'NOT_READABLE',
		details: {path: join(folder, 'loop')},
	});
});

test('of several sources the first in the order of the original skill is used, and said', async () => {
	const folder = temporaryFolder();
	await keptIn(folder, 'folder.jpg');
	await writeFile(join(folder, 'batch.out'), outOf('batch.jpg'));
	await writeFile(join(folder, 'input.out'), outOf('input.jpg'));
	const batch = ['--batch-input', join(folder, 'batch.out')];
	const input = ['--input', join(folder, 'input.out')];
	const run = (...words: readonly string[]) =>
		runCommand(exportRows, ['export', '--output', '-', ...words], {input: outOf('stdin.jpg')});
	const all = await run(...input, ...batch, '--from-dir', folder);
	expect(filesOf(all.out)).toEqual(['folder.jpg']);
	expect(all.said).toEqual(['The rows come from --from-dir. Not used: --batch-input, --input.']);
	const two = await run(...input, ...batch);
	expect(filesOf(two.out)).toEqual(['batch.jpg']);
	expect(two.said).toEqual(['The rows come from --batch-input. Not used: --input.']);
	const one = await run(...input);
	expect([filesOf(one.out), one.said]).toEqual([['input.jpg'], []]);
	expect(filesOf((await run()).out)).toEqual(['stdin.jpg']);
});

test('several folders and several files are all read, and none twice', async () => {
	const folder = temporaryFolder();
	for (const name of ['march', 'april']) {
		await mkdir(join(folder, name));
		await keptIn(join(folder, name), `${name}.jpg`);
	}
	const folders = ['--from-dir', join(folder, 'march'), '--from-dir', folder];
	expect(filesOf((await runCommand(exportRows, ['export', ...folders, '--output', '-'])).out)).toEqual([
		'march.jpg',
		'april.jpg',
	]);
	const files = ['a', 'b'].flatMap(name => ['--input', join(folder, `${name}.out`)]);
	for (const name of ['a', 'b']) await writeFile(join(folder, `${name}.out`), outOf(`${name}.jpg`));
	expect(filesOf((await runCommand(exportRows, ['export', ...files, '--output', '-'])).out)).toEqual([
		'a.jpg',
		'b.jpg',
	]);
});

test.each([
	['csv', 'a.xlsx', 'end it in .csv, or leave out --format'],
	['csv', 'a.json', 'end it in .csv'],
	['json', 'a.csv', 'end it in .json'],
	['excel', 'a.CSV', 'end it in .xlsx'],
	['excel', 'a.txt', 'a name in .xlsx'],
	['excel', 'a.xls', 'a name in .xlsx'],
	['csv', 'a.xls', 'a name in .xlsx'],
	['csv', 'passport.jpg', 'a name in .xlsx'],
	['', 'passport.JPEG', 'a name in .xlsx'],
	['', 'a.xml', 'a name in .xlsx, .csv, .json, .ndjson, .amadeus.txt, .sabre.txt, .galileo.txt or .eterm.txt, or'],
	['json', 'a.jsonl', 'end it in .json,'],
])('--format %s with the name %s is refused, and what to do is said', async (format, name, hint) => {
	const folder = temporaryFolder();
	const output = join(folder, name);
	await writeFile(output, 'before');
	const words = ['export', '--output', output, ...(format === '' ? [] : ['--format', format])];
	const thrown = await runCommand(exportRows, words, {input: outOf('a.jpg')}).catch(error => error);
	expect(exitCodeOfError(thrown.code)).toBe(2);
	expect(errorLines(thrown.code, thrown.details, messages('en'))[0]).toContain(hint);
	expect(await readFile(output, 'utf8')).toBe('before');
});

test.each([
	['csv', 'a.txt'],
	['csv', 'a.tsv'],
	['json', 'a.txt'],
	['csv', 'a.2026'],
	['excel', 'a'],
	['json', 'A.JSON'],
	['ndjson', 'a.JSONL'],
	['ndjson', 'a.txt'],
])('--format %s with the name %s is written', async (format, name) => {
	const output = join(temporaryFolder(), name);
	await runCommand(exportRows, ['export', '--format', format, '--output', output], {input: outOf('a.jpg')});
	expect((await readFile(output)).length).toBeGreaterThan(100);
});

test('an existing file is replaced, as the original skill does', async () => {
	const folder = temporaryFolder();
	const output = join(folder, 'list.csv');
	await writeFile(output, 'old');
	await runCommand(exportRows, ['export', '--output', output], {input: JSON.stringify(toJson(recordOf('a.jpg')))});
	expect(await readFile(output, 'utf8')).toContain('ERIKSSON');
});

test('a list never replaces the kept result of a picture, but an older list', async () => {
	const folder = temporaryFolder();
	await keptIn(folder, 'a.jpg');
	const before = await readFile(join(folder, 'a.json'), 'utf8');
	const words = ['export', '--from-dir', folder, '--output'];
	const thrown = await runCommand(exportRows, [...words, join(folder, 'a.json')]).catch(error => error);
	expect(errorLines(thrown.code, thrown.details, messages('en'))).toEqual([
		`"${join(folder, 'a.json')}" cannot be written (it is the kept result of a picture).`,
		'  → Choose another name for the list.',
	]);
	expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe(before);
	const list = join(folder, 'list.json');
	for (const _ of ['new', 'again'])
		expect((await runCommand(exportRows, [...words, list])).said.at(-1)).toContain('1 row');
	await writeFile(join(folder, 'old.json'), JSON.stringify(originalSidecar('old.jpg')));
	await expect(runCommand(exportRows, [...words, join(folder, 'old.json')])).rejects.toMatchObject({
		code: 'NOT_WRITABLE',
	});
});

test('what a person rejected is left out, and said', async () => {
	const rejected = recordOf('no.jpg', {review: {state: 'rejected', edits: {}, confirmed: []}});
	const input = JSON.stringify([toJson(rejected), toJson(recordOf('a.jpg'))]);
	const {out, said} = await runCommand(exportRows, ['export', '--output', '-'], {input});
	expect(filesOf(out)).toEqual(['a.jpg']);
	expect(said).toEqual(['1 passport left out: rejected by hand.']);
	expect(filesOf((await runCommand(exportRows, ['export', '--output', '-', '--rejected'], {input})).out)).toHaveLength(
		2,
	);
});

test.each([
	['nothing', ''],
	['an empty list', '[]'],
])('%s to export is NOTHING_TO_EXPORT', async (_title, input) => {
	await expect(runCommand(exportRows, ['export', '--output', '-'], {input})).rejects.toMatchObject({
		code: 'NOTHING_TO_EXPORT',
	});
});

test('wrong usage: no output, words that say nothing, a folder that is not there', async () => {
	await expect(runCommand(exportRows, ['export'])).rejects.toMatchObject({code: 'USAGE'});
	await expect(runCommand(exportRows, ['export', 'x', '--output', '-'])).rejects.toMatchObject({code: 'USAGE'});
	const missing = runCommand(exportRows, ['export', '--from-dir', join(temporaryFolder(), 'no'), '--output', '-']);
	await expect(missing).rejects.toMatchObject({code: 'FILE_NOT_FOUND'});
});

test('a passport that will not do for the trip is marked in its row, said before the file, and counted', async () => {
	const folder = temporaryFolder();
	await keptIn(folder, 'a.jpg');
	const output = join(folder, 'list.csv');
	const words = ['export', '--from-dir', folder, '--output', output];
	const validityIn = async () => {
		const [head, row] = (await readFile(output, 'utf8')).trim().split('\r\n');
		return row!.split(',')[head!.split(',').indexOf('Validity')];
	};
	await runCommand(exportRows, words);
	expect(await validityIn()).toBe('valid');
	const short = await runCommand(exportRows, [...words, '--valid-for', '6m', '--on', '2032-01-01']);
	expect(short.said).toEqual(['Validity: 1 not valid for the trip (a.jpg)', `1 row written to ${output}`]);
	expect(await validityIn()).toBe('not valid for trip');
	const later = {now: () => new Date('2033-01-01T06:00:00Z')};
	expect((await runCommand(exportRows, words, later)).said[0]).toBe('Validity: 1 expired (a.jpg)');
	// What was kept of the day when it was read says nothing of the day of the export.
	expect(await readFile(output, 'utf8')).toMatch(/,expired,-\d+,.*expired \d+ days ago/);
	const json = await runCommand(exportRows, ['export', '--from-dir', folder, '--format', 'json', '-o', '-'], later);
	expect(JSON.parse(json.out)[0]).toMatchObject({validity: 'expired', issues: expect.arrayContaining(['expired'])});
});

test('the columns of the original skill stay as they are, whatever the trip', async () => {
	const folder = temporaryFolder();
	await keptIn(folder, 'a.jpg');
	const words = ['export', '--from-dir', folder, '--columns', 'original', '--format', 'csv', '-o', '-'];
	const plain = await runCommand(exportRows, words);
	const onTrip = await runCommand(exportRows, [...words, '--valid-for', '6m', '--on', '2032-01-01']);
	expect(onTrip.out).toBe(plain.out);
});

test('a last day of a trip that comes before the first, or without the rule it is for, is wrong usage', async () => {
	const folder = temporaryFolder();
	await keptIn(folder, 'a.jpg');
	const words = ['export', '--from-dir', folder, '-o', '-'];
	for (const wrong of [
		['--until', '2027-02-01'],
		['--schengen', '--on', '2027-02-01', '--until', '2027-01-31'],
		['--on', '2027-02-30'],
		['--on'],
	]) {
		await expect(runCommand(exportRows, [...words, ...wrong]), wrong.join(' ')).rejects.toMatchObject({code: 'USAGE'});
	}
});

/** What the sheet says of pictures that have no row, one line a picture. */
async function notReadSheet(path: string, name = 'Not read'): Promise<readonly string[]> {
	const workbook = new exceljs.Workbook();
	await workbook.xlsx.readFile(path);
	const lines: string[] = [];
	workbook.getWorksheet(name)?.eachRow(row => void lines.push((row.values as string[]).slice(1).join(' | ')));
	return lines;
}

const failure = (code: string, details = {}) => ({
	engine: 'offline' as const,
	engineVersion: '1',
	failedAt: '2026-11-21T08:00:00+00:00',
	code,
	details,
});

/** A folder with one passport, a picture that failed, one that cannot be opened, and one that was never read. */
async function mixedFolder(): Promise<string> {
	const folder = temporaryFolder();
	await keptIn(folder, 'a.jpg');
	await writeFile(join(folder, 'blurred.png'), pngBytes('blurred'));
	await writeFailures({path: join(folder, 'blurred.png'), sha256: hash(pngBytes('blurred'))}, [
		failure('NO_PASSPORT_FOUND'),
	]);
	await writeFile(join(folder, 'scan.svg'), '<svg>');
	await mkdir(join(folder, 'late'));
	await writeFile(join(folder, 'late', 'new.png'), pngBytes('new'));
	return folder;
}

test('a folder with pictures that have no row: each is named, and the sheet "Not read" says what to do', async () => {
	const folder = await mixedFolder();
	const output = join(folder, 'list.xlsx');
	const {exitCode, said} = await runCommand(exportRows, ['export', '--from-dir', folder, '--output', output]);
	expect(exitCode).toBe(1);
	expect(said).toEqual([
		'1 picture could not be read: blurred.png.',
		`2 pictures have no result: new.png, scan.svg. To read them: passport-ocr-tui recognize --dir ${folder}`,
		`1 row written to ${output}`,
		'3 pictures are not in the list; the sheet "Not read" says why.',
	]);
	const [head, ...lines] = await notReadSheet(output);
	expect(head).toBe('File | Reason | What to do');
	expect(lines).toHaveLength(3);
	expect(lines[0]).toMatch(/^blurred\.png \| No passport was found.*\| The whole data page must be in the picture/);
	expect(lines[1]).toBe(`new.png | Not read yet. | passport-ocr-tui recognize --dir ${folder}`);
	expect(lines[2]).toMatch(/^scan\.svg \| .*SVG.*\| It is a drawing/);
});

test('a CSV or JSON has no sheet: a line says how many pictures are not in it', async () => {
	const folder = await mixedFolder();
	for (const name of ['list.csv', 'list.json']) {
		const words = ['export', '--from-dir', folder, '--output', join(folder, 'out', name)];
		expect((await runCommand(exportRows, words)).said.at(-1)).toBe('3 pictures are not in the list.');
	}
	const chinese = ['export', '--from-dir', folder, '--output', join(folder, 'list.xlsx'), '--lang', 'zh'];
	const {said} = await runCommand(exportRows, chinese, {language: 'zh'});
	expect(said.at(-1)).toBe('3 张图片不在列表中，原因见“未识别”工作表。');
	expect((await notReadSheet(join(folder, 'list.xlsx'), '未识别'))[0]).toBe('源文件 | 原因 | 处理方法');
});

test('a failure that was kept is a row among the original columns; what was never read is not', async () => {
	const {out} = await runCommand(exportRows, [
		...['export', '--from-dir', await mixedFolder(), '--columns', 'original', '--output', '-'],
	]);
	const lines = out.trim().split('\r\n');
	expect(lines).toHaveLength(3);
	expect(lines[2]).toMatch(/^blurred\.png,.*,2026-11-21 08:00:00,"失败: No passport was found in ""blurred.png""/);
});

test('a picture that was never read is no failure; many are named up to a few', async () => {
	const folder = temporaryFolder();
	await keptIn(folder, 'a.jpg');
	for (let index = 1; index <= 7; index++) await writeFile(join(folder, `${index}.png`), pngBytes(String(index)));
	const {exitCode, said} = await runCommand(exportRows, ['export', '--from-dir', folder, '--output', '-']);
	expect(exitCode).toBe(0);
	expect(said[0]).toMatch(/^7 pictures have no result: 1\.png, 2\.png, 3\.png, 4\.png, 5\.png, …\. /);
});

test('a picture that was renamed after it was read is known by its content', async () => {
	const folder = temporaryFolder();
	const bytes = pngBytes('a');
	await writeFile(join(folder, 'renamed.png'), bytes);
	await writeSidecar(recordOf(join(folder, 'a.png'), {sha256: hash(bytes)}));
	const {said} = await runCommand(exportRows, ['export', '--from-dir', folder, '--output', '-']);
	expect(said).toEqual([]);
});

test('a failure counts no more once a record of the same picture is kept in the other place', async () => {
	const folder = temporaryFolder();
	await keptIn(folder, 'a.jpg');
	const kept = recordOf(join(folder, 'a.jpg'), {sha256: hash('a.jpg')});
	const note = failedToJson({...kept, failures: [failure('NO_PASSPORT_FOUND')]});
	await writeFile(join(folder, 'a.jpg.json'), JSON.stringify(note));
	const {said, exitCode} = await runCommand(exportRows, ['export', '--from-dir', folder, '--output', '-']);
	expect([said, exitCode]).toEqual([[], 0]);
});

test('failures that come by a pipe are in the sheet as well', async () => {
	const printed = {
		...failureToJson({path: 'c.jpg', code: 'TOO_SMALL', details: {}}, 'too small', ['Use the original.']),
	};
	const output = join(temporaryFolder(), 'list.xlsx');
	const input = JSON.stringify([toJson(recordOf('a.jpg')), printed]);
	const {said} = await runCommand(exportRows, ['export', '--output', output], {input});
	expect(said.at(-1)).toBe('1 picture is not in the list; the sheet "Not read" says why.');
	expect(await notReadSheet(output)).toEqual(['File | Reason | What to do', 'c.jpg | too small | Use the original.']);
});

test('without a picture that is missing there is no such sheet', async () => {
	const folder = temporaryFolder();
	await keptIn(folder, 'a.jpg');
	await runCommand(exportRows, ['export', '--from-dir', folder, '--output', join(folder, 'list.xlsx')]);
	expect(await notReadSheet(join(folder, 'list.xlsx'))).toEqual([]);
});

test('what PowerShell wrote into a file or a pipe, in UTF-16, is read', async () => {
	const folder = temporaryFolder();
	const json = JSON.stringify(toJson(recordOf('王.jpg')));
	const file = join(folder, 'out.json');
	await writeFile(file, Buffer.from(`\ufeff${json}`, 'utf16le'));
	const words = ['export', '--input', file, '--output', '-'];
	const {exitCode, out} = await runCommand(exportRows, words);
	expect(exitCode).toBe(0);
	expect(filesOf(out)).toEqual(['王.jpg']);
	expect((await runCommand(exportRows, ['export', '--output', '-'], {input: json})).out).toBe(out);
});

const checked = {
	review: {state: 'accepted', at: '2026-11-22T06:00:00+00:00', edits: {}, confirmed: []},
} as const;

test('airline lines are written for whom they are certain; each of the others is named with the reason', async () => {
	const folder = temporaryFolder();
	await keptIn(folder, 'a.jpg', checked);
	// Expired as well: that is said, and no reason to refuse it.
	const old = reading(withExpiry('200415', 1));
	await keptIn(folder, 'c.jpg', {passport: recordOf('c', {reading: old}).passport, ...checked});
	await keptIn(folder, 'b.jpg', {passport: recordOf('b', {reading: reading(misprinted)}).passport});
	const output = join(folder, 'list.amadeus.txt');
	const {exitCode, said} = await runCommand(exportRows, ['export', '--from-dir', folder, '-o', output]);
	expect(exitCode).toBe(1);
	expect(said).toContain(`2 rows written to ${output}`);
	expect(said).toContain('1 passport has no line, for what is not certain. Check it and export again:');
	expect(said.filter(line => line.startsWith('b.jpg: '))).toEqual([
		'b.jpg: Passport number is contradicted and not checked by hand',
	]);
	expect(said.join('\n')).toContain('expired');
	expect(await readFile(output, 'utf8')).toBe(
		'SRDOCSYYHK1-P-UTO-L898902C3-UTO-12AUG74-F-15APR32-ERIKSSON-ANNA-MARIA/P1\r\n' +
			'SRDOCSYYHK1-P-UTO-L800012C3-UTO-12AUG74-F-15APR20-ERIKSSON-ANNA-MARIA/P3\r\n',
	);
});

test('no file takes the place of an older one where no passport has a line', async () => {
	const folder = temporaryFolder();
	await keptIn(folder, 'b.jpg', {passport: recordOf('b', {reading: reading(misprinted)}).passport});
	const output = join(folder, 'list.txt');
	await writeFile(output, 'mine');
	const words = ['export', '--from-dir', folder, '--format', 'docs-sabre', '-o', output];
	await expect(runCommand(exportRows, words)).rejects.toMatchObject({
		code: 'NOTHING_TO_EXPORT',
		details: {reason: 'refused'},
	});
	await expect(runCommand(exportRows, [...words.slice(0, -1), '-'])).rejects.toMatchObject({
		code: 'NOTHING_TO_EXPORT',
	});
	expect(await readFile(output, 'utf8')).toBe('mine');
});

test('--country-letters 2 refuses a country without such a code', async () => {
	const folder = temporaryFolder();
	await keptIn(folder, 'a.jpg', checked);
	const words = ['export', '--from-dir', folder, '--format', 'docs-galileo', '-o', '-'];
	expect((await runCommand(exportRows, words)).out).toContain('/P/UTO/L898902C3/UTO/');
	await expect(runCommand(exportRows, [...words, '--country-letters', '2'])).rejects.toMatchObject({
		code: 'NOTHING_TO_EXPORT',
	});
});

test('a list without a column for it says how many of its rows are still to check', async () => {
	const folder = temporaryFolder();
	await keptIn(folder, 'a.jpg', {reading: reading(misprinted)});
	const said = async (...more: readonly string[]) =>
		(await runCommand(exportRows, ['export', '--from-dir', folder, '-o', '-', ...more])).said.join('\n');
	const sentence = '1 row is still to check, and no column of the list says which.';
	for (const columns of ['visa-group', 'original', 'passport_number,no'])
		expect(await said('--columns', columns)).toContain(sentence);
	for (const columns of ['default', 'tour-list', 'brief'])
		expect(await said('--columns', columns)).not.toContain(sentence);
});

test('--columns takes a set that was saved by name, with its heads and styles, which options override', async () => {
	const folder = temporaryFolder();
	await keptIn(folder, 'a.jpg');
	const configDir = temporaryFolder();
	await saveSettings(configDir, {
		columnSets: {
			'my-visa': {
				columns: [{key: 'full_name', head: 'Nom'}, {key: 'holder_country_code'}, {key: 'of_a_later_version'}],
				header: 'both',
				names: 'title',
				countries: 'name',
			},
		},
	});
	const out = async (...more: readonly string[]) =>
		(
			await runCommand(exportRows, [
				...['export', '--from-dir', folder, '-o', '-', '--config-dir', configDir, '--columns', 'my-visa'],
				...more,
			])
		).out;
	expect(await out()).toBe('\ufeffNom,Nationality 国籍\r\nEriksson Anna Maria,Utopia (specimen)\r\n');
	expect(await out('--countries', 'code', '--header', 'en', '--names', 'mrz')).toBe(
		'\ufeffNom,Nationality\r\nERIKSSON ANNA MARIA,UTO\r\n',
	);
});

test('--columns takes keys with heads, and names what it does not know', async () => {
	const folder = temporaryFolder();
	await keptIn(folder, 'a.jpg');
	const words = ['export', '--from-dir', folder, '-o', '-', '--columns'];
	const {out} = await runCommand(exportRows, [...words, 'passport_number=No. of passport,sex']);
	expect(out).toBe('\ufeffNo. of passport,Sex\r\nL898902C3,F\r\n');
	const wrong = await runCommand(exportRows, [...words, 'passport_number,surnam_english']).catch(error => error);
	expect(errorLines(wrong.code, wrong.details, messages('en')).join('\n')).toMatch(
		/--columns cannot be "surnam_english": one of default, tour-list, .* Did you mean surname_english\?/,
	);
	expect(exitCodeOfError(wrong.code)).toBe(2);
});

test('--append writes a new file, then adds to it those who are missing, and says what differs', async () => {
	const folder = temporaryFolder();
	const output = join(folder, 'list.csv');
	const append = async (...more: readonly string[]) =>
		await runCommand(exportRows, ['export', '--from-dir', folder, '--append', '-o', output, ...more]);
	await keptIn(folder, 'a.jpg');
	expect((await append()).said.at(-1)).toBe(`1 row written to ${output}`);
	await writeFile(output, (await readFile(output, 'utf8')).replace('ANNA MARIA', 'ANNA'));
	const other = recordOf('b.jpg', {reading: reading(withExpiry('400101'))});
	const fields = other.passport.fields.map(field =>
		field.key === 'surname_english' || field.key === 'passport_number' ? {...field, value: 'OTHER77'} : field,
	);
	await keptIn(folder, 'b.jpg', {passport: {...other.passport, fields}});
	const {said, exitCode} = await append();
	expect(exitCode).toBe(0);
	expect(said.slice(-2)).toEqual([
		'Row 2, ERIKSSON ANNA MARIA: the list keeps its values, which are now others: Given names ANNA (read: ANNA MARIA).',
		`1 row added to ${output}; 1 passport was in it already.`,
	]);
	expect((await append()).said.at(-1)).toBe(
		`0 rows added to ${output}; 2 passports were in it already, and the file is as it was.`,
	);
	for (const more of [
		['--format', 'json', '-o', join(folder, 'list.json')],
		['-o', '-'],
	]) {
		await expect(append(...more)).rejects.toMatchObject({code: 'USAGE', details: {problem: 'conflict'}});
	}
});

test('values that Excel changes in a CSV are named, and kept from it with --excel-safe', async () => {
	const folder = temporaryFolder();
	await keptIn(folder, '007.jpg', {reading: reading()});
	const {passport} = recordOf('b.jpg');
	const fields = passport.fields.map(field =>
		field.key === 'passport_number' ? {...field, value: '12E45678'} : field,
	);
	await keptIn(folder, 'MAR1', {passport: {...passport, fields}});
	const run = async (...more: readonly string[]) =>
		await runCommand(exportRows, ['export', '--from-dir', folder, '-o', '-', '--only', 'file,number', ...more]);
	const {said, out} = await run();
	expect(said.at(-1)).toBe(
		'Excel changes 2 values when it opens this file: MAR1, 12E45678. For Excel, write --format excel; or use --excel-safe.',
	);
	expect(out).toContain('2,MAR1,12E45678\r\n');
	const safe = await run('--excel-safe');
	expect(safe.said.join()).not.toContain('Excel changes');
	expect(safe.out).toContain('2,"=""MAR1""","=""12E45678"""\r\n');
});

test.each(['csv', 'xlsx'])(
	'of several that begin one list with --append at once each gets its row: %s',
	async extension => {
		const folder = temporaryFolder();
		const output = join(folder, 'new folder', `list.${extension}`);
		const groups = [3, 4, 5, 6].map(number => ({number, group: join(folder, String(number))}));
		for (const {group, number} of groups) {
			await mkdir(group);
			const {passport} = recordOf(`${number}.jpg`, {reading: reading(withExpiry(`40010${number}`))});
			const fields = passport.fields.map(field =>
				field.key === 'surname_english' || field.key === 'passport_number'
					? {...field, value: `OTHER7${number}`}
					: field,
			);
			await keptIn(group, `${number}.jpg`, {passport: {...passport, fields}});
		}
		const runs = await Promise.all(
			groups.map(({group}) => runCommand(exportRows, ['export', '--from-dir', group, '--append', '-o', output])),
		);
		const last = runs.map(({said}) => said.at(-1)!);
		expect(runs.map(({exitCode}) => exitCode)).toEqual(groups.map(() => 0));
		expect(last.filter(line => line.includes('1 row written'))).toHaveLength(1);
		expect(last.filter(line => line.includes('1 row added'))).toHaveLength(groups.length - 1);
		const again = groups.flatMap(({group}) => ['--from-dir', group]);
		const {said} = await runCommand(exportRows, ['export', ...again, '--append', '-o', output]);
		expect(said.at(-1)).toContain('0 rows added');
		expect(await readdir(dirname(output))).toEqual([`list.${extension}`]);
	},
);

test.each(['csv', 'xlsx'])('--append says of added rows what is said of those of a new list: %s', async extension => {
	const folder = temporaryFolder();
	const output = join(folder, `list.${extension}`);
	const run = async (...more: readonly string[]) =>
		await runCommand(exportRows, ['export', '--from-dir', folder, '-o', output, ...more]);
	const other = recordOf('b.jpg');
	const withNumber = (value: string) => ({
		...other.passport,
		status: 'check' as const,
		fields: other.passport.fields.map(field =>
			field.key === 'passport_number' || field.key === 'surname_english' ? {...field, value} : field,
		),
	});
	await keptIn(folder, 'a.jpg');
	await run('--columns', 'surname_english,passport_number');
	await keptIn(folder, 'b.jpg', {passport: withNumber('12E45678')});
	await keptIn(folder, 'c.jpg', {passport: withNumber('00123')});
	const open = messages('en').commands.export.openAdded(2);
	const altered = /^Excel changes 4 values when it opens this file: 12E45678, 00123\./;
	const {said} = await run('--append');
	expect(said).toContain(open);
	expect(said.some(line => altered.test(line))).toBe(extension === 'csv');
	// What is in the list already is said no more.
	const again = await run('--append');
	expect(again.said.join('\n')).not.toMatch(/still to check|Excel changes/);
	// A list that says which are to check needs no such line; what Excel would change is kept from it on request.
	await keptIn(folder, 'd.jpg', {passport: withNumber('7E77')});
	await writeFile(join(folder, 'whole.csv'), 'Surname,Passport number,Status\n');
	const safe = await run('--append', '--excel-safe', '--format', 'csv', '-o', join(folder, 'whole.csv'));
	expect(safe.said.join('\n')).not.toMatch(/still to check|Excel changes/);
	expect(await readFile(join(folder, 'whole.csv'), 'utf8')).toContain('"=""7E77"""');
});

test('--append says which sheet of the list names the pictures that could not be read', async () => {
	const folder = temporaryFolder();
	await keptIn(folder, 'a.jpg');
	await writeFile(join(folder, 'b.jpg'), 'unread');
	const words = ['export', '--from-dir', folder, '-o'];
	const {notInList} = messages('en').commands.export;
	for (const [name, listsNotRead] of [
		['list.xlsx', true],
		['list.csv', false],
	] as const) {
		const path = join(folder, name);
		await runCommand(exportRows, [...words, path]);
		expect((await runCommand(exportRows, [...words, path, '--append'])).said).toContain(notInList(1, listsNotRead));
	}
});

test('--template writes a form that comes with the program, with values and tables that are given', async () => {
	const folder = temporaryFolder();
	await keptIn(folder, 'a.jpg');
	const states = join(folder, 'states.csv');
	await writeFile(states, '\ufeffUTO;100000999\r\n');
	const words = ['export', '--from-dir', folder, '-o', '-', '--template', 'alloggiati', '--set', 'arrival=2026-11-22'];
	await expect(runCommand(exportRows, [...words, '--set', 'nights=3'])).rejects.toMatchObject({
		code: 'USAGE',
		details: {problem: 'needs', option: '--set states=FILE'},
	});
	const {out, said} = await runCommand(exportRows, [...words, '--set', 'nights=3', '--set', `states=${states}`]);
	expect(out).toMatch(/^1622\/11\/202603ERIKSSON {42}ANNA MARIA {20}212\/08\/1974 {20}100000999PASORL898902C3 /);
	expect(out).toHaveLength(168);
	expect(said).toEqual([]);
});

test('a mistake in a template is said with its line and column, a value that does not fit with its passport', async () => {
	const folder = temporaryFolder();
	await keptIn(folder, 'a.jpg');
	const template = join(folder, 'form');
	const words = ['export', '--from-dir', folder, '-o', '-', '--template', template];
	await writeFile(template, 'x\n  {{surnam}}\n');
	const wrong = await runCommand(exportRows, words).catch(error => error);
	expect(errorLines(wrong.code, wrong.details, messages('en'))[0]).toBe(
		`"${template}", line 2, column 3: there is no value "surnam".`,
	);
	expect(exitCodeOfError(wrong.code)).toBe(2);
	await writeFile(template, '{{surname|pad:3}}');
	const said: string[] = [];
	const refused = await runCommand(exportRows, words, {warn: line => void said.push(line)}).catch(error => error);
	expect(refused).toMatchObject({code: 'NOTHING_TO_EXPORT', details: {reason: 'misfit'}});
	expect(said).toEqual([
		'1 passport has no row in the form of the template:',
		`a.jpg: ${template}, line 1, column 1: surname is too long for its 3 characters: ERIKSSON`,
	]);
});

test('--save-columns keeps the style of days as well, which --dates of a later list overrides', async () => {
	const folder = temporaryFolder();
	await keptIn(folder, 'a.jpg');
	const base = ['export', '--from-dir', folder, '--config-dir', join(folder, 'settings'), '--output', '-'];
	const rowOf = async (...words: readonly string[]) =>
		(await runCommand(exportRows, [...base, ...words])).out.split('\r\n')[1];
	const columns = ['--columns', 'birth_date=Born,sex='];
	expect(await rowOf(...columns, '--dates', 'slash', '--save-columns', 'mine')).toBe('12/08/1974,F');
	expect(await rowOf('--columns', 'mine')).toBe('12/08/1974,F');
	expect(await rowOf('--columns', 'mine', '--dates', 'iso')).toBe('1974-08-12,F');
	// As in the screen, an empty head is the usual one.
	expect((await runCommand(exportRows, [...base, '--columns', 'mine'])).out).toMatch(/^\ufeffBorn,Sex\r/);
});

test('--save-columns keeps columns, heads and styles under a name', async () => {
	const folder = temporaryFolder();
	await keptIn(folder, 'a.jpg');
	const base = ['export', '--from-dir', folder, '-o', '-', '--config-dir', temporaryFolder()];
	const asked = [...base, '--columns', 'full_name=Nom,sex', '--names', 'title', '--header', 'zh'];
	const {out} = await runCommand(exportRows, [...asked, '--save-columns', 'my-visa']);
	expect(out).toBe('\ufeffNom,性别\r\nEriksson Anna Maria,F\r\n');
	expect((await runCommand(exportRows, [...base, '--columns', 'my-visa'])).out).toBe(out);
	// Another one leaves the first as it is.
	await runCommand(exportRows, [...base, '--columns', 'brief', '--save-columns', 'short']);
	expect((await runCommand(exportRows, [...base, '--columns', 'my-visa'])).out).toBe(out);
	expect((await runCommand(exportRows, [...base, '--columns', 'short'])).out).toContain('Name,Passport number,');
	for (const name of ['brief', 'sex']) {
		const saving = runCommand(exportRows, [...base, '--columns', 'sex', '--save-columns', name]);
		await expect(saving).rejects.toMatchObject({code: 'USAGE', details: {problem: 'bad-value', value: name}});
	}
});

test('--families puts the passports of a person side by side, the one that is valid longest first', async () => {
	const folder = temporaryFolder();
	const other = recordOf('b.jpg');
	const named = other.passport.fields.map(field => ({
		...field,
		value: {surname_english: 'ROY', passport_number: 'X1234567'}[field.key as string] ?? field.value,
	}));
	await keptIn(folder, 'a.jpg', {reading: reading(withExpiry('270101'))});
	await keptIn(folder, 'b.jpg', {passport: {...other.passport, fields: named}});
	await keptIn(folder, 'c.jpg', {reading: reading(withExpiry('350101', 7))});
	const files = async (...more: readonly string[]) =>
		filesOf((await runCommand(exportRows, ['export', '--from-dir', folder, '-o', '-', ...more])).out);
	expect(await files()).toEqual(['a.jpg', 'b.jpg', 'c.jpg']);
	expect(await files('--families')).toEqual(['c.jpg', 'a.jpg', 'b.jpg']);
});

test('--set without a form to set it in is refused', async () => {
	const folder = temporaryFolder();
	const words = ['export', '--from-dir', folder, '-o', '-', '--set', 'a=1'];
	await expect(runCommand(exportRows, words)).rejects.toMatchObject({
		code: 'USAGE',
		details: {problem: 'needs', option: '--template'},
	});
});

test('--photos has the portrait of a page whose MRZ was found in the picture', async () => {
	const folder = temporaryFolder();
	const picture = join(folder, 'a.jpg');
	const jpeg = await sharp({create: {width: 1250, height: 880, channels: 3, background: 'white'}})
		.jpeg()
		.toBuffer();
	await writeFile(picture, jpeg);
	const line = (y: number) => ({from: [60, y], to: [60 + 43 * 25.4, y], pitch: 25.4}) as const;
	const geometry = {page: {width: 1250, height: 880}, lines: [line(720), line(783)], printed: {}};
	const record = recordOf(picture, {geometry, sha256: hash(jpeg)});
	await writeSidecar(record);
	const output = join(folder, 'list.xlsx');
	expect((await runCommand(exportRows, ['export', '--from-dir', folder, '-o', output, '--photos'])).exitCode).toBe(0);
	const zip = await JSZip.loadAsync(await readFile(output));
	expect(Object.keys(zip.files).filter(name => name.startsWith('xl/media/'))).toEqual([
		'xl/media/page1.jpeg',
		'xl/media/portrait1.jpeg',
	]);
});

test('--append of nothing that was read is no success, and the list stays', async () => {
	const output = join(temporaryFolder(), 'list.csv');
	await writeFile(output, 'Passport number,Surname\nX1,LEE\n');
	const run = runCommand(exportRows, ['export', '--append', '-o', output], {input: ''});
	await expect(run).rejects.toMatchObject({code: 'NOTHING_TO_EXPORT', details: {}});
	expect(await readFile(output, 'utf8')).toBe('Passport number,Surname\nX1,LEE\n');
});

test('--append to an empty file writes the list, to what is no workbook says what to do', async () => {
	const folder = temporaryFolder();
	await keptIn(folder, 'a.jpg');
	const [empty, broken] = [join(folder, 'list.csv'), join(folder, 'list.xlsx')];
	await writeFile(empty, '');
	await runCommand(exportRows, ['export', '--from-dir', folder, '--append', '-o', empty]);
	expect(filesOf(await readFile(empty, 'utf8'))).toEqual(['a.jpg']);
	await writeFile(broken, 'no workbook');
	const error = await runCommand(exportRows, ['export', '--from-dir', folder, '--append', '-o', broken]).catch(
		thrown => thrown,
	);
	expect(error).toMatchObject({code: 'NOT_A_LIST', details: {reason: 'unreadable'}});
	expect(errorLines(error.code, error.details, messages('en')).join(' ')).toContain(
		'save it again, without a password',
	);
	expect(await readFile(broken, 'utf8')).toBe('no workbook');
});

/** A picture that was read, then overwritten by another one. */
async function overwrittenIn(
	folder: string,
	name: string,
	changes: Parameters<typeof recordOf>[1] = {},
): Promise<void> {
	await keptIn(folder, name, changes);
	await writeFile(join(folder, name), `${name} of another person`);
}

test('a picture that was overwritten since it was read is to check in every list, and said', async () => {
	const folder = temporaryFolder();
	await keptIn(folder, 'a.jpg');
	await overwrittenIn(folder, 'b.jpg', {reading: reading(numbered(1))});
	const words = (output: string) => ['export', '--from-dir', folder, '--output', output];
	const {out, said, exitCode} = await runCommand(exportRows, words('-'));
	expect(exitCode).toBe(0);
	expect(said).toEqual([
		'1 picture has changed since it was read: b.jpg. The values are those of the former picture and are not proven: read it again.',
	]);
	const [, first, second] = out.split('\r\n').map(line => line.split(','));
	expect([first![2], second![2]]).toEqual(['proven', 'to check']);
	expect(out).toContain('The picture has changed since it was read');
	const json = await runCommand(exportRows, [...words('-'), '--format', 'json']);
	expect(JSON.parse(json.out)).toMatchObject([
		{status: 'clean', issues: ['specimen']},
		{status: 'check', issues: ['specimen', 'changed-picture']},
	]);
	const chinese = await runCommand(exportRows, words('-'), {language: 'zh'});
	expect(chinese.said[0]).toMatch(/^1 张图片在识别之后已更改：b\.jpg。/);
	const workbook = join(folder, 'list.xlsx');
	await runCommand(exportRows, words(workbook));
	const book = await new exceljs.Workbook().xlsx.readFile(workbook);
	const issues = book.getWorksheet('Issues')!.getSheetValues().join('\n');
	expect(issues).toContain('b.jpg');
	expect(issues).toContain('The picture has changed since it was read');
});

test('no line for an airline and no form is written of a picture that has changed, unless a person accepted its values', async () => {
	const folder = temporaryFolder();
	const confirmed = ['passport_number', 'birth_date', 'expiry_date'] as const;
	const seen = {review: {state: 'unreviewed', edits: {}, confirmed}} as const;
	await keptIn(folder, 'a.jpg', seen);
	await overwrittenIn(folder, 'b.jpg', {reading: reading(numbered(1)), ...seen});
	await overwrittenIn(folder, 'c.jpg', {reading: reading(numbered(2)), ...checked});
	const form = join(folder, 'form');
	await writeFile(form, '{{passport_number}}');
	for (const as of [
		['--format', 'docs-sabre'],
		['--template', form],
	]) {
		const {out, said} = await runCommand(exportRows, ['export', '--from-dir', folder, '-o', '-', ...as]);
		expect(out).toContain('L898902C3');
		expect(out).not.toContain('L800012C3');
		expect(out).toContain('L800022C3');
		expect(said[0]).toMatch(/^2 pictures have changed since they were read: b\.jpg, c\.jpg\. /);
		expect(said).toContain('b.jpg: the picture has changed since it was read: read it again');
	}
});

test('every passport of a file with pages is marked where the file was replaced by one with fewer', async () => {
	const folder = temporaryFolder();
	await keptIn(folder, 'scan.webp');
	for (const page of [2, 3]) {
		const record = recordOf(join(folder, `scan.webp#${page}`), {
			reading: reading(numbered(page)),
			sha256: hash('scan.webp'),
		});
		await writeSidecar(record);
	}
	await writeFile(join(folder, 'scan.webp'), 'two pages');
	const {out, said} = await runCommand(exportRows, ['export', '--from-dir', folder, '-o', '-']);
	expect(said[0]).toMatch(/^3 pictures have changed .*scan\.webp, scan\.webp#2, scan\.webp#3\./);
	expect(out.match(/,to check,/g)).toHaveLength(3);
});

test('a picture that was overwritten since it failed was never read', async () => {
	const folder = await mixedFolder();
	await writeFile(join(folder, 'blurred.png'), pngBytes('a sharp one'));
	const {exitCode, said} = await runCommand(exportRows, ['export', '--from-dir', folder, '-o', '-']);
	expect(exitCode).toBe(0);
	expect(said[0]).toMatch(/^3 pictures have no result: .*blurred\.png/);
});

test('a result beside its picture that is given by its own name is compared with it; what was printed elsewhere is not', async () => {
	const folder = temporaryFolder();
	await overwrittenIn(folder, 'b.jpg');
	const printed = join(folder, 'printed.out');
	await writeFile(printed, JSON.stringify(toJson(recordOf('b.jpg', {sha256: hash('b.jpg')}))));
	const run = async (file: string) => (await runCommand(exportRows, ['export', '--input', file, '-o', '-'])).said;
	expect((await run(join(folder, 'b.json')))[0]).toMatch(/^1 picture has changed since it was read: b\.jpg\./);
	expect(await run(printed)).toEqual([]);
});

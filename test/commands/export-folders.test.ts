import {createHash} from 'node:crypto';
import {mkdir, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {exportRows} from '../../source/commands/export.ts';
import {toJson} from '../../source/core/records/json/to-json.ts';
import type {PassportRecord} from '../../source/core/records/record.ts';
import {writeSidecar} from '../../source/core/records/sidecars/write-sidecar.ts';
import {originalSidecar} from '../support/original-sidecar.ts';
import {pngBytes} from '../support/picture-bytes.ts';
import {numbered, reading, recordOf} from '../support/records.ts';
import {runCommand} from '../support/run-command.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const hash = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** A picture, and the record of its passport with the number of `index`. */
async function pictureOf(path: string, index = 0): Promise<PassportRecord> {
	const bytes = pngBytes(path);
	await writeFile(path, bytes);
	return recordOf(path, {sha256: hash(bytes), reading: reading(numbered(index))});
}

async function keptAt(path: string, index = 0): Promise<PassportRecord> {
	const record = await pictureOf(path, index);
	await writeSidecar(record);
	return record;
}

/** What `recognize -o FILE` writes for one picture. */
const print = async (file: string, record: PassportRecord): Promise<void> =>
	await writeFile(file, JSON.stringify(toJson(record, () => 'words', 'valid')));

/** The rows and what was said of an export: each row as its file and number. */
async function exported(...words: readonly string[]) {
	const {exitCode, out, said} = await runCommand(exportRows, ['export', '--output', '-', '--format', 'json', ...words]);
	const rows = (JSON.parse(out) as {source_image: string; passport_number: string}[]).map(
		row => `${row.source_image} ${row.passport_number}`,
	);
	return {exitCode, rows, said};
}

const fromDirs = (folder: string, names: readonly string[]): readonly string[] =>
	names.flatMap(name => ['--from-dir', `${folder}/${name}`]);

const ways = [
	['n'],
	['n', 'n'],
	['n', './n'],
	['n', 'n/'],
	['n', 'in/../n'],
	['n', 'link'],
	['link', 'n'],
	['n', 'n/in'],
	['n/in', 'n'],
	['n/in', 'link'],
	['link', 'n/in', 'n'],
	['link/in', 'n', 'n/in/'],
];

test.each(ways.map(names => ({names})))('a result has one row, what is missing one line: $names', async ({names}) => {
	const folder = temporaryFolder();
	await mkdir(join(folder, 'in'));
	await mkdir(join(folder, 'n', 'in'), {recursive: true});
	await symlink(join(folder, 'n'), join(folder, 'link'), 'junction');
	await keptAt(join(folder, 'n', 'photo.png'), 1);
	await writeSidecar({...(await keptAt(join(folder, 'n', 'two.png'), 2)), path: join(folder, 'n', 'two.png#2')});
	await keptAt(join(folder, 'n', 'in', 'other.png'), 3);
	await pictureOf(join(folder, 'n', 'in', 'unread.png'));
	await writeFile(join(folder, 'n', 'in', 'broken.json'), '{"success": true, "passport_ocr": {"version": 1}}');
	const {exitCode, rows, said} = await exported(...fromDirs(folder, names));
	expect(exitCode).toBe(1);
	expect([...rows].sort()).toEqual([
		'other.png L800032C3',
		'photo.png L800012C3',
		'two.png L800022C3',
		'two.png#2 L800022C3',
	]);
	expect(said.filter(line => line.includes('unread.png'))).toHaveLength(1);
	expect(said.filter(line => line.includes('broken.json'))).toHaveLength(1);
	expect(said.filter(line => line.includes('other.png'))).toEqual([]);
});

test('a folder without results is still said, and so is one that is not there', async () => {
	const folder = temporaryFolder();
	await mkdir(join(folder, 'n', 'in'), {recursive: true});
	await keptAt(join(folder, 'n', 'photo.png'));
	await expect(exported(...fromDirs(folder, ['n', 'n/in']))).rejects.toMatchObject({code: 'NOTHING_TO_EXPORT'});
	await expect(exported(...fromDirs(folder, ['none', './none']))).rejects.toMatchObject({code: 'FILE_NOT_FOUND'});
});

test.each(['--input', '--batch-input'])('%s has the rows of a file once, also through a link', async option => {
	const folder = temporaryFolder();
	const list = join(folder, 'list.json');
	await writeFile(
		list,
		JSON.stringify([toJson(recordOf('a.jpg')), toJson(recordOf('b.jpg', {sha256: 'b'.repeat(64)}))]),
	);
	await symlink(list, join(folder, 'same.json'));
	const names = [list, `${folder}/./list.json`, join(folder, 'same.json')];
	const {rows} = await exported(...names.flatMap(name => [option, name]));
	expect(rows).toEqual(['a.jpg L898902C3', 'b.jpg L898902C3']);
});

test('a printed result is no second row of a kept one, whose decisions count, wherever it is', async () => {
	const folder = temporaryFolder();
	await mkdir(join(folder, 'n', 'in'), {recursive: true});
	const one = await pictureOf(join(folder, 'n', 'one.png'), 1);
	await writeSidecar({...one, review: {...one.review, state: 'rejected'}});
	const other = await keptAt(join(folder, 'n', 'in', 'other.png'), 2);
	await keptAt(join(folder, 'n', 'third.png'), 3);
	for (const place of ['a.json', 'z.json', 'in/a.json']) await print(join(folder, 'n', place), one);
	await mkdir(join(folder, 'out'));
	await print(join(folder, 'out', 'other result.json'), other);
	for (const names of [
		['n', 'out'],
		['out', 'n'],
	]) {
		const {rows, exitCode} = await exported(...fromDirs(folder, names));
		expect([...rows].sort()).toEqual(['other.png L800022C3', 'third.png L800032C3']);
		expect(exitCode).toBe(0);
	}
});

test('printed results alone, and printed lists beside kept results, are as they were', async () => {
	const folder = temporaryFolder();
	const one = await pictureOf(join(folder, 'one.png'), 1);
	await print(join(folder, 'result.json'), one);
	expect(await exported('--from-dir', folder)).toMatchObject({exitCode: 0, rows: ['one.png L800012C3'], said: []});
	await keptAt(join(folder, 'two.png'), 2);
	await writeFile(join(folder, 'list.json'), JSON.stringify([toJson(one, undefined, 'valid')]));
	expect((await exported('--from-dir', folder)).rows.sort()).toEqual(['one.png L800012C3', 'two.png L800022C3']);
});

test('no passport is lost: of another content, another passport of a picture, of the original skill', async () => {
	const folder = temporaryFolder();
	const scan = await keptAt(join(folder, 'scan.png'), 1);
	await print(join(folder, 'before.json'), {
		...recordOf(scan.path, {reading: reading(numbered(2))}),
		sha256: hash('before'),
	});
	await print(join(folder, 'second.json'), {
		...scan,
		...recordOf(`${scan.path}#2`, {reading: reading(numbered(3)), sha256: scan.sha256}),
	});
	await writeFile(join(folder, 'original.json'), JSON.stringify(originalSidecar('scan.png')));
	expect((await exported('--from-dir', folder)).rows.sort()).toEqual([
		'scan.png EJ4471902',
		'scan.png L800012C3',
		'scan.png L800022C3',
		'scan.png#2 L800032C3',
	]);
	await writeFile(join(folder, 'lin.json'), JSON.stringify(originalSidecar('lin.png')));
	await writeFile(join(folder, 'printed by it.json'), JSON.stringify(originalSidecar('lin.png')));
	expect((await exported('--from-dir', folder)).rows.filter(row => row.startsWith('lin.png'))).toHaveLength(1);
});

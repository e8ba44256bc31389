// Kept results, and folders with results, that cannot be opened: none is dropped without a word.
import {chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync} from 'node:fs';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import exceljs from 'exceljs';
import {expect, test} from 'vitest';
import {exportRows} from '../../source/commands/export.ts';
import {purge} from '../../source/commands/purge.ts';
import {writeSidecar} from '../../source/core/records/sidecars/write-sidecar.ts';
import {messages} from '../../source/text/index.ts';
import {asOwner, noPermissions} from '../support/as-owner.ts';
import {failAsNamed} from '../support/failing-files.ts';
import {pngBytes} from '../support/picture-bytes.ts';
import {recordOf} from '../support/records.ts';
import {runCommand} from '../support/run-command.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

/** A folder with one result that can be read, and its path. */
async function folderOfOne(): Promise<string> {
	const folder = temporaryFolder();
	await writeSidecar(recordOf(join(folder, 'a.jpg')));
	return folder;
}

const exported = (folders: readonly string[], ...words: readonly string[]) =>
	runCommand(exportRows, ['export', ...folders.flatMap(one => ['--from-dir', one]), '-o', '-', ...words]);

const rowsOf = (csv: string): number => csv.trim().split('\r\n').length - 1;

const codes = [
	'EACCES',
	'EPERM',
	'EIO',
	'EBUSY',
	'ESTALE',
	'EMFILE',
	'ETIMEDOUT',
	'ENOTCONN',
	'EHOSTDOWN',
	'EREMOTEIO',
];

test.each(codes)('export names a file and a folder that fail with %s, and exits with 1', async code => {
	const folder = await folderOfOne();
	await writeFile(join(folder, `b.${code}.json`), '{}');
	await mkdir(join(folder, `below.${code}`));
	failAsNamed();
	const {exitCode, out, said} = await exported([folder]);
	expect([exitCode, rowsOf(out)]).toEqual([1, 1]);
	expect(
		said.filter(line => line.startsWith(`${join(folder, `b.${code}.json`)}: left out, cannot be opened (`)),
	).toHaveLength(1);
	expect(
		said.filter(line => line.startsWith(`${join(folder, `below.${code}`)}: left out, cannot be opened (`)),
	).toHaveLength(1);
});

test('a network drive that does not answer is said in words, with what to do, in both languages', async () => {
	const folder = await folderOfOne();
	await writeFile(join(folder, 'b.ETIMEDOUT.json'), '{}');
	await mkdir(join(folder, 'below.EACCES'));
	failAsNamed();
	const {said} = await exported([folder]);
	expect(said.slice(0, 2)).toEqual([
		`${join(folder, 'b.ETIMEDOUT.json')}: left out, cannot be opened (the network drive does not answer): it may be a result. Run this again when it can be opened.`,
		`${join(folder, 'below.EACCES')}: left out, cannot be opened (no permission): results may be in it. Give yourself permission to read it, then run this again.`,
	]);
	const {said: inChinese} = await runCommand(exportRows, ['export', '--from-dir', folder, '-o', '-'], {
		language: 'zh',
		messages: messages('zh'),
	});
	expect(inChinese.slice(0, 2)).toEqual([
		`${join(folder, 'b.ETIMEDOUT.json')}：已跳过，无法打开（网络磁盘没有响应），可能是一个结果。请在可以打开时重新运行。`,
		`${join(folder, 'below.EACCES')}：已跳过，无法打开（没有权限），其中可能有结果。请给自己读取权限，然后重新运行。`,
	]);
});

test('a picture whose result cannot be opened was not left unread: a list says why it is not in it', async () => {
	const folder = await folderOfOne();
	await writeFile(join(folder, 'b.EIO.jpg'), pngBytes('b'));
	await writeFile(join(folder, 'b.EIO.json'), '{}');
	await writeFile(join(folder, 'new.jpg'), pngBytes('new'));
	failAsNamed();
	const path = join(temporaryFolder(), 'list.xlsx');
	const {exitCode, said} = await runCommand(exportRows, ['export', '--from-dir', folder, '-o', path]);
	expect(exitCode).toBe(1);
	expect(said.filter(line => line.includes('no result'))).toEqual([
		`1 picture has no result: new.jpg. To read it: passport-ocr-tui recognize --dir ${folder}`,
	]);
	expect(said.at(-1)).toBe('2 pictures are not in the list; the sheet "Not read" says why.');
	const book = new exceljs.Workbook();
	await book.xlsx.readFile(path);
	const notRead = JSON.stringify(book.getWorksheet('Not read')!.getSheetValues());
	expect(notRead).toContain('its earlier result \\"b.EIO.json\\" cannot be read (the disk reports an error)');
	// The original skill's list has rows of failures, which this is none of.
	expect(rowsOf((await exported([folder], '--columns', 'original')).out)).toBe(1);
});

test.each([
	['a file', []],
	['a file with its picture', [['b.EIO.jpg', pngBytes('b')]]],
] as const)('where the only result is %s that cannot be opened, to read pictures is no advice', async (_, pictures) => {
	const folder = temporaryFolder();
	await writeFile(join(folder, 'b.EIO.json'), '{}');
	for (const [name, content] of pictures) await writeFile(join(folder, name), content);
	failAsNamed();
	await expect(exported([folder])).rejects.toMatchObject({
		code: 'NOTHING_TO_EXPORT',
		details: {reason: 'left-out'},
	});
	await mkdir(join(folder, 'below.EIO'));
	await expect(exported([folder])).rejects.toMatchObject({details: {reason: 'left-out'}});
});

test('of a folder in another that is named, too, each is said once; a link and a folder that went away are nothing to say', async () => {
	const folder = await folderOfOne();
	await mkdir(join(folder, 'in', 'below.EIO'), {recursive: true});
	await mkdir(join(folder, 'in', 'gone.ENOENT'));
	await writeFile(join(folder, 'in', 'b.EIO.json'), '{}');
	symlinkSync(join(folder, 'a.json'), join(folder, 'link.json'));
	failAsNamed();
	const {said} = await exported([join(folder, 'in'), folder]);
	expect(said.filter(line => line.includes('cannot be opened'))).toHaveLength(2);
	expect(said.filter(line => /link|gone/.test(line))).toEqual([]);
});

test.skipIf(noPermissions)('permissions of another user are named, too', async () => {
	const folder = await folderOfOne();
	await writeSidecar(recordOf(join(folder, 'b.jpg')));
	await mkdir(join(folder, 'below'));
	await writeSidecar(recordOf(join(folder, 'below', 'c.jpg')));
	chmodSync(join(folder, 'b.json'), 0);
	chmodSync(join(folder, 'below'), 0);
	const {exitCode, out, said} = await asOwner(folder, () => exported([folder]));
	const purging = await asOwner(folder, () =>
		runCommand(purge, ['purge', '--dir', folder, '--yes', '--config-dir', join(folder, 'settings')]),
	);
	chmodSync(join(folder, 'below'), 0o700);
	expect([exitCode, rowsOf(out)]).toEqual([1, 1]);
	expect(said.filter(line => line.includes('left out, cannot be opened (no permission)'))).toHaveLength(2);
	expect(purging.exitCode).toBe(1);
	expect(purging.said.slice(0, 3).map(line => line.replace(/ \(.*/, ''))).toEqual([
		`${join(folder, 'b.json')}: stays, cannot be opened`,
		`${join(folder, 'below')}: stays, cannot be opened`,
		'1 kept result deleted.',
	]);
});

test.each([[], ['--dry-run'], ['--person', 'SMITH'], ['--older-than', '30d']])(
	'purge says what it cannot open and leaves, also with %s',
	async (...words) => {
		const folder = temporaryFolder();
		for (const name of ['b.EIO.json', 'c.before-20261122060000.json.old']) writeFileSync(join(folder, name), '{}');
		mkdirSync(join(folder, 'below.ESTALE'));
		failAsNamed();
		const {exitCode, said} = await runCommand(purge, [
			'purge',
			'--dir',
			folder,
			...words,
			'--config-dir',
			join(folder, 'none'),
		]);
		expect(exitCode).toBe(1);
		expect(said).toEqual([
			`${join(folder, 'b.EIO.json')}: stays, cannot be opened (the disk reports an error): it may be a result. Run this again when it can be opened.`,
			`${join(folder, 'below.ESTALE')}: stays, cannot be opened (the network drive has lost it): results may be in it. Run this again when it can be opened.`,
		]);
	},
);

test.skipIf(process.platform === 'win32')(
	'purge --person names notes of a session that cannot be opened, and leaves them',
	async () => {
		const folder = await folderOfOne();
		const batches = join(folder, 'state', 'batches');
		mkdirSync(batches, {recursive: true});
		const notes = join(batches, 'batch-20261122060000-999999999-01234567.jsonl');
		symlinkSync(join(folder, 'a.json'), notes);
		const words = ['purge', '--dir', folder, '--person', 'SMITH', '--config-dir', join(folder, 'state')];
		const {exitCode, said} = await runCommand(purge, words);
		expect(exitCode).toBe(1);
		expect(said).toEqual([
			expect.stringMatching(
				/batch-\d+-\d+-\w+\.jsonl: stays, cannot be opened \(.*\): it has the notes of a session\./,
			),
		]);
		expect(existsSync(notes)).toBe(true);
	},
);

import {execFileSync} from 'node:child_process';
import {chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {chosenSet} from '../../../source/core/export/column-sets.ts';
import {exportOf, exportSurvey, writeExport} from '../../../source/core/export/write.ts';
import {writeSidecar} from '../../../source/core/records/sidecars/write-sidecar.ts';
import {messages} from '../../../source/text/index.ts';
import {asOwner, noPermissions} from '../../support/as-owner.ts';
import {together} from './content-of.ts';
import {printing, sampleRecord, today} from './sample-record.ts';

const isWindows = process.platform === 'win32';

let folder: string;
const options = {format: 'csv', words: messages('en').exported, ifExists: 'newName', today} as const;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'export-'));
});
afterEach(() => rm(folder, {recursive: true, force: true}));

test('takes the next free name and leaves the file that is there', async () => {
	const path = join(folder, 'list.csv');
	await writeFile(path, 'mine');
	await writeFile(join(folder, 'list-2.csv'), 'mine too');
	expect(await writeExport([sampleRecord()], {...options, path})).toEqual({
		path: join(folder, 'list-3.csv'),
		rows: 1,
		refused: [],
	});
	expect(await readFile(path, 'utf8')).toBe('mine');
});

test('replaces when asked, and leaves nothing else behind', async () => {
	const path = join(folder, 'list.csv');
	await writeFile(path, 'old');
	await writeExport([sampleRecord()], {...options, path, ifExists: 'replace'});
	expect(await readFile(path, 'utf8')).toContain('ERIKSSON');
	expect(await readdir(folder)).toEqual(['list.csv']);
});

test('replaces a list only as it was left, when asked: what was done to it since is not lost', async () => {
	const path = join(folder, 'list.csv');
	const {path: written} = await writeExport([sampleRecord()], {...options, path});
	const {mtimeMs} = await stat(written);
	const again = {...options, path, ifExists: 'replace', unchangedSince: mtimeMs} as const;
	await writeExport([sampleRecord(), sampleRecord()], again);
	await writeFile(path, 'mine');
	await expect(writeExport([sampleRecord()], again)).rejects.toMatchObject({
		code: 'NOT_WRITABLE',
		details: {reason: 'CHANGED'},
	});
	expect(await readFile(path, 'utf8')).toBe('mine');
});

test('makes the folder', async () => {
	const path = join(folder, 'new', 'deeper', 'list.json');
	await writeExport([sampleRecord()], {...options, format: 'json', path});
	expect(JSON.parse(await readFile(path, 'utf8'))).toHaveLength(1);
});

describe.skipIf(isWindows)('a link in the place of a list', () => {
	const linked = async () => {
		await mkdir(join(folder, 'share'));
		const target = join(folder, 'share', 'group.csv');
		await writeFile(target, 'old', {mode: 0o600});
		const path = join(folder, 'list.csv');
		await symlink(target, path);
		return {path, target};
	};
	const replacing = async (path: string, more = {}) =>
		await writeExport([sampleRecord()], {...options, path, ifExists: 'replace', ...more});

	test('stays, and the list that it leads to is replaced, with its mode', async () => {
		const {path, target} = await linked();
		expect((await replacing(path)).path).toBe(path);
		expect(await readFile(target, 'utf8')).toContain('ERIKSSON');
		expect((await lstat(path)).isSymbolicLink()).toBe(true);
		expect((await stat(target)).mode & 0o777).toBe(0o600);
		expect([await readdir(folder), await readdir(join(folder, 'share'))]).toEqual([
			['list.csv', 'share'],
			['group.csv'],
		]);
	});

	test.each(['~$group.csv', '.~lock.group.csv#'])('leads to a list that is open elsewhere, as %s says', async lock => {
		const {path, target} = await linked();
		await writeFile(join(folder, 'share', lock), '');
		const details = {path: target, reason: 'EBUSY', lock};
		await expect(replacing(path)).rejects.toMatchObject({code: 'NOT_WRITABLE', details});
		expect(await readFile(target, 'utf8')).toBe('old');
	});

	test('is left for the next name that is free, where a file is not to be replaced', async () => {
		const {path, target} = await linked();
		expect((await replacing(path, {ifExists: 'newName'})).path).toBe(join(folder, 'list-2.csv'));
		expect(await readFile(target, 'utf8')).toBe('old');
	});

	test('that leads to the kept result of a picture, to a picture or nowhere is refused', async () => {
		const kept = join(folder, 'kept.json');
		await writeSidecar(sampleRecord({path: join(folder, 'kept.jpg')}));
		const before = await readFile(kept, 'utf8');
		await writeFile(join(folder, 'photo.jpg'), 'photo');
		for (const [name, target, reason] of [
			['list.json', 'kept.json', 'RESULT'],
			['kept.csv', 'kept.json', 'OTHER_ENDING'],
			['list.csv', 'photo.jpg', 'OTHER_ENDING'],
			['gone.csv', 'drive/list.csv', 'DANGLING'],
		] as const) {
			await symlink(target, join(folder, name));
			await expect(replacing(join(folder, name))).rejects.toMatchObject({code: 'NOT_WRITABLE', details: {reason}});
		}
		expect(await readFile(kept, 'utf8')).toBe(before);
		expect(await readFile(join(folder, 'photo.jpg'), 'utf8')).toBe('photo');
	});
});

test.skipIf(noPermissions)('a write-protected list is left as it is', async () => {
	const path = join(folder, 'list.csv');
	await writeFile(path, 'old');
	await chmod(path, 0o444);
	const writing = asOwner(folder, () => writeExport([sampleRecord()], {...options, path, ifExists: 'replace'}));
	await expect(writing).rejects.toMatchObject({code: 'NOT_WRITABLE', details: {path, reason: 'READ_ONLY'}});
	expect([await readFile(path, 'utf8'), (await stat(path)).mode & 0o777]).toEqual(['old', 0o444]);
});

test.each(['newName', 'replace'] as const)('says NOT_WRITABLE where nothing can be written (%s)', async ifExists => {
	await writeFile(join(folder, 'file'), '');
	const path = join(folder, 'file', 'list.csv');
	await expect(writeExport([sampleRecord()], {...options, path, ifExists})).rejects.toMatchObject({
		code: 'NOT_WRITABLE',
	});
});

// A FIFO represents every device: a real one, such as /dev/null, would be lost when the program errs and root runs it.
test.skipIf(isWindows)('never takes the place of a folder or a device', async () => {
	const [directory, device] = [join(folder, 'list.csv'), join(folder, 'device.csv')];
	await mkdir(directory);
	execFileSync('mkfifo', [device]);
	for (const path of [directory, device]) {
		const writing = writeExport([sampleRecord()], {...options, path, ifExists: 'replace'});
		await expect(writing).rejects.toMatchObject({code: 'NOT_WRITABLE'});
	}
	expect((await stat(device)).isFIFO()).toBe(true);
});

test('leaves out what a person rejected, unless asked', async () => {
	const rejected = sampleRecord({review: {state: 'rejected', edits: {}, confirmed: []}});
	const path = join(folder, 'list.csv');
	expect(await writeExport([rejected, sampleRecord()], {...options, path})).toMatchObject({rows: 1});
	expect(await writeExport([rejected, sampleRecord()], {...options, path, includeRejected: true})).toMatchObject({
		rows: 2,
	});
	await expect(writeExport([rejected], {...options, path})).rejects.toMatchObject({code: 'NOTHING_TO_EXPORT'});
});

test.each([
	[undefined, 1],
	[true, 2],
])('what was rejected counts in a survey as in the list, where it is asked for (%s)', (includeRejected, rows) => {
	const rejected = sampleRecord({review: {state: 'rejected', edits: {}, confirmed: []}});
	const asked = {...options, ...(includeRejected ? {includeRejected} : {})};
	const survey = exportSurvey(asked);
	const records = [rejected, sampleRecord()];
	for (const record of records) survey.add(record);
	expect(exportOf(records, asked, survey).rows).toBe(rows);
});

test.each([
	[undefined, true],
	['full', false],
] as const)(
	'a remark about optional data, often a national number, has it masked where the style is %s: %s',
	async (optional, isMasked) => {
		const {passport} = sampleRecord();
		const params = {printed: 'ZE184226B', mrz: 'ZE184226C'};
		const issues = [{code: 'two-zones-differ', field: 'optional_data_mrz', blocks: true, params}] as const;
		const words = {
			...messages('en').exported,
			describe: ({params: said}: {readonly params?: object}) => JSON.stringify(said),
		};
		const {content} = exportOf([sampleRecord({passport: {...passport, issues}})], {
			...options,
			words,
			columns: chosenSet([{key: 'issues'}, {key: 'remarks'}]),
			...(optional ? {style: {optional}} : {}),
		});
		const text = (await together(content())).toString();
		expect(text.includes('ZE184226B')).toBe(!isMasked);
	},
);

test('JSON has keys and codes that are the same in every language', async () => {
	const path = join(folder, 'list.json');
	await writeExport([sampleRecord()], {...options, format: 'json', words: messages('zh').exported, path});
	const [row] = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>[];
	expect(row).toMatchObject({
		no: 1,
		source_image: 'anna.jpg',
		review: 'unreviewed',
		passport_number: 'L898902C3',
		birth_date: '1974-08-12',
		age: 52,
	});
	expect(['clean', 'check']).toContain(row!.status);
});

test('a value with a line break or a line separator stays on its line of NDJSON', async () => {
	const path = join(folder, 'list.ndjson');
	await writeExport([sampleRecord({path: 'a\nb\u2028c.jpg'}), sampleRecord()], {...options, format: 'ndjson', path});
	const text = await readFile(path, 'utf8');
	expect(text).toMatch(/^[^\r\n\u2028]*\n[^\r\n\u2028]*\n$/);
	expect(JSON.parse(text.split('\n')[0]!)).toMatchObject({no: 1, passport_number: 'L898902C3'});
});

test("the original skill's columns have its labels in its order", async () => {
	const path = join(folder, 'list.json');
	await writeExport([printing('birth_place', '福建')], {
		...options,
		format: 'json',
		columns: 'original',
		path,
	});
	const [row] = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>[];
	expect(Object.keys(row!)).toHaveLength(22);
	expect(Object.entries(row!).slice(0, 4)).toEqual([
		['源文件', 'anna.jpg'],
		['护照类型', 'P'],
		['护照号码', 'L898902C3'],
		['护照号码(MRZ)', 'L898902C3'],
	]);
	expect(row).toMatchObject({出生地点: '福建', 识别时间: '2026-11-22 06:00:00', 状态: '成功'});
});

test('a list below a file is refused with its own name', async () => {
	await writeFile(join(folder, 'list.xlsx'), 'a file');
	for (const path of [join(folder, 'list.xlsx', 'a.csv'), join(folder, 'list.xlsx', 'new', 'a.csv')]) {
		await expect(
			writeExport([sampleRecord()], {...options, format: 'csv', path, ifExists: 'replace'}),
		).rejects.toMatchObject({
			code: 'NOT_WRITABLE',
			details: {path, reason: 'ENOTDIR'},
		});
	}
});

test.each([
	['csv', {}, true],
	['csv', {columns: 'brief'}, true],
	['csv', {columns: 'visa-group'}, false],
	['csv', {columns: 'original'}, false],
	['json', {groups: ['sex']}, false],
	['excel', {groups: ['checks']}, true],
	['docs-sabre', {columns: 'visa-group'}, false],
	['docs-sabre', {}, false],
] as const)('a list as %s with %j says what is still to check: %j', (format, more, says) => {
	expect(exportOf([sampleRecord()], {...options, format, ...more}).saysStatus).toBe(says);
});

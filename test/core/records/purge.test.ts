import {spawnSync} from 'node:child_process';
import {mkdirSync, readdirSync, renameSync, symlinkSync, utimesSync, writeFileSync} from 'node:fs';
import {hostname} from 'node:os';
import {basename, join} from 'node:path';
import {describe, expect, it, test} from 'vitest';
import {claimPath} from '../../../source/core/records/claim.ts';
import {toJson} from '../../../source/core/records/json/to-json.ts';
import {findPurgeable, purge, purgeableResults} from '../../../source/core/records/purge.ts';
import {createResultStore} from '../../../source/core/records/result-store.ts';
import {newEntry} from '../../../source/core/records/sidecars/entries.ts';
import {writeSidecar} from '../../../source/core/records/sidecars/write-sidecar.ts';
import {originalSidecar} from '../../support/original-sidecar.ts';
import {recordOf} from '../../support/records.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const isWindows = process.platform === 'win32';

const now = new Date('2026-11-22T06:00:00Z');
const day = 24 * 3_600_000;

async function folderOfResults() {
	const folder = temporaryFolder();
	mkdirSync(join(folder, 'below'));
	await writeSidecar(recordOf(join(folder, 'old.jpg'), {recognizedAt: '2026-10-01T06:00:00+00:00'}));
	await writeSidecar(recordOf(join(folder, 'below', 'new.jpg'), {recognizedAt: '2026-11-21T06:00:00+00:00'}));
	writeFileSync(join(folder, 'original.json'), JSON.stringify(originalSidecar('original.jpg')));
	writeFileSync(join(folder, 'package.json'), '{"name": "of others"}');
	writeFileSync(join(folder, 'old.jpg'), 'the picture');
	return folder;
}

const found = async (folder: string, olderThan?: number) =>
	(await findPurgeable(folder, {now, ...(olderThan === undefined ? {} : {olderThan})})).map(path => basename(path));

describe('purging', () => {
	it('finds what this program kept, below too, and nothing else', async () => {
		const folder = await folderOfResults();
		expect(await found(folder)).toEqual(['new.json', 'old.json']);
	});

	it('finds what was read long ago', async () => {
		const folder = await folderOfResults();
		expect(await found(folder, 30 * day)).toEqual(['old.json']);
		expect(await found(folder, 100 * day)).toEqual([]);
	});

	it('deletes nothing until asked to, and then only that', async () => {
		const folder = await folderOfResults();
		const paths = await findPurgeable(folder, {now});
		expect(readdirSync(folder)).toContain('old.json');
		expect(await purge(paths)).toEqual({deleted: paths, problems: []});
		expect(readdirSync(folder).sort()).toEqual(['below', 'old.jpg', 'original.json', 'package.json']);
		expect(readdirSync(join(folder, 'below'))).toEqual([]);
	});

	it('looks again before it deletes', async () => {
		const folder = await folderOfResults();
		const paths = await findPurgeable(folder, {now});
		writeFileSync(join(folder, 'old.json'), '{"name": "now of others"}');
		expect((await purge(paths)).deleted.map(path => basename(path))).toEqual(['new.json']);
		expect(readdirSync(folder)).toContain('old.json');
	});

	it('takes away what a kill left behind, but not what is being written', async () => {
		const folder = temporaryFolder();
		const left = join(folder, '.0123456789abcdef.passport-ocr.tmp');
		const written = join(folder, '.fedcba9876543210.passport-ocr.tmp');
		for (const path of [left, written]) {
			writeFileSync(path, '{"success": tr');
			utimesSync(path, now, now);
		}
		const waits: number[] = [];
		const wait = async (milliseconds: number) => {
			waits.push(milliseconds);
			renameSync(written, join(folder, 'anna.json'));
		};
		expect(await findPurgeable(folder, {now, wait})).toEqual([left]);
		expect(waits).toHaveLength(1);
		utimesSync(left, now, new Date(now.getTime() - day));
		expect(await findPurgeable(folder, {now, wait})).toContain(left);
		expect(waits).toHaveLength(1);
		expect((await purge([left])).deleted).toEqual([left]);
	});

	it.skipIf(isWindows)('does not go behind links', async () => {
		const elsewhere = await folderOfResults();
		const folder = temporaryFolder();
		symlinkSync(elsewhere, join(folder, 'link'));
		symlinkSync(join(elsewhere, 'old.json'), join(folder, 'old.json'));
		expect(await found(folder)).toEqual([]);
	});

	it('says that there is no such folder', async () => {
		await expect(findPurgeable(join(temporaryFolder(), 'gone'), {now})).rejects.toMatchObject({code: 'FILE_NOT_FOUND'});
	});
});

test('results that are kept by content go with the pictures they were of, and those of running calls stay', async () => {
	const folder = temporaryFolder();
	const store = createResultStore(join(temporaryFolder(), 'results'), true);
	for (const [sha256, path] of [
		['a'.repeat(64), join(folder, 'in', 'a.jpg')],
		['b'.repeat(64), join(temporaryFolder(), 'b.jpg')],
	] as const) {
		await store.keep(sha256, path, [newEntry(path, toJson(recordOf(path, {sha256, engine: 'xiangyun'})))]);
	}
	const claim = (pid: number) => claimPath(store.folder, String(pid), 'claim');
	const ended = spawnSync(process.execPath, ['-e', '']).pid;
	for (const pid of [process.pid, ended]) {
		writeFileSync(claim(pid), JSON.stringify({pid, host: hostname(), at: '2026-09-01T06:00:00Z'}));
	}
	const doomed = await purgeableResults(store.folder, [folder], {now});
	expect([...doomed].sort()).toEqual([claim(ended), join(store.folder, `${'a'.repeat(64)}.json`)].sort());
	expect((await purge(doomed)).deleted).toHaveLength(2);
});

test('what a power cut left of a result is deleted, and an empty file of something else is not', async () => {
	const folder = temporaryFolder();
	for (const name of ['a.jpg', 'a.json', 'list.json']) writeFileSync(join(folder, name), '');
	const old = new Date('2026-09-01');
	for (const name of ['a.json', 'list.json']) utimesSync(join(folder, name), old, old);
	const doomed = await findPurgeable(folder, {now});
	expect(doomed).toEqual([join(folder, 'a.json')]);
	await purge(doomed);
	expect(readdirSync(folder).sort()).toEqual(['a.jpg', 'list.json']);
});

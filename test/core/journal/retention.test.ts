import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync} from 'node:fs';
import {hostname} from 'node:os';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {deleteExpired, type Retention} from '../../../source/core/journal/retention.ts';
import {createJournal} from '../../../source/core/journal/writer.ts';
import type {EngineName} from '../../../source/core/passport/model/document.ts';
import {claimPath} from '../../../source/core/records/claim.ts';
import {createResultStore, entriesFor} from '../../../source/core/records/result-store.ts';
import {setAside} from '../../../source/core/records/sidecars/set-aside.ts';
import {keepRecord, writeSidecar} from '../../../source/core/records/sidecars/write-sidecar.ts';
import {accepted} from '../../../source/core/review/decide.ts';
import {failAsNamed} from '../../support/failing-files.ts';
import {recordOf} from '../../support/records.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const day = 86_400_000;
const now = new Date('2026-11-22T06:00:00Z');
const longAgo = new Date(now.getTime() - 40 * day);

const isWindows = process.platform === 'win32';

function places() {
	const state = temporaryFolder();
	return {folder: temporaryFolder(), results: join(state, 'results'), journals: join(state, 'batches')};
}

type Places = ReturnType<typeof places>;

const expire = ({folder, ...rest}: Places, more: Partial<Retention> = {}) =>
	deleteExpired({keep: 30 * day, now, folders: [folder], used: new Set(), ...rest, ...more});

/** A result that was written long ago, of a picture that is there or not. */
async function keptLongAgo(
	folder: string,
	name: string,
	{isThere = false, engine = 'xiangyun'}: {isThere?: boolean; engine?: EngineName} = {},
) {
	const path = join(folder, name);
	const record = recordOf(path, {recognizedAt: longAgo.toISOString(), engine});
	await writeSidecar(record);
	if (isThere) writeFileSync(path, 'a picture');
	const sidecar = join(folder, name.replace(/\.jpg$/, '.json'));
	utimesSync(sidecar, longAgo, longAgo);
	return {path, record, sidecar};
}

describe('what is older than it is to be kept', () => {
	it('goes when its picture is gone, and says how much of it was paid for', async () => {
		const at = places();
		await keptLongAgo(at.folder, 'paid.jpg');
		await keptLongAgo(at.folder, 'own.jpg', {engine: 'offline'});
		expect(await expire(at)).toMatchObject({deleted: 2, paid: 1, withPicture: 0, problems: []});
		expect(readdirSync(at.folder)).toEqual([]);
	});

	it('is counted once where its folder is named again through a link', async () => {
		const at = places();
		await keptLongAgo(at.folder, 'paid.jpg');
		await keptLongAgo(at.folder, 'there.jpg', {isThere: true});
		writeFileSync(join(at.folder, 'a.EIO.json'), '{}');
		utimesSync(join(at.folder, 'a.EIO.json'), longAgo, longAgo);
		const link = join(temporaryFolder(), 'link');
		symlinkSync(at.folder, link, 'junction');
		failAsNamed();
		const retained = await expire(at, {folders: [link, at.folder]});
		expect(retained).toMatchObject({deleted: 1, paid: 1, withPicture: 1});
		expect(retained.problems).toHaveLength(1);
	});

	it('is named where it cannot be opened, but not before its time', async () => {
		const at = places();
		for (const name of ['a.EIO.json', 'young.EIO.json']) writeFileSync(join(at.folder, name), '{}');
		utimesSync(join(at.folder, 'a.EIO.json'), longAgo, longAgo);
		utimesSync(join(at.folder, 'young.EIO.json'), now, now);
		mkdirSync(join(at.folder, 'below.ESTALE'));
		failAsNamed();
		expect((await expire(at)).problems).toMatchObject([
			{code: 'NOT_READABLE', details: {path: join(at.folder, 'a.EIO.json'), reason: 'EIO'}},
			{code: 'NOT_READABLE', details: {path: join(at.folder, 'below.ESTALE'), reason: 'ESTALE'}},
		]);
	});

	it('stays when its picture is there: the next run would pay again', async () => {
		const at = places();
		const {sidecar} = await keptLongAgo(at.folder, 'a.jpg', {isThere: true});
		expect(await expire(at)).toMatchObject({deleted: 0, withPicture: 1});
		expect(existsSync(sidecar)).toBe(true);
	});

	it('stays when it was written since, such as by a decision', async () => {
		const at = places();
		const {record, sidecar} = await keptLongAgo(at.folder, 'a.jpg');
		await keepRecord(accepted(record, now.toISOString()), {before: record});
		utimesSync(sidecar, now, now);
		expect(await expire(at)).toMatchObject({deleted: 0});
	});

	it('stays when the clock was set back', async () => {
		const at = places();
		await keptLongAgo(at.folder, 'a.jpg');
		expect(await expire(at, {now: new Date('2001-01-01')})).toMatchObject({deleted: 0, journals: 0});
	});

	it('a decision that was set aside today stays, however old it is', async () => {
		const at = places();
		const {path, record, sidecar} = await keptLongAgo(at.folder, 'a.jpg', {isThere: true});
		await keepRecord(accepted(record, longAgo.toISOString()), {before: record});
		await setAside({path, sha256: record.sha256, pages: 1}, now);
		rmSync(sidecar);
		const [aside] = readdirSync(at.folder).filter(name => name.endsWith('.old'));
		utimesSync(join(at.folder, aside!), now, now);
		expect(await expire(at)).toMatchObject({deleted: 0});
		utimesSync(join(at.folder, aside!), longAgo, longAgo);
		expect(await expire(at)).toMatchObject({deleted: 1, paid: 1});
	});

	it('goes from the results by content, wherever the pictures were, but for what this run has used', async () => {
		const at = places();
		const store = createResultStore(at.results, true);
		const elsewhere = temporaryFolder();
		const contents = ['a', 'b', 'c'].map(letter => letter.repeat(64));
		for (const [index, sha256] of contents.entries()) {
			const path = join(elsewhere, `${index}.jpg`);
			await store.keep(
				sha256,
				path,
				entriesFor([recordOf(path, {sha256, engine: 'xiangyun', recognizedAt: longAgo.toISOString()})]),
			);
			utimesSync(join(at.results, `${sha256}.json`), longAgo, longAgo);
		}
		writeFileSync(join(elsewhere, '1.jpg'), 'a picture');
		expect(await expire(at, {used: new Set([contents[2]!])})).toMatchObject({deleted: 1, paid: 1, withPicture: 0});
		expect(readdirSync(at.results).sort()).toEqual([`${contents[1]}.json`, `${contents[2]}.json`]);
	});

	it('goes from the notes of sessions that have ended', async () => {
		const at = places();
		const journal = await createJournal(
			at.journals,
			{type: 'batch', version: 1, at: longAgo.toISOString(), engine: 'offline', roots: [at.folder]},
			[],
			error => {
				throw error;
			},
		);
		await journal.close();
		utimesSync(journal.path, longAgo, longAgo);
		expect(await expire(at)).toMatchObject({deleted: 0, journals: 1});
	});

	it('is not what other programs wrote, nor what says that a call may have been charged', async () => {
		const at = places();
		const claim = claimPath(at.folder, 'a', 'claim');
		const {pid} = spawnSync(process.execPath, ['-e', '']);
		writeFileSync(claim, JSON.stringify({pid, host: hostname(), at: longAgo.toISOString()}));
		writeFileSync(join(at.folder, 'other.json'), '{"mine": 1}');
		for (const name of readdirSync(at.folder)) utimesSync(join(at.folder, name), longAgo, longAgo);
		expect(await expire(at)).toMatchObject({deleted: 0});
		expect(existsSync(claim)).toBe(true);
	});

	it('a folder that was removed meanwhile is none', async () => {
		const at = places();
		rmSync(at.folder, {recursive: true});
		expect(await expire(at)).toMatchObject({deleted: 0, problems: []});
	});

	it.skipIf(isWindows)('a picture behind a broken link is there', async () => {
		const at = places();
		await keptLongAgo(at.folder, 'a.jpg');
		symlinkSync('/nowhere/a.jpg', join(at.folder, 'a.jpg'));
		expect(await expire(at)).toMatchObject({deleted: 0, withPicture: 1});
	});
});

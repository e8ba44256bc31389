// What was paid for and cannot be opened is not paid for again.
import {chmodSync, copyFileSync, mkdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {expect, it} from 'vitest';
import {countUploads} from '../../../source/core/batch/count-uploads.ts';
import {createResultStore, entriesFor} from '../../../source/core/records/result-store.ts';
import {readAt} from '../../../source/core/records/sidecars/read-at.ts';
import {asOwner, noPermissions} from '../../support/as-owner.ts';
import {failAsNamed} from '../../support/failing-files.ts';
import {fakeEngine} from '../../support/fake-engine.ts';
import {reading, recordOf, today} from '../../support/records.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';
import {begin, pictures, readAll, told} from './run-batch.ts';

/** The cloud, which answers at once. */
const cloud = () => fakeEngine({id: 'xiangyun', answer: () => reading()});

const here = () => fakeEngine({answer: () => reading()});

/** A picture that was paid for and renamed since, in a folder with another one; its result cannot be opened. */
async function renamed(code: string) {
	const {paths, folder} = pictures('a.png', 'b.png');
	const old = join(folder, `old.${code}.png`);
	renameSync(paths[0]!, old);
	await readAll({paths: [old], engine: cloud()});
	renameSync(old, paths[0]!);
	return {path: paths[0]!, folder, sidecar: join(folder, `old.${code}.json`)};
}

it.each(['EACCES', 'EIO', 'ESTALE', 'ETIMEDOUT', 'ENOTCONN'])(
	'a picture is not sent where a result without a picture fails with %s: it may be its own',
	async code => {
		const {path, sidecar} = await renamed(code);
		const succeed = failAsNamed();
		const engine = cloud();
		expect(await readAll({paths: [path], engine})).toMatchObject([
			{kind: 'failed', failure: {code: 'NOT_READABLE', details: {path, reason: code, perhaps: sidecar}}},
		]);
		expect((await countUploads([path], {engine, today})).pages).toBe(0);
		expect(engine.reads).toHaveLength(0);
		succeed();
		expect(told(await readAll({paths: [path], engine}))).toEqual(['a.png kept']);
	},
);

it.each(['a picture that was renamed', 'its own place'])(
	'within one batch, the result at %s is taken as soon as it can be opened',
	async where => {
		const place = await renamed('EIO');
		const path = where === 'its own place' ? join(place.folder, 'old.EIO.png') : place.path;
		if (path !== place.path) renameSync(place.path, path);
		const succeed = failAsNamed();
		const engine = cloud();
		const {batch} = begin({paths: [path], engine});
		expect(told(await batch.done)).toEqual([`${basename(path)} NOT_READABLE`]);
		succeed();
		batch.again(path);
		await batch.idle();
		expect(batch.items()).toMatchObject([{outcome: {kind: 'read', from: 'kept'}}]);
		expect(engine.reads).toHaveLength(0);
	},
);

it('an engine that costs nothing reads it, and so does one that is asked to read again', async () => {
	const {path} = await renamed('EIO');
	failAsNamed();
	expect(told(await readAll({paths: [path], engine: here(), save: false}))).toEqual(['a.png engine']);
	expect(told(await readAll({paths: [path], engine: cloud(), again: true}))).toEqual(['a.png engine']);
});

it('a result that cannot be opened concerns the picture in whose place it is, and no other', async () => {
	const {folder, paths} = pictures('a.png', 'b.EIO.jpg');
	writeFileSync(join(folder, 'b.EIO.json'), '{}');
	failAsNamed();
	const engine = cloud();
	expect(told(await readAll({paths: [paths[0]!], engine}))).toEqual(['a.png engine']);
	expect(await readAt(join(folder, 'b.EIO.jpg'))).toBe(0);
	expect(await readAt(join(folder, 'c.jpg'))).toBeUndefined();
});

it.skipIf(noPermissions)(
	'a copy is not sent whose result by content cannot be opened, and that one stays',
	async () => {
		const root = temporaryFolder();
		const store = createResultStore(join(root, 'results'), true);
		const {paths} = pictures('a.png');
		await readAll({paths, engine: cloud(), store});
		mkdirSync(join(root, 'copy'));
		const copy = join(root, 'copy', 'copy.png');
		copyFileSync(paths[0]!, copy);
		const [outcome] = await readAll({paths, engine: cloud(), store});
		const {sha256} = (outcome as Extract<typeof outcome, {kind: 'read'}>).record;
		const place = join(store.folder, `${sha256}.json`);
		const before = readFileSync(place, 'utf8');
		chmodSync(place, 0);
		const engine = cloud();
		await asOwner(root, async () => {
			expect((await countUploads([copy], {engine, today, store})).pages).toBe(0);
			expect(await readAll({paths: [copy], engine, store, save: false})).toMatchObject([
				{kind: 'failed', failure: {code: 'NOT_READABLE', details: {path: copy, reason: 'EACCES', result: place}}},
			]);
			expect(told(await readAll({paths: [copy], engine: here(), store}))).toEqual(['copy.png engine']);
			const keeping = store.keep(sha256, copy, entriesFor([recordOf(copy, {sha256, engine: 'xiangyun'})]));
			await expect(keeping).rejects.toMatchObject({code: 'NOT_WRITABLE', details: {path: place, reason: 'EACCES'}});
		});
		expect(engine.reads).toHaveLength(0);
		chmodSync(place, 0o600);
		expect(readFileSync(place, 'utf8')).toBe(before);
	},
);

it.skipIf(noPermissions)('where the folder of all results cannot be entered, pictures are still sent', async () => {
	const root = temporaryFolder();
	const store = createResultStore(join(root, 'results'), true);
	mkdirSync(store.folder, {mode: 0o700});
	mkdirSync(join(root, 'in'));
	const {paths} = pictures('a.png');
	const path = join(root, 'in', basename(paths[0]!));
	copyFileSync(paths[0]!, path);
	chmodSync(store.folder, 0);
	const outcomes = await asOwner(root, () => readAll({paths: [path], engine: cloud(), store}));
	chmodSync(store.folder, 0o700);
	expect(told(outcomes)).toEqual(['a.png engine']);
});

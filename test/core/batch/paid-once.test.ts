// What was paid for is paid for once, and nothing is bought that cannot be kept.
import {spawnSync} from 'node:child_process';
import {
	chmodSync,
	copyFileSync,
	existsSync,
	mkdirSync,
	readdirSync,
	statSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import {hostname} from 'node:os';
import {basename, dirname, join} from 'node:path';
import {describe, expect, it} from 'vitest';
import type {BatchEvent} from '../../../source/core/batch/item.ts';
import {AppError} from '../../../source/core/errors.ts';
import {openPicture} from '../../../source/core/pictures/open.ts';
import {claimPath} from '../../../source/core/records/claim.ts';
import {createResultStore} from '../../../source/core/records/result-store.ts';
import {keepRecord} from '../../../source/core/records/sidecars/write-sidecar.ts';
import {accepted} from '../../../source/core/review/decide.ts';
import {asOwner, noPermissions} from '../../support/as-owner.ts';
import {fakeEngine} from '../../support/fake-engine.ts';
import {originalSidecar} from '../../support/original-sidecar.ts';
import {folderOf} from '../../support/pictures.ts';
import {readSidecar} from '../../support/read-sidecar.ts';
import {reading, today} from '../../support/records.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';
import {asked, begin, pictures, readAll, states, told} from './run-batch.ts';

const at = '2026-11-22T07:00:00+00:00';

/** The cloud, which answers at once. */
const cloud = () => fakeEngine({id: 'xiangyun', answer: () => reading()});

const storeIn = (isIndex = true) => createResultStore(join(temporaryFolder(), 'results'), isIndex);

const names = ['a.png', 'b.png', 'c.png', 'd.png', 'e.png', 'f.png'];

const claimsIn = (folder: string) => readdirSync(folder).filter(name => name.endsWith('.claim'));

describe('several processes', () => {
	it('send each picture of one folder once', async () => {
		const {paths, folder} = pictures(...names);
		const engines = [cloud(), cloud(), cloud()];
		const runs = await Promise.all(engines.map(engine => readAll({paths, engine})));
		expect(engines.flatMap(({reads}) => reads.map(({picture}) => basename(picture.path))).sort()).toEqual(names);
		for (const outcomes of runs) expect(outcomes.map(({kind}) => kind)).toEqual(names.map(() => 'read'));
		expect(claimsIn(folder)).toEqual([]);
	});

	it('wait for an answer that another has asked for, and say who that is', async () => {
		const {paths} = pictures('a.png', 'b.png');
		const first = fakeEngine({id: 'xiangyun', concurrency: 1});
		const one = begin({paths: [paths[0]!], engine: first});
		const read = await first.next();
		const second = cloud();
		const other = begin({paths, engine: second});
		await asked(second, 1);
		expect(other.events.find(({type}) => type === 'elsewhere')).toMatchObject({
			item: {path: paths[0]},
			holder: {pid: process.pid, host: hostname()},
		});
		expect(states(other.batch)[0]).toBe('a.png waiting');
		read.succeed();
		await one.batch.done;
		expect(told(await other.batch.done)).toEqual(['a.png kept', 'b.png engine']);
	});

	it('wait for the answer about a copy in another folder, and hold nothing meanwhile', async () => {
		const store = createResultStore(join(temporaryFolder(), 'state', 'results'), true);
		const {paths} = pictures('a.png');
		const copy = join(temporaryFolder(), 'copy.png');
		copyFileSync(paths[0]!, copy);
		const first = fakeEngine({id: 'xiangyun'});
		const one = begin({paths, engine: first, store});
		const read = await first.next();
		const second = cloud();
		const other = begin({paths: [copy], engine: second, store});
		while (!other.events.some(({type}) => type === 'elsewhere')) await new Promise(setImmediate);
		expect(claimsIn(dirname(copy))).toEqual([]);
		read.succeed();
		await one.batch.done;
		expect(told(await other.batch.done)).toEqual(['copy.png kept']);
		expect(other.events.filter(({type}) => type === 'elsewhere')).toHaveLength(1);
		expect([...claimsIn(dirname(copy)), ...claimsIn(store.folder), second.reads.length]).toEqual([0]);
	});

	it('take over a failure that was paid for, and do not pay for it again', async () => {
		const {paths} = pictures('a.png');
		const first = fakeEngine({id: 'xiangyun'});
		const one = begin({paths, engine: first});
		const read = await first.next();
		const second = cloud();
		const other = begin({paths, engine: second});
		while (!other.events.some(({type}) => type === 'elsewhere')) await new Promise(setImmediate);
		read.fail(new AppError('NO_PASSPORT_FOUND', {path: paths[0]!}));
		await one.batch.done;
		expect(await other.batch.done).toMatchObject([
			{kind: 'failed', from: 'kept', failure: {code: 'NO_PASSPORT_FOUND'}},
		]);
		expect(second.reads).toHaveLength(0);
	});

	it('do not keep a person waiting who leaves', async () => {
		const {paths} = pictures('a.png');
		const first = fakeEngine({id: 'xiangyun'});
		const one = begin({paths, engine: first});
		const read = await first.next();
		const other = begin({paths, engine: cloud()});
		while (!other.events.some(({type}) => type === 'elsewhere')) await new Promise(setImmediate);
		await other.batch.end();
		expect(states(other.batch)).toEqual(['a.png waiting']);
		read.succeed();
		await one.batch.done;
	});

	it('a decision of a session and an answer of a command that come together are both kept', async () => {
		const {paths} = pictures(...names);
		const offline = await readAll({paths, engine: fakeEngine({answer: () => reading()})});
		const engine = fakeEngine({id: 'xiangyun', concurrency: names.length});
		const {batch} = begin({paths, engine});
		await asked(engine, names.length);
		const records = offline.flatMap(outcome => (outcome.kind === 'read' ? [outcome.record] : []));
		await Promise.all([
			...engine.reads.map(async read => read.succeed()),
			...records.map(async record => await keepRecord(accepted(record, at), {before: record})),
		]);
		await batch.done;
		for (const {path, sha256} of records) {
			const kept = await readSidecar({path, sha256}, today);
			expect(kept).toMatchObject({engine: 'xiangyun', review: {state: 'accepted'}});
		}
	});

	const dead = spawnSync(process.execPath, ['-e', '']).pid;

	it.each([
		['that was killed', {pid: dead, host: hostname(), at}],
		['whose number another process has by now', {pid: process.pid, host: hostname(), started: 'before', at}],
	])('one %s is not waited for, and the call that it lost is counted', async (_, holder) => {
		const {paths, folder} = pictures('a.png', 'b.png');
		const {sha256} = await openPicture(paths[0]!);
		writeFileSync(claimPath(folder, `${sha256} 1`, 'claim'), `${JSON.stringify(holder)}\n`);
		const {batch, events} = begin({paths, engine: cloud()});
		expect(told(await batch.done)).toEqual(['a.png engine', 'b.png engine']);
		expect(events.filter(({type}) => type === 'lost')).toMatchObject([{item: {path: paths[0]}, by: {pid: holder.pid}}]);
		expect(claimsIn(folder)).toEqual([]);
	});

	it('one of another computer is waited for, until its claim is older than any call', async () => {
		const {paths, folder} = pictures('a.png');
		const {sha256} = await openPicture(paths[0]!);
		const claim = claimPath(folder, `${sha256} 1`, 'claim');
		writeFileSync(claim, `${JSON.stringify({pid: 1, host: 'another', at})}\n`);
		const {batch, events} = begin({paths, engine: cloud()});
		while (!events.some(({type}) => type === 'elsewhere')) await new Promise(setImmediate);
		const old = new Date(Date.now() - 3_600_000);
		utimesSync(claim, old, old);
		expect(told(await batch.done)).toEqual(['a.png engine']);
	});
});

describe('what cannot be kept', () => {
	it.skipIf(noPermissions)('is not sent: the folder cannot be written', async () => {
		const {paths, folder} = pictures('a.png', 'b.png');
		chmodSync(folder, 0o500);
		const engine = cloud();
		const outcomes = await asOwner(folder, async () => await readAll({paths, engine}));
		chmodSync(folder, 0o700);
		expect(engine.reads).toHaveLength(0);
		const failure = {code: 'NOT_WRITABLE', details: {folder, reason: 'EACCES', unsent: 'yes'}};
		expect(outcomes).toMatchObject([{failure}, {failure}]);
	});

	it('is not sent: both places belong to other programs', async () => {
		const {paths, folder} = pictures('a.png');
		writeFileSync(join(folder, 'a.json'), '{"name": "of another program"}');
		mkdirSync(join(folder, 'a.png.json'));
		const engine = cloud();
		expect(told(await readAll({paths, engine}))).toEqual(['a.png FOREIGN_FILE']);
		expect(engine.reads).toHaveLength(0);
	});

	it.skipIf(noPermissions)('is not sent: the earlier result cannot be read', async () => {
		const {paths, folder} = pictures('a.png', 'b.png');
		writeFileSync(join(folder, 'a.json'), '{}', {mode: 0});
		const engine = cloud();
		const outcomes = await asOwner(folder, async () => await readAll({paths, engine}));
		expect(told(outcomes)).toEqual(['a.png NOT_READABLE', 'b.png engine']);
		expect(outcomes[0]).toMatchObject({failure: {details: {result: join(folder, 'a.json')}}});
	});

	it.skipIf(noPermissions).each([true, false])(
		'is kept by its content where the folder was lost meanwhile, and nothing more is sent; index: %s',
		async isIndex => {
			const root = temporaryFolder();
			const folder = folderOf(names, join(root, 'pictures'));
			const paths = names.map(name => join(folder, name));
			const store = createResultStore(join(root, 'state'), isIndex);
			const engine = fakeEngine({id: 'xiangyun', concurrency: 2});
			/** Bytes of each claim when a result could not be written. */
			const held: number[] = [];
			const {batch, events} = await asOwner(root, async () => {
				const events: BatchEvent[] = [];
				const onEvent = (event: BatchEvent) => {
					events.push(event);
					if (event.type !== 'unsaved') return;
					held.push(...claimsIn(folder).map(name => statSync(join(folder, name)).size));
				};
				const run = {...begin({paths, engine, store, onEvent}), events};
				await asked(engine, 2);
				chmodSync(folder, 0o500);
				for (const read of engine.reads) read.succeed();
				await run.batch.done;
				return run;
			});
			chmodSync(folder, 0o700);
			// What they held of the disk was free for the result.
			expect(held).not.toHaveLength(0);
			expect(Math.max(...held)).toBeLessThan(1000);
			expect(engine.reads).toHaveLength(2);
			expect(batch.phase()).toBe('stopped');
			const unsaved = events.filter(({type}) => type === 'unsaved');
			expect(unsaved).toHaveLength(2);
			expect(events.filter(({type}) => type === 'stopped')).toMatchObject([
				{error: {code: 'NOT_WRITABLE', details: {folder, batch: 'stopped', unsent: 'yes'}}},
			]);
			const next = cloud();
			expect(told(await readAll({paths: paths.slice(0, 3), engine: next, store}))).toEqual([
				'a.png kept',
				'b.png kept',
				'c.png engine',
			]);
			expect(readdirSync(store.folder).filter(name => name.endsWith('.json'))).toHaveLength(isIndex ? 3 : 0);
		},
	);
});

describe('a result of the original skill', () => {
	it('is used where the picture is not newer, which is said', async () => {
		const {paths, folder} = pictures('a.png', 'b.png');
		for (const name of ['a', 'b']) {
			writeFileSync(join(folder, `${name}.json`), JSON.stringify(originalSidecar(`${name}.png`)));
		}
		const before = new Date(Date.now() - 3_600_000);
		utimesSync(join(folder, 'b.json'), before, before);
		const {batch, events} = begin({paths, engine: cloud()});
		expect(told(await batch.done)).toEqual(['a.png kept', 'b.png engine']);
		const said = events.flatMap(event =>
			event.type === 'original' ? [`${basename(event.item.path)} ${event.how}`] : [],
		);
		expect(said.sort()).toEqual(['a.png used', 'b.png older']);
		expect(readdirSync(folder).filter(name => /^b\.before-\d{14}\.json\.old$/.test(name))).toHaveLength(1);
	});
});

describe('a call whose process was killed', () => {
	const {pid} = spawnSync(process.execPath, ['-e', '']);
	const killed = `${JSON.stringify({pid, host: hostname(), at})}\n`;

	it('is counted once where its picture is not sent again, and not where its answer is kept', async () => {
		const {paths, folder} = pictures('a.png');
		const store = storeIn();
		const {sha256} = await openPicture(paths[0]!);
		await readAll({paths, engine: cloud(), store});
		for (const where of [folder, store.folder]) {
			// Of the picture that is here, and of one that was deleted meanwhile.
			for (const content of [sha256, 'f'.repeat(64)]) writeFileSync(claimPath(where, `${content} 1`, 'claim'), killed);
		}
		// Of other programs, whatever its age.
		const notes = join(folder, 'notes.txt');
		writeFileSync(notes, 'notes');
		utimesSync(notes, 0, 0);
		const engine = cloud();
		const {batch, events} = begin({paths, engine, store});
		await batch.done;
		expect([engine.reads, existsSync(notes)]).toEqual([[], true]);
		expect(events.filter(({type}) => type === 'unanswered')).toEqual([{type: 'unanswered', count: 1}]);
		expect([...claimsIn(folder), ...claimsIn(store.folder)]).toEqual([]);
	});

	it.each([
		['the limit of calls is reached', new AppError('CALL_LIMIT', {limit: 1})],
		['the service is not reached', new AppError('NETWORK', {host: 'server', reason: 'ECONNREFUSED'})],
	])('is not said to be made again where %s', async (_, error) => {
		const {paths, folder} = pictures('a.png', 'b.png');
		for (const path of paths) {
			const {sha256} = await openPicture(path);
			writeFileSync(claimPath(folder, `${sha256} 1`, 'claim'), killed);
		}
		const engine = fakeEngine({
			id: 'xiangyun',
			answer: ({path}) => {
				if (path === paths[0]) return reading();
				throw error;
			},
		});
		const {batch, events} = begin({paths, engine});
		await batch.done;
		expect(events.filter(({type}) => type === 'lost')).toMatchObject([{item: {path: paths[0]}}]);
		expect(events.filter(({type}) => type === 'unanswered')).toEqual([{type: 'unanswered', count: 1}]);
		expect(claimsIn(folder)).toEqual([]);
	});
});

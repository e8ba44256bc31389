import {readdirSync, writeFileSync} from 'node:fs';
import {basename, dirname} from 'node:path';
import {describe, expect, it} from 'vitest';
import {AppError, stopsBatch} from '../../../source/core/errors.ts';
import {openPicture} from '../../../source/core/pictures/open.ts';
import {fakeEngine} from '../../support/fake-engine.ts';
import {pngBytes} from '../../support/picture-bytes.ts';
import {answering, asked, begin, pictures, readAll, states, told} from './run-batch.ts';

describe('while a batch runs', () => {
	it('reads as many at a time as the engine advises, or as the person wants', async () => {
		const {paths} = pictures('1.png', '2.png', '3.png', '4.png', '5.png', '6.png');
		const engine = fakeEngine({concurrency: 2});
		const {batch} = begin({paths, engine});
		await asked(engine, 2);
		expect(batch.concurrency()).toBe(2);
		batch.setConcurrency(4);
		await asked(engine, 4);
		batch.setConcurrency(1);
		for (const read of engine.reads.slice(0, 3)) read.succeed();
		while (states(batch).filter(state => state.endsWith(' read')).length < 3) await new Promise(setImmediate);
		expect(engine.reads).toHaveLength(4);
		engine.reads[3]!.succeed();
		await asked(engine, 5);
		engine.reads[4]!.succeed();
		await asked(engine, 6);
		engine.reads[5]!.succeed();
		await batch.done;
		expect(engine.most()).toBe(4);
	});

	it('pauses after what is being read, and continues', async () => {
		const {paths} = pictures('a.png', 'b.png', 'c.png');
		const engine = fakeEngine({concurrency: 1});
		const {batch} = begin({paths, engine});
		const first = await engine.next();
		batch.pause();
		first.succeed();
		while (!states(batch).includes('a.png read')) await new Promise(setImmediate);
		expect(batch.phase()).toBe('paused');
		expect(engine.reads).toHaveLength(1);
		batch.resume();
		(await engine.next()).succeed();
		(await engine.next()).succeed();
		expect(await batch.done).toHaveLength(3);
	});

	it('gives up what is being read when it is cancelled, and keeps what is read', async () => {
		const {paths} = pictures('a.png', 'b.png', 'c.png');
		const engine = fakeEngine({concurrency: 1});
		const controller = new AbortController();
		const {batch} = begin({paths, engine, signal: controller.signal});
		(await engine.next()).succeed();
		const second = await engine.next();
		controller.abort();
		expect(second.signal?.aborted).toBe(true);
		expect(told(await batch.done)).toEqual(['a.png engine']);
		expect(states(batch)).toEqual(['a.png read', 'b.png waiting', 'c.png waiting']);
		expect(batch.phase()).toBe('cancelled');
	});

	it('does not begin when it was cancelled before', async () => {
		const {paths} = pictures('a.png');
		const engine = answering();
		expect(await readAll({paths, engine, signal: AbortSignal.abort()})).toEqual([]);
		expect(engine.reads).toHaveLength(0);
	});

	it('leaves a picture out, waiting or being read', async () => {
		const {paths} = pictures('a.png', 'b.png', 'c.png');
		const engine = fakeEngine({concurrency: 1});
		const {batch} = begin({paths, engine});
		const first = await engine.next();
		batch.leaveOut(paths[1]!);
		batch.leaveOut(paths[0]!);
		expect(first.signal?.aborted).toBe(true);
		(await engine.next()).succeed();
		expect(told(await batch.done)).toEqual(['c.png engine']);
		expect(states(batch)).toEqual(['a.png leftOut', 'b.png leftOut', 'c.png read']);
	});

	it('reads what is added, also when all was read; what is replaced while it is read is read once more', async () => {
		const {paths} = pictures('a.png', 'b.png', 'c.png');
		const engine = fakeEngine({concurrency: 1});
		const {batch} = begin({paths: paths.slice(0, 1), engine});
		const first = await engine.next();
		batch.add(paths.slice(0, 2));
		writeFileSync(paths[0]!, pngBytes('another'));
		first.succeed();
		(await engine.next()).succeed();
		(await engine.next()).succeed();
		await batch.done;
		expect(engine.reads.map(({picture}) => basename(picture.path))).toEqual(['a.png', 'b.png', 'a.png']);
		batch.leaveOut(paths[1]!);
		batch.add(paths.slice(1));
		expect(batch.phase()).toBe('running');
		(await engine.next()).succeed();
		while (batch.phase() !== 'done') await new Promise(setImmediate);
		expect(states(batch)).toEqual(['a.png read', 'b.png leftOut', 'c.png read']);
	});

	it('reads what was replaced meanwhile behind all that waits', async () => {
		const {paths} = pictures('a.png', 'b.png', 'c.png', 'd.png');
		const engine = fakeEngine({concurrency: 1});
		const {batch} = begin({paths, engine});
		const first = await engine.next();
		batch.add(paths.slice(0, 1));
		writeFileSync(paths[0]!, pngBytes('another'));
		first.succeed();
		for (let count = 1; count < 5; count++) (await engine.next()).succeed();
		await batch.done;
		expect(engine.reads.map(({picture}) => basename(picture.path)).join(' ')).toBe('a.png b.png c.png d.png a.png');
	});

	it('reads a picture again, before the others and although it was kept', async () => {
		const {paths} = pictures('a.png', 'b.png', 'c.png');
		await readAll({paths: [paths[0]!], engine: answering()});
		const engine = fakeEngine({concurrency: 1});
		const {batch} = begin({paths, engine});
		const second = await engine.next();
		expect(states(batch)[0]).toBe('a.png read');
		batch.again(paths[0]!);
		expect(states(batch)[0]).toBe('a.png waiting');
		second.succeed();
		const repeated = await engine.next();
		expect(repeated.picture.path).toBe(paths[0]);
		repeated.succeed();
		(await engine.next()).succeed();
		expect(told(await batch.done)).toEqual(['a.png engine', 'b.png engine', 'c.png engine']);
	});

	it('reads again also after it was done', async () => {
		const {paths} = pictures('a.png');
		const engine = fakeEngine();
		const {batch, events} = begin({paths, engine});
		(await engine.next()).fail(new AppError('NO_PASSPORT_FOUND'));
		expect(told(await batch.done)).toEqual(['a.png NO_PASSPORT_FOUND']);
		batch.again(paths[0]!);
		expect(batch.phase()).toBe('running');
		(await engine.next()).succeed();
		while (batch.phase() !== 'done') await new Promise(setImmediate);
		expect(events.at(-1)).toMatchObject({type: 'finished', item: {state: 'read'}});
	});

	it('begins with what it stopped at when it continues, also when the next picture is ready sooner', async () => {
		const {paths} = pictures('a.png', 'b.png');
		const engine = fakeEngine({concurrency: 1});
		let opened = 0;
		const open = async (path: string) => {
			const isSlow = ++opened > paths.length && path === paths[0];
			for (let turn = 0; isSlow && turn < 200; turn++) await new Promise(setImmediate);
			return await openPicture(path);
		};
		const {batch} = begin({paths, engine, open, stops: stopsBatch});
		(await engine.next()).fail(new AppError('QUOTA_USED_UP'));
		await batch.done;
		batch.resume();
		for (const path of paths) {
			const read = await engine.next();
			expect(read.picture.path).toBe(path);
			read.succeed();
		}
		await batch.idle();
		expect(states(batch)).toEqual(['a.png read', 'b.png read']);
	});

	it('is idle only when what was left out meanwhile is written as well', async () => {
		const {paths} = pictures('a.png');
		const engine = fakeEngine({concurrency: 1});
		const {batch} = begin({paths, engine});
		(await engine.next()).succeed();
		// The engine has answered; its result is being kept.
		for (let turn = 0; turn < 3; turn++) await Promise.resolve();
		batch.leaveOut(paths[0]!);
		await batch.idle();
		expect(readdirSync(dirname(paths[0]!)).sort()).toEqual(['a.json', 'a.png']);
	});

	it('stops when every further picture would fail the same way, and tries those again on resume', async () => {
		const {paths} = pictures('a.png', 'b.png', 'c.png');
		const engine = fakeEngine({concurrency: 1});
		const {batch, events} = begin({paths, engine, stops: error => error.details.why === 'quota'});
		(await engine.next()).succeed();
		(await engine.next()).fail(new AppError('SERVICE', {why: 'quota'}));
		expect(told(await batch.done)).toEqual(['a.png engine', 'b.png SERVICE']);
		expect(states(batch)).toEqual(['a.png read', 'b.png failed', 'c.png waiting']);
		expect(batch.phase()).toBe('stopped');
		expect(events.find(event => event.type === 'stopped')).toMatchObject({
			error: {code: 'SERVICE'},
			item: {path: paths[1]},
		});
		batch.resume();
		(await engine.next()).succeed();
		(await engine.next()).succeed();
		while (batch.phase() !== 'done') await new Promise(setImmediate);
		expect(states(batch)).toEqual(['a.png read', 'b.png read', 'c.png read']);
	});

	it('promises no time for what was only found again', async () => {
		const {paths} = pictures('1.png', '2.png', '3.png', '4.png');
		await readAll({paths: paths.slice(0, 3), engine: answering()});
		const engine = fakeEngine({concurrency: 1});
		const {batch} = begin({paths, engine});
		const last = await engine.next();
		expect([states(batch).slice(0, 3), batch.timeLeft()]).toEqual([
			['1.png read', '2.png read', '3.png read'],
			undefined,
		]);
		last.succeed();
		await batch.done;
	});

	it('promises no time before three were read', async () => {
		const {paths} = pictures('1.png', '2.png', '3.png', '4.png');
		const engine = fakeEngine({concurrency: 1});
		const {batch, events} = begin({paths, engine});
		for (let read = 0; read < 3; read++) {
			expect(batch.timeLeft()).toBeUndefined();
			(await engine.next()).succeed();
		}
		// A result is kept while the next picture is read.
		while (events.filter(event => event.type === 'finished').length < 3) await new Promise(setImmediate);
		await asked(engine, 4);
		expect(batch.timeLeft()).toBeGreaterThanOrEqual(0);
		engine.reads[3]!.succeed();
		await batch.done;
		expect(batch.timeLeft()).toBe(0);
	});
});

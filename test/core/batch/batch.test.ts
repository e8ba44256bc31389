import {execFileSync} from 'node:child_process';
import {chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {type BatchEvent, type BatchOptions, startBatch} from '../../../source/core/batch/batch.ts';
import {AppError} from '../../../source/core/errors.ts';
import type {Picture} from '../../../source/core/pictures/picture.ts';
import type {Outcome} from '../../../source/core/records/record.ts';
import {writeSidecar} from '../../../source/core/records/sidecar.ts';
import {fakeEngine} from '../../support/fake-engine.ts';
import {originalSidecar} from '../../support/original-sidecar.ts';
import {pngBytes} from '../../support/picture-bytes.ts';
import {placedReading} from '../../support/placed.ts';
import {reading, today} from '../../support/records.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const isRoot = process.getuid?.() === 0;
const isWindows = process.platform === 'win32';

const pictures = (...names: string[]) => {
	const folder = temporaryFolder();
	for (const name of names) writeFileSync(join(folder, name), pngBytes(name));
	return {folder, paths: names.map(name => join(folder, name))};
};

const answering = (answer: (picture: Picture) => ReturnType<typeof reading> = () => reading()) => fakeEngine({answer});

const begin = (options: Pick<BatchOptions, 'paths' | 'engine'> & Partial<BatchOptions>) => {
	const events: BatchEvent[] = [];
	const batch = startBatch({
		today,
		now: () => new Date('2026-11-22T06:00:00Z'),
		onEvent: event => events.push(event),
		...options,
	});
	return {batch, events};
};

const readAll = async (options: Parameters<typeof begin>[0]) => await begin(options).batch.done;

const told = (outcomes: readonly Outcome[]) =>
	outcomes.map(outcome =>
		outcome.kind === 'read'
			? `${basename(outcome.record.path)} ${outcome.from}`
			: `${basename(outcome.failure.path)} ${outcome.failure.code}`,
	);

const states = (batch: ReturnType<typeof startBatch>) =>
	batch.items().map(item => `${basename(item.path)} ${item.state}`);

/** Lets everything that does not wait for the engine happen, until the engine has been asked `count` times in all. */
const asked = async (engine: ReturnType<typeof fakeEngine>, count: number) => {
	while (engine.reads.length < count) await new Promise(setImmediate);
};

describe('a batch', () => {
	it('reads every picture and gives the outcomes in the order of the paths', async () => {
		const {paths} = pictures('b.png', 'a.png', 'c.png');
		const engine = fakeEngine({concurrency: 3});
		const {batch} = begin({paths, engine});
		const reads = [await engine.next(), await engine.next(), await engine.next()];
		for (const read of reads.reverse()) read.succeed();
		expect(told(await batch.done)).toEqual(['b.png engine', 'a.png engine', 'c.png engine']);
		expect(batch.phase()).toBe('done');
	});

	it('tells what happens to each picture as it happens', async () => {
		const {paths} = pictures('a.png');
		const engine = fakeEngine();
		const {batch, events} = begin({paths, engine});
		expect(states(batch)).toEqual(['a.png waiting']);
		const read = await engine.next();
		read.progress(0.5);
		expect(batch.items()[0]).toMatchObject({state: 'reading', share: 0.5});
		read.succeed();
		await batch.done;
		expect(events.map(event => (event.type === 'unsaved' ? event.type : `${event.type} ${event.item.state}`))).toEqual([
			'started reading',
			'changed reading',
			'finished read',
		]);
	});

	it('is on disk before it is shown', async () => {
		const {folder, paths} = pictures('a.png');
		const seen: boolean[] = [];
		await readAll({
			paths,
			engine: answering(),
			onEvent: event => event.type === 'finished' && seen.push(existsSync(join(folder, 'a.json'))),
		});
		expect(seen).toEqual([true]);
	});

	it('writes nothing when it is told to', async () => {
		const {folder, paths} = pictures('a.png');
		await readAll({paths, engine: answering(), save: false});
		expect(readdirSync(folder)).toEqual(['a.png']);
	});

	it('takes a path that is named twice once', async () => {
		const {paths} = pictures('a.png');
		const engine = answering();
		expect(await readAll({paths: [...paths, ...paths], engine})).toHaveLength(1);
		expect(engine.reads).toHaveLength(1);
	});

	it('is done at once when there is nothing to do', async () => {
		expect(await readAll({paths: [], engine: answering()})).toEqual([]);
	});
});

describe('pictures that cannot be read', () => {
	it('fail each with its own reason, and the rest of the batch goes on', async () => {
		const {folder, paths} = pictures('good.png', 'blank.png', 'odd.png');
		writeFileSync(join(folder, 'text.jpg'), 'this is a text');
		writeFileSync(join(folder, 'cut.png'), pngBytes().subarray(0, 6));
		mkdirSync(join(folder, 'folder.jpg'));
		const bad = ['gone.jpg', 'text.jpg', 'cut.png', 'folder.jpg'].map(name => join(folder, name));
		const engine = answering(picture => {
			if (picture.path.endsWith('blank.png')) throw new AppError('NO_PASSPORT_FOUND');
			if (picture.path.endsWith('odd.png')) throw new TypeError('undefined is not a function');
			return reading();
		});
		expect(told(await readAll({paths: [...bad, ...paths], engine}))).toEqual([
			'gone.jpg FILE_NOT_FOUND',
			'text.jpg NOT_AN_IMAGE',
			'cut.png DAMAGED_IMAGE',
			'folder.jpg NOT_A_FILE',
			'good.png engine',
			'blank.png NO_PASSPORT_FOUND',
			'odd.png INTERNAL',
		]);
		expect(readdirSync(folder).filter(name => name.endsWith('.json'))).toEqual(['good.json']);
	});

	it('say which picture it was', async () => {
		const {paths} = pictures('a.png');
		const engine = answering(() => {
			throw new AppError('TOO_SMALL', {width: 90});
		});
		expect(await readAll({paths, engine})).toMatchObject([
			{kind: 'failed', failure: {path: paths[0], code: 'TOO_SMALL', details: {path: paths[0], width: 90}}},
		]);
	});

	it.skipIf(isWindows)('may be a FIFO without stopping anything', async () => {
		const {folder, paths} = pictures('a.png');
		execFileSync('mkfifo', [join(folder, 'fifo.jpg')]);
		expect(told(await readAll({paths: [join(folder, 'fifo.jpg'), ...paths], engine: answering()}))).toEqual([
			'fifo.jpg NOT_A_FILE',
			'a.png engine',
		]);
	});

	it.skipIf(isWindows || isRoot)('may be forbidden', async () => {
		const {paths} = pictures('a.png', 'b.png');
		chmodSync(paths[0]!, 0);
		expect(told(await readAll({paths, engine: answering()}))).toEqual(['a.png NOT_READABLE', 'b.png engine']);
	});
});

describe('a result that cannot be kept', () => {
	it('is a result all the same, and it is said that it was not kept', async () => {
		const {folder, paths} = pictures('a.png', 'b.png');
		writeFileSync(join(folder, 'a.json'), '{"name": "of others"}');
		writeFileSync(join(folder, 'a.png.json'), 'of others, too');
		const {batch, events} = begin({paths, engine: answering()});
		expect(told(await batch.done)).toEqual(['a.png engine', 'b.png engine']);
		expect(events.filter(event => event.type === 'unsaved')).toMatchObject([
			{path: paths[0], error: {code: 'FOREIGN_FILE'}},
		]);
		expect(readFileSync(join(folder, 'a.png.json'), 'utf8')).toBe('of others, too');
	});

	it.skipIf(isWindows || isRoot)('because the folder is read-only, too', async () => {
		const {folder, paths} = pictures('a.png');
		chmodSync(folder, 0o500);
		const {batch, events} = begin({paths, engine: answering()});
		expect(told(await batch.done)).toEqual(['a.png engine']);
		expect(events.find(event => event.type === 'unsaved')).toMatchObject({error: {code: 'NOT_WRITABLE'}});
		chmodSync(folder, 0o700);
	});
});

describe('what was read before', () => {
	it('is not read again', async () => {
		const {paths} = pictures('a.png', 'b.jpg');
		await readAll({paths, engine: answering()});
		const engine = answering();
		expect(told(await readAll({paths, engine}))).toEqual(['a.png kept', 'b.jpg kept']);
		expect(engine.reads).toHaveLength(0);
	});

	it('comes before what has to be read', async () => {
		const {paths} = pictures('a.png', 'b.png', 'c.png');
		await readAll({paths: [paths[2]!], engine: answering()});
		const engine = fakeEngine({concurrency: 1});
		const {batch, events} = begin({paths, engine});
		await asked(engine, 1);
		expect(states(batch)).toEqual(['a.png reading', 'b.png waiting', 'c.png read']);
		expect(events[0]).toMatchObject({type: 'started', item: {path: paths[2]}});
		batch.cancel();
		await batch.done;
	});

	it('is read again when the person wants it, or the picture was replaced', async () => {
		const {folder, paths} = pictures('a.png');
		await readAll({paths, engine: answering()});
		expect(told(await readAll({paths, engine: answering(), again: true}))).toEqual(['a.png engine']);
		writeFileSync(join(folder, 'a.png'), pngBytes('another page'));
		expect(told(await readAll({paths, engine: answering()}))).toEqual(['a.png engine']);
		expect(told(await readAll({paths, engine: answering()}))).toEqual(['a.png kept']);
	});

	it('is read again by a better version, unless a person has worked on it or it was paid for', async () => {
		const {paths} = pictures('a.png', 'b.png', 'c.png');
		const [, second, third] = await readAll({paths, engine: answering()});
		if (second?.kind !== 'read' || third?.kind !== 'read') throw new Error('not read');
		await writeSidecar({...second.record, review: {state: 'accepted', edits: {}, confirmed: []}});
		await writeSidecar({...third.record, engine: 'xiangyun'});
		const better = fakeEngine({version: '2', answer: () => reading()});
		expect(told(await readAll({paths, engine: better}))).toEqual(['a.png engine', 'b.png kept', 'c.png kept']);
	});

	it('leaves the places that it found to a reading that knows none', async () => {
		const {paths} = pictures('a.png');
		await readAll({paths, engine: answering(() => placedReading())});
		const [outcome] = await readAll({paths, engine: fakeEngine({id: 'xiangyun', answer: () => reading()})});
		expect(outcome).toMatchObject({kind: 'read', from: 'engine', record: {engine: 'xiangyun'}});
		expect(outcome?.kind === 'read' && outcome.record.geometry?.lines).toHaveLength(2);
	});

	it('is found under another name, and the old sidecar goes with the old name', async () => {
		const {folder, paths} = pictures('a.png', 'b.png');
		await readAll({paths, engine: answering()});
		renameSync(join(folder, 'a.png'), join(folder, 'renamed.png'));
		const engine = answering();
		const renamed = [join(folder, 'renamed.png'), paths[1]!];
		expect(told(await readAll({paths: renamed, engine}))).toEqual(['renamed.png kept', 'b.png kept']);
		expect(engine.reads).toHaveLength(0);
		expect(readdirSync(folder).sort()).toEqual(['b.json', 'b.png', 'renamed.json', 'renamed.png']);
	});

	it('survives a swap of names', async () => {
		const {folder, paths} = pictures('a.png', 'b.png');
		await readAll({paths, engine: answering()});
		renameSync(join(folder, 'a.png'), join(folder, 'x.png'));
		renameSync(join(folder, 'b.png'), join(folder, 'a.png'));
		renameSync(join(folder, 'x.png'), join(folder, 'b.png'));
		const engine = answering();
		expect(told(await readAll({paths, engine}))).toEqual(['a.png kept', 'b.png kept']);
		expect(told(await readAll({paths, engine}))).toEqual(['a.png kept', 'b.png kept']);
		expect(engine.reads).toHaveLength(0);
	});

	it('may have been read by the original skill', async () => {
		const {folder, paths} = pictures('passport.jpg');
		writeFileSync(join(folder, 'passport.json'), JSON.stringify(originalSidecar('passport.jpg')));
		const engine = fakeEngine({id: 'xiangyun'});
		expect(told(await readAll({paths, engine}))).toEqual(['passport.jpg kept']);
		expect(engine.reads).toHaveLength(0);
	});

	it('is read once when the same picture lies there twice', async () => {
		const {folder, paths} = pictures('a.png');
		writeFileSync(join(folder, 'copy.png'), pngBytes('a.png'));
		const both = [...paths, join(folder, 'copy.png')];
		const engine = answering();
		// Which of the two is opened first is the disk's affair.
		const outcomes = told(await readAll({paths: both, engine}));
		expect(outcomes.map(text => text.split(' ')[1]).sort()).toEqual(['engine', 'kept']);
		expect(engine.reads).toHaveLength(1);
		expect(readdirSync(folder)).toContain('copy.json');
	});

	it('does not pay twice for a picture without a passport that lies there twice', async () => {
		const {folder, paths} = pictures('a.png');
		writeFileSync(join(folder, 'copy.png'), pngBytes('a.png'));
		const engine = answering(() => {
			throw new AppError('NO_PASSPORT_FOUND');
		});
		const outcomes = await readAll({paths: [...paths, join(folder, 'copy.png')], engine});
		expect(told(outcomes)).toEqual(['a.png NO_PASSPORT_FOUND', 'copy.png NO_PASSPORT_FOUND']);
		expect(engine.reads).toHaveLength(1);
	});
});

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

	it('pauses after what is being read, and goes on', async () => {
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

import {writeFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {describe, expect, it, test} from 'vitest';
import type {BatchEvent} from '../../../source/core/batch/item.ts';
import {reusedFirst} from '../../../source/core/batch/reused-first.ts';
import {AppError} from '../../../source/core/errors.ts';
import {fakeEngine} from '../../support/fake-engine.ts';
import {numbered, reading} from '../../support/records.ts';
import {answering, asked, begin, pictures, readAll, states, told} from './run-batch.ts';

const now = Date.parse('2026-11-22T06:00:00Z');

/** Each event in words: its kind, the picture, its state, and what else is said. */
const said = (events: readonly BatchEvent[]): readonly string[] =>
	events.map(event => {
		if (!('item' in event)) return event.type;
		const {path, state, share, startedAt, wait, with: page} = event.item;
		return [
			event.type,
			basename(path),
			state,
			...(page === undefined ? [] : [`with ${basename(page)}`]),
			...(startedAt === undefined ? [] : [`since ${startedAt - now}`]),
			...(share === undefined ? [] : [`${share}`]),
			...(wait ? [`waits until ${wait.until - now}, try ${wait.next} of ${wait.of}: ${wait.code}`] : []),
			...(event.type === 'note' ? [event.note.code] : []),
			...(event.type === 'added' ? [`after ${basename(event.after)}`] : []),
		].join(' ');
	});

const settled = async (batch: ReturnType<typeof begin>['batch'], phase = 'done') => {
	while (batch.phase() !== phase) await new Promise(setImmediate);
	for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
};

describe('what a batch says', () => {
	it('has the wait for a service that asked to come back later, until the next try', async () => {
		const {paths} = pictures('a.png');
		const engine = fakeEngine();
		const {batch, events} = begin({paths, engine});
		const read = await engine.next();
		read.wait({code: 'SERVICE_BUSY', milliseconds: 5000, next: 2, of: 3});
		read.wait();
		read.progress(1);
		read.succeed();
		await batch.done;
		expect(said(events)).toEqual([
			'started a.png reading since 0',
			'changed a.png reading since 0 waits until 5000, try 2 of 3: SERVICE_BUSY',
			'changed a.png reading since 0',
			'changed a.png reading since 0 1',
			'finished a.png read',
		]);
	});

	it('has what was done to a picture, and nothing of one that was left out', async () => {
		const {paths} = pictures('a.png', 'b.png');
		const plain = fakeEngine({concurrency: 2});
		const notes: (() => void)[] = [];
		const engine = {
			...plain,
			read: (...[picture, options]: Parameters<typeof plain.read>) => {
				notes.push(() => options?.onNote?.({code: 'turned', degrees: 90} as never));
				return plain.read(picture, options);
			},
		};
		const {batch, events} = begin({paths, engine});
		await asked(plain, 2);
		notes[0]!();
		batch.leaveOut(paths[1]!);
		batch.leaveOut(paths[1]!);
		notes[1]!();
		plain.reads[1]!.progress(0.5);
		plain.reads[1]!.wait();
		plain.reads[0]!.succeed();
		await batch.done;
		expect(said(events)).toEqual([
			'started a.png reading since 0',
			'started b.png reading since 0',
			'note a.png reading since 0 turned',
			'changed b.png leftOut',
			'finished a.png read',
		]);
	});

	it('has no start of a picture that did not get its turn, and those come back in their order', async () => {
		const {paths} = pictures('a.png', 'b.png', 'c.png');
		const engine = fakeEngine({concurrency: 1});
		const {batch, events} = begin({paths, engine, stops: ({code}) => code === 'QUOTA_USED_UP'});
		(await engine.next()).fail(new AppError('QUOTA_USED_UP'));
		await batch.done;
		await settled(batch, 'stopped');
		expect(said(events)).toEqual(['started a.png reading since 0', 'finished a.png failed', 'stopped a.png failed']);
		expect(states(batch)).toEqual(['a.png failed', 'b.png waiting', 'c.png waiting']);
	});

	it('has a picture that was being read as waiting again when the batch is cancelled', async () => {
		const {paths} = pictures('a.png', 'b.png');
		const engine = fakeEngine({concurrency: 2});
		const {batch, events} = begin({paths, engine});
		await asked(engine, 2);
		batch.cancel();
		batch.cancel();
		await batch.done;
		expect(said(events).slice(2).sort()).toEqual(['changed a.png waiting', 'changed b.png waiting']);
		batch.again(paths[0]!);
		batch.add(paths);
		batch.resume();
		batch.pause();
		expect([batch.phase(), ...states(batch)]).toEqual(['cancelled', 'a.png waiting', 'b.png waiting']);
	});

	it('has a further passport of a page behind it, and brings it back with its result when it was left out', async () => {
		const {paths} = pictures('a.png', 'b.png');
		const engine = answering(({path}) =>
			path.endsWith('a.png') ? [reading(numbered(1)), reading(numbered(2)), reading(numbered(3))] : reading(),
		);
		const {batch, events} = begin({paths, engine});
		await batch.done;
		const second = batch.items()[1]!.path;
		batch.leaveOut(second);
		batch.leaveOut(second);
		const count = events.length;
		batch.again(second);
		expect(said(events.slice(count))).toEqual([`finished ${basename(second)} read with a.png`]);
		expect(engine.reads).toHaveLength(2);
		expect(batch.items().map(({with: page}) => page && basename(page))).toEqual([
			undefined,
			'a.png',
			'a.png',
			undefined,
		]);
	});

	it('has a picture that is asked for again as waiting, and takes no order for one it does not know', async () => {
		const {paths} = pictures('a.png');
		const engine = fakeEngine();
		const {batch, events} = begin({paths, engine});
		const first = await engine.next();
		batch.again(paths[0]!);
		batch.again('/not/there.png');
		batch.leaveOut('/not/there.png');
		expect(said(events)).toEqual(['started a.png reading since 0']);
		first.succeed();
		await batch.done;
		batch.again(paths[0]!);
		(await engine.next()).succeed();
		await settled(batch);
		expect(said(events).slice(1)).toEqual([
			'finished a.png read',
			'changed a.png waiting',
			'started a.png reading since 0',
			'finished a.png read',
		]);
		expect(engine.reads).toHaveLength(2);
	});

	it('reads a picture that was left out before it began only when it is asked for', async () => {
		const {paths} = pictures('a.png', 'b.png');
		const engine = answering();
		const {batch} = begin({paths, engine});
		batch.leaveOut(paths[0]!);
		expect(told(await batch.done)).toEqual(['b.png engine']);
		batch.again(paths[0]!);
		await settled(batch);
		expect(states(batch)).toEqual(['a.png read', 'b.png read']);
	});

	it('takes what is added behind what waits, and what is asked for again before it', async () => {
		const {paths} = pictures('a.png', 'b.png', 'c.png', 'd.png');
		const engine = fakeEngine({concurrency: 1});
		const {batch} = begin({paths: paths.slice(0, 2), engine});
		const first = await engine.next();
		batch.pause();
		batch.add(paths.slice(2));
		batch.again(paths[3]!);
		batch.resume();
		first.succeed();
		for (let count = 1; count < 4; count++) (await engine.next()).succeed();
		await batch.done;
		expect(engine.reads.map(({picture}) => basename(picture.path)).join(' ')).toBe('a.png d.png b.png c.png');
	});

	it('continues where a result of this computer cannot be kept', async () => {
		const {paths, folder} = pictures('a.png', 'b.png', 'c.png');
		for (const name of ['a.json', 'a.png.json']) writeFileSync(join(folder, name), 'of others');
		const {batch, events} = begin({paths, engine: answering()});
		expect(told(await batch.done)).toEqual(['a.png engine', 'b.png engine', 'c.png engine']);
		expect(events.filter(({type}) => type === 'unsaved')).toHaveLength(1);
		expect(events.some(({type}) => type === 'stopped')).toBe(false);
	});

	it.each([
		[0, 1],
		[Number.NaN, 1],
		[-3, 1],
		[2.9, 2],
		[64, 64],
		[1000, 64],
	])('reads %d at a time as %d', (count, most) => {
		const {batch} = begin({paths: [], engine: answering(), concurrency: count});
		expect(batch.concurrency()).toBe(most);
	});
});

test.each([
	['is given for a blurred picture', 'picture-blurred', [], true],
	['is given for a blurred picture, also where something is to be checked', 'picture-blurred', [[0, 8]], true],
	['is given for a grey picture where something is to be checked', 'picture-grey', [[0, 8]], true],
	['is not given for a grey picture of a proven passport', 'picture-grey', [], false],
	['is not given for a picture of a screen of a proven passport', 'picture-dots', [], false],
	['is not given for several passports on a page', 'several-passports', [], false],
] as const)('advice for the next picture %s', async (_, code, weak, isAdvised) => {
	const {paths} = pictures('a.png');
	const issues = [{code, blocks: false}] as const;
	const {batch, events} = begin({paths, engine: answering(() => ({...reading(numbered(0), weak), issues}))});
	await batch.done;
	const notes = events.flatMap(event => (event.type === 'note' ? [event.note] : []));
	expect(notes).toMatchObject(isAdvised ? [{code: 'advice', reason: {code}}] : []);
});

it('what was read before comes first, also where a folder cannot be looked into', async () => {
	const {paths, folder} = pictures('a.png', 'b.png', 'c.png');
	await readAll({paths: [paths[1]!], engine: answering()});
	const missing = join(folder, 'none', 'd.png');
	expect(await reusedFirst([missing, ...paths])).toEqual([paths[1], missing, paths[0], paths[2]]);
});

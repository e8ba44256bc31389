// A service that is gone: what cannot be sent is not tried ninety times.
import {describe, expect, it} from 'vitest';
import {AppError, stopsBatch} from '../../../source/core/errors.ts';
import {fakeEngine} from '../../support/fake-engine.ts';
import {begin, pictures, states} from './run-batch.ts';

const unreached = () => new AppError('NETWORK', {host: 'example.com', reason: 'ECONNREFUSED'});
const broken = () => new AppError('NETWORK', {host: 'example.com', reason: 'ECONNRESET', sent: 'perhaps'});

const open = (concurrency: number, ...names: string[]) => {
	const engine = fakeEngine({id: 'xiangyun', concurrency});
	const {paths} = pictures(...names);
	return {engine, paths, ...begin({paths, engine, stops: stopsBatch})};
};

describe('a service that fails at every picture', () => {
	const busy = () => new AppError('SERVICE_BUSY', {http: 503});
	const timeout = () => new AppError('TIMEOUT', {host: 'example.com', sent: 'perhaps'});
	const html = () => new AppError('BAD_RESPONSE', {http: 502, sent: 'perhaps'});

	it('stops the batch at the third failure in a row that may have been charged', async () => {
		const {engine, batch, events} = open(1, 'a.png', 'b.png', 'c.png', 'd.png', 'e.png');
		(await engine.next()).succeed();
		(await engine.next()).fail(broken());
		(await engine.next()).fail(timeout());
		(await engine.next()).fail(html());
		await batch.done;
		expect(states(batch)).toEqual(['a.png read', 'b.png failed', 'c.png failed', 'd.png failed', 'e.png waiting']);
		expect(events.filter(({type}) => type === 'stopped')).toMatchObject([
			{error: {code: 'SERVICE_BROKEN', details: {row: 3, charged: 3, last: 'BAD_RESPONSE', http: 502}}},
		]);
	});

	it('says how many of them may have been charged', async () => {
		for (const [failures, charged] of [
			[[busy, busy, busy], 0],
			[[busy, timeout, busy], 1],
		] as const) {
			const {engine, batch, events} = open(1, 'a.png', 'b.png', 'c.png', 'd.png');
			for (const failure of failures) (await engine.next()).fail(failure());
			await batch.done;
			expect(events.filter(({type}) => type === 'stopped')).toMatchObject([{error: {details: {row: 3, charged}}}]);
		}
	});

	it('sends nothing again that may have been charged when it resumes', async () => {
		const {engine, batch} = open(1, 'a.png', 'b.png', 'c.png', 'd.png');
		(await engine.next()).fail(busy());
		(await engine.next()).fail(timeout());
		(await engine.next()).fail(html());
		await batch.done;
		batch.resume();
		// The one that was turned away, and the one that waits.
		for (let count = 0; count < 2; count++) (await engine.next()).succeed();
		while (batch.phase() !== 'done') await new Promise(setImmediate);
		expect(states(batch)).toEqual(['a.png read', 'b.png failed', 'c.png failed', 'd.png read']);
		expect(engine.reads).toHaveLength(5);
	});

	it('tries again what was not sent while the batch stopped, but nothing that may have been charged', async () => {
		const {engine, batch} = open(3, 'a.png', 'b.png', 'c.png', 'd.png');
		const [first, second, third] = [await engine.next(), await engine.next(), await engine.next()];
		first.fail(new AppError('CREDENTIALS_REFUSED'));
		while (batch.phase() !== 'stopped') await new Promise(setImmediate);
		second.fail(unreached());
		third.fail(timeout());
		await batch.done;
		expect(states(batch)).toEqual(['a.png failed', 'b.png failed', 'c.png failed', 'd.png waiting']);
		batch.resume();
		for (let count = 0; count < 3; count++) (await engine.next()).succeed();
		while (batch.phase() !== 'done') await new Promise(setImmediate);
		expect(states(batch)).toEqual(['a.png read', 'b.png read', 'c.png failed', 'd.png read']);
	});

	it('continues while one is answered in between, also that no passport is there', async () => {
		const {engine, batch} = open(1, 'a.png', 'b.png', 'c.png', 'd.png', 'e.png');
		(await engine.next()).fail(timeout());
		(await engine.next()).fail(timeout());
		(await engine.next()).fail(new AppError('NO_PASSPORT_FOUND'));
		(await engine.next()).fail(timeout());
		(await engine.next()).fail(timeout());
		await batch.done;
		expect(batch.phase()).toBe('done');
	});

	it('stops after three pictures without a passport no more than after one', async () => {
		const {engine, batch} = open(1, 'a.png', 'b.png', 'c.png', 'd.png');
		for (let count = 0; count < 4; count++) (await engine.next()).fail(new AppError('NO_PASSPORT_FOUND'));
		await batch.done;
		expect(batch.phase()).toBe('done');
	});

	it('asks no more of it than three and what was under way', async () => {
		const names = Array.from({length: 40}, (_, index) => `${index}.png`);
		const {engine, batch} = open(4, ...names);
		for (let count = 0; count < 6; count++) (await engine.next()).fail(timeout());
		await batch.done;
		expect(batch.phase()).toBe('stopped');
		expect(engine.reads).toHaveLength(6);
	});
});

describe('a service that is not reached', () => {
	it('stops the batch when the next call does not reach it either; what waits keeps waiting', async () => {
		const {engine, batch, events} = open(1, 'a.png', 'b.png', 'c.png', 'd.png');
		(await engine.next()).succeed();
		(await engine.next()).fail(unreached());
		(await engine.next()).fail(unreached());
		await batch.done;
		expect(batch.phase()).toBe('stopped');
		expect(states(batch)).toEqual(['a.png read', 'b.png failed', 'c.png failed', 'd.png waiting']);
		expect(events.filter(({type}) => type === 'stopped')).toMatchObject([{error: {code: 'NETWORK'}}]);
		expect(engine.reads).toHaveLength(3);
	});

	it('reads what failed with it again when it resumes, and has as many tries as before', async () => {
		const {engine, batch} = open(1, 'a.png', 'b.png', 'c.png');
		(await engine.next()).fail(unreached());
		(await engine.next()).fail(unreached());
		await batch.done;
		batch.resume();
		(await engine.next()).fail(unreached());
		const second = await engine.next();
		expect(batch.phase()).toBe('running');
		second.fail(unreached());
		while (batch.phase() !== 'stopped') await new Promise(setImmediate);
		batch.resume();
		for (let count = 0; count < 3; count++) (await engine.next()).succeed();
		while (batch.phase() !== 'done') await new Promise(setImmediate);
		expect(states(batch)).toEqual(['a.png read', 'b.png read', 'c.png read']);
	});

	it('stops nothing for a hiccup, however many calls were under way in it', async () => {
		const {engine, batch} = open(3, 'a.png', 'b.png', 'c.png', 'd.png', 'e.png', 'f.png');
		for (const one of [await engine.next(), await engine.next(), await engine.next()]) one.fail(unreached());
		for (let count = 0; count < 3; count++) (await engine.next()).succeed();
		await batch.done;
		expect(batch.phase()).toBe('done');
		expect(states(batch).filter(state => state.endsWith('failed'))).toHaveLength(3);
	});

	it('stops nothing for one picture, however often it is tried', async () => {
		const {engine, batch, paths} = open(1, 'a.png', 'b.png');
		(await engine.next()).fail(unreached());
		const second = await engine.next();
		batch.again(paths[0]!);
		second.succeed();
		(await engine.next()).fail(unreached());
		await batch.done;
		batch.again(paths[0]!);
		(await engine.next()).fail(unreached());
		while (batch.phase() === 'running') await new Promise(setImmediate);
		expect(batch.phase()).toBe('done');
		expect(states(batch)).toEqual(['a.png failed', 'b.png read']);
	});

	it('is heard of by any answer, also by one that no passport was found', async () => {
		const {engine, batch} = open(1, 'a.png', 'b.png', 'c.png', 'd.png');
		(await engine.next()).fail(unreached());
		(await engine.next()).fail(new AppError('NO_PASSPORT_FOUND'));
		(await engine.next()).fail(unreached());
		(await engine.next()).succeed();
		await batch.done;
		expect(batch.phase()).toBe('done');
	});

	it('is not gone by what may have been received', async () => {
		const {engine, batch} = open(1, 'a.png', 'b.png');
		for (let count = 0; count < 2; count++) (await engine.next()).fail(broken());
		await batch.done;
		expect(batch.phase()).toBe('done');
	});

	it('brings nothing back that was left out or read since', async () => {
		const {engine, batch, paths} = open(1, 'a.png', 'b.png', 'c.png', 'd.png');
		(await engine.next()).fail(unreached());
		(await engine.next()).fail(unreached());
		await batch.done;
		batch.leaveOut(paths[0]!);
		batch.resume();
		for (let count = 0; count < 3; count++) (await engine.next()).succeed();
		while (batch.phase() !== 'done') await new Promise(setImmediate);
		expect(states(batch)).toEqual(['a.png leftOut', 'b.png read', 'c.png read', 'd.png read']);
		expect(engine.reads).toHaveLength(5);
	});
});

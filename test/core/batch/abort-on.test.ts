import {getEventListeners} from 'node:events';
import {expect, test} from 'vitest';
import {abortOn} from '../../../source/core/batch/abort-on.ts';
import {AppError} from '../../../source/core/errors.ts';
import {fakeEngine} from '../../support/fake-engine.ts';
import {reading} from '../../support/records.ts';
import {begin, pictures, states} from './run-batch.ts';

/** A batch of a service that charges, of which one picture has been sent. */
async function sent() {
	const {paths} = pictures('a.png', 'b.png', 'c.png');
	const engine = fakeEngine({id: 'xiangyun', concurrency: 1});
	const {batch} = begin({paths, engine});
	return {batch, engine, read: await engine.next()};
}

test('who stops a batch gets the answer that may have been charged, is asked to wait for it, and nothing more is sent', async () => {
	const {batch, engine, read} = await sent();
	const stop = new AbortController();
	const owed: number[] = [];
	abortOn(stop.signal, batch, count => owed.push(count));
	expect([owed, batch.phase()]).toEqual([[], 'running']);
	stop.abort();
	expect(owed).toEqual([1]);
	read.succeed();
	await batch.done;
	expect(states(batch)).toEqual(['a.png read', 'b.png waiting', 'c.png waiting']);
	expect(engine.reads).toHaveLength(1);
});

test('a batch that was stopped before it could begin ends as well', async () => {
	const {batch, engine, read} = await sent();
	const owed: number[] = [];
	abortOn(AbortSignal.abort(), batch, count => owed.push(count));
	expect(owed).toEqual([1]);
	read.fail(new AppError('TIMEOUT'));
	await batch.done;
	expect(engine.reads).toHaveLength(1);
});

test('no user is asked to wait for what costs nothing', async () => {
	const {paths} = pictures('a.png', 'b.png');
	const engine = fakeEngine({concurrency: 1});
	const {batch} = begin({paths, engine});
	await engine.next();
	const stop = new AbortController();
	let told = 0;
	abortOn(stop.signal, batch, () => told++);
	stop.abort();
	await batch.done;
	expect([told, batch.phase()]).toEqual([0, 'cancelled']);
});

test('one signal outlives many batches and keeps none of them', async () => {
	const stop = new AbortController();
	for (const name of ['a.png', 'b.png', 'c.png']) {
		const {batch} = begin({paths: pictures(name).paths, engine: fakeEngine({answer: () => reading()})});
		abortOn(stop.signal, batch, () => {});
		expect(getEventListeners(stop.signal, 'abort')).toHaveLength(1);
		await batch.done;
		expect(getEventListeners(stop.signal, 'abort')).toHaveLength(0);
	}
});

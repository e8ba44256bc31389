import {describe, expect, it} from 'vitest';
import {fakeEngine} from '../../support/fake-engine.ts';
import {asked, begin, pictures, states} from './run-batch.ts';

const names = ['a.png', 'b.png', 'c.png', 'd.png', 'e.png'];
const busy = {code: 'SERVICE_BUSY', milliseconds: 4000, next: 2, of: 3} as const;

describe('a batch that a person ends', () => {
	it('asks for nothing more, and keeps what was owed when it comes', async () => {
		const engine = fakeEngine({id: 'xiangyun', concurrency: 2});
		const {batch} = begin({paths: pictures(...names).paths, engine});
		const [first, second] = [await engine.next(), await engine.next()];
		expect(batch.owed()).toBe(2);
		const ended = batch.end();
		first.succeed();
		second.succeed();
		await ended;
		expect(states(batch)).toEqual(['a.png read', 'b.png read', 'c.png waiting', 'd.png waiting', 'e.png waiting']);
		expect(engine.reads).toHaveLength(2);
		expect(batch.phase()).toBe('cancelled');
		expect(batch.owed()).toBe(0);
	});

	it('makes no further try of a picture that waits for one, also while others are owed', async () => {
		const engine = fakeEngine({id: 'xiangyun', concurrency: 3});
		const {batch} = begin({paths: pictures(...names).paths, engine});
		const [first, second, third] = [await engine.next(), await engine.next(), await engine.next()];
		first.wait(busy);
		expect(batch.owed()).toBe(2);
		const ended = batch.end();
		expect(first.signal?.aborted).toBe(true);
		second.wait(busy);
		expect(second.signal?.aborted).toBe(true);
		expect(third.signal?.aborted).toBe(false);
		third.succeed();
		await ended;
		expect(states(batch).slice(0, 3)).toEqual(['a.png waiting', 'b.png waiting', 'c.png read']);
	});

	it('takes no orders any more', async () => {
		const {paths} = pictures(...names);
		const engine = fakeEngine({id: 'xiangyun', concurrency: 1});
		const {batch} = begin({paths, engine});
		const first = await engine.next();
		const ended = batch.end();
		batch.resume();
		batch.again(paths[3]!);
		batch.setConcurrency(5);
		first.succeed();
		await ended;
		expect(engine.reads).toHaveLength(1);
	});

	it('is done, not cancelled, when the last answers were all that was owed', async () => {
		const engine = fakeEngine({id: 'xiangyun', concurrency: 2});
		const {batch} = begin({paths: pictures('a.png', 'b.png').paths, engine});
		const [first, second] = [await engine.next(), await engine.next()];
		const ended = batch.end();
		first.succeed();
		second.succeed();
		await ended;
		expect(batch.phase()).toBe('done');
		await batch.end();
	});

	it('waits for the answer of a picture that was asked for again after all were read', async () => {
		const {paths} = pictures('a.png');
		const engine = fakeEngine({id: 'xiangyun', concurrency: 1});
		const {batch} = begin({paths, engine});
		(await engine.next()).succeed();
		await batch.done;
		batch.again(paths[0]!);
		const second = await engine.next();
		let isEnded = false;
		const ended = batch.end().then(() => {
			isEnded = true;
		});
		await new Promise(setImmediate);
		expect(isEnded).toBe(false);
		second.succeed();
		await ended;
		expect(states(batch)).toEqual(['a.png read']);
	});

	it('ends at once where this computer reads', async () => {
		const engine = fakeEngine({concurrency: 1});
		const {batch} = begin({paths: pictures('a.png', 'b.png').paths, engine});
		await asked(engine, 1);
		expect(batch.owed()).toBe(0);
		await batch.end();
		expect(states(batch)).toEqual(['a.png waiting', 'b.png waiting']);
		expect(engine.reads[0]?.signal?.aborted).toBe(true);
	});
});

import {once} from 'node:events';
import {Worker} from 'node:worker_threads';
import {expect, onTestFinished, test} from 'vitest';
import {keepMemorySmall} from '../../source/core/small-memory.ts';

/** Makes what lives a while, as records do, and says how large the place of what is new has become, in megabytes. */
const program = `
	const {parentPort} = require('node:worker_threads');
	const {getHeapSpaceStatistics} = require('node:v8');
	parentPort.once('message', () => {
		let lasting = [];
		for (let count = 0; count < 1_000_000; count++) {
			lasting.push({count, text: String(count)});
			if (lasting.length > 100_000) lasting = lasting.slice(50_000);
		}
		const young = getHeapSpaceStatistics().find(one => one.space_name === 'new_space');
		parentPort.postMessage(young.space_size / 2 ** 20);
		parentPort.close();
	});
	parentPort.postMessage('ready');
`;

/** Of a thread that works after this was done. */
const youngAfter = async (before: () => void): Promise<number> => {
	const thread = new Worker(program, {eval: true});
	await once(thread, 'message');
	before();
	thread.postMessage('work');
	const [megabytes] = await once(thread, 'message');
	return megabytes;
};

test('after the first ones V8 makes no more place for what is new, until the last one is done', async () => {
	const memory = keepMemorySmall();
	onTestFinished(memory.end);
	const nine = () => {
		for (let count = 0; count < 9; count++) memory.done();
	};
	expect(await youngAfter(nine)).toBeGreaterThan(8);
	expect(await youngAfter(memory.done)).toBeLessThanOrEqual(4);
	// A thread that is started sets back what V8 does.
	expect(await youngAfter(memory.done)).toBeLessThanOrEqual(4);
	expect(await youngAfter(memory.end)).toBeGreaterThan(8);
});

test('what is needed no more is freed after every hundred', async () => {
	const lost = (() => new WeakRef(new Uint8Array(100_000)))();
	// An object that a reference was just made of lives until the turn ends.
	await new Promise(resolve => setImmediate(resolve));
	const memory = keepMemorySmall();
	onTestFinished(memory.end);
	for (let count = 0; count < 99; count++) memory.done();
	expect(lost.deref()).toBeDefined();
	await new Promise(resolve => setImmediate(resolve));
	memory.done();
	expect(lost.deref()).toBeUndefined();
});

import {once} from 'node:events';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import type {Worker} from 'node:worker_threads';
import {afterEach, beforeEach, expect, it} from 'vitest';
import {GeneralThread} from '../../../../../source/core/engines/offline/runtime/general-thread.ts';
import type {Question} from '../../../../../source/core/engines/offline/runtime/protocol.ts';

/** Gives back what it gets, and how many questions it had; dies of a zero. */
const script = `
import {parentPort} from 'node:worker_threads';
let count = 0;
parentPort.on('message', ({question, data}) => {
	if (data[0] === 0) process.exit(3);
	parentPort.postMessage({question, data, dims: [++count]});
});
`;

const asked = (question: number, value: number): Question => ({
	question,
	data: Float32Array.of(value),
	dims: [1],
});

let folder: string;
let thread: GeneralThread;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'general-thread-'));
	const path = join(folder, 'thread.mjs');
	await writeFile(path, script);
	thread = new GeneralThread({path});
});
afterEach(async () => {
	await thread.close();
	await rm(folder, {recursive: true});
});

it('two reading threads that number their questions alike each get their own answer', async () => {
	const runs = await Promise.all([thread.run(asked(1, 10)), thread.run(asked(1, 20))]);
	expect(runs).toEqual([
		{question: 1, data: Float32Array.of(10), dims: [1]},
		{question: 1, data: Float32Array.of(20), dims: [2]},
	]);
});

it('a thread that dies fails every question that waits, and the next question starts another', async () => {
	const lost = await Promise.all([thread.run(asked(1, 0)), thread.run(asked(2, 20))]);
	expect(lost).toEqual([
		{question: 1, failure: expect.stringContaining('code 3')},
		{question: 2, failure: expect.stringContaining('code 3')},
	]);
	expect(await thread.run(asked(3, 30))).toEqual({question: 3, data: Float32Array.of(30), dims: [1]});
});

it('a thread that is woken runs before it is asked, and answers the first question', async () => {
	const started: unknown[] = [];
	const note = (one: unknown) => started.push(one);
	process.on('worker', note);
	thread.wake();
	const [woken] = (await once(process, 'worker')) as [Worker];
	await once(woken, 'online');
	thread.wake();
	expect(await thread.run(asked(1, 10))).toEqual({question: 1, data: Float32Array.of(10), dims: [1]});
	process.off('worker', note);
	expect(started).toEqual([woken]);
});

it('what is asked while it closes, and after, fails', async () => {
	const waiting = thread.run(asked(1, 10));
	await thread.close();
	expect(await waiting).toEqual({question: 1, failure: 'closed'});
	expect(await thread.run(asked(2, 20))).toEqual({question: 2, failure: 'closed'});
});

it('a thread that has had no question for a while ends, and the next question starts another', async () => {
	const lazy = new GeneralThread({path: join(folder, 'thread.mjs'), idle: 1});
	const countsOf = async () => Promise.all([1, 2].map(async one => lazy.run(asked(one, one))));
	try {
		expect(await countsOf()).toMatchObject([{dims: [1]}, {dims: [2]}]);
		await sleep(50);
		expect(await countsOf()).toMatchObject([{dims: [1]}, {dims: [2]}]);
	} finally {
		await lazy.close();
	}
});

import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, it} from 'vitest';
import {GeneralThread} from '../../../../../source/core/engines/offline/runtime/general-thread.ts';
import type {Question} from '../../../../../source/core/engines/offline/runtime/protocol.ts';

/** Gives back what it gets, but dies of the detector. */
const script = `
import {parentPort} from 'node:worker_threads';
parentPort.on('message', ({question, network, data, dims}) => {
	if (network === 'detector') process.exit(3);
	parentPort.postMessage({question, data, dims});
});
`;

const asked = (question: number, value: number, network: Question['network'] = 'recogniser'): Question => ({
	question,
	network,
	data: Float32Array.of(value),
	dims: [1],
});

let folder: string;
let thread: GeneralThread;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'general-thread-'));
	const path = join(folder, 'thread.mjs');
	await writeFile(path, script);
	thread = new GeneralThread(path);
});
afterEach(async () => {
	await thread.close();
	await rm(folder, {recursive: true});
});

it('two reading threads that number their questions alike each get their own answer', async () => {
	const runs = await Promise.all([thread.run(asked(1, 10)), thread.run(asked(1, 20))]);
	expect(runs).toEqual([
		{question: 1, data: Float32Array.of(10), dims: [1]},
		{question: 1, data: Float32Array.of(20), dims: [1]},
	]);
});

it('a thread that dies fails every question that waits, and the next question starts another', async () => {
	const lost = await Promise.all([thread.run(asked(1, 10, 'detector')), thread.run(asked(2, 20))]);
	expect(lost).toEqual([
		{question: 1, failure: expect.stringContaining('code 3')},
		{question: 2, failure: expect.stringContaining('code 3')},
	]);
	expect(await thread.run(asked(3, 30))).toEqual({question: 3, data: Float32Array.of(30), dims: [1]});
});

it('what is asked while it closes, and after, fails', async () => {
	const waiting = thread.run(asked(1, 10));
	await thread.close();
	expect(await waiting).toEqual({question: 1, failure: 'closed'});
	expect(await thread.run(asked(2, 20))).toEqual({question: 2, failure: 'closed'});
});

import {once} from 'node:events';
import {join} from 'node:path';
import type {Worker} from 'node:worker_threads';
import {afterEach, describe, expect, it} from 'vitest';
import {Pool} from '../../../source/core/engines/offline/runtime/pool.ts';
import {startEarly} from '../../../source/core/engines/start-early.ts';
import {packagePath} from '../../../source/core/package-root.ts';
import {openPicture} from '../../../source/core/pictures/open.ts';

const door = packagePath('dist', 'worker.js');

const started: Worker[] = [];
const note = (thread: Worker) => started.push(thread);
process.on('worker', note);
afterEach(async () => {
	await Promise.all(started.splice(0).map(thread => thread.terminate()));
});

describe('a thread that starts before the program is loaded', () => {
	it('reads the first page, and none is started besides', async () => {
		const takeThread = startEarly(['recognize', '--file', 'a.jpg', '--no-printed'], door);
		const pool = new Pool(1, {mrzAlone: true, takeThread});
		const picture = await openPicture(join(packagePath('source', 'specimens'), 'IMG_2041.jpg'));
		const [first] = await pool.read(picture);
		expect(first.shape).toBe('TD3');
		expect(started).toHaveLength(1);
		await pool.close();
	});

	it('is given once', async () => {
		const takeThread = startEarly(['recognize', 'a.jpg', '--engine', 'auto'], door);
		await once(process, 'worker');
		expect(takeThread?.()).toBeDefined();
		expect(takeThread?.()).toBeUndefined();
	});

	it('is not given when it could not start, and the program lives on', async () => {
		const takeThread = startEarly(['recognize', 'a.jpg'], join(packagePath('dist'), 'missing.js'));
		const [thread] = (await once(process, 'worker')) as [Worker];
		await once(thread, 'error');
		expect(takeThread?.()).toBeUndefined();
	});

	it.each([
		['no command', []],
		['another command', ['export', 'a.jpg']],
		['nothing to read', ['recognize']],
		['a request for help', ['recognize', 'a.jpg', '--help']],
		['an engine that sends pictures away', ['recognize', 'a.jpg', '--engine', 'xiangyun']],
		['the same in one word', ['recognize', '--engine=xiangyun', 'a.jpg']],
		['it as the last of two', ['recognize', 'a.jpg', '--engine', 'auto', '--engine', 'xiangyun']],
	])('is not started for %s', (_, words) => {
		expect(startEarly(words, door)).toBeUndefined();
	});
});

import {once} from 'node:events';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Worker} from 'node:worker_threads';
import {afterEach, describe, expect, it} from 'vitest';
import {Pool} from '../../../source/core/engines/offline/runtime/pool.ts';
import {startEarly} from '../../../source/core/engines/start-early.ts';
import {packagePath} from '../../../source/core/package-root.ts';
import {openPicture} from '../../../source/core/pictures/open.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

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

	describe('where results are kept', () => {
		/** The words of a command in a folder of pictures, of which two have results. */
		const inFolder = (...words: readonly string[]): readonly string[] => {
			const folder = temporaryFolder();
			mkdirSync(join(folder, 'group.v2'));
			for (const name of ['a.jpg', 'a.json', 'b.jpg', 'group.v2/c.jpg', 'group.v2/c.json']) {
				writeFileSync(join(folder, name), '');
			}
			return ['recognize', ...words.map(word => (word.startsWith('--') ? word : join(folder, word)))];
		};

		it.each([
			['of a picture', ['--file', 'a.jpg']],
			['of one of two pictures', ['b.jpg', 'a.jpg']],
			['in a folder', ['--dir', 'group.v2']],
		])('%s, is not started', (_, words) => {
			expect(startEarly(inFolder(...words), door)).toBeUndefined();
		});

		it.each([
			['a picture has none', ['b.jpg']],
			['they are read again', ['--again', 'a.jpg']],
		])('is started when %s', async (_, words) => {
			const takeThread = startEarly(inFolder(...words), door);
			await once(process, 'worker');
			expect(takeThread?.()).toBeDefined();
		});
	});
});

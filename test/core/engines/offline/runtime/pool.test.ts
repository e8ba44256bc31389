import {once} from 'node:events';
import {readdirSync} from 'node:fs';
import {getPriority} from 'node:os';
import {join} from 'node:path';
import type {Worker} from 'node:worker_threads';
import {afterEach, describe, expect, it} from 'vitest';
import {Pool} from '../../../../../source/core/engines/offline/runtime/pool.ts';
import {packagePath} from '../../../../../source/core/package-root.ts';
import {openPicture, pictureOf} from '../../../../../source/core/pictures/open.ts';
import {heicBytes} from '../../../../support/heif-file.ts';

const page = async () => openPicture(join(packagePath('source', 'specimens'), 'IMG_2041.jpg'));

/** The next reading thread, once it runs. */
async function nextThread(): Promise<Worker> {
	const [thread] = (await once(process, 'worker')) as [Worker];
	await once(thread, 'online');
	return thread;
}

const chinese = async () => openPicture(join(packagePath('source', 'specimens'), '张三-护照.jpg'));

let pool: Pool;
afterEach(async () => pool.close());

/** How much lower each thread of this process is than its first. */
const levelsLower = () => readdirSync('/proc/self/task').map(thread => getPriority(Number(thread)) - getPriority());

describe('a thread of the built program', () => {
	it.each([
		['as it is', undefined, 0],
		// The one that reads, and the one that runs the general networks.
		['and gives way to the thread that answers keys', {givesWay: true}, 2],
	])('reads a name in Chinese characters with the general reader, %s', async (_, options, least) => {
		pool = new Pool(1, options);
		const [reading] = await pool.read(await chinese());
		expect(reading.printed).toContainEqual(expect.objectContaining({text: '张三'}));
		if (process.platform !== 'linux') return;
		const lower = levelsLower().filter(levels => levels > 0);
		if (least === 0) expect(lower).toEqual([]);
		else expect(lower.length).toBeGreaterThanOrEqual(least);
	});
});

/** What becomes of threads is the same whatever they read. */
const mrz = {mrzAlone: true};

describe('when a reading thread dies in the middle of a page', () => {
	it('that page fails and says why, and a fresh thread reads the next', async () => {
		pool = new Pool(1, mrz);
		const picture = await page();
		const first = nextThread();
		const lost = pool.read(picture);
		const next = pool.read(picture);
		const failed = expect(lost).rejects.toMatchObject({
			code: 'INTERNAL',
			details: {path: picture.path, reason: expect.stringContaining('thread')},
		});
		const thread = await first;
		// What pictures took is freed soon.
		expect(thread.resourceLimits?.maxYoungGenerationSizeMb).toBeLessThan(10);
		const second = nextThread();
		await thread.terminate();
		await failed;
		expect(await second).not.toBe(thread);
		expect((await next)[0].shape).toBe('TD3');
		expect((await pool.read(picture))[0].shape).toBe('TD3');
	});

	it('the page in another thread is still read', async () => {
		pool = new Pool(2, mrz);
		const picture = await page();
		const dying = nextThread();
		const lost = expect(pool.read(picture)).rejects.toMatchObject({code: 'INTERNAL'});
		const other = pool.read(picture);
		await (await dying).terminate();
		await lost;
		expect((await other)[0].shape).toBe('TD3');
	});
});

it('a page whose decoder does not end is given up and named, and a fresh thread reads the next', async () => {
	pool = new Pool(1, mrz, 1);
	const heic = await pictureOf('slow.heic', heicBytes('8-bit'));
	const slow = expect(pool.read(heic)).rejects.toMatchObject({
		code: 'DAMAGED_IMAGE',
		details: {path: heic.path, reason: 'timeout'},
	});
	const next = pool.read(await page());
	await slow;
	expect((await next)[0].shape).toBe('TD3');
});

it('a page that no caller waits for any more is given up, and the others are read', async () => {
	pool = new Pool(1, mrz);
	const picture = await page();
	const controller = new AbortController();
	const dropped = expect(pool.read(picture, controller.signal)).rejects.toMatchObject({code: 'CANCELLED'});
	const next = pool.read(picture);
	controller.abort();
	await dropped;
	expect((await next)[0].shape).toBe('TD3');
});

it('closing lets go of every page, and takes no more', async () => {
	pool = new Pool(1, mrz);
	const picture = await page();
	const open = [pool.read(picture), pool.read(picture)].map(reading =>
		expect(reading).rejects.toMatchObject({code: 'CANCELLED', details: {path: picture.path}}),
	);
	await pool.close();
	await Promise.all(open);
	await expect(pool.read(picture)).rejects.toMatchObject({code: 'CANCELLED'});
});

// Ctrl-C while the cloud reads: what is under way may have been paid for.
import {readdir} from 'node:fs/promises';
import {expect, test} from 'vitest';
import {pictures, run, start} from '../support/cloud.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {reading} from '../support/records.ts';

const kept = async (folder: string) => (await readdir(folder)).filter(name => name.endsWith('.json'));

test('the first Ctrl-C waits for the answers that are owed, keeps them, and sends nothing more', async () => {
	await start();
	const folder = await pictures(6);
	const engine = fakeEngine({id: 'xiangyun', concurrency: 2});
	const controller = new AbortController();
	const ended = run(['--dir', folder, '--engine', 'xiangyun'], {
		signal: controller.signal,
		createEngine: async () => engine,
	});
	const [first, second] = [await engine.next(), await engine.next()];
	controller.abort();
	first.succeed(reading());
	second.succeed(reading());
	const {list, said} = await ended;
	expect(said).toContain('Waiting for 2 answers that may have been charged; nothing more is sent.');
	expect(list.filter(({success}) => success)).toHaveLength(2);
	expect(await kept(folder)).toHaveLength(2);
	expect(engine.reads).toHaveLength(2);
});

test('it waits for nobody whom the service has asked to come back later', async () => {
	await start();
	const folder = await pictures(2);
	const engine = fakeEngine({id: 'xiangyun', concurrency: 1});
	const controller = new AbortController();
	const ended = run(['--dir', folder, '--engine', 'xiangyun'], {
		signal: controller.signal,
		createEngine: async () => engine,
	});
	const first = await engine.next();
	first.wait({code: 'SERVICE_BUSY', milliseconds: 4000, next: 2, of: 3});
	controller.abort();
	const {list} = await ended;
	expect(list.filter(({success}) => success)).toEqual([]);
	expect(await kept(folder)).toEqual([]);
});

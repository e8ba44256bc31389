// A batch of the cloud that ends before its time: by Ctrl-C, or because the service is gone.
import {readdir} from 'node:fs/promises';
import {expect, test} from 'vitest';
import {AppError} from '../../source/core/errors.ts';
import {pictures, run, server, start} from '../support/cloud.ts';
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

test('it does not wait for pictures that the service has put off', async () => {
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

test('a service that is gone is not asked for every picture; what was read is kept, and the rest is sent the next time', async () => {
	await start();
	const folder = await pictures(8);
	const engine = fakeEngine({id: 'xiangyun', concurrency: 1});
	const ended = run(['--dir', folder, '--engine', 'xiangyun'], {createEngine: async () => engine});
	(await engine.next()).succeed(reading());
	const gone = () => new AppError('NETWORK', {host: 'example.com', reason: 'EAI_AGAIN'});
	(await engine.next()).fail(gone());
	(await engine.next()).fail(gone());
	const {exitCode, list, said} = await ended;
	expect(exitCode).toBe(4);
	expect(list.map(({success, error_code}) => (success ? 'read' : error_code))).toEqual([
		'read',
		...Array(7).fill('NETWORK'),
	]);
	expect(said.join('\n')).toMatch(
		/5 pictures were not sent\.\nexample\.com cannot be reached[\s\S]*network connection[\s\S]*run the same command again/,
	);
	expect(engine.reads).toHaveLength(3);
	expect(await kept(folder)).toHaveLength(1);

	const again = await run(['--dir', folder, '--engine', 'xiangyun']);
	expect(again.exitCode).toBe(0);
	expect(server.calls).toHaveLength(7);
});

test('where no server answers, a folder costs a few tries and not one for each picture', async () => {
	await start();
	const folder = await pictures(12);
	await server.close();
	const {exitCode, said} = await run(['--dir', folder, '--engine', 'xiangyun', '--concurrency', '2']);
	expect(exitCode).toBe(4);
	expect(said.filter(line => /^\[ *\d+\/12\]/.test(line)).length).toBeLessThan(6);
});

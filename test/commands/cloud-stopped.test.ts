// A batch of the cloud that ends before its time: by Ctrl-C, or because the service is gone.
import {readdir} from 'node:fs/promises';
import {expect, test} from 'vitest';
import {AppError} from '../../source/core/errors.ts';
import {pictures, run, server, start} from '../support/cloud.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {reading} from '../support/records.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

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

test('a service that fails at every picture is asked three times, and the rest stays unsent', async () => {
	await start();
	const folder = await pictures(40);
	server.always({kind: 'http', status: 502});
	const {exitCode, list, said} = await run(['--dir', folder, '--engine', 'xiangyun']);
	expect(exitCode).toBe(4);
	// With four at a time, three more may be under way.
	expect(server.calls.length).toBeLessThanOrEqual(6);
	expect(list).toHaveLength(40);
	expect(list.filter(one => one.error_code === 'SERVICE_BROKEN').length).toBeGreaterThanOrEqual(34);
	expect(said.join('\n')).toMatch(/The service failed 3 times in a row \(HTTP 502\)[\s\S]*run the same command again/);
});

test.each([429, 503])('a service that turns everything away with %i is not asked 120 times', async status => {
	await start();
	const folder = await pictures(40);
	server.always({kind: 'http', status});
	const {exitCode, said} = await run(['--dir', folder, '--engine', 'xiangyun']);
	expect(exitCode).toBe(4);
	expect(server.calls.length).toBeLessThanOrEqual(43);
	expect(said.join('\n')).toContain('None of these calls was charged. Nothing more was sent.');
	expect(said.join('\n')).not.toMatch(/may have been charged|[1-9]\d* perhaps charged/);
});

test('--max-calls counts requests, repetitions too', async () => {
	await start();
	const folder = await pictures(4);
	server.always({kind: 'http', status: 503});
	await run(['--dir', folder, '--engine', 'xiangyun', '--max-calls', '2']);
	expect(server.calls).toHaveLength(2);
});

test('a run says what it cost at its end, and the next at its start', async () => {
	await start();
	const folder = await pictures(4);
	const config = temporaryFolder();
	const env = {PASSPORT_OCR_CONFIG_DIR: config};
	server.next({kind: 'http', status: 503}, {kind: 'refuse', refusal: 'image'}, {kind: 'drop', when: 'received'});
	const first = await run(['--dir', folder, '--engine', 'xiangyun', '--concurrency', '1'], {env});
	expect(first.said).toContain('5 calls to the cloud service: 2 paid, 2 perhaps charged, 1 not charged.');
	const second = await run(['--dir', folder, '--engine', 'xiangyun'], {env});
	expect(second.said[0]).toMatch(/^The last run, 2026-11-22 \d\d:\d\d: 5 calls to the cloud service: 2 paid, /);
	expect(second.said).toContain(
		'1 call to the cloud service: 1 paid, 0 perhaps charged, 0 not charged. 3 calls were saved by kept results.',
	);
	const third = await run(['--dir', folder, '--engine', 'xiangyun'], {env, language: 'zh'});
	expect(third.said.join('\n')).toContain(
		'调用云端服务 0 次：0 次已计费，0 次可能已计费，0 次未计费。已保留的结果节省了 4 次调用。',
	);
});

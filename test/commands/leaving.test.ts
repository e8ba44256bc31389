// The built program, ended in every way while the cloud reads: nothing more is sent, and what is paid for is kept.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {readdir} from 'node:fs/promises';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {program, startCli} from '../support/cli.ts';
import {pictures} from '../support/cloud.ts';
import {codeCache} from '../support/code-cache.ts';
import {startXiangyunServer, testCredentials, type XiangyunServer} from '../support/xiangyun-server.ts';

const isWindows = process.platform === 'win32';

let server: XiangyunServer;
beforeAll(async () => {
	server = await startXiangyunServer({latency: 600});
});
afterAll(() => server.close());

const words = ['recognize', '--dir', '.', '--engine', 'xiangyun', '--concurrency', '4', '--output-format', 'ndjson'];
const env = () => ({
	PASSPORT_OCR_KEY: testCredentials.key,
	PASSPORT_OCR_SECRET: testCredentials.secret,
	PASSPORT_OCR_ENDPOINT: server.url,
});

const results = async (folder: string) => (await readdir(folder)).filter(name => name.endsWith('.json')).length;

test.skipIf(isWindows).each([
	['SIGINT', 130],
	['SIGTERM', 143],
	['SIGHUP', 129],
	['SIGQUIT', 131],
	['SIGALRM', 142],
] as const)('%s', async (name, exitCode) => {
	const cwd = await pictures(9);
	const before = server.calls.length;
	const child = startCli(words, {cwd, env: env()});
	child.stdout.resume();
	let said = '';
	child.stderr.on('data', chunk => {
		said += chunk;
	});
	await server.reached(before + 4);
	child.kill(name);
	// A system that shuts down sends another one, and so may a shell whose window is closed.
	if (name !== 'SIGHUP') await expect.poll(() => said).toContain('Stopping.');
	child.kill('SIGHUP');
	const [code] = await once(child, 'close');
	expect(code).toBe(exitCode);
	expect(server.calls.length - before).toBe(4);
	expect(await results(cwd)).toBe(4);
});

test.skipIf(isWindows)('a window that is closed: no output can be written any more', async () => {
	const cwd = await pictures(9);
	const before = server.calls.length;
	const child = startCli(words, {cwd, env: env()});
	await server.reached(before + 4);
	child.stdout.destroy();
	child.stderr.destroy();
	await once(child, 'exit');
	const calls = server.calls.length - before;
	expect(calls).toBeLessThanOrEqual(8);
	expect(await results(cwd)).toBe(calls);
});

test.skipIf(isWindows)('`| head -1`', async () => {
	const cwd = await pictures(9);
	const before = server.calls.length;
	const shell = spawn('sh', ['-c', `"${process.execPath}" "${program}" ${words.join(' ')} 2>/dev/null | head -1`], {
		cwd,
		env: {PATH: process.env.PATH, HOME: cwd, ...codeCache, PASSPORT_OCR_CONFIG_DIR: `${cwd}/.settings`, ...env()},
	});
	shell.stdout.resume();
	await once(shell, 'close');
	await expect.poll(async () => (await results(cwd)) === server.calls.length - before).toBe(true);
	expect(server.calls.length - before).toBeLessThan(9);
});

test.skipIf(!existsSync('/dev/full'))('`> /dev/full` is an error, and what was paid for is kept', async () => {
	const cwd = await pictures(9);
	const before = server.calls.length;
	const shell = spawn('sh', ['-c', `"${process.execPath}" "${program}" ${words.join(' ')} >/dev/full`], {
		cwd,
		env: {PATH: process.env.PATH, HOME: cwd, ...codeCache, PASSPORT_OCR_CONFIG_DIR: `${cwd}/.settings`, ...env()},
	});
	let said = '';
	shell.stderr.on('data', chunk => {
		said += chunk;
	});
	const [code] = await once(shell, 'close');
	expect(code).toBe(1);
	expect(said).toContain('"stdout" cannot be written');
	expect(await results(cwd)).toBe(server.calls.length - before);
	expect(server.calls.length - before).toBeLessThan(9);
});

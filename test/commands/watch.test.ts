import {once} from 'node:events';
import {mkdir, rename, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {recognize} from '../../source/commands/recognize.ts';
import {AppError} from '../../source/core/errors.ts';
import {startCli} from '../support/cli.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {pngBytes} from '../support/picture-bytes.ts';
import {runCommand} from '../support/run-command.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const picture = async (folder: string, name: string) => await writeFile(join(folder, name), pngBytes(name));

test('what is there is read, then what comes, each as a line, by one engine, until it is stopped', async () => {
	const folder = temporaryFolder();
	await picture(folder, 'a.png');
	const engine = fakeEngine();
	const controller = new AbortController();
	const lines: string[] = [];
	let created = 0;
	const run = runCommand(recognize, ['recognize', '--dir', folder, '--watch', '--engine', 'offline'], {
		signal: controller.signal,
		createEngine: async () => {
			created++;
			return engine;
		},
		out: content => void lines.push(String(content)),
	});
	(await engine.next()).succeed();
	await picture(folder, 'b.png');
	(await engine.next()).succeed();
	await picture(folder, 'c.png');
	await engine.next();
	controller.abort();
	const {exitCode, said} = await run;
	expect(exitCode).toBe(0);
	expect(lines.map(line => (JSON.parse(line) as {source_image: string}).source_image)).toEqual(['a.png', 'b.png']);
	expect(created).toBe(1);
	expect(said[0]).toContain(folder);
});

test('a letter that comes is named, because it may hold pictures', async () => {
	const folder = temporaryFolder();
	await picture(folder, 'a.png');
	await writeFile(join(folder, 'first.docx'), 'a letter');
	const engine = fakeEngine();
	const controller = new AbortController();
	const said: string[] = [];
	const run = runCommand(recognize, ['recognize', '--dir', folder, '--watch', '--engine', 'offline'], {
		signal: controller.signal,
		engine,
		onSay: line => void said.push(line),
	});
	(await engine.next()).succeed();
	await writeFile(join(folder, 'second.eml'), 'From: a');
	await expect.poll(() => said.join('\n')).toContain('second.eml');
	controller.abort();
	await run;
	expect(said.filter(line => line.includes('first.docx'))).toHaveLength(1);
});

test('a folder that goes away is said, and read again once it is back', async () => {
	const folder = join(temporaryFolder(), 'drive');
	await mkdir(folder);
	await picture(folder, 'a.png');
	const engine = fakeEngine();
	const controller = new AbortController();
	const said: string[] = [];
	const run = runCommand(recognize, ['recognize', '--dir', folder, '--watch', '--quiet', '--engine', 'offline'], {
		signal: controller.signal,
		engine,
		onSay: line => void said.push(line),
	});
	(await engine.next()).succeed();
	await rename(folder, `${folder}.away`);
	await expect.poll(() => said.join('\n')).toContain(`"${folder}" does not exist. Watching continues`);
	await mkdir(folder);
	await picture(folder, 'b.png');
	expect((await engine.next()).picture.path).toBe(join(folder, 'b.png'));
	controller.abort();
	await run;
});

test('it ends when no further picture could be read', async () => {
	const folder = temporaryFolder();
	await picture(folder, 'a.png');
	const {exitCode, said} = await runCommand(recognize, ['recognize', folder, '--watch', '--engine', 'xiangyun'], {
		createEngine: async () => {
			throw new AppError('CONFIG_MISSING', {engine: 'xiangyun'});
		},
	});
	expect(exitCode).toBe(3);
	expect(said.join('\n')).toContain('config save');
});

test('it outlives a service that is not reached for a while', async () => {
	const folder = temporaryFolder();
	for (const name of ['a.png', 'b.png', 'c.png']) await picture(folder, name);
	const engine = fakeEngine({concurrency: 1});
	const controller = new AbortController();
	let time = Date.parse('2026-11-22T06:00:00Z');
	const run = runCommand(recognize, ['recognize', folder, '--watch', '--engine', 'offline'], {
		signal: controller.signal,
		createEngine: async () => engine,
		now: () => new Date(time),
	});
	const gone = () => new AppError('NETWORK', {host: 'example.com', reason: 'EAI_AGAIN'});
	(await engine.next()).fail(gone());
	(await engine.next()).fail(gone());
	await picture(folder, 'd.png');
	const later = await engine.next();
	expect(later.picture.path).toBe(join(folder, 'd.png'));
	later.succeed();
	time += 60_000;
	for (const name of ['a.png', 'b.png', 'c.png']) {
		const again = await engine.next();
		expect(again.picture.path).toBe(join(folder, name));
		again.succeed();
	}
	controller.abort();
	const {exitCode, said} = await run;
	expect(exitCode).toBe(0);
	expect(said.join('\n')).toContain('3 pictures are tried again');
});

test('it needs a folder, and an output without an end', async () => {
	const words = (...more: string[]) => runCommand(recognize, ['recognize', '--watch', ...more]);
	await expect(words()).rejects.toMatchObject({code: 'USAGE', details: {option: '--dir'}});
	await expect(words('--dir', '.', '--output-format', 'table')).rejects.toMatchObject({code: 'USAGE'});
	await expect(words('--file', 'a.png')).rejects.toMatchObject({code: 'USAGE'});
	await expect(words('--dir', join(temporaryFolder(), 'gone'))).rejects.toMatchObject({code: 'FILE_NOT_FOUND'});
});

test.runIf(process.platform !== 'win32')('the system may end it: SIGTERM is 0, Ctrl-C is 130', async () => {
	for (const [signal, code] of [
		['SIGTERM', 0],
		['SIGINT', 130],
	] as const) {
		const folder = temporaryFolder();
		const child = startCli(['recognize', '--dir', folder, '--watch', '--engine', 'offline'], {cwd: folder});
		await once(child.stderr, 'data');
		child.kill(signal);
		const [exitCode] = await once(child, 'close');
		expect(exitCode).toBe(code);
	}
});

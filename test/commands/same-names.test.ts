// Two pictures of one name in two folders are distinguished wherever a person reads their names.
import {copyFile, mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {PassThrough} from 'node:stream';
import {expect, test} from 'vitest';
import {exportRows} from '../../source/commands/export.ts';
import {recognize} from '../../source/commands/recognize.ts';
import {runCli} from '../support/cli.ts';
import {fakeEngine, readsAtOnce} from '../support/fake-engine.ts';
import {pngBytes} from '../support/picture-bytes.ts';
import {runCommand} from '../support/run-command.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';
import {specimen} from '../support/workplace.ts';

const filesIn = (out: string): readonly string[] =>
	out
		.trim()
		.split('\n')
		.map(line => (JSON.parse(line) as {file: string}).file);

async function folderWith(...names: readonly string[]): Promise<string> {
	const folder = join(temporaryFolder(), 'in');
	for (const name of names) {
		await mkdir(join(folder, name, '..'), {recursive: true});
		await writeFile(join(folder, name), name.endsWith('.txt') || name.includes('bad') ? 'no picture' : pngBytes(name));
	}
	return folder;
}

test('two pictures of one name in two folders', async () => {
	const cwd = temporaryFolder();
	for (const [folder, name] of [
		['a', 'photo.jpg'],
		['b', 'old passport.jpg'],
		['c', 'passport_osei_kwame.jpg'],
	] as const) {
		await mkdir(join(cwd, 'two', folder), {recursive: true});
		await copyFile(specimen(name), join(cwd, 'two', folder, 'p.jpg'));
	}
	await copyFile(specimen('photo.jpg'), join(cwd, 'two', 'alone.jpg'));
	const read = ['recognize', '--engine', 'offline', '--dir', 'two', '--output-format'];
	const table = await runCli([...read, 'table'], {cwd});
	for (const name of ['a/p.jpg', 'b/p.jpg', 'c/p.jpg']) {
		expect(table.out).toContain(name);
		expect(table.stderr).toMatch(new RegExp(`\\[\\d/4\\] ${name}:`));
	}
	expect(table.out).not.toContain('two/');
	expect(table.stderr).toMatch(/Validity: .*b\/p\.jpg/);
	const brief = await runCli([...read, 'brief', '-q'], {cwd});
	expect(filesIn(brief.out).toSorted()).toEqual(['a/p.jpg', 'alone.jpg', 'b/p.jpg', 'c/p.jpg']);
	// What programs read stays the name of the file.
	const {out} = await runCli([...read, 'json', '-q'], {cwd});
	const names = (JSON.parse(out) as {source_image: string}[]).map(one => one.source_image);
	expect(names.toSorted()).toEqual(['alone.jpg', 'p.jpg', 'p.jpg', 'p.jpg']);
	const lines = await runCli(['export', '--from-dir', 'two', '--format', 'docs-amadeus', '-o', '-'], {cwd});
	expect(lines.stderr).toMatch(/Validity: .*b\/p\.jpg/);
	expect(lines.stderr).toMatch(/^c\/p\.jpg: /m);
	expect(lines.stderr).toMatch(/a\/p\.jpg = alone\.jpg|alone\.jpg = a\/p\.jpg/);
});

test('pictures that could not be read are named apart from each other, and from those that were', async () => {
	const folder = await folderWith('smith/p.png', 'jones/p.png', 'smith/bad.png', 'jones/bad.png', 'other/bad2.png');
	await mkdir(join(folder, 'third'));
	await writeFile(join(folder, 'third', 'p.png'), 'no picture');
	const words = ['recognize', '--dir', folder, '--output-format', 'brief'];
	const {out} = await runCommand(recognize, words, {engine: readsAtOnce()});
	expect(filesIn(out).toSorted()).toEqual(
		['jones/bad.png', 'jones/p.png', 'bad2.png', 'smith/bad.png', 'smith/p.png', 'third/p.png'].toSorted(),
	);
	for (const language of ['en', 'zh'] as const) {
		const {said} = await runCommand(exportRows, ['export', '--from-dir', folder, '-o', '-'], {language});
		const lines = said.join('\n');
		for (const name of ['smith/bad.png', 'jones/bad.png', 'third/p.png']) expect(lines).toContain(name);
		expect(lines).not.toContain('other/bad2.png');
	}
	const list = await runCommand(exportRows, ['export', '--from-dir', folder, '-o', '-', '--only', 'file']);
	expect(list.out).toContain('smith/p.png');
	expect(list.out).toContain('jones/p.png');
});

test('results that are named one by one', async () => {
	const folder = await folderWith('smith/p.png', 'jones/p.png');
	await runCommand(recognize, ['recognize', '--dir', folder], {engine: readsAtOnce()});
	const results = ['smith', 'jones'].map(name => join(folder, name, 'p.json'));
	const words = ['export', '--batch-input', ...results, '-o', '-', '--only', 'file'];
	const {out} = await runCommand(exportRows, words);
	expect(out).toContain('smith/p.png');
	expect(out).toContain('jones/p.png');
	expect(out).not.toContain(folder);
});

test('what arrives in a folder is named by where it is there', async () => {
	const folder = await folderWith('p.png', 'smith/p.png');
	const engine = fakeEngine();
	const controller = new AbortController();
	const lines: string[] = [];
	const words = [
		'recognize',
		'--dir',
		folder,
		'--watch',
		'--engine',
		'offline',
		'--output-format',
		'brief',
		'--no-save',
	];
	const run = runCommand(recognize, words, {
		signal: controller.signal,
		engine,
		out: content => void lines.push(String(content)),
	});
	(await engine.next()).succeed();
	(await engine.next()).succeed();
	await mkdir(join(folder, 'jones'));
	await writeFile(join(folder, 'jones', 'p.png'), pngBytes('later'));
	(await engine.next()).succeed();
	await writeFile(join(folder, 'jones', 'q.png'), pngBytes('last'));
	await engine.next();
	controller.abort();
	await run;
	expect(filesIn(lines.join('')).toSorted()).toEqual(['jones/p.png', 'p.png', 'smith/p.png']);
});

test('pictures that are listed one after the other', async () => {
	const folder = await folderWith('smith/p.png', 'jones/p.png');
	const stdin = new PassThrough();
	const lines: string[] = [];
	const words = ['recognize', '--stdin-list', '--engine', 'offline', '--output-format', 'brief', '--no-save'];
	const run = runCommand(recognize, words, {
		stdin,
		engine: readsAtOnce(),
		out: content => void lines.push(String(content)),
	});
	stdin.write(`${join(folder, 'smith', 'p.png')}\n`);
	await expect.poll(() => lines.length).toBe(1);
	stdin.end(`${join(folder, 'jones', 'p.png')}\n`);
	await run;
	expect(filesIn(lines.join(''))).toEqual(['p.png', 'jones/p.png']);
});

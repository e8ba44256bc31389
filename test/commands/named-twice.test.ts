// Pictures that several names reach: each is read once, by the first of them.
import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {expect, test} from 'vitest';
import {recognize} from '../../source/commands/recognize.ts';
import {watchFolders} from '../../source/core/pictures/files/watch-folder.ts';
import {picturesBelow} from '../../source/session/picker/effects/pictures-below.ts';
import {createWatchEffects} from '../../source/session/reading/watch-effects.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {pngBytes} from '../support/picture-bytes.ts';
import {folderOf} from '../support/pictures.ts';
import {reading} from '../support/records.ts';
import {runCommand} from '../support/run-command.ts';
import {zipFile} from '../support/zip-file.ts';

const isWindows = process.platform === 'win32';

const {signal} = new AbortController();

/** A folder `n` with another one in it, links to both, and a file that is not opened. */
function folderWithLinks(): string {
	const folder = folderOf(['n/a.png', 'n/in/b.png']);
	writeFileSync(join(folder, 'n', 'in', 'mail.rar'), 'rar');
	mkdirSync(join(folder, 'empty'));
	symlinkSync(join(folder, 'n'), join(folder, 'link'), 'junction');
	symlinkSync(join(folder, 'n', 'in'), join(folder, 'inner'), 'junction');
	symlinkSync(join(folder, 'empty'), join(folder, 'empty-link'), 'junction');
	return folder;
}

const ways = [
	[['n', 'link'], ['n/a.png', 'n/in/b.png'], 'n/in/mail.rar'],
	[['link', 'n'], ['link/a.png', 'link/in/b.png'], 'link/in/mail.rar'],
	[['n', 'n/'], ['n/a.png', 'n/in/b.png'], 'n/in/mail.rar'],
	[['n', 'inner'], ['n/a.png', 'n/in/b.png'], 'n/in/mail.rar'],
	[['inner', 'n'], ['inner/b.png', 'n/a.png'], 'inner/mail.rar'],
	[['link/in', 'inner', 'n/in'], ['link/in/b.png'], 'link/in/mail.rar'],
] as const;

/** Runs `recognize`, and returns which pictures were read, in alphabetical order, how many lines were printed and what was said. */
async function recognized(folder: string, names: readonly string[]) {
	const engine = fakeEngine({answer: () => reading()});
	const dirs = names.map(name => `${folder}/${name}`);
	const words = ['recognize', ...dirs, '--engine', 'offline', '--output-format', 'ndjson'];
	const {out, said} = await runCommand(recognize, words, {engine});
	const paths = engine.reads.map(({picture}) => picture.path).sort();
	return {paths, lines: out.trim().split('\n').length, said};
}

test.each(ways)('recognize reads and prints each picture of %j once', async (names, expected) => {
	const folder = folderWithLinks();
	const {paths, lines, said} = await recognized(folder, names);
	expect(paths).toEqual(expected.map(name => join(folder, name)));
	expect(lines).toBe(expected.length);
	expect(said.join('\n').split('mail.rar')).toHaveLength(2);
});

test.each(ways)('a session reads each picture of %j once', async (names, expected, unopened) => {
	const folder = folderWithLinks();
	const {paths, passedOver} = await picturesBelow(
		names.map(name => `${folder}/${name}`),
		signal,
	);
	expect([...paths].sort()).toEqual(expected.map(name => join(folder, name)));
	expect(passedOver).toEqual([join(folder, unopened)]);
});

test.each(ways)('what comes into %j is read once', async (names, expected, unopened) => {
	const folder = folderWithLinks();
	const named: string[] = [];
	const look = watchFolders(
		names.map(name => join(folder, name)),
		{onPassedOver: paths => void named.push(...paths)},
	);
	await look(signal);
	expect([...(await look(signal))].sort()).toEqual(expected.map(name => join(folder, name)));
	expect(named).toEqual([join(folder, unopened)]);
});

test.skipIf(isWindows)('a file and a link to it are one picture, and pages of one are not another', async () => {
	const folder = folderWithLinks();
	symlinkSync(join(folder, 'n', 'a.png'), join(folder, 'a-link.png'));
	const read = await recognized(folder, ['a-link.png', 'n/a.png', 'n', 'link/a.png']);
	expect(read.paths).toEqual(['a-link.png', 'n/in/b.png'].map(name => join(folder, name)));
	expect(read.lines).toBe(2);
	const {paths} = await picturesBelow(
		['n/a.png#2', 'a-link.png#2', 'a-link.png#3', 'a-link.png'].map(name => join(folder, name)),
		signal,
	);
	expect(paths).toEqual(['n/a.png#2', 'a-link.png#3', 'a-link.png'].map(name => join(folder, name)));
});

test('pictures of a ZIP and of a link to its folder are read once', async () => {
	const folder = folderWithLinks();
	const zip = (name: string) => zipFile([{name: 'page.png', data: pngBytes(name)}]);
	writeFileSync(join(folder, 'n', 'scans.zip'), zip('one'));
	writeFileSync(join(folder, 'scans.zip'), zip('two'));
	const {paths} = await recognized(folder, ['link/scans.zip', 'n/scans.zip', 'n/scans', 'scans.zip']);
	expect(paths).toEqual(['link/scans/page.png', 'scans/page.png'].map(name => join(folder, name)));
});

test('a folder without pictures is said once', async () => {
	const folder = folderWithLinks();
	expect((await recognized(folder, ['empty', 'empty-link'])).lines).toBe(1);
});

test('a session that watches reads what it has by another name no more, and what comes once', async () => {
	const folder = folderWithLinks();
	const arrived: string[] = [];
	const effects = createWatchEffects({
		send: event => void (event.type === 'arrived' && arrived.push(...event.paths)),
	});
	const roots = ['link/a.png', 'link/in/b.png', 'n/in'].map(name => join(folder, name));
	const watching = effects.start({
		roots,
		inBatch: new Set(roots.slice(0, 2)),
		named: new Set(),
		since: Date.now() + 60_000,
	});
	const comes = pngBytes('new');
	await sleep(500);
	for (const name of ['n/new.png', 'n/in/new.png']) writeFileSync(join(folder, name), comes);
	await expect.poll(() => arrived.length, {timeout: 8000}).toBeGreaterThan(1);
	effects.stop();
	await watching;
	expect(arrived.sort()).toEqual(['link/new.png', 'n/in/new.png'].map(name => join(folder, name)));
});

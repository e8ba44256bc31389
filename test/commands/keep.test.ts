import {readdirSync, readFileSync, utimesSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {storedOptions, withDefaults} from '../../source/command-line/defaults.ts';
import {parse} from '../../source/command-line/parse.ts';
import {recognize} from '../../source/commands/recognize.ts';
import {writeSidecar} from '../../source/core/records/sidecars/write-sidecar.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {pngBytes} from '../support/picture-bytes.ts';
import {reading, recordOf} from '../support/records.ts';
import {runCommand} from '../support/run-command.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const longAgo = new Date('2026-09-01T06:00:00Z');

/** A folder with a picture, and results of the cloud from long ago: of a picture that is gone, and of one that is there. */
async function folderOfOld(): Promise<string> {
	const folder = temporaryFolder();
	writeFileSync(join(folder, 'new.png'), pngBytes());
	for (const name of ['gone', 'there']) {
		const path = join(folder, `${name}.txt`);
		await writeSidecar(recordOf(path, {engine: 'xiangyun', recognizedAt: longAgo.toISOString()}));
		utimesSync(join(folder, `${name}.json`), longAgo, longAgo);
	}
	writeFileSync(join(folder, 'there.txt'), 'no longer a picture, but there');
	return folder;
}

const read = (words: readonly string[], changes: Parameters<typeof runCommand>[2] = {}) =>
	runCommand(recognize, ['recognize', '--engine', 'offline', '--output-format', 'ndjson', ...words], {
		engine: fakeEngine({answer: () => reading()}),
		env: {XDG_STATE_HOME: temporaryFolder()},
		...changes,
	});

test('--keep deletes what is older and has no picture any more, after the run, and says so', async () => {
	const folder = await folderOfOld();
	const {exitCode, said} = await read(['--dir', folder, '--keep', '30d']);
	expect(exitCode).toBe(0);
	expect(said.slice(-2)).toEqual([
		'Not changed for 30 days, deleted: 1 kept result whose picture is gone (paid for).',
		`1 older result stays, because its picture is still there. This deletes it, too: passport-ocr-tui purge --dir ${folder} --older-than 30d`,
	]);
	expect(readdirSync(folder).sort()).toEqual(['new.json', 'new.png', 'there.json', 'there.txt']);
});

test('without it nothing is deleted, nor beside a picture that was named alone, nor after a stop', async () => {
	const folder = await folderOfOld();
	const before = readFileSync(join(folder, 'gone.json'));
	await read(['--dir', folder]);
	await read([join(folder, 'new.png'), '--keep', '1d']);
	const stop = new AbortController();
	await read(['--dir', folder, '--keep', '1d'], {signal: stop.signal, onSay: () => stop.abort()});
	expect(stop.signal.aborted).toBe(true);
	expect(readFileSync(join(folder, 'gone.json'))).toEqual(before);
});

test('it is said in Chinese', async () => {
	const {said} = await read(['--dir', await folderOfOld(), '--keep', '2w'], {language: 'zh'});
	expect(said.at(-2)).toBe('已删除 2 周未改动的内容：1 条图片已不存在的结果（其中 1 条为付费结果）。');
});

test('it may be stored as the usual value, also for the session', () => {
	expect(storedOptions).toContain('keep');
	const stored = withDefaults(
		parse(['group'], () => true),
		{defaults: {keep: '30d'}},
	);
	expect(stored.values.get('keep')).toEqual(['30d']);
	const wrong = withDefaults(
		parse(['group'], () => true),
		{defaults: {keep: 'forever'}},
	);
	expect(wrong.values.has('keep')).toBe(false);
});

import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {runCli} from '../support/cli.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

test.each([
	['recognize', ['--engine', 'ofline'], 'one of auto, offline, xiangyun, both'],
	['recognize', ['--dir'], '--dir needs a value'],
	['recognize', ['--url', 'foo'], '--url cannot be "foo"'],
	['purge', ['--older-than', '30x'], 'for example 30d'],
	['export', ['-o', 'x.csv', '--only', 'nmae'], '--only cannot be "nmae"'],
	// A server that is named must be valid, even when nothing is sent.
	['recognize', ['--endpoint', 'nonsense', '.'], '--endpoint cannot be "nonsense"'],
	['recognize', ['--endpoint', 'http://93.184.216.34', '.'], '--endpoint cannot be'],
])('%s %j says what is wrong with it, and whose help says more', async (command, options, said) => {
	const {exitCode, stderr} = await runCli([command, ...options], {cwd: temporaryFolder(), input: '{}'});
	expect(exitCode).toBe(2);
	expect(stderr).toContain(said);
	expect(stderr).toContain(`passport-ocr-tui ${command} --help`);
});

test.each(['list.pdf', 'list.xls'])('no CSV is written under a name that another program opens: %s', async name => {
	const cwd = temporaryFolder();
	const {exitCode, stderr} = await runCli(['export', '--from-dir', '.', '--output', name], {cwd});
	expect(exitCode).toBe(2);
	expect(stderr).toContain('a name in .xlsx, .csv');
	expect(existsSync(join(cwd, name))).toBe(false);
});

test('settings that cannot be used are named, and stay in their file', async () => {
	const cwd = temporaryFolder();
	const stored = '{"language": 5, "mouse": true, "theme": "pink", "unknown": 1}';
	writeFileSync(join(cwd, 'config.json'), stored);
	const {stderr} = await runCli(['config', 'get', 'lang', '--config-dir', cwd], {cwd});
	expect(stderr).toContain('config.json: the values of these settings cannot be used: language, theme.');
	expect(readFileSync(join(cwd, 'config.json'), 'utf8')).toBe(stored);
});

test('a form without a value is refused before anything is written', async () => {
	const cwd = temporaryFolder();
	writeFileSync(join(cwd, 'form.txt'), '#! head\nGuests: {{rows}}\n#! row\nGuest\n');
	const {exitCode, stderr} = await runCli(['export', '--from-dir', '.', '--template', 'form.txt', '-o', 'o.txt'], {
		cwd,
	});
	expect(exitCode).toBe(2);
	expect(stderr).toContain('"form.txt" has no {{name}}');
	expect(existsSync(join(cwd, 'o.txt'))).toBe(false);
});

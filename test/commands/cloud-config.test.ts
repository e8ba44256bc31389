import {Readable} from 'node:stream';
import {describe, expect, test} from 'vitest';
import {config} from '../../source/commands/config.ts';
import {saveSettings} from '../../source/core/settings/settings.ts';
import {server, start} from '../support/cloud.ts';
import {type CommandOptions, runCommand} from '../support/run-command.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';
import {testCredentials} from '../support/xiangyun-server.ts';

describe('config', () => {
	const configure = (words: readonly string[], options: CommandOptions & {readonly folder: string}) =>
		runCommand(config, ['config', ...words, '--config-dir', options.folder], options);
	const save = (folder: string, {key, secret} = {...testCredentials} as {key: string; secret: string}) =>
		configure(['save', '--key', key, '--secret-stdin', '--endpoint', server.url], {folder, input: `${secret}\n`});

	test('a custom server is stored and shown, an invalid one is refused', async () => {
		await start();
		const folder = temporaryFolder();
		expect((await save(folder)).exitCode).toBe(0);
		const {out} = await configure(['load'], {folder});
		expect(JSON.parse(out)).toMatchObject({configured: true, endpoint: server.url, endpoint_from: 'settings'});
		expect(out).not.toContain(testCredentials.secret);
		await expect(configure(['save', '--endpoint', 'http://example.org/?x=1'], {folder})).rejects.toMatchObject({
			code: 'USAGE',
		});
	});

	test('an invalid address of a server is blamed on where it came from', async () => {
		const folder = temporaryFolder();
		const env = {PASSPORT_OCR_KEY: 'k', PASSPORT_OCR_SECRET: 's'};
		const blamed = (words: readonly string[], more = {}) =>
			configure(['test', ...words], {folder, env: {...env, ...more}}).catch(({details}) => details.option);
		expect(await blamed([], {PASSPORT_OCR_ENDPOINT: 'foo'})).toBe('PASSPORT_OCR_ENDPOINT');
		expect(await blamed(['--endpoint', 'foo'])).toBe('--endpoint');
		await saveSettings(folder, {endpoint: 'foo'});
		expect(await blamed([])).toContain('config.json');
	});

	test('an odd shape is pointed out and still stored', async () => {
		await start();
		const folder = temporaryFolder();
		const {secret, key} = testCredentials;
		const {exitCode, said} = await save(folder, {key: secret, secret: key});
		expect(exitCode).toBe(0);
		expect(said.join('\n')).toContain('swapped');
		expect(said.join('\n')).not.toContain(secret);
	});

	test('the test says what it may cost before it costs, and sends nothing without a yes', async () => {
		await start();
		const folder = temporaryFolder();
		await save(folder);
		await expect(configure(['test'], {folder})).rejects.toMatchObject({
			code: 'USAGE',
			details: {problem: 'needs-yes', does: expect.stringContaining('may cost one call')},
		});
		const asked = await configure(['test'], {folder, interactive: true, stdin: Readable.from(['n\n'])});
		expect(asked.said[0]).toMatch(
			new RegExp(`blank picture is sent to ${new URL(server.url).host}.*may cost one call`),
		);
		expect(asked.exitCode).not.toBe(0);
		expect(server.calls).toHaveLength(0);
	});

	test.each([
		['image', 0, /Key and secret are valid\./],
		['authentication', 3, /Key or secret is not valid[\s\S]*key或secret不正确/],
		['quota', 4, /no calls left/],
		['balance', 4, /balance is used up/],
		['parameters', 4, /does not say/],
	] as const)('the test with the answer %s ends with %i', async (refusal, exit, words) => {
		await start();
		const folder = temporaryFolder();
		await save(folder);
		server.next({kind: 'refuse', refusal});
		const {exitCode, said} = await configure(['test', '--yes'], {folder});
		expect(exitCode).toBe(exit);
		expect(said.join('\n')).toMatch(words);
		expect(server.calls).toMatchObject([{picture: {format: 'bmp'}}]);
	});
});

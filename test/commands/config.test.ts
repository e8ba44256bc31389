import {readFile, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {config} from '../../source/commands/config.ts';
import {readSettings, saveSettings} from '../../source/core/settings/settings.ts';
import {bindings} from '../../source/screen/keys/keymap.ts';
import {runCommand} from '../support/run-command.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const secret = 'not-a-real-secret-7f3e';

test('stores key and secret for the owner only, shows them masked, and forgets them', async () => {
	const folder = join(temporaryFolder(), 'settings');
	const run = (...words: readonly string[]) => runCommand(config, ['config', ...words, '--config-dir', folder]);
	expect((await run('load')).exitCode).toBe(3);

	const saved = await run('save', '--key', 'not-a-real-key-1234', '--secret', ` ${secret} `);
	expect(saved.exitCode).toBe(0);
	const path = join(folder, 'config.json');
	expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({credentials: {key: 'not-a-real-key-1234', secret}});
	expect((await stat(path)).mode & 0o777).toBe(0o600);

	const loaded = await run('load');
	expect(loaded.exitCode).toBe(0);
	expect(JSON.parse(loaded.out)).toMatchObject({configured: true, secret_from: 'settings', config_path: path});
	expect(loaded.out + saved.out + saved.said.join('')).not.toContain(secret);
	expect(JSON.parse(loaded.out).secret).toMatch(/7f3e$/);

	expect((await run('reset')).exitCode).toBe(0);
	expect(JSON.parse((await run('load')).out)).toMatchObject({configured: false, key: '', secret: ''});
});

test('takes the secret from standard input, where it cannot be seen', async () => {
	const folder = temporaryFolder();
	const words = ['config', 'save', '--key', 'k', '--secret-stdin', '--config-dir', folder];
	await runCommand(config, words, {input: `${secret}\n`});
	expect(JSON.parse(await readFile(join(folder, 'config.json'), 'utf8')).credentials.secret).toBe(secret);
});

test('says where a value comes from, and that the environment wins', async () => {
	const folder = temporaryFolder();
	const env = {PASSPORT_OCR_SECRET: 'from-the-environment-99'};
	const saved = await runCommand(config, ['config', 'save', '--key', 'k', '--secret', 's', '--config-dir', folder], {
		env,
	});
	expect(saved.said.join('\n')).toContain('PASSPORT_OCR_SECRET is set and wins');
	const {out} = await runCommand(config, ['config', 'load', '--config-dir', folder], {env});
	expect(JSON.parse(out)).toMatchObject({key_from: 'settings', secret_from: 'PASSPORT_OCR_SECRET'});
});

test('other members of the settings stay', async () => {
	const folder = temporaryFolder();
	await writeFile(join(folder, 'config.json'), '{"language": "zh", "later": 1}');
	await runCommand(config, ['config', 'reset', '--config-dir', folder]);
	expect(JSON.parse(await readFile(join(folder, 'config.json'), 'utf8'))).toEqual({language: 'zh', later: 1});
});

test.each([
	['save'],
	['save', '--key', 'k'],
	['save', '--secret', 's'],
	['save', '--key', ' ', '--secret', 's'],
	['forget'],
	['load', 'x'],
])('%s %s %s is wrong usage', async (...words) => {
	const run = runCommand(config, ['config', ...words.filter(Boolean), '--config-dir', temporaryFolder()]);
	await expect(run).rejects.toMatchObject({code: 'USAGE'});
});

const inFolder = (...words: readonly string[]) => {
	const folder = temporaryFolder();
	return async (...more: readonly string[]) =>
		await runCommand(config, ['config', ...words, ...more, '--config-dir', folder]);
};

test('set stores what is usual, get shows it, and default forgets it', async () => {
	const run = inFolder();
	expect(JSON.parse((await run('get')).out)).toEqual({
		lang: 'default',
		theme: 'default',
		colours: 'default',
		keys: 'default',
		mouse: 'default',
		engine: 'default',
		documents: 'default',
		dates: 'default',
		'valid-for': 'default',
		schengen: 'default',
		'no-printed': 'default',
		index: 'default',
		keep: 'default',
		keychain: 'default',
	});
	for (const [name, value] of [
		['lang', 'zh'],
		['theme', 'light'],
		['keys', 'passport.accept=v passport.accept=V view.zoom=z'],
		['colours', 'dark,look=#ffaf5f,bad=#ff87ff'],
		['engine', 'offline'],
		['documents', 'passport,id'],
		['dates', 'slash'],
		['valid-for', '6m'],
		['schengen', 'on'],
		['no-printed', 'off'],
		['mouse', 'on'],
		['index', 'off'],
	] as const) {
		expect((await run('set', name, value)).exitCode).toBe(0);
		expect((await run('get', name)).out).toBe(`${value}\n`);
	}
	await run('set', 'dates', 'default');
	expect(JSON.parse((await run('get')).out)).toMatchObject({lang: 'zh', dates: 'default', 'valid-for': '6m'});
});

test.each([
	['set', 'engine', 'xiangyun'],
	['set', 'engine', 'magic'],
	['set', 'documents', 'licence'],
	['set', 'valid-for', 'soon'],
	['set', 'schengen', 'yes'],
	['set', 'mouse', 'true'],
	['set', 'lang', 'fr'],
	['set', 'theme', 'solarized'],
	['set', 'keys', 'passport.acept=y'],
	['set', 'keys', 'passport.accept=f99'],
	['set', 'colours', 'dark,look=#333333'],
	['set', 'colours', 'look=#ffaf5f'],
	['set', 'colour', 'red'],
	['set', 'dates'],
	['get', 'colour'],
	['get', 'lang', 'zh'],
])('config %s %s %s is wrong usage', async (...words) => {
	await expect(inFolder()(...words.filter(Boolean))).rejects.toMatchObject({code: 'USAGE'});
});

test('own colours are shown once they are set, and forgotten with their theme', async () => {
	const run = inFolder();
	await run('set', 'colours', 'dark,look=#ffaf5f');
	expect((await run('get', 'theme')).out).toBe('own\n');
	await run('set', 'colours', 'default');
	expect((await run('get', 'theme')).out).toBe('default\n');
});

test('the config.json of the original skill is imported, and --config reads with it', async () => {
	const folder = temporaryFolder();
	const file = join(folder, 'config.json');
	await writeFile(file, JSON.stringify({key: ' original-key-of-22-chars ', secret}));
	const run = inFolder();
	await run('save', '--config', file);
	expect(JSON.parse((await run('load')).out)).toMatchObject({
		configured: true,
		key: '••••••••hars',
		key_from: 'settings',
	});
	const other = inFolder();
	await expect(other('test', '--config', file)).rejects.toMatchObject({details: {problem: 'needs-yes'}});
	await expect(other('test')).rejects.toMatchObject({code: 'CONFIG_MISSING'});
	await writeFile(file, '{"key": "k"}');
	await expect(run('save', '--config', file)).rejects.toMatchObject({code: 'USAGE', details: {option: '--config'}});
	await expect(run('save', '--config', join(folder, 'no.json'))).rejects.toMatchObject({code: 'FILE_NOT_FOUND'});
});

test('keys that the app could not use are refused, and named where they are stored already', async () => {
	const folder = join(temporaryFolder(), 'settings');
	const run = (...words: readonly string[]) => runCommand(config, ['config', ...words, '--config-dir', folder]);
	const refused = (text: string) => ({
		code: 'USAGE',
		details: {problem: 'bad-value', expected: expect.stringContaining(text)},
	});
	await expect(run('set', 'keys', 'passport.accept=x')).rejects.toMatchObject(refused('passport.reject'));
	await expect(run('set', 'keys', 'question.yes=j')).rejects.toMatchObject(refused('cannot be changed'));
	expect((await run('set', 'keys', 'passport.accept=x passport.reject=a')).exitCode).toBe(0);
	expect((await run('load')).said).toEqual([]);
	const path = join(folder, 'config.json');
	await writeFile(path, JSON.stringify({keys: {'passport.accept': ['x']}}));
	expect((await run('load')).said.join('\n')).toContain('"x" would do "passport.accept" and "passport.reject"');
});

test('keys lists the keys in use, with those of the settings in their place', async () => {
	const folder = join(temporaryFolder(), 'settings');
	const run = (...words: readonly string[]) => runCommand(config, ['config', ...words, '--config-dir', folder]);
	const line = (out: string, action: string) => out.split('\n').filter(one => one.startsWith(`${action} `));
	const usual = await run('keys');
	expect(line(usual.out, 'passport.accept')).toEqual([expect.stringMatching(/ a {2,}accept, to the next$/)]);
	expect(line(usual.out, 'menu.choose')).toEqual([expect.stringMatching(/ enter .*cannot be changed$/)]);
	await run('set', 'keys', 'passport.accept=v passport.accept=+ view.closer=>');
	const own = await run('keys');
	expect(line(own.out, 'passport.accept')).toEqual([expect.stringMatching(/ v \+ .*instead of a$/)]);
	const listed: readonly Record<string, unknown>[] = JSON.parse((await run('keys', '--json')).out);
	expect(listed).toContainEqual({
		action: 'passport.accept',
		keys: ['v', '+'],
		usual_keys: ['a'],
		screens: ['review'],
		does: 'accept, to the next',
		changeable: true,
	});
	// Each action again for other keys only.
	const rows = listed.map(({action, keys}) => JSON.stringify([action, keys]));
	expect(new Set(rows).size).toBe(rows.length);
	expect(new Set(listed.map(({action}) => action))).toEqual(new Set(bindings.map(({id}) => id)));
});

test('keys shows the usual ones where the stored ones cannot be used, as the app does', async () => {
	const folder = join(temporaryFolder(), 'settings');
	const run = (...words: readonly string[]) => runCommand(config, ['config', ...words, '--config-dir', folder]);
	await saveSettings(folder, {keys: {'passport.accept': ['x']}});
	const {out, said, exitCode} = await run('keys', '--output-format', 'json');
	expect(exitCode).toBe(0);
	expect(said.join('\n')).toContain('"x" would do "passport.accept" and "passport.reject"');
	expect(JSON.parse(out)).toContainEqual(expect.objectContaining({action: 'passport.accept', keys: ['a']}));
	await expect(run('get', '--output-format', 'table')).rejects.toMatchObject({details: {expected: 'json'}});
	expect((await run('load', '--json')).out).toContain('configured');
});

test('forget deletes saved columns by their name, and names those that there are', async () => {
	const folder = join(temporaryFolder(), 'settings');
	const run = (...words: readonly string[]) => runCommand(config, ['config', ...words, '--config-dir', folder]);
	const refused = (text: string) => ({
		code: 'USAGE',
		details: {value: 'visa', expected: expect.stringContaining(text)},
	});
	await expect(run('forget', 'visa')).rejects.toMatchObject(refused('no columns are saved'));
	await saveSettings(folder, {columnSets: {'my-visa': {columns: [{key: 'sex'}]}, 签证: {columns: [{key: 'name'}]}}});
	await expect(run('forget', 'visa')).rejects.toMatchObject(refused('my-visa, 签证'));
	await expect(run('forget', 'toString')).rejects.toMatchObject({code: 'USAGE'});
	await expect(run('forget')).rejects.toMatchObject({details: {problem: 'needs'}});
	expect((await run('forget', 'my-visa')).exitCode).toBe(0);
	expect((await readSettings(folder)).settings.columnSets).toEqual({签证: {columns: [{key: 'name'}]}});
});

import {execFileSync} from 'node:child_process';
import {chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {errorText} from '../../../source/command-line/errors.ts';
import type {AppError} from '../../../source/core/errors.ts';
import {settingsFolder} from '../../../source/core/settings/folder.ts';
import {mask} from '../../../source/core/settings/mask.ts';
import {resolveSettings} from '../../../source/core/settings/resolve.ts';
import {readSettings, saveSettings, settingsPath} from '../../../source/core/settings/settings.ts';
import {settingsWarnings} from '../../../source/core/settings/warnings.ts';
import {messages} from '../../../source/text/index.ts';
import {asOwner, noPermissions} from '../../support/as-owner.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const isWindows = process.platform === 'win32';

const credentials = {key: 'inventedKey0123456789a', secret: '00112233445566778899aabbccddeeff'};

describe('stored settings', () => {
	it('are empty before anything was saved, and reading them writes nothing', async () => {
		const folder = join(temporaryFolder(), 'not yet');
		expect(await readSettings(folder)).toEqual({settings: {}, path: settingsPath(folder), warnings: []});
		expect(() => statSync(folder)).toThrow();
	});

	it('come back as they were saved, one after the other', async () => {
		const folder = join(temporaryFolder(), 'new');
		await saveSettings(folder, {language: 'zh', credentials});
		await saveSettings(folder, {engine: 'xiangyun', lastExport: {format: 'csv', dates: 'slash'}});
		expect((await readSettings(folder)).settings).toEqual({
			language: 'zh',
			credentials,
			engine: 'xiangyun',
			lastExport: {format: 'csv', dates: 'slash'},
		});
	});

	it('leave no key behind in what a kill in the middle of a write left', async () => {
		const folder = temporaryFolder();
		await saveSettings(folder, {language: 'zh', credentials});
		writeFileSync(`${settingsPath(folder)}.tmp-17637000000a1b2c`, JSON.stringify({credentials}));
		await saveSettings(folder, {credentials: undefined});
		expect(readdirSync(folder)).toEqual(['config.json']);
	});

	it('forget what they are asked to forget, and nothing else', async () => {
		const folder = temporaryFolder();
		await saveSettings(folder, {language: 'zh', credentials});
		await saveSettings(folder, {credentials: undefined});
		expect((await readSettings(folder)).settings).toEqual({language: 'zh'});
		expect(readFileSync(settingsPath(folder), 'utf8')).not.toContain(credentials.secret);
	});

	it.skipIf(isWindows)('can be read by their owner only, also when the file was there before', async () => {
		const folder = join(temporaryFolder(), 'new');
		await saveSettings(folder, {credentials});
		expect(statSync(folder).mode & 0o777).toBe(0o700);
		chmodSync(settingsPath(folder), 0o644);
		await saveSettings(folder, {language: 'en'});
		expect(statSync(settingsPath(folder)).mode & 0o777).toBe(0o600);
	});

	it('that are broken are put aside, not wiped', async () => {
		const folder = temporaryFolder();
		writeFileSync(settingsPath(folder), '{"credentials": {"key": "precious"');
		const {settings, brokenFile} = await readSettings(folder);
		expect(settings).toEqual({});
		expect(readFileSync(brokenFile!, 'utf8')).toContain('precious');
	});

	it('that are broken are put aside before anything is saved, too', async () => {
		const folder = temporaryFolder();
		writeFileSync(settingsPath(folder), '[]');
		await saveSettings(folder, {language: 'en'});
		expect(readdirSync(folder)).toHaveLength(2);
		expect((await readSettings(folder)).settings).toEqual({language: 'en'});
	});

	it('keep the members that are right when one is wrong, and those that are unknown', async () => {
		const folder = temporaryFolder();
		writeFileSync(
			settingsPath(folder),
			'\ufeff{"language": "fr", "engine": "offline", "credentials": {"key": " "}, "later": 1}',
		);
		expect((await readSettings(folder)).settings).toEqual({engine: 'offline'});
		writeFileSync(settingsPath(folder), '{"language": "fr", "later": 1}');
		await saveSettings(folder, {engine: 'xiangyun'});
		expect(JSON.parse(readFileSync(settingsPath(folder), 'utf8'))).toEqual({
			language: 'fr',
			later: 1,
			engine: 'xiangyun',
		});
	});

	it('say where they could not be written', async () => {
		const file = join(temporaryFolder(), 'file');
		writeFileSync(file, '');
		await expect(saveSettings(join(file, 'below'), {language: 'en'})).rejects.toMatchObject({code: 'NOT_WRITABLE'});
	});

	it.skipIf(noPermissions)('say that they may not be read', async () => {
		const folder = temporaryFolder();
		writeFileSync(settingsPath(folder), '{}', {mode: 0o200});
		const reading = asOwner(folder, () => readSettings(folder));
		await expect(reading).rejects.toMatchObject({code: 'NOT_READABLE', details: {reason: 'EACCES'}});
	});
});

describe('stored credentials', () => {
	it.skipIf(isWindows)('are warned about when others may read them', async () => {
		const folder = temporaryFolder();
		await saveSettings(folder, {credentials});
		expect((await readSettings(folder)).warnings).toEqual([]);
		chmodSync(settingsPath(folder), 0o644);
		chmodSync(folder, 0o755);
		expect((await readSettings(folder)).warnings).toEqual([
			{code: 'file-open-to-others', path: settingsPath(folder), mode: '644'},
			{code: 'folder-open-to-others', path: folder, mode: '755'},
		]);
	});

	it('are warned about in a git work tree', async () => {
		const root = temporaryFolder();
		const folder = join(root, 'settings');
		mkdirSync(join(root, '.git'));
		await saveSettings(folder, {credentials});
		expect(await settingsWarnings(settingsPath(folder), 'win32')).toEqual([
			{code: 'in-git-work-tree', path: settingsPath(folder), root},
		]);
	});

	it.skipIf(isWindows)('that are not there are not warned about', async () => {
		const folder = temporaryFolder();
		await saveSettings(folder, {language: 'en'});
		chmodSync(settingsPath(folder), 0o644);
		expect((await readSettings(folder)).warnings).toEqual([]);
	});

	it('are shown by their end only', () => {
		expect(mask(credentials.secret)).toBe('••••••••eeff');
		expect(mask('short')).not.toContain('s');
	});
});

describe('where a value comes from', () => {
	const env = {PASSPORT_OCR_LANG: 'zh', PASSPORT_OCR_KEY: ' fromEnvironment ', PASSPORT_OCR_SECRET: '', LANG: 'C'};
	const settings = {language: 'en', engine: 'xiangyun', credentials, endpoint: 'https://stored.example'} as const;

	it('is the flag, then the environment, then the settings, then the default', () => {
		expect(resolveSettings({language: 'en', engine: 'offline'}, env, settings)).toEqual({
			language: {value: 'en', source: 'flag'},
			engine: {value: 'offline', source: 'flag'},
			endpoint: {value: 'https://stored.example', source: 'settings'},
			key: {value: 'fromEnvironment', source: 'environment'},
			secret: {value: credentials.secret, source: 'settings'},
		});
		expect(resolveSettings({}, env, {}).language).toEqual({value: 'zh', source: 'environment'});
		expect(resolveSettings({}, {}, {}).key).toEqual({value: undefined, source: 'default'});
	});

	it.each([
		['zh_CN.UTF-8', 'zh'],
		['zh-Hans-SG', 'zh'],
		['en_GB.UTF-8', 'en'],
		['de_DE.UTF-8', 'en'],
		['C.UTF-8', 'en'],
	])('the system speaks %s, the program %s', (locale, language) => {
		expect(resolveSettings({}, {LANG: locale}, {}).language).toEqual({value: language, source: 'default'});
	});
});

describe('the folder of the settings', () => {
	it('is the folder that was named, or where programs of the system keep theirs', () => {
		expect(settingsFolder('/named', {env: {PASSPORT_OCR_CONFIG_DIR: '/environment'}})).toBe('/named');
		expect(settingsFolder(undefined, {env: {PASSPORT_OCR_CONFIG_DIR: '/environment'}})).toBe('/environment');
		expect(settingsFolder(undefined, {env: {}, platform: 'linux', home: '/home/eva'})).toBe(
			join('/home/eva', '.config', 'passport-ocr-tui'),
		);
		expect(settingsFolder(undefined, {env: {XDG_CONFIG_HOME: '/xdg'}, platform: 'linux'})).toBe(
			join('/xdg', 'passport-ocr-tui'),
		);
		expect(settingsFolder(undefined, {env: {}, platform: 'darwin', home: '/Users/eva'})).toBe(
			join('/Users/eva', 'Library', 'Preferences', 'passport-ocr-tui'),
		);
	});
});

describe.skipIf(process.platform === 'win32')('a place where no file can be', () => {
	it('is an error where it is a FIFO, instead of a wait', async () => {
		const folder = temporaryFolder();
		execFileSync('mkfifo', [join(folder, 'config.json')]);
		await expect(readSettings(folder)).rejects.toMatchObject({code: 'NOT_READABLE', details: {reason: 'NOT_A_FILE'}});
		await expect(saveSettings(folder, {language: 'zh'})).rejects.toMatchObject({code: 'NOT_READABLE'});
	});

	it('that are another program’s large file are named as such, with what to do', async () => {
		const folder = temporaryFolder();
		writeFileSync(settingsPath(folder), 'a'.repeat(2 ** 20 + 1));
		const {code, details} = (await readSettings(folder).catch((error: unknown) => error)) as AppError;
		expect([code, details.reason]).toEqual(['NOT_READABLE', 'EFBIG']);
		expect(errorText(code, details, messages('en')).nextSteps.join(' ')).toContain('move it to another folder');
		expect(errorText(code, details, messages('zh')).nextSteps.join(' ')).toContain('移到其他文件夹');
	});

	it.skipIf(process.platform !== 'linux')('is an error below /proc, where a folder is never made', async () => {
		await expect(saveSettings('/proc/none/of/these', {language: 'zh'})).rejects.toMatchObject({code: 'NOT_WRITABLE'});
	});

	it('is an error where links lead in a circle', async () => {
		const folder = temporaryFolder();
		symlinkSync(join(folder, 'config.json'), join(folder, 'config.json'));
		await expect(readSettings(folder)).rejects.toMatchObject({code: 'NOT_READABLE', details: {reason: 'ELOOP'}});
		expect(messages('en').errors.what('NOT_READABLE', {path: 'a', reason: 'ELOOP'})).toContain(
			'its links lead in a circle',
		);
	});
});

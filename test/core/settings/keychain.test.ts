import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {config} from '../../../source/commands/config.ts';
import {loadAccount} from '../../../source/core/settings/account.ts';
import {type Keychain, openKeychain} from '../../../source/core/settings/keychain.ts';
import {saveSettings} from '../../../source/core/settings/settings.ts';
import {createSettingsEffects} from '../../../source/session/account/settings-effects.ts';
import {engineMaker} from '../../../source/session/effects/engine-maker.ts';
import type {AppEvent} from '../../../source/session/event.ts';
import {runCommand} from '../../support/run-command.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const key = 'A1b2C3d4E5f6G7h8I9j0K1';
const secret = '0123456789abcdef0123456789abcdef';

/** A keychain in memory. `fault`: what it says to everything, where it is locked. */
function fakeKeychain() {
	const secrets = new Map<string, string>();
	const state: {fault?: string} = {};
	const check = () => {
		if (state.fault !== undefined) throw new Error(state.fault);
	};
	const keychain: Keychain = {
		async read(one) {
			check();
			return secrets.get(one);
		},
		async write(one, text) {
			check();
			secrets.set(one, text);
		},
		async remove(one) {
			check();
			secrets.delete(one);
		},
	};
	return {secrets, state, open: async () => keychain};
}

type Fake = ReturnType<typeof fakeKeychain>;

function person({open}: Pick<Fake, 'open'> = {open: async () => undefined as never}) {
	const folder = temporaryFolder();
	return {
		folder,
		run: (...words: string[]) =>
			runCommand(config, ['config', ...words, '--config-dir', folder], {keychain: open, input: `${secret}\n`, env: {}}),
		file: () => readFileSync(join(folder, 'config.json'), 'utf8'),
		account: (env = {}) => loadAccount({configDir: folder, env, keychain: open}),
	};
}

const save = ['save', '--key', key, '--secret-stdin'] as const;

describe('a keychain that works', () => {
	it('gets the secret, the file only the key, and that is said', async () => {
		const fake = fakeKeychain();
		const {run, file, account} = person(fake);
		const saved = await run(...save);
		expect(saved.said.join('\n')).toContain('The secret is in the keychain of this system');
		expect(file()).not.toContain(secret);
		expect(await account()).toEqual({credentials: {key, secret}});
		const loaded = await run('load');
		expect(JSON.parse(loaded.out)).toMatchObject({configured: true, key_from: 'settings', secret_from: 'keychain'});
		expect(loaded.out).not.toContain(secret);
	});

	it('takes over a secret of the file, and gives it back', async () => {
		const fake = fakeKeychain();
		const {folder, run, file, account} = person(fake);
		await saveSettings(folder, {credentials: {key, secret}});
		await run('set', 'keychain', 'on');
		expect(file()).not.toContain(secret);
		expect([...fake.secrets]).toEqual([[key, secret]]);
		const back = await run('set', 'keychain', 'off');
		expect(back.said.join('\n')).toContain('which only you can read');
		expect(fake.secrets.size).toBe(0);
		expect(JSON.parse(file())).toMatchObject({credentials: {key, secret}, keychain: false});
		expect(await account()).toEqual({credentials: {key, secret}});
		// It stays so with the next secret.
		await run(...save);
		expect(fake.secrets.size).toBe(0);
	});

	it('forgets the secret with the key, and that of a key before', async () => {
		const fake = fakeKeychain();
		const {run, account} = person(fake);
		await run(...save);
		await run('save', '--key', `${key.slice(0, -1)}2`, '--secret-stdin');
		expect(fake.secrets.size).toBe(1);
		await run('reset');
		expect(fake.secrets.size).toBe(0);
		expect(await account()).toEqual({});
	});

	it('is not asked where the environment has key and secret', async () => {
		const fake = fakeKeychain();
		const {run, account} = person(fake);
		await run(...save);
		fake.state.fault = 'locked';
		const env = {PASSPORT_OCR_KEY: 'K', PASSPORT_OCR_SECRET: 'S'};
		expect(await account(env)).toEqual({credentials: {key: 'K', secret: 'S'}});
	});
});

describe('a keychain that fails', () => {
	it('leaves the secret to the file, says why, and repeats no secret', async () => {
		const fake = fakeKeychain();
		fake.state.fault = `cannot store ${secret}\u001b]0;x\u0007`;
		const {run, file} = person(fake);
		const {said, exitCode} = await run(...save);
		expect(exitCode).toBe(0);
		expect(said.join('\n')).toContain('could not take the secret (cannot store …');
		expect(said.join('\n')).not.toMatch(new RegExp(`${secret}|\u001b`));
		expect(JSON.parse(file()).credentials).toEqual({key, secret});
	});

	it('that does not give back what it took is not trusted with it', async () => {
		const {open} = fakeKeychain();
		const forgetful = async () => ({...(await open()), read: async () => undefined});
		const {run, file} = person({open: forgetful});
		await run(...save);
		expect(JSON.parse(file()).credentials).toEqual({key, secret});
	});

	it('later is an account that is missing, with what to do', async () => {
		const fake = fakeKeychain();
		const {run, account} = person(fake);
		await run(...save);
		fake.state.fault = 'the keychain is locked';
		expect(await account()).toEqual({problem: {problem: 'failed', reason: 'the keychain is locked'}});
		const {exitCode, said} = await run('load');
		expect(exitCode).toBe(3);
		expect(said.join('\n')).toContain('the keychain is locked');
		expect(said.join('\n')).toContain('config save');
	});

	it('moves nothing', async () => {
		const fake = fakeKeychain();
		const {run, file} = person(fake);
		await run(...save);
		const before = file();
		fake.state.fault = 'locked';
		await expect(run('set', 'keychain', 'off')).rejects.toMatchObject({code: 'KEYCHAIN'});
		expect(file()).toBe(before);
	});

	it('is said by a session that needs the secret', async () => {
		const fake = fakeKeychain();
		const {folder, run} = person(fake);
		await run(...save);
		fake.secrets.clear();
		const make = engineMaker({configDir: folder, keychain: fake.open}, {});
		await expect(make('xiangyun')).rejects.toMatchObject({code: 'KEYCHAIN', details: {problem: 'empty'}});
	});
});

describe('without a keychain', () => {
	it('the secret is in the file, and to ask for one says so', async () => {
		const {folder, run, file} = person();
		await saveSettings(folder, {credentials: {key, secret}});
		const {said} = await run('set', 'keychain', 'on');
		expect(said.join('\n')).toContain('@napi-rs/keyring is not installed');
		expect(JSON.parse(file()).credentials).toEqual({key, secret});
	});

	it('a secret that was put in one is not there', async () => {
		const {folder, account} = person();
		writeFileSync(join(folder, 'config.json'), JSON.stringify({keychainKey: key}));
		expect(await account()).toEqual({problem: {problem: 'not-installed', reason: ''}});
	});

	it('is where the module is not installed', async () => {
		expect(await openKeychain(async () => Promise.reject(new Error('not found')))).toBeUndefined();
	});
});

it('a session keeps the secret there and says so', async () => {
	const fake = fakeKeychain();
	const configDir = temporaryFolder();
	const events: AppEvent[] = [];
	const effects = createSettingsEffects({send: event => events.push(event), configDir, keychain: fake.open});
	effects.save({credentials: {key, secret}});
	await effects.finish();
	expect(events).toEqual([{type: 'secretKept', place: 'keychain'}]);
	expect(fake.secrets.get(key)).toBe(secret);
	await effects.load();
	expect(events[1]).toMatchObject({settings: {accountStored: true, accountKey: key, accountInKeychain: true}});
});

it('the module is asked for the store that outlives a restart, and what is not there is no secret', async () => {
	const made: unknown[][] = [];
	class AsyncEntry {
		constructor(...given: unknown[]) {
			made.push(given);
		}
		getPassword = async () => null;
	}
	const keychain = await openKeychain(async () => ({AsyncEntry}));
	expect(await keychain?.read(key)).toBeUndefined();
	expect(made).toEqual([['passport-ocr-tui', key, {linux: {store: 'secret-service'}}]]);
});

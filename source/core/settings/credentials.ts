import {cleanText} from '../clean-text.ts';
import type {Credentials} from '../engines/engine.ts';
import {type OpenKeychain, openKeychain} from './keychain.ts';
import {readSettings, saveSettings} from './settings.ts';
import type {Settings} from './stored.ts';

/** Why the keychain does not give a secret: it cannot be opened, has none any more, or failed, in its own words. */
export type KeychainProblem = {readonly problem: 'not-installed' | 'empty' | 'failed'; readonly reason: string};

/** Where the secret is. `problem`: why it is not in the keychain although there is one, in its own words. */
export type SecretPlace = {readonly place: 'keychain' | 'file'; readonly problem?: string};

/** Why a keychain failed, in its own words and without a secret in them. */
const said = (error: unknown, secret = ''): string => {
	const text = cleanText(error instanceof Error ? error.message : String(error));
	return secret === '' ? text : text.replaceAll(secret, '…');
};

/**
 * Stores key and secret: the secret in the keychain, where there is one that works and the settings do not say
 * otherwise, else in the settings file.
 *
 * @throws AppError as `saveSettings`
 */
export async function storeCredentials(
	folder: string,
	{key, secret}: Credentials,
	open: OpenKeychain = openKeychain,
): Promise<SecretPlace> {
	const {settings} = await readSettings(folder);
	const keychain = settings.keychain === false ? undefined : await open();
	let problem: string | undefined;
	try {
		await keychain?.write(key, secret);
		// It must give the secret back before the file may lose it.
		if (keychain && (await keychain.read(key)) !== secret) problem = 'it does not give back what was stored';
	} catch (error) {
		problem = said(error, secret);
	}
	const isInKeychain = keychain !== undefined && problem === undefined;
	await saveSettings(
		folder,
		isInKeychain ? {credentials: undefined, keychainKey: key} : {credentials: {key, secret}, keychainKey: undefined},
	);
	const {keychainKey: former} = settings;
	if (former !== undefined && !(isInKeychain && former === key)) await forget(former, open);
	return {place: isInKeychain ? 'keychain' : 'file', ...(problem === undefined ? {} : {problem})};
}

/**
 * Forgets key and secret, in the file and in the keychain.
 *
 * @returns why the keychain still has the secret.
 * @throws AppError as `saveSettings`
 */
export async function forgetCredentials(
	folder: string,
	open: OpenKeychain = openKeychain,
): Promise<string | undefined> {
	const {keychainKey} = (await readSettings(folder)).settings;
	const problem = keychainKey === undefined ? undefined : await forget(keychainKey, open);
	await saveSettings(folder, {credentials: undefined, keychainKey: undefined});
	return problem;
}

async function forget(key: string, open: OpenKeychain): Promise<string | undefined> {
	try {
		await (await open())?.remove(key);
		return undefined;
	} catch (error) {
		return said(error);
	}
}

export type FoundCredentials = {
	/** With the secret of the keychain, where it is there. */
	readonly settings: Settings;
	readonly isInKeychain: boolean;
	readonly problem?: KeychainProblem;
};

/** Returns the settings with the secret that the keychain has. Never throws. */
export async function withSecret(settings: Settings, open: OpenKeychain = openKeychain): Promise<FoundCredentials> {
	const {credentials, keychainKey: key} = settings;
	if (credentials || key === undefined) return {settings, isInKeychain: false};
	const without = (problem: KeychainProblem['problem'], reason = ''): FoundCredentials => ({
		settings,
		isInKeychain: true,
		problem: {problem, reason},
	});
	try {
		const keychain = await open();
		if (!keychain) return without('not-installed');
		const secret = await keychain.read(key);
		if (secret === undefined) return without('empty');
		return {settings: {...settings, credentials: {key, secret}}, isInKeychain: true};
	} catch (error) {
		return without('failed', said(error));
	}
}

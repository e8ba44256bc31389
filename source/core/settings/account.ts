import type {Credentials} from '../engines/engine.ts';
import {type FoundCredentials, type KeychainProblem, withSecret} from './credentials.ts';
import {settingsFolder} from './folder.ts';
import type {OpenKeychain} from './keychain.ts';
import {resolveSettings, type Source} from './resolve.ts';
import {readSettings} from './settings.ts';

/** What the cloud service needs to know of a person. */
export type Account = {
	/** Present when both key and secret are known. */
	readonly credentials?: Credentials;
	/** Why there are no credentials although a secret was stored. */
	readonly problem?: KeychainProblem;
	/** A custom server. */
	readonly endpoint?: string;
	/** The option, variable or setting that has it, for messages. */
	readonly endpointFrom?: string;
};

/** Where what is known of the account comes from, besides the environment. */
export type AccountPlace = {
	/** Where settings are kept; undefined for the usual place. */
	readonly configDir?: string | undefined;
	/** A custom server, as given on the command line. */
	readonly endpoint?: string | undefined;
	/** The keychain of the system, where it is not the usual one. */
	readonly keychain?: OpenKeychain | undefined;
};

type AccountSource = AccountPlace & {readonly env: Readonly<Record<string, string | undefined>>};

/** The option, variable or setting that the address of the server comes from. */
export const endpointFrom = (source: Source, path: string): string =>
	source === 'environment' ? 'PASSPORT_OCR_ENDPOINT' : source === 'settings' ? `"endpoint" (${path})` : '--endpoint';

/**
 * The account as flag, environment and settings have it.
 *
 * @throws AppError as `readSettings`
 */
export async function loadAccount({configDir, endpoint, env, keychain}: AccountSource): Promise<Account> {
	const {settings: stored, path} = await readSettings(settingsFolder(configDir, {env}));
	const {key: given, secret: known} = resolveSettings({}, env, stored);
	// The keychain may ask for its password: not where the environment has both.
	const isComplete = [given, known].every(({source}) => source === 'environment');
	const {settings, problem}: Pick<FoundCredentials, 'settings' | 'problem'> = isComplete
		? {settings: stored}
		: await withSecret(stored, keychain);
	const resolved = resolveSettings({endpoint}, env, settings);
	const {key, secret} = resolved;
	return {
		...(key.value && secret.value ? {credentials: {key: key.value, secret: secret.value}} : problem ? {problem} : {}),
		...(resolved.endpoint.value
			? {endpoint: resolved.endpoint.value, endpointFrom: endpointFrom(resolved.endpoint.source, path)}
			: {}),
	};
}

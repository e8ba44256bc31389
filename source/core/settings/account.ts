import type {Credentials} from '../engines/engine.ts';
import {settingsFolder} from './folder.ts';
import {resolveSettings} from './resolve.ts';
import {readSettings} from './settings.ts';

/** What the cloud service needs to know of a person. */
export type Account = {
	/** Present when both key and secret are known. */
	readonly credentials?: Credentials;
	/** A custom server. */
	readonly endpoint?: string;
};

/**
 * The account as flag, environment and settings have it.
 *
 * @throws AppError as `readSettings`
 */
export async function loadAccount({
	configDir,
	endpoint,
	env,
}: {
	readonly configDir?: string | undefined;
	readonly endpoint?: string | undefined;
	readonly env: Readonly<Record<string, string | undefined>>;
}): Promise<Account> {
	const {settings} = await readSettings(settingsFolder(configDir, {env}));
	const resolved = resolveSettings({endpoint}, env, settings);
	const {key, secret} = resolved;
	return {
		...(key.value && secret.value ? {credentials: {key: key.value, secret: secret.value}} : {}),
		...(resolved.endpoint.value ? {endpoint: resolved.endpoint.value} : {}),
	};
}

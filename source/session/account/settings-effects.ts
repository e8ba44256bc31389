import type {Credentials} from '../../core/engines/engine.ts';
import type {SettingsChange} from '../effect.ts';
import type {RunnerOptions} from '../effects/runner.ts';
import {problemOf} from '../problem.ts';

/** Reads settings once and writes changes one after the other. */
export function createSettingsEffects({
	send,
	configDir,
	endpoint,
	brokenFile,
	keychain,
}: Pick<RunnerOptions, 'send' | 'configDir' | 'endpoint' | 'brokenFile' | 'keychain'>) {
	let last: Promise<void> = Promise.resolve();
	const folder = async (): Promise<string> => {
		const {settingsFolder} = await import('../../core/settings/folder.ts');
		return settingsFolder(configDir, {env: process.env});
	};
	return {
		async load(): Promise<void> {
			try {
				const {readSettings, settingsPath} = await import('../../core/settings/settings.ts');
				const {resolveSettings} = await import('../../core/settings/resolve.ts');
				const {settings, warnings, brokenFile: newlyBroken = brokenFile} = await readSettings(await folder());
				const {engine, key, secret, ...rest} = resolveSettings({endpoint}, process.env, settings);
				const accountKey = key.source === 'settings' ? key.value : settings.keychainKey;
				const {account} = await import('../../core/engines/choice.ts');
				const {endpointFrom} = await import('../../core/settings/account.ts');
				const {host, official} = account.destination(
					rest.endpoint.value,
					endpointFrom(rest.endpoint.source, settingsPath(await folder())),
				);
				send({
					type: 'settings',
					settings: {
						...(engine.value ? {engine: engine.value} : {}),
						...(settings.visual === false ? {mrzAlone: true} : {}),
						settingsFile: settingsPath(await folder()),
						// The keychain is not opened before the secret is needed: it may ask for its password.
						accountStored:
							settings.keychainKey !== undefined || (key.value !== undefined && secret.value !== undefined),
						...(accountKey === undefined ? {} : {accountKey}),
						...(settings.keychainKey === undefined ? {} : {accountInKeychain: true}),
						accountFromEnvironment: [key, secret].some(({source}) => source === 'environment'),
						...(key.source === 'settings' && warnings[0] ? {warning: warnings[0]} : {}),
						cloud: {host, official},
						...(settings.columnSets ? {columnSets: settings.columnSets} : {}),
						...(settings.forms ? {forms: settings.forms} : {}),
						...(settings.lastExport ? {lastExport: settings.lastExport} : {}),
						...(settings.theme ? {theme: settings.theme} : {}),
						...(settings.mouse ? {mouse: true} : {}),
						...(settings.colours ? {colours: settings.colours} : {}),
						...(newlyBroken === undefined ? {} : {brokenFile: newlyBroken}),
					},
				});
			} catch (thrown) {
				send({type: 'settings', settings: {accountStored: false}});
				send({type: 'failed', problem: problemOf(thrown)});
			}
		},
		save(given: SettingsChange): void {
			const {documents, keep, credentials, ...change} = given;
			last = last.then(async () => {
				try {
					const {readSettings, saveSettings} = await import('../../core/settings/settings.ts');
					const own = {...(documents ? {documents: documents.join(',')} : {}), ...('keep' in given ? {keep} : {})};
					const {defaults} = Object.keys(own).length > 0 ? (await readSettings(await folder())).settings : {};
					// What is undefined is forgotten.
					const usual = Object.entries({...defaults, ...own}).filter(([, value]) => value !== undefined);
					const changed = Object.keys(own).length > 0 ? {defaults: Object.fromEntries(usual) as typeof defaults} : {};
					await saveSettings(await folder(), {...change, ...changed});
					if (!credentials) return;
					const {storeCredentials} = await import('../../core/settings/credentials.ts');
					send({type: 'secretKept', ...(await storeCredentials(await folder(), credentials, keychain))});
				} catch (thrown) {
					send({type: 'failed', problem: problemOf(thrown)});
				}
			});
		},
		finish: (): Promise<void> => last,
	};
}

/** Asks the service about key and secret, which are not stored yet. */
export async function testAccount(
	credentials: Credentials,
	{send, configDir, endpoint}: RunnerOptions,
	signal: AbortSignal,
): Promise<void> {
	try {
		const {loadAccount} = await import('../../core/settings/account.ts');
		const {account: cloud} = await import('../../core/engines/choice.ts');
		const account = await loadAccount({configDir, endpoint, env: process.env});
		const result = await (await cloud.test({...account, credentials})).run(signal);
		send({type: 'accountTested', result});
	} catch (thrown) {
		if (!signal.aborted) send({type: 'failed', problem: problemOf(thrown)});
	}
}

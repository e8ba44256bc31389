import {createRequire} from 'node:module';
import {packagePath} from '../package-root.ts';
import {projectName} from './folder.ts';

/** The keychain of the system. Each call rejects with the keychain's own words where it is locked or fails. */
export type Keychain = {
	/** Resolves with the secret of a key; undefined where there is none. */
	readonly read: (key: string) => Promise<string | undefined>;
	readonly write: (key: string, secret: string) => Promise<void>;
	readonly remove: (key: string) => Promise<void>;
};

/** Resolves with undefined where there is no keychain. */
export type OpenKeychain = () => Promise<Keychain | undefined>;

type Entry = {
	getPassword(): Promise<string | null>;
	setPassword(password: string): Promise<void>;
	deletePassword(): Promise<boolean>;
};

type Module = {
	readonly AsyncEntry: new (
		service: string,
		user: string,
		options: {readonly linux: {readonly store: 'secret-service'}},
	) => Entry;
};

/** Not by `import`: in code that was compiled before, it warns or fails, by the version of Node. */
const installed = async (): Promise<unknown> => createRequire(packagePath('package.json'))('@napi-rs/keyring');

/** A keychain may ask for its password meanwhile. Milliseconds. */
const longestAnswer = 60_000;

/**
 * Opens the keychain of macOS, Windows or a Linux desktop, where the user has installed `@napi-rs/keyring` beside this
 * package. On Linux only the Secret Service counts: the keyring of the kernel forgets at a restart.
 */
export async function openKeychain(load: () => Promise<unknown> = installed): Promise<Keychain | undefined> {
	const module = (await load().catch(() => undefined)) as Module | undefined;
	if (!module) return undefined;
	const entry = (key: string) => new module.AsyncEntry(projectName, key, {linux: {store: 'secret-service'}});
	return {
		read: async key => (await inTime(entry(key).getPassword())) ?? undefined,
		write: async (key, secret) => await inTime(entry(key).setPassword(secret)),
		async remove(key) {
			await inTime(entry(key).deletePassword());
		},
	};
}

async function inTime<Result>(answer: Promise<Result>): Promise<Result> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error('no answer')), longestAnswer);
	});
	try {
		return await Promise.race([answer, late]);
	} finally {
		clearTimeout(timer);
	}
}

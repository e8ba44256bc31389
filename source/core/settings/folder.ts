import {homedir} from 'node:os';
import {join} from 'node:path';

export const projectName = 'passport-ocr-tui';

export type Surroundings = {
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly platform?: NodeJS.Platform;
	readonly home?: string;
};

/** The folder of the settings: `--config-dir`, else PASSPORT_OCR_CONFIG_DIR, else where programs of the system keep theirs.
 * Computed here and passed to conf: loading conf takes longer than a first frame may.
 */
export function settingsFolder(
	flag: string | undefined,
	{env, platform = process.platform, home = homedir()}: Surroundings,
): string {
	const named = flag?.trim() || env.PASSPORT_OCR_CONFIG_DIR?.trim();
	if (named) return named;
	if (platform === 'darwin') return join(home, 'Library', 'Preferences', projectName);
	if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), projectName, 'Config');
	return join(env.XDG_CONFIG_HOME || join(home, '.config'), projectName);
}

/**
 * Where it is kept what happens on this computer and is no setting: below the settings when their place was named, else where programs
 * of the system keep their state. Settings are often synchronised with other computers; this must not be.
 */
export function stateFolder(
	flag: string | undefined,
	{env, platform = process.platform, home = homedir()}: Surroundings,
): string {
	const named = flag?.trim() || env.PASSPORT_OCR_CONFIG_DIR?.trim();
	if (named) return named;
	if (platform === 'darwin') return join(home, 'Library', 'Application Support', projectName);
	if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), projectName);
	return join(env.XDG_STATE_HOME || join(home, '.local', 'state'), projectName);
}

/** Where it is kept what a session did, to come back to. */
export const journalFolder = (flag: string | undefined, surroundings: Surroundings): string =>
	join(stateFolder(flag, surroundings), 'batches');

/** Where results are kept by the content of their pictures. */
export const resultsFolder = (flag: string | undefined, surroundings: Surroundings): string =>
	join(stateFolder(flag, surroundings), 'results');

import {chmod, readdir, rename, rm} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {cleanValues} from '../clean-text.ts';
import {AppError} from '../errors.ts';
import {makeFolder} from '../make-folder.ts';
import {readSmallFile} from '../read-small-file.ts';
import {projectName} from './folder.ts';
import type {Settings} from './stored.ts';
import {type SettingsWarning, settingsWarnings} from './warnings.ts';

export type LoadedSettings = {
	readonly settings: Settings;
	readonly path: string;
	/** Where a file that could not be understood was put; nothing in it is lost. */
	readonly brokenFile?: string;
	/** Members with values that cannot be used; they stay in the file. */
	readonly unfit?: readonly string[];
	/** Ways in which others could read the stored credentials; empty when none are stored. */
	readonly warnings: readonly SettingsWarning[];
};

/** Sent as they are, and shown masked. */
const asGiven = new Set(['credentials', 'keychainKey']);

export const settingsPath = (folder: string): string => join(folder, 'config.json');

/**
 * The stored settings; empty ones when there is no file. Reads the file itself: conf is loaded only to write.
 *
 * @throws AppError NOT_READABLE {path, reason}
 */
export async function readSettings(folder: string): Promise<LoadedSettings> {
	const path = settingsPath(folder);
	let text: string;
	try {
		text = await readSmallFile(path);
	} catch (error) {
		const {code = 'unknown'} = error as NodeJS.ErrnoException;
		if (code === 'ENOENT' || code === 'ENOTDIR') return {settings: {}, path, warnings: []};
		throw new AppError('NOT_READABLE', {path, reason: code}, {cause: error});
	}
	const stored = parse(text);
	if (!stored) return {settings: {}, path, brokenFile: await moveBrokenFile(path), warnings: []};
	// Its schemas take as long to load as the file does to be read: not where there is none.
	const {toSettings, unfitMembers} = await import('./stored.ts');
	const cleaned = cleanValues(stored, asGiven) as typeof stored;
	const settings = toSettings(cleaned);
	return {
		settings,
		path,
		unfit: unfitMembers(cleaned),
		warnings: settings.credentials ? await settingsWarnings(path) : [],
	};
}

/**
 * Changes the stored settings; a member that is undefined is forgotten, and members that this version does not know stay.
 * The file can be read by its owner only.
 *
 * @returns their path.
 * @throws AppError NOT_WRITABLE {path, reason}, NOT_READABLE
 */
export async function saveSettings(
	folder: string,
	change: {readonly [name in keyof Settings]?: Settings[name] | undefined},
): Promise<string> {
	// A broken file is put aside before conf sees it: conf would either throw or overwrite it.
	const {path} = await readSettings(folder);
	try {
		await makeFolder(folder, 0o700);
		const {default: Conf} = await import('conf');
		const conf = new Conf({
			projectName,
			projectSuffix: '',
			cwd: folder,
			configName: 'config',
			configFileMode: 0o600,
			accessPropertiesByDotNotation: false,
		});
		for (const [name, value] of Object.entries(change)) {
			if (value === undefined) conf.delete(name);
			else conf.set(name, value);
		}
		// A file that was there before keeps its mode when conf replaces it.
		await chmod(path, 0o600).catch(() => {});
		if ('credentials' in change && change.credentials === undefined) await removeHalfWritten(path);
		return path;
	} catch (error) {
		const {code} = error as NodeJS.ErrnoException;
		throw new AppError('NOT_WRITABLE', {path, reason: code ?? String(error)}, {cause: error});
	}
}

/** What a kill in the middle of a write leaves beside the file, key and secret in it, is forgotten with them. */
async function removeHalfWritten(path: string): Promise<void> {
	const names = await readdir(dirname(path));
	const left = names.filter(name => name.startsWith(`${basename(path)}.tmp-`));
	await Promise.all(left.map(name => rm(join(dirname(path), name), {force: true})));
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
	try {
		const json: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
		return typeof json === 'object' && json !== null && !Array.isArray(json) ? {...json} : undefined;
	} catch {
		return undefined;
	}
}

async function moveBrokenFile(path: string): Promise<string> {
	const aside = `${path}.broken-${new Date()
		.toISOString()
		.replace(/[^0-9T]/g, '')
		.slice(0, 15)}`;
	try {
		await rename(path, aside);
		return aside;
	} catch (error) {
		// Not to be moved, then not to be written over either.
		throw new AppError(
			'NOT_READABLE',
			{path, reason: (error as NodeJS.ErrnoException).code ?? 'unknown'},
			{cause: error},
		);
	}
}

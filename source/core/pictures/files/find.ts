import type {Dirent, Stats} from 'node:fs';
import * as fs from 'node:fs';
import {existsSync} from 'node:fs';
import {opendir, stat} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {AppError} from '../../errors.ts';
import {openingError} from '../../opening-error.ts';
import {fileOf} from '../../picture-address.ts';
import {firstPlaces} from '../../real-path.ts';
import {isArchiveName, isNamedPicture, isPictureFile, isZipName, mayHoldPictures} from './extensions.ts';

export type FoundPicture = {readonly path: string};

export type FindOptions = {
	readonly recursive: boolean;
	/** Files and folders whose names begin with a dot as well. */
	readonly hidden?: boolean;
	/** Also the pictures of each ZIP in a folder, which is unpacked beside it; without it such a ZIP comes as it is. */
	readonly unpack?: boolean;
	readonly signal?: AbortSignal;
	/** Receives each root or folder that cannot be listed; the search continues. Without it the first one is thrown. */
	readonly onProblem?: (problem: AppError) => void;
	/** Receives the name of each folder directly inside a root, as it is met. */
	readonly onFolder?: (name: string) => void;
	/**
	 * Receives each file that is not opened although it may hold pictures: another archive, a document, an e-mail, also
	 * inside a ZIP, a ZIP in a folder that cannot be read, and a link with the name of a picture or a folder.
	 */
	readonly onPassedOver?: (path: string) => void;
};

/** Whether an entry is a link behind which pictures may be, by its name: one of a picture, or of a folder. */
const isPictureLink = (entry: Dirent): boolean => entry.isSymbolicLink() && isNamedPicture(entry.name) !== false;

/** No real archive of pictures is deeper; a file system that loops is. */
const deepest = 64;

/**
 * Pictures below folders, by extension, and by their first bytes where a name has an unknown one or none, as they are met:
 * sorting is the caller's. Those directly inside a root come first, and of a long folder at once: nothing waits for its
 * end. Everything behind a symbolic link is left out, and so are hidden files and folders unless they are wanted. A root
 * that is a ZIP or an Office document is unpacked first. A root that is another file, or a page of one, is given as it is,
 * whatever its name: a person named it. Each file comes once, even if two roots reach it, also through a link to a root.
 *
 * @throws AppError FILE_NOT_FOUND or NOT_READABLE for a folder, unless `onProblem` is given; CANCELLED on `signal`.
 */
export async function* findPictures(roots: readonly string[], options: FindOptions): AsyncGenerator<FoundPicture> {
	const below = firstPlaces();
	const problem = (error: AppError) => {
		if (!options.onProblem) throw error;
		options.onProblem(error);
	};
	for (const root of roots) {
		// One root cannot reach a file twice.
		if (roots.length === 1) {
			for await (const path of findBelow(root, options, problem)) yield {path};
			continue;
		}
		const {isNewRoot, isNew, isNewUnopened} = await below(root);
		if (!isNewRoot) continue;
		const {onPassedOver} = options;
		const wish = onPassedOver
			? {...options, onPassedOver: (path: string) => isNewUnopened(path) && onPassedOver(path)}
			: options;
		for await (const path of findBelow(root, wish, problem)) if (isNew(path)) yield {path};
	}
}

async function* findBelow(
	root: string,
	{
		recursive,
		hidden = false,
		unpack = false,
		signal,
		onFolder,
		onPassedOver,
	}: Omit<FindOptions, 'signal'> & {readonly signal?: AbortSignal | undefined},
	problem: (error: AppError) => void,
): AsyncGenerator<string> {
	if (signal?.aborted) throw new AppError('CANCELLED');
	let stats: Stats;
	try {
		stats = await stat(fileOf(root));
	} catch (error) {
		problem(openingError(root, error));
		return;
	}
	if (fileOf(root) !== root) {
		yield root;
		return;
	}
	if (stats.isFile() && isArchiveName(root)) {
		yield* findInZip(root, {signal, onPassedOver}, problem);
		return;
	}
	if (!stats.isDirectory()) {
		yield root;
		return;
	}
	const folders: Dirent[] = [];
	const zips: string[] = [];
	try {
		// Streamed, which `readdir` is not: of a folder with 100,000 pictures the first is there at once.
		for await (const entry of await opendir(root, {bufferSize: 128})) {
			if (signal?.aborted) throw new AppError('CANCELLED');
			if (!hidden && entry.name.startsWith('.')) continue;
			if (entry.isDirectory()) {
				folders.push(entry);
				onFolder?.(entry.name);
			} else if (entry.isFile()) {
				const path = join(root, entry.name);
				if (!(isNamedPicture(entry.name) ?? (await isPictureFile(path)))) {
					await passOver(path, onPassedOver);
					continue;
				}
				if (unpack && isZipName(entry.name)) zips.push(path);
				else yield path;
			} else if (isPictureLink(entry)) onPassedOver?.(join(root, entry.name));
		}
	} catch (error) {
		if (error instanceof AppError) throw error;
		problem(openingError(root, error));
		return;
	}
	if (recursive && folders.length > 0) {
		for await (const path of findDeeper(root, folders, {hidden, signal, onPassedOver}, problem)) {
			if (unpack && isZipName(path)) zips.push(path);
			else yield path;
		}
	}
	// Only now: the folder of an archive would be met as well while its own is listed.
	for (const zip of zips) yield* findInZip(zip, {signal, onPassedOver}, problem);
}

/** Names a file that is no picture, or what is in a ZIP, where pictures may be in that. */
async function passOver(path: string, onPassedOver: FindOptions['onPassedOver']): Promise<void> {
	if (!onPassedOver) return;
	if (mayHoldPictures(path)) onPassedOver(path);
	else if (isZipName(path)) for (const one of await (await import('./unzip.ts')).unopenedIn(path)) onPassedOver(one);
}

type Inner = {readonly signal: AbortSignal | undefined; readonly onPassedOver: FindOptions['onPassedOver']};

async function* findInZip(
	zip: string,
	{signal, onPassedOver = () => {}}: Inner,
	problem: (error: AppError) => void,
): AsyncGenerator<string> {
	try {
		const {unpackZip} = await import('./unzip.ts');
		const folder = await unpackZip(zip, {signal, onProblem: problem, onPassedOver});
		// Without a picture there is no folder.
		if (existsSync(folder)) yield* findBelow(folder, {recursive: true, signal}, problem);
	} catch (error) {
		if (!(error instanceof AppError) || error.code === 'CANCELLED') throw error;
		problem(error);
	}
}

/** Pictures below the folders inside `root`, which is listed already. */
async function* findDeeper(
	root: string,
	folders: readonly Dirent[],
	{
		hidden,
		signal,
		onPassedOver,
	}: {
		readonly hidden: boolean;
		readonly signal: AbortSignal | undefined;
		readonly onPassedOver: FindOptions['onPassedOver'];
	},
	problem: (error: AppError) => void,
): AsyncGenerator<string> {
	const {default: glob} = await import('fast-glob');
	const problems: AppError[] = [];
	const stream = glob.globStream('*/**/*', {
		cwd: root,
		dot: hidden,
		deep: deepest,
		followSymbolicLinks: false,
		fs: {readdir: listing(resolve(root), {folders, hidden, onPassedOver}, error => problems.push(error))},
	});
	try {
		for await (const found of stream as AsyncIterable<string>) {
			if (signal?.aborted) throw new AppError('CANCELLED');
			const path = join(root, found);
			if (await isPictureFile(path)) yield path;
			else await passOver(path, onPassedOver);
		}
	} finally {
		(stream as unknown as {destroy?(): void}).destroy?.();
	}
	for (const error of problems) problem(error);
}

/**
 * `readdir` for fast-glob that reports a folder it may not list and calls it empty: of its own accord fast-glob either
 * ends the whole walk at the first one or says nothing. It is called with and without options.
 */
function listing(
	root: string,
	{
		folders,
		hidden,
		onPassedOver,
	}: {
		readonly folders: readonly Dirent[];
		readonly hidden: boolean;
		readonly onPassedOver: FindOptions['onPassedOver'];
	},
	report: (error: AppError) => void,
): typeof fs.readdir {
	type Callback = (error: NodeJS.ErrnoException | null, entries: ReadonlyArray<Dirent | string>) => void;
	const readdir = (folder: string, ...rest: [Callback] | [{withFileTypes: true}, Callback]) => {
		const callback = rest.at(-1) as Callback;
		const answer: Callback = (error, entries) => {
			if (error) report(openingError(folder, error));
			for (const entry of error ? [] : entries) {
				if (typeof entry === 'string' || !isPictureLink(entry)) continue;
				if (hidden || !entry.name.startsWith('.')) onPassedOver?.(join(folder, entry.name));
			}
			callback(null, error ? [] : entries);
		};
		if (resolve(folder) === root) {
			process.nextTick(answer, null, rest.length === 1 ? folders.map(({name}) => name) : folders);
		} else if (rest.length === 1) fs.readdir(folder, answer);
		else fs.readdir(folder, rest[0], answer);
	};
	return readdir as unknown as typeof fs.readdir;
}

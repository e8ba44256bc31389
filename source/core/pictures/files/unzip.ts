import {randomBytes} from 'node:crypto';
import {existsSync, type Stats} from 'node:fs';
import {lstat, readFile, rename, rm, stat, writeFile} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import type {Entry, ZipFile} from 'yauzl';
import {AppError} from '../../errors.ts';
import {makeFolder} from '../../make-folder.ts';
import {openingError} from '../../opening-error.ts';
import {sizeLimit} from '../open.ts';
import {isNamedPicture, isZipName, mayHoldPictures, nameInArchive, unpackedFolder} from './extensions.ts';
import {sniff} from './sniff.ts';

/** More is no e-mail attachment: an archive can hold a thousand times its size. */
const limits = {pictures: 10_000, bytes: 2_000_000_000} as const;

export type UnzipOptions = {
	readonly signal?: AbortSignal | undefined;
	/** Called for each picture of the archive that is left out. */
	readonly onProblem: (problem: AppError) => void;
	/** Called for each file of the archive that is not opened although it may hold pictures: `mail.zip/scans.rar`. */
	readonly onPassedOver: (path: string) => void;
};

/**
 * Unpacks the pictures of a ZIP, or of an Office document, into a folder beside it that has its name, and returns that
 * folder. Pictures that are there already are left as they are; nothing but pictures is written, and nothing through a
 * link, which may lead anywhere.
 *
 * @throws AppError DAMAGED_IMAGE, TOO_LARGE {pictures or unpacked, limit}, UNSUPPORTED_IMAGE {needs: 'password'},
 * NOT_WRITABLE, CANCELLED, and what opening a file throws
 */
export async function unpackZip(path: string, options: UnzipOptions): Promise<string> {
	const {mode} = await stat(path).catch(error => {
		throw openingError(path, error);
	});
	const {default: yauzl} = await import('yauzl');
	const folder = unpackedFolder(path);
	const mustBeFolder = linkCheck();
	await mustBeFolder(folder);
	let zip: ZipFile | undefined;
	try {
		zip = await yauzl.openPromise(path, {decodeStrings: false});
		if (zip.entryCount > limits.pictures) await mustHaveFewPictures(path, options.signal);
		let left: number = limits.bytes;
		for await (const entry of zip.eachEntry()) {
			if (options.signal?.aborted) throw new AppError('CANCELLED', {path});
			const name = nameInArchive(path, nameOf(entry) ?? '');
			if (name && isUnopened(name)) options.onPassedOver(`${path}/${name}`);
			if (!name || !mayBePicture(name)) continue;
			if (entry.isEncrypted()) throw new AppError('UNSUPPORTED_IMAGE', {path, format: 'ZIP', needs: 'password'});
			left -= entry.uncompressedSize;
			if (entry.uncompressedSize > sizeLimit) {
				const details = {path: `${path}/${name}`, bytes: entry.uncompressedSize, limit: sizeLimit};
				options.onProblem(new AppError('TOO_LARGE', details));
				continue;
			}
			if (left < 0) throw new AppError('TOO_LARGE', {path, unpacked: limits.bytes - left, limit: limits.bytes});
			const bytes = await bytesOf(zip, entry);
			if (sniff(bytes).kind === 'other' && !isNamedPicture(name)) continue;
			for (const inside of foldersOf(name)) await mustBeFolder(join(folder, inside));
			await save(join(folder, name), bytes, mode & 0o777);
		}
		return folder;
	} catch (error) {
		if (error instanceof AppError) throw error;
		throw new AppError('DAMAGED_IMAGE', {path, reason: error instanceof Error ? error.message : String(error)});
	} finally {
		zip?.close();
	}
}

/** Whether a file of an archive is not opened although it may hold pictures: another archive, a document. */
const isUnopened = (name: string): boolean =>
	(mayHoldPictures(name) || isZipName(name)) && !name.split('/').some(part => part.startsWith('.'));

const mayBePicture = (name: string): boolean => isNamedPicture(name) !== false && !isZipName(name);

/** The names of the files in an archive, by its list; nothing is unpacked. */
async function* namesIn(path: string): AsyncGenerator<string> {
	const {default: yauzl} = await import('yauzl');
	const zip = await yauzl.openPromise(path, {decodeStrings: false});
	try {
		for await (const entry of zip.eachEntry()) {
			const name = nameInArchive(path, nameOf(entry) ?? '');
			if (name) yield name;
		}
	} finally {
		zip.close();
	}
}

/**
 * The files of an archive that are not opened although they may hold pictures. One whose list cannot be read is one itself,
 * unless it is unpacked already. Never throws.
 */
export async function unopenedIn(path: string): Promise<readonly string[]> {
	const found: string[] = [];
	try {
		for await (const name of namesIn(path)) if (isUnopened(name)) found.push(`${path}/${name}`);
	} catch {
		return existsSync(unpackedFolder(path)) ? [] : [path];
	}
	return found;
}

/**
 * Counts before anything is written. What is no picture is not unpacked, and does not count.
 *
 * @throws AppError TOO_LARGE {pictures, limit}, CANCELLED
 */
async function mustHaveFewPictures(path: string, signal: AbortSignal | undefined): Promise<void> {
	let pictures = 0;
	for await (const name of namesIn(path)) {
		if (signal?.aborted) throw new AppError('CANCELLED', {path});
		if (mayBePicture(name)) pictures++;
	}
	if (pictures > limits.pictures) throw new AppError('TOO_LARGE', {path, pictures, limit: limits.pictures});
}

/**
 * The name inside the archive's own folder, wherever it says it belongs. It is in UTF-8, or as Chinese Windows writes it,
 * whatever the archive says. Undefined for what is no file of a person.
 */
function nameOf({fileName}: Entry): string | undefined {
	let name: string;
	try {
		name = new TextDecoder('utf-8', {fatal: true}).decode(fileName);
	} catch {
		name = new TextDecoder('gb18030').decode(fileName);
	}
	const parts = name.replaceAll('\\', '/').split('/');
	if (parts.at(-1) === '' || parts.some(part => part === '__MACOSX' || part.startsWith('._'))) return undefined;
	// Characters that a file system refuses, or a terminal acts on.
	const inside = parts.filter(part => !['', '.', '..'].includes(part));
	if (inside.length === 0) return undefined;
	return inside.map(part => part.replace(/[<>:"|?*\x00-\x1f\x7f-\x9f]/g, '_')).join('/');
}

/** The bytes of an entry; the library checks that they are as many as the archive says. */
async function bytesOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
	const parts: Buffer[] = [];
	for await (const chunk of await zip.openReadStreamPromise(entry)) parts.push(chunk as Buffer);
	return Buffer.concat(parts);
}

/** The folders that a name of the archive is in: `a`, `a/b` of `a/b/c.jpg`. */
const foldersOf = (name: string): readonly string[] => {
	const parts = name.split('/').slice(0, -1);
	return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
};

/** Returns a function that checks that a path is no link; each path once. */
function linkCheck(): (path: string) => Promise<void> {
	const checked = new Set<string>();
	return async path => {
		if (checked.has(path)) return;
		const stats = await lstat(path).catch(() => undefined);
		if (stats?.isSymbolicLink()) throw new AppError('NOT_WRITABLE', {path, reason: 'LINK'});
		checked.add(path);
	};
}

/** Writes a picture whole or not at all, under another name where something else has its own. */
async function save(path: string, bytes: Buffer, mode: number): Promise<void> {
	for (let number = 1; ; number++) {
		const target = number === 1 ? path : numbered(path, number);
		const there = await lstat(target).catch(() => undefined);
		if (there && (await holds(target, there, bytes))) return;
		if (there) continue;
		// A name that is free: a link of a name that can be foreseen would be followed.
		const part = join(dirname(target), `.${randomBytes(8).toString('hex')}.part`);
		try {
			await makeFolder(dirname(target));
			await writeFile(part, bytes, {mode, flag: 'wx'});
			await rename(part, target);
			return;
		} catch (error) {
			await rm(part, {force: true}).catch(() => undefined);
			const reason = (error as NodeJS.ErrnoException).code ?? String(error);
			throw new AppError('NOT_WRITABLE', {path: target, reason}, {cause: error});
		}
	}
}

/** Whether a file has this content. What is no file is not opened: a link leads elsewhere, a FIFO has no end. */
async function holds(path: string, stats: Stats, bytes: Buffer): Promise<boolean> {
	if (!stats.isFile() || stats.size !== bytes.length) return false;
	const content = await readFile(path).catch(() => undefined);
	return content?.equals(bytes) ?? false;
}

const numbered = (path: string, number: number): string => {
	const name = basename(path);
	const dot = name.lastIndexOf('.');
	const at = dot > 0 ? path.length - name.length + dot : path.length;
	return `${path.slice(0, at)} (${number})${path.slice(at)}`;
};

import {createHash} from 'node:crypto';
import type {Stats} from 'node:fs';
import {constants} from 'node:fs';
import {type FileHandle, open, stat} from 'node:fs/promises';
import {AppError} from '../errors.ts';
import {openingError} from '../opening-error.ts';
import {pictureAddress} from '../picture-address.ts';
import {type Sniffed, sniff, sniffedBytes} from './files/sniff.ts';
import {recall, remember} from './formats/last-file.ts';
import {countPages} from './formats/pages.ts';
import type {Picture} from './picture.ts';

/** Bytes; a scan of one page at 600 dpi, uncompressed, is about 50 MB. */
export const sizeLimit = 60 * 1024 * 1024;

/**
 * Reads a picture file and detects its format by its content. Nothing is decoded.
 *
 * @param path A file; or a page of it (`scan.tif#2`), where no file has this name. Without a page, the first is meant.
 * @throws AppError FILE_NOT_FOUND {pages for a page that the file does not have}, NOT_A_FILE {what}, NOT_READABLE
 * {reason}, TOO_LARGE {bytes, limit}, NOT_AN_IMAGE {seems}, UNSUPPORTED_IMAGE {format}, DAMAGED_IMAGE {format}; each with
 * `path` in its details.
 */
export async function openPicture(path: string): Promise<Picture> {
	const {file, page, stats} = await findFile(path).catch(error => {
		throw openingError(path, error);
	});
	const before = recall(file, stats);
	if (before) return onPage({...before, path}, page);
	const {bytes, mode, modified} = await readPictureFile(path);
	const read = await pictureOf(path, bytes);
	const picture = {...read, bytes: inThreads(read), mode, file: {bytes: bytes.length, modified}};
	if (picture.pages > 1) remember(file, stats, picture);
	return onPage(picture, page);
}

/** The bytes of a file, in memory that threads share where each page goes to one: a scan of 40 pages is not copied 40 times. */
function inThreads({bytes, format, pages}: Picture): Uint8Array {
	if (pages === 1 || format !== 'pdf') return bytes;
	const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
	shared.set(bytes);
	return shared;
}

/** A page of a picture; of one with one page any number means that page: it may count the passports on it. */
export function onPage(picture: Picture, page: number): Picture {
	const {path, pages} = picture;
	if (pages > 1 && page > pages) throw new AppError('FILE_NOT_FOUND', {path, reason: 'ENOENT', pages});
	return {...picture, page: Math.min(page, pages)};
}

/**
 * Whether a file is a picture that can be opened, by its size and its first bytes.
 *
 * @throws AppError as `openPicture`
 */
export async function checkPicture(path: string): Promise<void> {
	const {bytes} = await readPictureFile(path, sniffedBytes);
	formatOf(path, bytes);
}

/** The hash of a file that is no picture, or no whole one; undefined where it cannot be read. Never throws. */
export async function contentHash(path: string): Promise<string | undefined> {
	try {
		const {bytes} = await readPictureFile(path);
		return createHash('sha256').update(bytes).digest('hex');
	} catch {
		return undefined;
	}
}

/**
 * Returns bytes that are no file as a picture, of which the first page is meant.
 *
 * @param path What messages call it.
 */
export async function pictureOf(path: string, bytes: Uint8Array): Promise<Picture> {
	if (bytes.length > sizeLimit) throw new AppError('TOO_LARGE', {path, bytes: bytes.length, limit: sizeLimit});
	const {format, start} = formatOf(path, bytes);
	const pages = await countPages(bytes.subarray(start), format);
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	return {path, bytes: bytes.subarray(start), format, pages, page: 1, sha256};
}

function formatOf(path: string, bytes: Uint8Array): Extract<Sniffed, {kind: 'picture'}> {
	const told = sniff(bytes.subarray(0, sniffedBytes));
	if (told.kind === 'unsupported') throw new AppError('UNSUPPORTED_IMAGE', {path, format: told.format});
	if (told.kind === 'cut') throw new AppError('DAMAGED_IMAGE', {path, format: told.format});
	if (told.kind === 'other') throw new AppError('NOT_AN_IMAGE', {path, seems: told.seems});
	return told;
}

type ReadFile = {readonly bytes: Uint8Array; readonly mode: number; readonly modified: number};

/** The file that a path means, and the page of it: a file that has a page's address as its name is that file. */
export async function findFile(
	path: string,
): Promise<{readonly file: string; readonly page: number; readonly stats: Stats}> {
	try {
		return {file: path, page: 1, stats: await stat(path)};
	} catch (error) {
		const {file, page} = pictureAddress(path);
		if (file === path) throw error;
		return {file, page, stats: await stat(file)};
	}
}

async function readPictureFile(path: string, most = sizeLimit): Promise<ReadFile> {
	let handle: FileHandle | undefined;
	try {
		const {file, stats: before} = await findFile(path);
		// Before opening: opening a device can act on it.
		mustBeFile(path, before);
		// Not blocking, and asked again: what was a file may be a FIFO by now, and opening one waits for a writer for ever.
		handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
		const stats = await handle.stat();
		mustBeFile(path, stats);
		if (stats.size > sizeLimit) throw new AppError('TOO_LARGE', {path, bytes: stats.size, limit: sizeLimit});
		const bytes = await readUpTo(handle, Math.min(most, stats.size));
		return {bytes, mode: stats.mode & 0o777, modified: Math.trunc(stats.mtimeMs)};
	} catch (error) {
		throw openingError(path, error);
	} finally {
		await handle?.close();
	}
}

/** Not `readFile`: a file that grows while it is read would be read without end. */
async function readUpTo(handle: FileHandle, size: number): Promise<Uint8Array> {
	const bytes = new Uint8Array(size);
	let filled = 0;
	while (filled < size) {
		const {bytesRead} = await handle.read(bytes, filled, size - filled, filled);
		if (bytesRead === 0) break;
		filled += bytesRead;
	}
	return bytes.subarray(0, filled);
}

function mustBeFile(path: string, stats: Stats): void {
	if (stats.isFile()) return;
	const what = stats.isDirectory() ? 'folder' : stats.isFIFO() ? 'fifo' : stats.isSocket() ? 'socket' : 'device';
	throw new AppError('NOT_A_FILE', {path, what});
}

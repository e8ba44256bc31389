import type {Stats} from 'node:fs';
import {closeSync, constants, fstatSync, openSync, readFileSync, readSync} from 'node:fs';
import {open} from 'node:fs/promises';
import {isCleanJson} from '../../clean-text.ts';
import {fromJson, type Sidecar} from './from-json.ts';
import {asEscapes} from './json-text.ts';

/** Bytes; the original skill keeps portraits in base64, a record is a few kilobytes, and a file may have 1,000 pages. */
const sizeLimit = 16 * 1024 * 1024;

/** An empty file younger than this may be one that another process is writing. Milliseconds. */
const beingWritten = 5_000;

const foreign: Sidecar = {kind: 'foreign'};

/** What the system says of a link, a socket, a folder or a device, which are no results. */
const otherKinds = new Set(['ELOOP', 'EMLINK', 'ENXIO', 'ENODEV', 'EOPNOTSUPP', 'EISDIR', 'ENOTDIR']);

/** A link is not followed, and a FIFO not waited for. */
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * What is at a path where a sidecar may be; undefined when nothing is. What is a link, a FIFO or no JSON is foreign.
 * Never throws.
 */
export async function readSidecarFile(path: string): Promise<Sidecar | undefined> {
	try {
		const handle = await open(path, flags);
		try {
			const stats = await handle.stat();
			return isReadable(stats) ? sidecarIn(await handle.readFile('utf8'), stats) : foreign;
		} finally {
			await handle.close();
		}
	} catch (error) {
		return withoutSidecar(error);
	}
}

/** Room for nearly every sidecar. */
const usual = Buffer.allocUnsafe(1 << 16);

/** The same, at once: of many small files, waiting for each takes longer than reading it. */
export function readSidecarFileNow(path: string): Sidecar | undefined {
	try {
		const file = openSync(path, flags);
		try {
			// Asking for the size of each takes as long as reading it: one that is not in the room is asked about.
			const length = readSync(file, usual, 0, usual.length, 0);
			if (length > 0 && length < usual.length && usual[0] !== 0) return fromUtf8(usual, length);
			const stats = fstatSync(file);
			return isReadable(stats) ? sidecarIn(readFileSync(file, 'utf8'), stats) : foreign;
		} finally {
			closeSync(file);
		}
	} catch (error) {
		return withoutSidecar(error);
	}
}

const isReadable = (stats: Stats): boolean => stats.isFile() && stats.size <= sizeLimit;

function sidecarIn(text: string, {mtimeMs}: Stats): Sidecar {
	if (/^\0*$/.test(text)) return Date.now() - mtimeMs > beingWritten ? {kind: 'empty'} : foreign;
	return fromText(text);
}

function fromText(text: string): Sidecar {
	const json = text.startsWith('\ufeff') ? text.slice(1) : text;
	return fromJson(JSON.parse(json), isCleanJson(json));
}

/** The first byte of a mark of the byte order. */
const markByte = 0xef;

const beyondAscii = /[\x80-\xff]+/g;

/**
 * The same of bytes. In most files a few names alone are not ASCII: these are decoded, and parsed as escapes, so that all
 * else is a text of one byte a character.
 */
function fromUtf8(bytes: Buffer, length: number): Sidecar {
	const byByte = bytes.toString('latin1', 0, length);
	// A backslash in front of such a character is no JSON, but would be with an escape.
	if (bytes[0] === markByte || byByte.includes('\\')) return fromText(bytes.toString('utf8', 0, length));
	// Any other control character is no JSON.
	let isClean = !byByte.includes('\x7f');
	const json = byByte.replace(beyondAscii, found => {
		const text = Buffer.from(found, 'latin1').toString('utf8');
		isClean &&= isCleanJson(text);
		return asEscapes(text);
	});
	return fromJson(JSON.parse(json), isClean);
}

function withoutSidecar(error: unknown): Sidecar | undefined {
	const {code, errno} = error as NodeJS.ErrnoException;
	if (code === 'ENOENT' || code === 'ENAMETOOLONG') return undefined;
	// Network drives have many more codes than can be listed: what is in such a file is not known.
	const isOfSystem = code !== undefined && errno !== undefined;
	return isOfSystem && !otherKinds.has(code) ? {kind: 'unreadable', reason: code} : foreign;
}

import {constants} from 'node:fs';
import {open} from 'node:fs/promises';
import {fromJson, type Sidecar} from './from-json.ts';

/** Bytes; the original skill keeps portraits in base64, a record is a few kilobytes, and a file may have 1,000 pages. */
const sizeLimit = 16 * 1024 * 1024;

/** An empty file younger than this may be one that another process is writing. Milliseconds. */
const beingWritten = 5_000;

const foreign: Sidecar = {kind: 'foreign'};

/** The user may not, or the disk cannot: what is in it is not known. */
const unreadable = new Set(['EACCES', 'EPERM', 'EIO', 'EBUSY', 'ESTALE', 'EMFILE', 'ENFILE', 'ETIMEDOUT']);

/**
 * What is at a path where a sidecar may be; undefined when nothing is. What is a link, a FIFO or no JSON is foreign.
 * Never throws.
 */
export async function readSidecarFile(path: string): Promise<Sidecar | undefined> {
	try {
		const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
		try {
			const stats = await handle.stat();
			if (!stats.isFile() || stats.size > sizeLimit) return foreign;
			const text = await handle.readFile('utf8');
			if (/^\0*$/.test(text)) return Date.now() - stats.mtimeMs > beingWritten ? {kind: 'empty'} : foreign;
			return fromJson(JSON.parse(text.replace(/^\ufeff/, '')));
		} finally {
			await handle.close();
		}
	} catch (error) {
		const {code} = error as NodeJS.ErrnoException;
		if (unreadable.has(code ?? '')) return {kind: 'unreadable', reason: code!};
		return code === 'ENOENT' || code === 'ENAMETOOLONG' ? undefined : foreign;
	}
}

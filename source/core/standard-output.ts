import {fstatSync, writeSync} from 'node:fs';
import type {Writable} from 'node:stream';

type Write = (chunk: Uint8Array) => number;

/** A standard stream, with the number of its file. */
type Standard = Pick<NodeJS.WriteStream, 'isTTY' | '_write'> & {readonly fd: number};

/** Ways in which nothing can be shown any more: no reader, no terminal. */
export const isUnread = (error: NodeJS.ErrnoException): boolean =>
	['EPIPE', 'EIO', 'ERR_STREAM_DESTROYED'].includes(error.code ?? '');

/** Milliseconds until a device that takes nothing now is asked again. */
const pause = 5;

/** Writes all of `bytes`, however little of them each call takes. */
function writeAll(bytes: Uint8Array, write: Write): void {
	let rest = bytes;
	while (rest.length > 0) {
		try {
			rest = rest.subarray(write(rest));
		} catch (error) {
			const {code} = error as NodeJS.ErrnoException;
			if (code !== 'EAGAIN' && code !== 'EINTR') throw error;
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
		}
	}
}

/** Files and devices such as /dev/full; Node itself writes all to pipes and terminals. */
function isWrittenAsFile(stream: Standard): boolean {
	if (stream.isTTY) return false;
	try {
		const stats = fstatSync(stream.fd);
		return stats.isFile() || stats.isCharacterDevice() || stats.isBlockDevice();
	} catch {
		return false;
	}
}

/**
 * Makes a standard stream that is a file fail where the disk takes only a part. Node writes a chunk to a file with one
 * call and does not look at how much of it was written.
 */
export function checkWrites(stream: Standard, write: Write = (chunk: Uint8Array) => writeSync(stream.fd, chunk)): void {
	if (!isWrittenAsFile(stream)) return;
	stream._write = (chunk, encoding, done) => {
		try {
			writeAll(typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk, write);
		} catch (error) {
			done(error as Error);
			return;
		}
		done();
	};
}

/** Waits until all that was given to a stream is written, and its listeners know of what could not be. */
export async function written(stream: Writable): Promise<void> {
	// An empty chunk to a pipe without a reader is one more failure.
	if (stream.writableLength > 0) await new Promise<void>(resolve => stream.write('', () => resolve()));
	// A stream calls its listeners in the next tick.
	await new Promise(resolve => setImmediate(resolve));
}

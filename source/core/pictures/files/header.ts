import {constants} from 'node:fs';
import {open} from 'node:fs/promises';
import {sniffedBytes} from './sniff.ts';

/** Returns the first bytes of a file, as many as `sniff` needs. Throws what the file system does. */
export async function readHeader(path: string): Promise<Uint8Array> {
	// Not blocking: opening a FIFO waits for a writer.
	const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
	try {
		const bytes = new Uint8Array(sniffedBytes);
		const {bytesRead} = await handle.read(bytes, 0, bytes.length, 0);
		return bytes.subarray(0, bytesRead);
	} finally {
		await handle.close();
	}
}

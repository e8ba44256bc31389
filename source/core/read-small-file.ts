import {constants} from 'node:fs';
import {open} from 'node:fs/promises';

/** Bytes; settings and counts are a few hundred. */
const sizeLimit = 1024 * 1024;

const failure = (code: string): NodeJS.ErrnoException => Object.assign(new Error(code), {code});

/**
 * The text of a small file. What is no file is an error instead of a wait: reading a FIFO ends when a writer comes.
 *
 * @throws what the file system says; with the code NOT_A_FILE, EISDIR or EFBIG for what is not a small file
 */
export async function readSmallFile(path: string): Promise<string> {
	const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
	try {
		const stats = await handle.stat();
		if (!stats.isFile()) throw failure(stats.isDirectory() ? 'EISDIR' : 'NOT_A_FILE');
		if (stats.size > sizeLimit) throw failure('EFBIG');
		return await handle.readFile('utf8');
	} finally {
		await handle.close();
	}
}

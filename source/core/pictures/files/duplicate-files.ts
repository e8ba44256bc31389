import {createHash} from 'node:crypto';
import {createReadStream} from 'node:fs';
import {grouped} from '../../grouped.ts';

export type SizedPath = {readonly path: string; readonly size: number};

/** Bytes that are read at most to find what is the same: looking must not cost more than reading. */
const mostBytes = 2_000_000_000;

/**
 * Files with the same content, found by size first: only what another one equals in length is read. Gives each file
 * that repeats one before it in `files`, as soon as that is known. Ends without a word when `signal` is aborted, or when
 * two gigabytes were read.
 */
export async function* findDuplicateFiles(
	files: readonly SizedPath[],
	signal: AbortSignal,
): AsyncGenerator<{readonly path: string; readonly sameAs: string}> {
	let read = 0;
	for (const [size, group] of grouped(files, file => [file.size])) {
		if (size === 0 || group.length < 2) continue;
		const first = new Map<string, string>();
		for (const {path} of group) {
			read += size;
			if (signal.aborted || read > mostBytes) return;
			const digest = await digestOf(path, signal);
			if (digest === undefined) continue;
			const sameAs = first.get(digest);
			if (sameAs !== undefined) yield {path, sameAs};
			else first.set(digest, path);
		}
	}
}

async function digestOf(path: string, signal: AbortSignal): Promise<string | undefined> {
	const hash = createHash('sha256');
	try {
		for await (const chunk of createReadStream(path, {signal})) hash.update(chunk as Buffer);
		return hash.digest('hex');
	} catch {
		return undefined;
	}
}

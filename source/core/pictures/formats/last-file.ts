import type {Stats} from 'node:fs';
import {resolve} from 'node:path';
import type {Picture} from '../picture.ts';

/** The file of several pages that was opened last: its pages are read one after another. */
let last:
	| {readonly mark: string; readonly picture: Omit<Picture, 'bytes'>; readonly bytes: WeakRef<Uint8Array>}
	| undefined;

/** Changes with the file, as far as a file system shows. */
const markOf = (file: string, {dev, ino, size, mtimeMs, ctimeMs}: Stats): string =>
	[resolve(file), dev, ino, size, mtimeMs, ctimeMs].join(' ');

/** Keeps what was read of a file until another one comes, or its bytes are needed nowhere else. */
export function remember(file: string, stats: Stats, {bytes, ...picture}: Picture): void {
	last = {mark: markOf(file, stats), picture, bytes: new WeakRef(bytes)};
}

/** Returns what was read of a file, unless it has changed. */
export function recall(file: string, stats: Stats): Picture | undefined {
	if (last?.mark !== markOf(file, stats)) return undefined;
	const bytes = last.bytes.deref();
	return bytes && {...last.picture, bytes};
}

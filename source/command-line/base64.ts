import {readFile, stat} from 'node:fs/promises';
import {decodeText} from '../core/decode-text.ts';
import {AppError} from '../core/errors.ts';
import {openingError} from '../core/opening-error.ts';
import {base64Picture} from '../core/pictures/files/base64.ts';
import {pictureOf, sizeLimit} from '../core/pictures/open.ts';
import type {Picture} from '../core/pictures/picture.ts';
import {letterLimit, readBytes} from './read-text.ts';

/**
 * A picture given as base64 text; `-` is standard input and `@F` a file: Linux refuses an argument of more than 128 KiB.
 *
 * @param path Its name in messages.
 * @throws AppError NOT_AN_IMAGE {seems} and the other errors of `base64Picture`, of opening a file and of `readBytes`
 */
export async function openBase64(path: string, text: string, stdin: AsyncIterable<Buffer | string>): Promise<Picture> {
	if (text === '-') return await pictureIn(path, await readBytes(path, stdin, letterLimit));
	return text.startsWith('@') ? await pictureIn(path, await bytesOf(text.slice(1))) : await base64Picture(path, text);
}

/** Bytes that are a picture themselves are taken as they are. */
async function pictureIn(path: string, bytes: Buffer): Promise<Picture> {
	return await base64Picture(path, decodeText(bytes)).catch(async error => {
		return await pictureOf(path, bytes).catch(() => {
			throw error;
		});
	});
}

async function bytesOf(file: string): Promise<Buffer> {
	try {
		const stats = await stat(file);
		if (!stats.isFile())
			throw new AppError('NOT_A_FILE', {path: file, what: stats.isDirectory() ? 'folder' : 'device'});
		if (stats.size > letterLimit) throw new AppError('TOO_LARGE', {path: file, bytes: stats.size, limit: sizeLimit});
		return await readFile(file);
	} catch (error) {
		throw openingError(file, error);
	}
}

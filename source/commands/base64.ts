import {AppError} from '../core/errors.ts';
import {pictureOf, sizeLimit} from '../core/pictures/open.ts';
import type {Picture} from '../core/pictures/picture.ts';

/** What stands before the data in a `data:` URL. */
const prefix = /^data:[^,]{0,200},/;

/** Four letters for three bytes, and some for line ends. */
const letterLimit = Math.ceil((sizeLimit * 4) / 3) * 1.1;

/**
 * A picture given as base64 text, `-` being standard input: Linux refuses an argument of more than 128 KiB.
 *
 * @param path What people are told about it.
 * @throws AppError NOT_AN_IMAGE {seems} and the other errors of `pictureOf`; TOO_LARGE {bytes, limit}
 */
export async function openBase64(path: string, text: string, stdin: AsyncIterable<Buffer | string>): Promise<Picture> {
	const letters = (text === '-' ? await readAll(path, stdin) : text).trim().replace(prefix, '').replace(/\s+/g, '');
	// Buffer.from skips what is no base64 and makes something of anything.
	if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(letters)) throw new AppError('NOT_AN_IMAGE', {path, seems: 'text'});
	return pictureOf(path, Buffer.from(letters, 'base64'));
}

async function readAll(path: string, stream: AsyncIterable<Buffer | string>): Promise<string> {
	const parts: string[] = [];
	let length = 0;
	for await (const chunk of stream) {
		length += chunk.length;
		if (length > letterLimit) throw new AppError('TOO_LARGE', {path, bytes: length, limit: sizeLimit});
		parts.push(chunk.toString());
	}

	return parts.join('');
}

import {AppError} from '../core/errors.ts';
import {pictureOf} from '../core/pictures/open.ts';
import type {Picture} from '../core/pictures/picture.ts';
import {readText} from './read-text.ts';

/** What stands before the data in a `data:` URL. */
const prefix = /^data:[^,]{0,200},/;

/**
 * A picture given as base64 text, `-` being standard input: Linux refuses an argument of more than 128 KiB.
 *
 * @param path What people are told about it.
 * @throws AppError NOT_AN_IMAGE {seems} and the other errors of `pictureOf`
 */
export async function openBase64(path: string, text: string, stdin: AsyncIterable<Buffer | string>): Promise<Picture> {
	const letters = (text === '-' ? await readText(path, stdin) : text).trim().replace(prefix, '').replace(/\s+/g, '');
	// Buffer.from skips what is no base64 and makes something of anything.
	if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(letters)) throw new AppError('NOT_AN_IMAGE', {path, seems: 'text'});
	return pictureOf(path, Buffer.from(letters, 'base64'));
}

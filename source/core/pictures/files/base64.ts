import {AppError} from '../../errors.ts';
import {pictureOf} from '../open.ts';
import type {Picture} from '../picture.ts';

/** What comes before the data in a `data:` URL. */
const prefix = /^data:[^,]{0,200},/i;

/**
 * A picture given as base64 text: with or without `data:…,` before it, in one line or many, in the usual alphabet or the
 * one for URLs, percent-encoded or not.
 *
 * @param path The name under which it is shown.
 * @throws AppError NOT_AN_IMAGE {seems} and the other errors of `pictureOf`
 */
export async function base64Picture(path: string, text: string): Promise<Picture> {
	const letters = text
		.replace(/^\ufeff/, '')
		.trim()
		.replace(prefix, '')
		.replace(/%(2B|2F|3D)/gi, decodeURIComponent)
		.replace(/\s+/g, '');
	// Buffer.from skips what is no base64 and makes something of anything.
	if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(letters)) throw new AppError('NOT_AN_IMAGE', {path, seems: 'text'});
	return {...(await pictureOf(path, Buffer.from(letters, 'base64'))), base64: true};
}

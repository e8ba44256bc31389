import {AppError} from '../core/errors.ts';
import {sizeLimit} from '../core/pictures/open.ts';

/** Four letters of base64 for three bytes, and some for line ends: no picture that may be read is longer. */
export const letterLimit = Math.ceil(sizeLimit * 1.5);

/**
 * All of a stream, in UTF-8.
 *
 * @param path What people are told about it.
 * @throws AppError TOO_LARGE {bytes, limit}
 */
export async function readText(path: string, stream: AsyncIterable<Buffer | string>): Promise<string> {
	const parts: Buffer[] = [];
	let length = 0;
	for await (const chunk of stream) {
		length += chunk.length;
		if (length > letterLimit) throw new AppError('TOO_LARGE', {path, bytes: length, limit: sizeLimit});
		parts.push(Buffer.from(chunk));
	}

	return Buffer.concat(parts).toString('utf8');
}

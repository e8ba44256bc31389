import {decodeText} from '../core/decode-text.ts';
import {AppError} from '../core/errors.ts';
import {sizeLimit} from '../core/pictures/open.ts';

/** Four letters of base64 for three bytes, and some for line ends: no picture that may be read is longer. */
export const letterLimit = Math.ceil(sizeLimit * 1.5);

type Stream = AsyncIterable<Buffer | string>;

/**
 * All of a stream.
 *
 * @param path The name in messages.
 * @param most Bytes.
 * @throws AppError TOO_LARGE {bytes, limit}
 */
export async function readBytes(path: string, stream: Stream, most = sizeLimit): Promise<Buffer> {
	const parts: Buffer[] = [];
	let length = 0;
	for await (const chunk of stream) {
		length += chunk.length;
		if (length > most) throw new AppError('TOO_LARGE', {path, bytes: length, limit: sizeLimit});
		parts.push(Buffer.from(chunk));
	}

	return Buffer.concat(parts);
}

/** All of a stream, as text. */
export const readText = async (path: string, stream: Stream): Promise<string> =>
	decodeText(await readBytes(path, stream, letterLimit));

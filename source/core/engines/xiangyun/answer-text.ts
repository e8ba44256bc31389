import {TextDecoder} from 'node:util';
import {brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync} from 'node:zlib';
import type {Dispatcher} from 'undici';
import {AppError} from '../../errors.ts';

/** Bytes, packed or not. Longer answers are none: a portrait is tens of kilobytes. */
const longestAnswer = 4 * 1024 * 1024;

/** What is packed more often is packed to do harm. */
const mostCodings = 2;

type Headers = Dispatcher.ResponseData['headers'];

const tooLong = () => new AppError('BAD_RESPONSE', {reason: 'too-long', sent: 'perhaps'});

/**
 * The text of an answer. It may have been paid for: what is packed, or in another encoding than it says, is understood.
 *
 * @throws AppError BAD_RESPONSE {reason: 'too-long' | 'cut'}; what undici throws where the connection breaks
 */
export async function answerText({headers, body}: Pick<Dispatcher.ResponseData, 'headers' | 'body'>): Promise<string> {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of body as AsyncIterable<Buffer>) {
		length += chunk.length;
		if (length > longestAnswer) throw tooLong();
		chunks.push(chunk);
	}
	return decoded(unpacked(Buffer.concat(chunks), headers), charsetOf(headers));
}

const named = (headers: Headers, name: string): string => String(headers[name] ?? '');

function unpacked(bytes: Buffer, headers: Headers): Buffer {
	const codings = named(headers, 'content-encoding')
		.toLowerCase()
		.split(',')
		.map(coding => coding.trim())
		.filter(coding => coding !== '' && coding !== 'identity');
	// The first bytes of gzip (RFC 1952): some servers do not say that they pack.
	if (codings.length === 0 && bytes[0] === 0x1f && bytes[1] === 0x8b) codings.push('gzip');
	return codings.reverse().slice(0, mostCodings).reduce(unpack, bytes);
}

/** Of an answer that ends early, what is there. */
const bounded = {maxOutputLength: longestAnswer, finishFlush: constants.Z_SYNC_FLUSH};

function unpack(bytes: Buffer, coding: string): Buffer {
	try {
		switch (coding) {
			case 'gzip':
			case 'x-gzip':
				return gunzipSync(bytes, bounded);
			case 'deflate':
				// RFC 9110, 8.4.1.2: zlib; some servers leave its head away.
				return (bytes[0]! & 0x0f) === 8 ? inflateSync(bytes, bounded) : inflateRawSync(bytes, bounded);
			case 'br':
				return brotliDecompressSync(bytes, {maxOutputLength: longestAnswer});
			default:
				return bytes;
		}
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLong();
		// Some servers say so and send it plain.
		if (/^\s*[{[<"]/.test(bytes.toString('latin1', 0, 16))) return bytes;
		throw new AppError('BAD_RESPONSE', {reason: 'cut', sent: 'perhaps'});
	}
}

const charsetOf = (headers: Headers): string =>
	/charset=["']?([\w-]+)/i.exec(named(headers, 'content-type'))?.[1]?.toLowerCase() ?? '';

/** Names under which servers send UTF-8 or Chinese text without knowing better. */
const vague: ReadonlySet<string> = new Set(['', 'utf-8', 'utf8', 'iso-8859-1', 'latin1', 'us-ascii', 'ascii']);

/** UTF-8 where it can be, else GB18030, which has all of GBK; a charset that is named counts where it is a real choice. */
function decoded(bytes: Buffer, charset: string): string {
	if (!vague.has(charset)) {
		try {
			return new TextDecoder(charset).decode(bytes);
		} catch {
			// An unknown name.
		}
	}
	try {
		return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
	} catch {
		return betterOf(new TextDecoder('utf-8').decode(bytes), new TextDecoder('gb18030').decode(bytes));
	}
}

const replaced = (text: string): number => text.split('\ufffd').length;

/** A byte that broke on its way must not turn an answer in UTF-8 into signs. */
const betterOf = (utf8: string, gb18030: string): string =>
	replaced(utf8) <= replaced(gb18030) + 1 && /[\u4e00-\u9fff]/.test(utf8) ? utf8 : gb18030;

import {randomBytes} from 'node:crypto';
import type {Credentials} from '../engine.ts';

export type Body = {readonly contentType: string; readonly bytes: Buffer};

/** The number of the passport among the service's documents, and the only answer that is not XML. */
const fixed = {typeId: '13', format: 'json'} as const;

/**
 * A picture as a file (`recog.do`). The name is neutral: names of files are often names of people, and the service
 * needs none.
 */
export function multipartBody(picture: Uint8Array, extension: string, credentials: Credentials): Body {
	const boundary = randomBytes(16).toString('hex');
	const part = (name: string, value: string) =>
		`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
	const texts = Object.entries({...credentials, ...fixed}).map(([name, value]) => part(name, value));
	const file = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="passport.${extension}"\r\n\r\n`;
	return {
		contentType: `multipart/form-data; boundary=${boundary}`,
		bytes: Buffer.concat([Buffer.from(texts.join('') + file), picture, Buffer.from(`\r\n--${boundary}--\r\n`)]),
	};
}

/** A picture as base64 (`recogliu.do`): one line, no prefix, percent-encoded. */
export function urlencodedBody(picture: Uint8Array, credentials: Credentials): Body {
	const base64 = Buffer.from(picture.buffer, picture.byteOffset, picture.byteLength).toString('base64');
	const img = base64.replace(/[+/=]/g, encodeURIComponent);
	const rest = new URLSearchParams({...credentials, ...fixed});
	return {contentType: 'application/x-www-form-urlencoded', bytes: Buffer.from(`img=${img}&${rest}`)};
}

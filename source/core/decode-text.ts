/**
 * The encoding that the first two bytes show. Windows PowerShell writes UTF-16 into files, and some of its programs
 * into pipes without a mark: then every other byte of the first characters is zero.
 */
function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
	const isLittle = (first === 0xff && second === 0xfe) || (first !== 0 && second === 0);
	const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second !== 0 && second !== undefined);
	return isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8';
}

/** Text in UTF-8 or UTF-16, without its byte order mark. */
export const decodeText = (bytes: Uint8Array): string => new TextDecoder(encodingOf(bytes)).decode(bytes);

/** The same of a stream, part by part. */
export async function* decodeParts(stream: AsyncIterable<Buffer | string>): AsyncGenerator<string, void> {
	let decoder: InstanceType<typeof TextDecoder> | undefined;
	let bytes: Buffer = Buffer.alloc(0);
	for await (const part of stream) {
		bytes = Buffer.concat([bytes, Buffer.from(part as Buffer)]);
		if (!decoder && bytes.length < 2) continue;
		decoder ??= new TextDecoder(encodingOf(bytes));
		yield decoder.decode(bytes, {stream: true});
		bytes = Buffer.alloc(0);
	}
	yield (decoder ?? new TextDecoder()).decode(bytes);
}

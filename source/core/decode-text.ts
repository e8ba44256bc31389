/**
 * Text in UTF-8 or UTF-16, without its byte order mark. Windows PowerShell writes UTF-16 into files, and some of its
 * programs into pipes without a mark: then every other byte of the first characters is zero.
 */
export function decodeText(bytes: Uint8Array): string {
	const [first, second] = bytes;
	const isLittle = (first === 0xff && second === 0xfe) || (first !== 0 && second === 0);
	const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second !== 0 && second !== undefined);
	return new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8').decode(bytes);
}

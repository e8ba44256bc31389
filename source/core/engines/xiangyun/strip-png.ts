/** A PNG without its text, time and EXIF chunks. The picture is bit for bit the same. */
export type StrippedPng = {
	readonly width: number;
	readonly height: number;
	/** Bits of each channel. */
	readonly depth: number;
	/** 0 grey, 2 colour, 3 palette, 4 grey with transparency, 6 colour with transparency (PNG §11.2.1). */
	readonly colour: number;
	readonly bytes: Uint8Array;
};

const personal = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME']);

/** @returns undefined when it is not built as a PNG should be: then a decoder has to look at it. */
export function stripPng(bytes: Uint8Array): StrippedPng | undefined {
	const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (data.toString('latin1', 12, 16) !== 'IHDR' || data.length < 33) return undefined;
	const kept: Buffer[] = [data.subarray(0, 8)];
	let at = 8;
	while (at + 12 <= data.length) {
		const end = at + 12 + data.readUInt32BE(at);
		if (end > data.length) return undefined;
		const type = data.toString('latin1', at + 4, at + 8);
		if (!personal.has(type)) kept.push(data.subarray(at, end));
		at = end;
		if (type === 'IEND') {
			return {
				width: data.readUInt32BE(16),
				height: data.readUInt32BE(20),
				depth: data[24]!,
				colour: data[25]!,
				bytes: Buffer.concat(kept),
			};
		}
	}
	return undefined;
}

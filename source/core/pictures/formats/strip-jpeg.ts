/** A JPEG without what a camera writes about itself: place, time, owner, previews. The picture is bit for bit the same. */
export type StrippedJpeg = {
	/** As stored: before any turn. */
	readonly width: number;
	readonly height: number;
	/** 1 grey, 3 colour, 4 print colours. */
	readonly components: number;
	/** Bits of each. */
	readonly precision: number;
	/** EXIF 1 to 8; 1 is upright. */
	readonly orientation: number;
	readonly bytes: Uint8Array;
};

const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;

/** Baseline, progressive and the other frames; C4, C8 and CC are tables. */
const isFrame = (marker: number): boolean =>
	marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

const hasNoLength = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/**
 * Application segments that change how the pixels are to be seen: JFIF, colour profile, Adobe's transform. All others and
 * comments go.
 */
const isNeeded = (marker: number, segment: Buffer): boolean => {
	if (marker === 0xfe) return false;
	if (marker < 0xe0 || marker > 0xef) return true;
	const name = segment.toString('latin1', 4, 16);
	return name.startsWith('JFIF\0') || name.startsWith('ICC_PROFILE\0') || name.startsWith('Adobe');
};

/**
 * Reads a JPEG's own account of itself; what follows its end (films, further pictures) is left out.
 *
 * @returns undefined when it is not built as a JPEG should be: then a decoder has to look at it.
 */
export function stripJpeg(bytes: Uint8Array): StrippedJpeg | undefined {
	const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (data[0] !== 0xff || data[1] !== startOfImage) return undefined;
	const kept: Buffer[] = [data.subarray(0, 2)];
	let frame: Pick<StrippedJpeg, 'width' | 'height' | 'components' | 'precision'> | undefined;
	let orientation = 1;
	let at = 2;
	while (at + 4 <= data.length) {
		if (data[at] !== 0xff) return undefined;
		const marker = data[at + 1]!;
		if (marker === 0xff) {
			at++;
			continue;
		}
		if (marker === endOfImage) break;
		if (hasNoLength(marker)) {
			kept.push(data.subarray(at, at + 2));
			at += 2;
			continue;
		}
		const end = at + 2 + data.readUInt16BE(at + 2);
		if (end > data.length || end < at + 4) return undefined;
		const segment = data.subarray(at, end);
		if (isFrame(marker)) {
			if (segment.length < 10) return undefined;
			frame = {
				precision: segment[4]!,
				height: segment.readUInt16BE(5),
				width: segment.readUInt16BE(7),
				components: segment[9]!,
			};
		}
		if (marker === 0xe1) orientation = orientationIn(segment) ?? orientation;
		if (isNeeded(marker, segment)) kept.push(segment);
		at = end;
		if (marker === startOfScan) {
			const next = endOfScan(data, at);
			kept.push(data.subarray(at, next));
			at = next;
		}
	}
	if (!frame || data[at] !== 0xff || data[at + 1] !== endOfImage) return undefined;
	kept.push(data.subarray(at, at + 2));
	const length = kept.reduce((sum, part) => sum + part.length, 0);
	return {...frame, orientation, bytes: length === data.length ? bytes : Buffer.concat(kept, length)};
}

/** Where the next marker begins: `FF 00` is data, `FF D0` to `FF D7` are marks within it. */
function endOfScan(data: Buffer, from: number): number {
	for (let at = data.indexOf(0xff, from); at >= 0; at = data.indexOf(0xff, at + 1)) {
		const marker = data[at + 1];
		if (marker !== undefined && marker !== 0 && marker !== 0xff && !hasNoLength(marker)) return at;
	}
	return data.length;
}

/** EXIF tag 0x0112 of the first directory. */
function orientationIn(segment: Buffer): number | undefined {
	if (segment.toString('latin1', 4, 10) !== 'Exif\0\0') return undefined;
	const tiff = segment.subarray(10);
	const little = tiff.toString('latin1', 0, 2) === 'II';
	const short = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
	const long = (at: number) => (at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
	const directory = long(4);
	for (let entry = 0; entry < short(directory); entry++) {
		const at = directory + 2 + entry * 12;
		if (at + 12 > tiff.length) return undefined;
		if (short(at) === 0x0112) {
			const value = short(at + 8);
			return value >= 1 && value <= 8 ? value : undefined;
		}
	}
	return undefined;
}

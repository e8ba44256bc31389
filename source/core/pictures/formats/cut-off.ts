type Pixels = {readonly width: number; readonly height: number; readonly data: Uint8Array};

/** How much of a picture its file holds: a share of its width or height, counted from the side opposite of `side`. */
export type Cut = {readonly side: 'top' | 'right' | 'bottom' | 'left'; readonly share: number};

/** Where the last rows of the stored picture are seen, for Exif's orientations 1 to 8. */
const lastRows = ['bottom', 'bottom', 'top', 'top', 'right', 'left', 'left', 'right'] as const;

/** Shades by which what a decoder fills in may differ. */
const even = 3;

/** Stored pixels: a JPEG is coded in rows of blocks, and the last one that is there may be there in part. */
const block = 16;

/**
 * Returns how much of a JPEG was decoded before its file ended: the decoder fills the rest with one shade.
 *
 * @param pixels Grey, upright
 * @param stored Pixels of the picture, upright, before it was scaled
 */
export function decodedPart(
	pixels: Pixels,
	stored: {readonly width: number; readonly height: number},
	orientation = 1,
): Cut {
	const side = lastRows[orientation - 1] ?? 'bottom';
	const {width, height, data} = pixels;
	const isAcross = side === 'top' || side === 'bottom';
	const [count, length] = isAcross ? [height, width] : [width, height];
	const fromEnd = side === 'bottom' || side === 'right';
	const at = (line: number, index: number): number => {
		const place = fromEnd ? count - 1 - line : line;
		return data[isAcross ? place * width + index : index * width + place]!;
	};
	const fill = at(0, 0);
	let lost = 0;
	while (lost < count && isEven(length, index => at(lost, index), fill)) lost++;
	const margin = Math.ceil((block * count) / (isAcross ? stored.height : stored.width)) + 1;
	return {side, share: Math.max(0, count - lost - margin) / count};
}

function isEven(length: number, at: (index: number) => number, fill: number): boolean {
	for (let index = 0; index < length; index++) if (Math.abs(at(index) - fill) > even) return false;
	return true;
}

type Size = {readonly width: number; readonly height: number};

/** Returns the size of the part that a file holds. */
export function keptSize({width, height}: Size, {side, share}: Cut): Size {
	return side === 'top' || side === 'bottom'
		? {width, height: Math.max(1, Math.floor(height * share))}
		: {width: Math.max(1, Math.floor(width * share)), height};
}

/** Returns where in a picture the part is that its file holds. */
export function keptArea(size: Size, cut: Cut): Size & {readonly left: number; readonly top: number} {
	const kept = keptSize(size, cut);
	const left = cut.side === 'left' ? size.width - kept.width : 0;
	return {...kept, left, top: cut.side === 'top' ? size.height - kept.height : 0};
}

/** Returns the part of pixels, of any number of channels, that their file holds. */
export function keepPart<T extends Pixels>(pixels: T, cut: Cut): T {
	const {width, data} = pixels;
	const channels = data.length / (width * pixels.height);
	const {left, top, ...kept} = keptArea(pixels, cut);
	const out = new Uint8Array(kept.width * kept.height * channels);
	for (let y = 0; y < kept.height; y++) {
		const from = ((top + y) * width + left) * channels;
		out.set(data.subarray(from, from + kept.width * channels), y * kept.width * channels);
	}
	return {...pixels, ...kept, data: out};
}

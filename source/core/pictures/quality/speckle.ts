import type {GreyImage} from '../picture.ts';

/** Grey levels by which a speck differs from every pixel around it. Type has no such pixels, nor has paper. */
const outstanding = 40;

/** Share of a tile's pixels that are specks from which on it is speckled. */
const speckled = 0.004;

/** The picture is looked at in this many tiles each way, and at so many pixels in each. */
const tiles = 8;
const samples = 600;

/**
 * Whether a picture has salt and pepper in it: single pixels that differ from all around them, in most parts of the
 * picture. Where type is so small that its strokes are one pixel wide, only the parts with type have them.
 */
export function isSpeckled({width, height, data}: GreyImage): boolean {
	if (width < 3 || height < 3) return false;
	const edge = (size: number, index: number) => 1 + Math.floor(((size - 2) * index) / tiles);
	let count = 0;
	let found = 0;
	for (let row = 0; row < tiles; row++) {
		for (let column = 0; column < tiles; column++) {
			const [left, right] = [edge(width, column), edge(width, column + 1)];
			const [top, bottom] = [edge(height, row), edge(height, row + 1)];
			const area = (right - left) * (bottom - top);
			if (area === 0) continue;
			count++;
			const step = Math.max(1, Math.floor(area / samples));
			let specks = 0;
			let looked = 0;
			for (let at = 0; at < area; at += step) {
				const x = left + (at % (right - left));
				const y = top + Math.floor(at / (right - left));
				looked++;
				if (isSpeck(data, y * width + x, width)) specks++;
			}
			if (specks > looked * speckled) found++;
			// More clean tiles than a speckled picture has: most pictures are done here.
			else if ((count - found) * 4 >= tiles * tiles) return false;
		}
	}
	return found * 4 > count * 3;
}

function isSpeck(data: Uint8Array, at: number, width: number): boolean {
	let low = 255;
	let high = 0;
	for (let row = at - width; row <= at + width; row += width) {
		for (let here = row - 1; here <= row + 1; here++) {
			if (here === at) continue;
			low = Math.min(low, data[here]!);
			high = Math.max(high, data[here]!);
		}
	}
	return data[at]! > high + outstanding || data[at]! < low - outstanding;
}

/** A picture in which each pixel is the median of the nine around it: specks go, edges stay. */
export function withoutSpeckles(image: GreyImage): GreyImage {
	const {width, height, data} = image;
	const out = Uint8Array.from(data);
	const nine = new Uint8Array(9);
	for (let y = 1; y < height - 1; y++) {
		for (let x = 1; x < width - 1; x++) {
			const at = y * width + x;
			for (let row = 0; row < 3; row++) {
				const from = at + (row - 1) * width - 1;
				nine[3 * row] = data[from]!;
				nine[3 * row + 1] = data[from + 1]!;
				nine[3 * row + 2] = data[from + 2]!;
			}
			out[at] = median(nine);
		}
	}
	return {...image, data: out};
}

/** Comparisons that leave the median of nine in the middle (Paeth, Median finding on a 3-by-3 grid, Graphics Gems, 1990). */
const comparisons: ReadonlyArray<readonly [number, number]> = [
	[1, 2],
	[4, 5],
	[7, 8],
	[0, 1],
	[3, 4],
	[6, 7],
	[1, 2],
	[4, 5],
	[7, 8],
	[0, 3],
	[5, 8],
	[4, 7],
	[3, 6],
	[1, 4],
	[2, 5],
	[4, 7],
	[4, 2],
	[6, 4],
	[4, 2],
];

function median(nine: Uint8Array): number {
	for (const [a, b] of comparisons) {
		const [first, second] = [nine[a]!, nine[b]!];
		if (first <= second) continue;
		nine[a] = second;
		nine[b] = first;
	}
	return nine[4]!;
}

/** Raster row by row, one byte a channel: grey, or red, green and blue. */
export type Raster = {
	readonly width: number;
	readonly height: number;
	readonly channels: 1 | 3;
	readonly data: Uint8Array;
};

export type Vector = readonly [x: number, y: number];

/** A part of a picture, turned any way: its upper left corner, and its upper and its left edge; in pixels. */
export type CropFrame = {readonly origin: Vector; readonly across: Vector; readonly down: Vector};

/** What is outside of the picture. */
const outside = 32;

/** More looks at one pixel than this add nothing. */
const mostLooks = 6;

/** Cuts a part out and brings it to `width` by `height` pixels, each the mean of what it covers. */
export function crop(picture: Raster, {origin, across, down}: CropFrame, width: number, height: number): Raster {
	const {channels} = picture;
	const data = new Uint8Array(width * height * channels);
	const looks = (edge: Vector, count: number) =>
		Math.min(mostLooks, Math.max(1, Math.ceil(Math.hypot(...edge) / count / 1.5)));
	const columns = looks(across, width);
	const rows = looks(down, height);
	const count = columns * rows;
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			for (let channel = 0; channel < channels; channel++) {
				let sum = 0;
				for (let look = 0; look < count; look++) {
					const u = (x + ((look % columns) + 0.5) / columns) / width;
					const v = (y + (Math.floor(look / columns) + 0.5) / rows) / height;
					// The middle of a pixel is at its index.
					const px = origin[0] + across[0] * u + down[0] * v - 0.5;
					const py = origin[1] + across[1] * u + down[1] * v - 0.5;
					sum += sampleAt(picture, px, py, channel);
				}
				data[(y * width + x) * channels + channel] = Math.round(sum / count);
			}
		}
	}
	return {width, height, channels, data};
}

/** The value between the four nearest pixels. */
function sampleAt({width, height, channels, data}: Raster, x: number, y: number, channel: number): number {
	if (!(x > -1 && y > -1 && x < width && y < height)) return outside;
	const left = x < 0 ? 0 : Math.floor(x);
	const top = y < 0 ? 0 : Math.floor(y);
	const fx = x < 0 ? 0 : x - left;
	const fy = y < 0 ? 0 : y - top;
	const at = (top * width + left) * channels + channel;
	const beside = left + 1 < width ? channels : 0;
	const below = top + 1 < height ? width * channels : 0;
	const upper = data[at]! * (1 - fx) + data[at + beside]! * fx;
	const lower = data[at + below]! * (1 - fx) + data[at + below + beside]! * fx;
	return upper * (1 - fy) + lower * fy;
}

/** Shares of all pixels, from the darkest on: ink, paper, and the brightest; a few of each may be specks. */
const shares = {ink: 0.02, paper: 0.7, brightest: 0.98} as const;

/** How much of the way from ink to paper is all black, and all white: the paper's pattern, and the blur of an edge. */
const plain = 0.18;

/**
 * Pushes ink to black and paper to white, so that print can be read that is faint, blurred or on a pattern. Light print
 * on a dark ground, or a picture of something else, is spread from its darkest to its brightest.
 */
export function withContrast(pixels: Raster): Raster {
	const sorted = Uint8Array.from(pixels.data).sort();
	const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
	const [ink, paper, brightest] = [at(shares.ink), at(shares.paper), at(shares.brightest)];
	// What is all of one shade has nothing to show.
	if (brightest - ink < 16) return pixels;
	const span = paper - ink;
	const isPrint = span > brightest - paper;
	const black = isPrint ? ink + plain * span : ink;
	const white = isPrint ? paper - plain * span : brightest;
	const table = Uint8Array.from({length: 256}, (_, value) =>
		Math.round(Math.min(1, Math.max(0, (value - black) / (white - black))) * 255),
	);
	return {...pixels, data: pixels.data.map(value => table[value]!)};
}

/** Raster row by row, one byte a channel: grey, or red, green and blue. */
export type Raster = {
	readonly width: number;
	readonly height: number;
	readonly channels: 1 | 3;
	readonly data: Uint8Array;
};

export type Vector = readonly [x: number, y: number];

/** A part of a picture, turned any way: its upper left corner, and its upper and its left edge; in pixels. */
export type Frame = {readonly origin: Vector; readonly across: Vector; readonly down: Vector};

/** What lies outside of the picture. */
const outside = 32;

/** More looks at one pixel than this tell nothing new. */
const mostLooks = 6;

/** Cuts a part out and brings it to `width` by `height` pixels, each the mean of what it covers. */
export function cutOut(picture: Raster, {origin, across, down}: Frame, width: number, height: number): Raster {
	const {channels} = picture;
	const data = new Uint8Array(width * height * channels);
	const looks = (edge: Vector, count: number) =>
		Math.min(mostLooks, Math.max(1, Math.ceil(Math.hypot(...edge) / count / 1.5)));
	const columns = looks(across, width);
	const rows = looks(down, height);
	const sums = [0, 0, 0];
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			sums.fill(0);
			for (let look = 0; look < columns * rows; look++) {
				const u = (x + ((look % columns) + 0.5) / columns) / width;
				const v = (y + (Math.floor(look / columns) + 0.5) / rows) / height;
				// The middle of a pixel is at its index.
				addSample(
					picture,
					origin[0] + across[0] * u + down[0] * v - 0.5,
					origin[1] + across[1] * u + down[1] * v - 0.5,
					sums,
				);
			}
			for (let channel = 0; channel < channels; channel++) {
				data[(y * width + x) * channels + channel] = Math.round(sums[channel]! / (columns * rows));
			}
		}
	}
	return {width, height, channels, data};
}

/** Adds the value between the four nearest pixels. */
function addSample({width, height, channels, data}: Raster, x: number, y: number, sums: number[]): void {
	if (!(x > -1 && y > -1 && x < width && y < height)) {
		for (let channel = 0; channel < channels; channel++) sums[channel]! += outside;
		return;
	}
	const left = Math.max(0, Math.floor(x));
	const top = Math.max(0, Math.floor(y));
	const right = Math.min(width - 1, left + 1);
	const bottom = Math.min(height - 1, top + 1);
	const fx = Math.min(1, Math.max(0, x - left));
	const fy = Math.min(1, Math.max(0, y - top));
	for (let channel = 0; channel < channels; channel++) {
		const at = (column: number, row: number) => data[(row * width + column) * channels + channel]!;
		const above = at(left, top) * (1 - fx) + at(right, top) * fx;
		const below = at(left, bottom) * (1 - fx) + at(right, bottom) * fx;
		sums[channel]! += above * (1 - fy) + below * fy;
	}
}

/** Pushes the darkest to black and the brightest to white, leaving out a few of each: faint print becomes readable. */
export function withContrast(pixels: Raster): Raster {
	const counts = new Uint32Array(256);
	for (const value of pixels.data) counts[value]!++;
	const cutOff = pixels.data.length * 0.02;
	const edge = (values: readonly number[]): number => {
		let seen = 0;
		for (const value of values) {
			seen += counts[value]!;
			if (seen > cutOff) return value;
		}
		return values.at(-1)!;
	};
	const upwards = Array.from({length: 256}, (_, value) => value);
	const dark = edge(upwards);
	const bright = edge(upwards.reverse());
	// What is all of one shade has nothing to show.
	if (bright - dark < 16) return pixels;
	const table = Uint8Array.from({length: 256}, (_, value) =>
		Math.round(Math.min(1, Math.max(0, (value - dark) / (bright - dark))) * 255),
	);
	return {...pixels, data: pixels.data.map(value => table[value]!)};
}

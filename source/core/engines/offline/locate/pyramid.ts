import type {GreyImage} from '../../../pictures/picture.ts';

/** A picture at full, half, quarter … size, so that any scale is sampled without aliasing. */
export type Pyramid = readonly GreyImage[];

const half = (image: GreyImage): GreyImage => {
	const width = image.width >> 1;
	const height = image.height >> 1;
	const {data, width: stride} = image;
	const out = new Uint8Array(width * height);
	for (let y = 0, o = 0; y < height; y++) {
		for (let x = 0, i = 2 * y * stride; x < width; x++, i += 2, o++) {
			out[o] = (data[i]! + data[i + 1]! + data[i + stride]! + data[i + stride + 1]! + 2) >> 2;
		}
	}

	return {width, height, data: out};
};

/** A picture and its halves, down to a shorter side of less than 128 pixels. */
export function buildPyramid(image: GreyImage): Pyramid {
	const levels = [image];
	for (let level = image; Math.min(level.width, level.height) >= 128; ) {
		level = half(level);
		levels.push(level);
	}

	return levels;
}

/**
 * Fills `out` (width x height) with grey samples: pixel (i, j) is taken at `origin + i * along + j * across`, in
 * pixels of the full-size picture, bilinear, edges repeated.
 */
export function sample(
	pyramid: Pyramid,
	origin: readonly [number, number],
	along: readonly [number, number],
	across: readonly [number, number],
	width: number,
	height: number,
	out: Float32Array,
): void {
	const step = Math.min(Math.hypot(...along), Math.hypot(...across));
	const level = Math.max(0, Math.min(pyramid.length - 1, Math.floor(Math.log2(Math.max(1, step)) + 0.25)));
	const image = pyramid[level]!;
	const scale = 1 / 2 ** level;
	const shift = 0.5 * scale - 0.5; // the middle of a pixel of a smaller level is between the larger one's
	const {data, width: w, height: h} = image;
	for (let j = 0, o = 0; j < height; j++) {
		let x = (origin[0] + j * across[0]) * scale + shift;
		let y = (origin[1] + j * across[1]) * scale + shift;
		const dx = along[0] * scale;
		const dy = along[1] * scale;
		for (let i = 0; i < width; i++, o++, x += dx, y += dy) {
			const cx = Math.max(0, Math.min(w - 1, x));
			const cy = Math.max(0, Math.min(h - 1, y));
			const x0 = cx | 0;
			const y0 = cy | 0;
			const fx = cx - x0;
			const fy = cy - y0;
			const a = y0 * w + x0;
			const right = x0 + 1 < w ? 1 : 0;
			const b = y0 + 1 < h ? a + w : a;
			out[o] =
				(data[a]! * (1 - fx) + data[a + right]! * fx) * (1 - fy) + (data[b]! * (1 - fx) + data[b + right]! * fx) * fy;
		}
	}
}

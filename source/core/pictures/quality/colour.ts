import type {Raster} from '../crop.ts';

/** Cells along the longer side of a picture, and pixels a side, evenly over a cell, of which its colour is the mean. */
const cells = 128;
const pixels = 4;

/** Strength of a colour, of 180, under which it is grey with the noise of its coding. */
const colourless = 2.5;
/** Share of the cells that may have more: dust, or the edge of something else. */
const few = 0.02;

/** Whether a picture shows no colour, however it is stored. A camera's picture of a grey copy has the tint of the light. */
export function isColourless({width, height, data}: Omit<Raster, 'channels'>): boolean {
	const apart = Math.max(1, Math.ceil(Math.max(width, height) / cells / pixels));
	const step = pixels * apart;
	const columns = Math.floor(width / step);
	const rows = Math.floor(height / step);
	const allowed = few * columns * rows;
	let coloured = 0;
	for (let row = 0; row < rows; row++) {
		for (let column = 0; column < columns; column++) {
			if (strengthAt(data, row * step, column * step, apart, width) < colourless) continue;
			if (++coloured > allowed) return false;
		}
	}
	return true;
}

/** How far the mean of a few pixels is from grey: the differences to the luminance, ITU-T T.871 §7. */
function strengthAt(data: Uint8Array, top: number, left: number, apart: number, width: number): number {
	let [r, g, b] = [0, 0, 0];
	for (let down = 0; down < pixels; down++) {
		let at = 3 * ((top + down * apart) * width + left);
		for (let across = 0; across < pixels; across++, at += 3 * apart) {
			r += data[at]!;
			g += data[at + 1]!;
			b += data[at + 2]!;
		}
	}
	return Math.hypot(0.5 * b - 0.1687 * r - 0.3313 * g, 0.5 * r - 0.4187 * g - 0.0813 * b) / pixels ** 2;
}

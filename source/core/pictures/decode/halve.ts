import {openLoops, room} from '../../loops.ts';
import type {GreyImage} from '../picture.ts';

/** A picture half as large: each pixel is the mean of four. Of an odd side the last pixels are left out. */
export function halve({width: stride, height: rows, data}: GreyImage): GreyImage {
	const width = stride >> 1;
	const height = rows >> 1;
	const made = new Uint8Array(width * height);
	const {halve: loop, memory} = openLoops();
	// What is made of two rows takes a quarter of their room; the loop writes a little more.
	const most = Math.floor((room.bytes - 16) / (2.5 * stride));
	for (let row = 0; width > 0 && row < height; row += most) {
		const count = Math.min(most, height - row);
		const to = room.from + 2 * count * stride;
		memory.set(data.subarray(2 * row * stride, 2 * (row + count) * stride), room.from);
		loop(room.from, stride, to, width, count);
		made.set(memory.subarray(to, to + count * width), row * width);
	}
	return {width, height, data: made};
}

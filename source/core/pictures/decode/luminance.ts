import {openLoops, room} from '../../loops.ts';

/** Pixels of a strip. */
const most = room.bytes / 4;

/** Returns the grey of sRGB pixels as libvips makes it, for less: libvips goes through linear light in floating point. */
export function luminance(rgb: Uint8Array): Uint8Array {
	const made = new Uint8Array(Math.floor(rgb.length / 3));
	const {grey, memory} = openLoops();
	for (let at = 0; at < made.length; at += most) {
		const count = Math.min(most, made.length - at);
		const to = room.from + 3 * count;
		memory.set(rgb.subarray(3 * at, 3 * (at + count)), room.from);
		grey(room.from, to, count);
		made.set(memory.subarray(to, to + count), at);
	}
	return made;
}

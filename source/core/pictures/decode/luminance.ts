import {type PixelLoops, pixelLoops, room} from './pixels.ts';

/** Steps of linear light in a 255th: fine enough for each of the dark levels. */
const steps = 256;

/** The linear light of a level, IEC 61966-2-1, by its share of the luminance in steps. */
const shareOf = (share: number): Int32Array =>
	Int32Array.from({length: 256}, (_, level) => {
		const value = level / 255;
		const light = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
		return Math.round(share * light * 255 * steps);
	});

/** Grey levels by the sum of three shares. */
const levelOf = (at: number): number => {
	const light = Math.min(1, at / (255 * steps));
	return Math.round(255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055));
};

/** Puts the tables where the loop expects them: the shares of the primaries of sRGB, and the levels behind them. */
const withTables = (loops: PixelLoops): PixelLoops => {
	const {memory} = loops;
	for (const [place, share] of [0.2126, 0.7152, 0.0722].entries()) {
		memory.set(new Uint8Array(shareOf(share).buffer), 1024 * place);
	}
	for (let at = 0; at < 255 * steps + 3; at++) memory[3072 + at] = levelOf(at);
	return loops;
};

let ready: PixelLoops | undefined;

/** Pixels of a strip. */
const most = room.bytes / 4;

/** Returns the grey of sRGB pixels as libvips makes it, for less: libvips goes through linear light in floating point. */
export function luminance(rgb: Uint8Array): Uint8Array {
	const made = new Uint8Array(Math.floor(rgb.length / 3));
	ready ??= withTables(pixelLoops());
	const {grey, memory} = ready;
	for (let at = 0; at < made.length; at += most) {
		const count = Math.min(most, made.length - at);
		const to = room.from + 3 * count;
		memory.set(rgb.subarray(3 * at, 3 * (at + count)), room.from);
		grey(room.from, to, count);
		made.set(memory.subarray(to, to + count), at);
	}
	return made;
}

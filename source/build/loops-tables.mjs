// The tables of the loops (loops.mjs): some milliseconds to make where a program begins.

/** Steps of linear light in a 255th: fine enough for each of the dark levels. */
const steps = 256;

/** The linear light of a level, IEC 61966-2-1, by its share of the luminance in steps. */
const shareOf = share =>
	Int32Array.from({length: 256}, (_, level) => {
		const value = level / 255;
		const light = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
		return Math.round(share * light * 255 * steps);
	});

/** Grey levels by the sum of three shares. */
const levelOf = at => {
	const light = Math.min(1, at / (255 * steps));
	return Math.round(255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055));
};

/** The shares of red, green and blue, of the primaries of sRGB, and the levels behind them. */
export const light = Buffer.concat([
	...[0.2126, 0.7152, 0.0722].map(share => Buffer.from(shareOf(share).buffer)),
	Uint8Array.from({length: 255 * steps + 3}, (_, at) => levelOf(at)),
]);

/** Pixels a side of a part whose waves are looked at; as a power of two. */
export const bits = 6;
const side = 2 ** bits;

/** How a part fades out at its edges: von Hann's window. */
export const hann = Buffer.from(
	Float64Array.from({length: side}, (_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (at + 0.5)) / side)).buffer,
);

/** The turns of a transformation: cosines, then sines. */
export const turns = Buffer.concat(
	[Math.cos, angle => -Math.sin(angle)].map(of =>
		Buffer.from(Float64Array.from({length: side / 2}, (_, at) => of((2 * Math.PI * at) / side)).buffer),
	),
);

/** Each place with its bits in reverse order. */
export const reversed = Uint8Array.from({length: side}, (_, at) =>
	Number.parseInt(at.toString(2).padStart(bits, '0').split('').reverse().join(''), 2),
);

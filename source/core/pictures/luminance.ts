/** Steps of linear light in a 255th: fine enough for each of the dark levels. */
const steps = 256;

/** The linear light of a level, IEC 61966-2-1, by its share of the luminance in steps. */
const shareOf = (share: number): Int32Array =>
	Int32Array.from({length: 256}, (_, level) => {
		const value = level / 255;
		const light = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
		return Math.round(share * light * 255 * steps);
	});

// Of the primaries of sRGB.
const [reds, greens, blues] = [shareOf(0.2126), shareOf(0.7152), shareOf(0.0722)];

/** Grey levels by the sum of three shares. */
const levels = Uint8Array.from({length: 255 * steps + 3}, (_, at) => {
	const light = Math.min(1, at / (255 * steps));
	return Math.round(255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055));
});

/** Returns the grey of sRGB pixels as libvips makes it, for less: libvips goes through linear light in floating point. */
export function luminance(rgb: Uint8Array): Uint8Array {
	const grey = new Uint8Array(Math.floor(rgb.length / 3));
	for (let at = 0, from = 0; at < grey.length; at++, from += 3) {
		grey[at] = levels[reds[rgb[from]!]! + greens[rgb[from + 1]!]! + blues[rgb[from + 2]!]!]!;
	}
	return grey;
}

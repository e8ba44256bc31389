import sharp, {type Sharp} from 'sharp';

/** Noise that no coder can shrink, the same for the same seed. */
function noise(length: number, seed: number): Buffer {
	const bytes = Buffer.alloc(length);
	let state = seed * 2_654_435_761 + 1;
	for (let index = 0; index < length; index++) {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
		bytes[index] = state >>> 24;
	}
	return bytes;
}

export type PictureOptions = {
	readonly width?: number;
	readonly height?: number;
	/** Different pictures for different seeds. */
	readonly seed?: number;
	/** Nothing to see, or noise that fills the file. */
	readonly content?: 'plain' | 'noise';
};

/** Pixels for a real picture, which decoders open. */
export function pixels({width = 1200, height = 900, seed = 1, content = 'plain'}: PictureOptions = {}): Sharp {
	// Far enough apart for a coder to keep them apart.
	const shade = {r: (seed * 53) % 256, g: (seed * 97) % 256, b: (seed * 149) % 256};
	return content === 'noise'
		? sharp(noise(width * height * 3, seed), {raw: {width, height, channels: 3}})
		: sharp({create: {width, height, channels: 3, background: shade}});
}

/** Those with nothing to see: tests ask for the same ones hundreds of times. */
const made = new Map<string, Promise<Buffer>>();

/** A JPEG as the service wants it: colour, upright, of a fair size. */
export async function jpegPicture(options: PictureOptions = {}): Promise<Buffer> {
	const make = () => pixels(options).jpeg({quality: 90}).toBuffer();
	if (options.content === 'noise') return make();
	const key = JSON.stringify([options.width, options.height, options.seed]);
	if (!made.has(key)) made.set(key, make());
	return Buffer.from((await made.get(key))!);
}

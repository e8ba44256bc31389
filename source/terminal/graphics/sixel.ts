import type {RgbPixels} from './blocks.ts';

/** Levels of a grey, and of red, green and blue of any other colour: 24 + 216 registers, of the 256 of most terminals. */
const greys = 24;
const levels = 6;

/** A channel may be so far from another in a grey. */
const mostTint = 12;

/**
 * A picture as sixels (DEC STD 070, section 5), drawn from the cursor to the right and down, a pixel of the picture on a
 * pixel of the terminal. Its colours are rounded to those of a register.
 */
export function sixels({width, height, data}: RgbPixels): string {
	const registers = new Map<number, number>();
	const pixels = new Uint8Array(width * height);
	for (let index = 0; index < pixels.length; index++) {
		const colour = registerOf(data[index * 3]!, data[index * 3 + 1]!, data[index * 3 + 2]!);
		let register = registers.get(colour);
		if (register === undefined) {
			register = registers.size;
			registers.set(colour, register);
		}
		pixels[index] = register;
	}
	const colours = [...registers].map(([colour, register]) => `#${register};2;${percents(colour).join(';')}`).join('');
	const bands: string[] = [];
	for (let top = 0; top < height; top += 6) bands.push(band(pixels, width, top, Math.min(6, height - top)));
	return `\x1bP0;1;0q"1;1;${width};${height}${colours}${bands.join('-')}\x1b\\`;
}

/** Six rows: the columns of one colour after the other. */
function band(pixels: Uint8Array, width: number, top: number, rows: number): string {
	const columns = new Map<number, Uint8Array>();
	for (let y = 0; y < rows; y++) {
		const start = (top + y) * width;
		for (let x = 0; x < width; x++) {
			const register = pixels[start + x]!;
			let bits = columns.get(register);
			if (!bits) {
				bits = new Uint8Array(width);
				columns.set(register, bits);
			}
			bits[x]! |= 1 << y;
		}
	}
	return [...columns].map(([register, bits]) => `#${register}${packed(bits)}`).join('$');
}

/** Columns as signs, repeated ones with their number; empty ones at the end are left out. */
function packed(bits: Uint8Array): string {
	let text = '';
	for (let from = 0; from < bits.length; ) {
		let past = from + 1;
		while (past < bits.length && bits[past] === bits[from]) past++;
		if (past === bits.length && bits[from] === 0) break;
		const sign = String.fromCharCode(63 + bits[from]!);
		text += past - from > 3 ? `!${past - from}${sign}` : sign.repeat(past - from);
		from = past;
	}
	return text;
}

function registerOf(red: number, green: number, blue: number): number {
	const tint = Math.max(red, green, blue) - Math.min(red, green, blue);
	if (tint <= mostTint) return Math.round((green / 255) * (greys - 1));
	const level = (channel: number) => Math.round((channel / 255) * (levels - 1));
	return greys + (level(red) * levels + level(green)) * levels + level(blue);
}

function percents(colour: number): readonly number[] {
	const share = (level: number, most: number) => Math.round((level / most) * 100);
	if (colour < greys) return Array<number>(3).fill(share(colour, greys - 1));
	const rest = colour - greys;
	return [Math.floor(rest / levels ** 2), Math.floor(rest / levels) % levels, rest % levels].map(level =>
		share(level, levels - 1),
	);
}

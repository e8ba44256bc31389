import type {ColorDepth} from './capabilities.ts';

/** Pixels row by row, three bytes each: red, green, blue. */
export type RgbPixels = {readonly width: number; readonly height: number; readonly data: Uint8Array};

/** Quadrants by their lit parts: 1 upper left, 2 upper right, 4 lower left, 8 lower right. */
const quadrants = ' ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█';

/** Parts that differ less than this are one colour: a sign between them would only be noise. */
const sameColour = 14;

/**
 * A colour that differs no more than this (of 255, in each channel) from the one that holds is not written: it is hardly
 * seen beside the other, and over a slow line colours are most of what a picture costs.
 */
const near = 12;

type Colour = readonly [red: number, green: number, blue: number];

const shadeOf = (red: number, green: number, blue: number): number => red * 0.3 + green * 0.59 + blue * 0.11;

const isNear = (a: Colour, b: Colour | undefined): boolean =>
	b !== undefined && a.every((value, channel) => Math.abs(value - b[channel]!) <= near);

/**
 * A picture in quadrant blocks: two by two pixels a cell in two colours, which is what a terminal can show everywhere
 * (`depth` is not `none`). A pixel is half as wide as it is tall. Odd rows and columns at the end are left out.
 *
 * @returns rows of `width / 2` cells each, with their colours
 */
export function blockRows(pixels: RgbPixels, depth: ColorDepth): string[] {
	const rows: string[] = [];
	for (let y = 0; y + 1 < pixels.height; y += 2) {
		let line = '';
		let front: Colour | undefined;
		let back: Colour | undefined;
		for (let x = 0; x + 1 < pixels.width; x += 2) {
			const {mask, lit, unlit} = cellAt(pixels, x, y);
			// What is all of one colour is a blank, or a full block where that colour is the sign's.
			const isFull = lit === undefined && !isNear(unlit, back) && isNear(unlit, front);
			let codes = '';
			if (!isFull && !isNear(unlit, back)) {
				codes += colourCode(...unlit, depth, 'back');
				back = unlit;
			}
			if (lit && !isNear(lit, front)) {
				codes += colourCode(...lit, depth, 'front');
				front = lit;
			}
			if (codes !== '') line += `\x1b[${codes.slice(1)}m`;
			line += quadrants[isFull ? 15 : mask]!;
		}
		rows.push(line);
	}
	return rows;
}

const shades = new Float64Array(4);

/** The two colours of two by two pixels, split where they differ most: the brighter ones are lit. One only: it is unlit. */
function cellAt(
	{width, data}: RgbPixels,
	x: number,
	y: number,
): {mask: number; lit: Colour | undefined; unlit: Colour} {
	const first = (y * width + x) * 3;
	const places = [first, first + 3, first + width * 3, first + width * 3 + 3] as const;
	let least = 255;
	let most = 0;
	for (let part = 0; part < 4; part++) {
		const at = places[part]!;
		const shade = shadeOf(data[at]!, data[at + 1]!, data[at + 2]!);
		shades[part] = shade;
		if (shade < least) least = shade;
		if (shade > most) most = shade;
	}
	const edge = most - least < sameColour ? 256 : (least + most) / 2;
	const lit = [0, 0, 0];
	const unlit = [0, 0, 0];
	let mask = 0;
	let count = 0;
	for (let part = 0; part < 4; part++) {
		const at = places[part]!;
		const sums = shades[part]! > edge ? lit : unlit;
		if (sums === lit) {
			mask += 1 << part;
			count++;
		}
		for (let channel = 0; channel < 3; channel++) sums[channel]! += data[at + channel]!;
	}
	return {mask, lit: count > 0 ? mean(lit, count) : undefined, unlit: mean(unlit, 4 - count)};
}

const mean = ([red, green, blue]: readonly number[], count: number): Colour => [
	red! / count,
	green! / count,
	blue! / count,
];

/** The parameters of a colour sequence (ECMA-48 SGR), each after a semicolon. */
function colourCode(red: number, green: number, blue: number, depth: ColorDepth, side: 'front' | 'back'): string {
	const base = side === 'front' ? 38 : 48;
	// Greys by their number even so: half as long over a slow line, and no eye tells them apart.
	const grey = red === green && green === blue;
	if (depth === 'truecolor' && !grey) {
		return `;${base};2;${Math.round(red)};${Math.round(green)};${Math.round(blue)}`;
	}
	if (depth !== '16') return `;${base};5;${nearest256(red, green, blue)}`;
	const shade = shadeOf(red, green, blue);
	// Yellow stands for what is marked; the rest are the four greys that sixteen colours have.
	const yellow = red - blue > 60;
	const code = shade < 48 ? 30 : yellow ? (shade < 150 ? 33 : 93) : shade < 128 ? 90 : shade < 208 ? 37 : 97;
	return `;${side === 'front' ? code : code + 10}`;
}

/** The nearest of the 24 greys and of the 6x6x6 cube. */
function nearest256(red: number, green: number, blue: number): number {
	const cube = (value: number) => (value < 48 ? 0 : value < 115 ? 1 : Math.floor((value - 35) / 40));
	const level = (index: number) => (index === 0 ? 0 : 55 + index * 40);
	const [r, g, b] = [cube(red), cube(green), cube(blue)];
	const off = (x: number, y: number, z: number) => (red - x) ** 2 + (green - y) ** 2 + (blue - z) ** 2;
	const grey = Math.min(23, Math.max(0, Math.round(((red + green + blue) / 3 - 8) / 10)));
	const shade = 8 + grey * 10;
	return off(shade, shade, shade) < off(level(r), level(g), level(b)) ? 232 + grey : 16 + 36 * r + 6 * g + b;
}

import type {ColorDepth} from './capabilities.ts';

/** Pixels row by row, three bytes each: red, green, blue. */
export type RgbPixels = {readonly width: number; readonly height: number; readonly data: Uint8Array};

/** Quadrants by their lit parts: 1 upper left, 2 upper right, 4 lower left, 8 lower right. */
const quadrants = ' ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█';

/** Parts that differ less than this are one colour: a sign between them would only be noise. */
const sameColour = 14;

const shadeOf = (red: number, green: number, blue: number): number => red * 0.3 + green * 0.59 + blue * 0.11;

/**
 * A picture in quadrant blocks: two by two pixels a cell in two colours, which is what a terminal can show everywhere
 * (`depth` is not `none`). A pixel is half as wide as it is tall. Odd rows and columns at the end are left out.
 *
 * @returns rows of `width / 2` cells each, with their colours
 */
export function blockRows({width, height, data}: RgbPixels, depth: ColorDepth): string[] {
	const rows: string[] = [];
	const shades = new Float64Array(4);
	for (let y = 0; y + 1 < height; y += 2) {
		let line = '';
		let front = '';
		let back = '';
		for (let x = 0; x + 1 < width; x += 2) {
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
			// Split where they differ most: the brighter ones are the sign, the darker ones its background.
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
			const dark = 4 - count;
			const nextBack = colourCode(unlit[0]! / dark, unlit[1]! / dark, unlit[2]! / dark, depth, 'back');
			const nextFront =
				count === 0 ? front : colourCode(lit[0]! / count, lit[1]! / count, lit[2]! / count, depth, 'front');
			const codes = (nextBack === back ? '' : nextBack) + (nextFront === front ? '' : nextFront);
			if (codes !== '') line += `\x1b[${codes.slice(1)}m`;
			front = nextFront;
			back = nextBack;
			line += quadrants[mask]!;
		}
		rows.push(line);
	}
	return rows;
}

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

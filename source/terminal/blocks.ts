import type {ColorDepth} from './capabilities.ts';

/** Pixels row by row, three bytes each: red, green, blue. */
export type RgbPixels = {readonly width: number; readonly height: number; readonly data: Uint8Array};

/** Quadrants by their lit parts: 1 upper left, 2 upper right, 4 lower left, 8 lower right. */
const quadrants = ' ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█';

type Colour = readonly [red: number, green: number, blue: number];

/** Parts that differ less than this are one colour: a sign between them would only be noise. */
const sameColour = 14;

/**
 * A picture in quadrant blocks: two by two pixels a cell in two colours, which is what a terminal can show everywhere
 * (`depth` is not `none`). A pixel is half as wide as it is tall. Odd rows and columns at the end are left out.
 *
 * @returns rows of `width / 2` cells each, with their colours
 */
export function blockRows({width, height, data}: RgbPixels, depth: ColorDepth): string[] {
	const columns = Math.floor(width / 2);
	return Array.from({length: Math.floor(height / 2)}, (_, row) => {
		let line = '';
		let front = '';
		let back = '';
		for (let column = 0; column < columns; column++) {
			const parts = [0, 1, 2, 3].map(part => {
				const at = ((row * 2 + (part >> 1)) * width + column * 2 + (part & 1)) * 3;
				return [data[at]!, data[at + 1]!, data[at + 2]!] as const;
			});
			const {sign, bright, dark} = cellOf(parts);
			const nextBack = colourCode(dark, depth, 'back');
			const nextFront = sign === ' ' ? front : colourCode(bright, depth, 'front');
			const codes = [...(nextBack === back ? [] : [nextBack]), ...(nextFront === front ? [] : [nextFront])];
			if (codes.length > 0) line += `\x1b[${codes.join(';')}m`;
			front = nextFront;
			back = nextBack;
			line += sign;
		}
		return line;
	});
}

/** Four parts as a sign in two colours: split where they differ most. */
function cellOf(parts: readonly Colour[]): {sign: string; bright: Colour; dark: Colour} {
	const shades = parts.map(([red, green, blue]) => red * 0.3 + green * 0.59 + blue * 0.11);
	const least = Math.min(...shades);
	const most = Math.max(...shades);
	if (most - least < sameColour) return {sign: ' ', bright: mean(parts), dark: mean(parts)};
	const middle = (least + most) / 2;
	const lit = shades.map(shade => shade > middle);
	const mask = lit.reduce((sum, on, index) => sum + (on ? 1 << index : 0), 0);
	return {
		sign: quadrants[mask]!,
		bright: mean(parts.filter((_, index) => lit[index])),
		dark: mean(parts.filter((_, index) => !lit[index])),
	};
}

const mean = (colours: readonly Colour[]): Colour => {
	const sum = (channel: number) =>
		Math.round(colours.reduce((total, colour) => total + colour[channel]!, 0) / colours.length);
	return [sum(0), sum(1), sum(2)];
};

/** The parameters of a colour sequence (ECMA-48 SGR). */
function colourCode([red, green, blue]: Colour, depth: ColorDepth, side: 'front' | 'back'): string {
	const base = side === 'front' ? 38 : 48;
	if (depth === 'truecolor') return `${base};2;${red};${green};${blue}`;
	if (depth === '256') return `${base};5;${nearest256(red, green, blue)}`;
	const shade = red * 0.3 + green * 0.59 + blue * 0.11;
	// Yellow stands for what is marked; the rest are the four greys that sixteen colours have.
	const yellow = red - blue > 60;
	const code = shade < 48 ? 30 : yellow ? (shade < 150 ? 33 : 93) : shade < 128 ? 90 : shade < 208 ? 37 : 97;
	return String(side === 'front' ? code : code + 10);
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

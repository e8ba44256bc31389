import type {ColorDepth} from './capabilities.ts';

/** A colour as the terminal shows it, and the parameters (ECMA-48 SGR) that set it, each after a semicolon. */
export type Shade = {
	readonly red: number;
	readonly green: number;
	readonly blue: number;
	/** For signs, and for what is behind them. */
	readonly front: string;
	readonly back: string;
};

/** The same object for the same colour: by its parameters, and by what was asked for. */
const byCode = new Map<string, Shade>();
const byColour: Readonly<Record<ColorDepth, Map<number, readonly Shade[]>>> = {
	truecolor: new Map(),
	256: new Map(),
	16: new Map(),
	none: new Map(),
};
/** A picture has a few hundred. */
const most = 20_000;

/** The square of how far a colour of the palette may be from the one it replaces: pastels next to it turn pink and green. */
const closeEnough = 60;

/**
 * How a terminal can show a colour (0xRRGGBB), the shortest first: by a number of its palette, which is half as long,
 * where that is as good, and as it is.
 */
export function shadesOf(colour: number, depth: ColorDepth): readonly Shade[] {
	const known = byColour[depth];
	const found = known.get(colour);
	if (found) return found;
	if (known.size >= most) known.clear();
	const made = makeShades(colour >> 16, (colour >> 8) & 255, colour & 255, depth);
	known.set(colour, made);
	return made;
}

function makeShades(red: number, green: number, blue: number, depth: ColorDepth): readonly Shade[] {
	if (depth === '16' || depth === 'none') return [ofSixteen(red, green, blue)];
	const number = nearest256(red, green, blue);
	const numbered = extended(colourOf256(number), `5;${number}`);
	// Greys by their number alone: the eye cannot distinguish the others.
	if (depth === '256' || (red === green && green === blue)) return [numbered];
	const own: Colour = [red, green, blue];
	const exact = extended(own, `2;${red};${green};${blue}`);
	return off(own, colourOf256(number)) <= closeEnough ? [numbered, exact] : [exact];
}

type Colour = readonly [red: number, green: number, blue: number];

function shade([red, green, blue]: Colour, front: string, back: string): Shade {
	const known = byCode.get(front);
	if (known) return known;
	if (byCode.size >= most) byCode.clear();
	const made = {red, green, blue, front, back};
	byCode.set(front, made);
	return made;
}

const extended = (shown: Colour, code: string): Shade => shade(shown, `;38;${code}`, `;48;${code}`);

/** What terminals make of the sixteen colours differs; about so bright they all are. */
const sixteen: ReadonlyArray<readonly [code: number, shown: Colour]> = [
	[30, [0, 0, 0]],
	[90, [100, 100, 100]],
	[37, [190, 190, 190]],
	[97, [255, 255, 255]],
];
const yellows: typeof sixteen = [
	[33, [150, 130, 0]],
	[93, [240, 220, 60]],
];

/** Yellow is for what is marked; the rest are the four greys that sixteen colours have. */
function ofSixteen(red: number, green: number, blue: number): Shade {
	const brightness = red * 0.3 + green * 0.59 + blue * 0.11;
	const isYellow = red - blue > 60 && brightness >= 48;
	const [code, shown] = isYellow
		? yellows[brightness < 150 ? 0 : 1]!
		: sixteen[brightness < 48 ? 0 : brightness < 128 ? 1 : brightness < 208 ? 2 : 3]!;
	return shade(shown, `;${code}`, `;${code + 10}`);
}

const off = ([r, g, b]: Colour, [x, y, z]: Colour): number => (r - x) ** 2 + (g - y) ** 2 + (b - z) ** 2;

/** The nearest of the 24 greys and of the 6x6x6 cube. */
function nearest256(red: number, green: number, blue: number): number {
	const cube = (value: number) => (value < 48 ? 0 : value < 115 ? 1 : Math.floor((value - 35) / 40));
	const number = 16 + 36 * cube(red) + 6 * cube(green) + cube(blue);
	const grey = 232 + Math.min(23, Math.max(0, Math.round(((red + green + blue) / 3 - 8) / 10)));
	const colour: Colour = [red, green, blue];
	return off(colour, colourOf256(grey)) < off(colour, colourOf256(number)) ? grey : number;
}

/** As in xterm and the terminals that follow it. */
function colourOf256(number: number): Colour {
	if (number >= 232) {
		const grey = 8 + (number - 232) * 10;
		return [grey, grey, grey];
	}
	const level = (index: number) => (index === 0 ? 0 : 55 + index * 40);
	const index = number - 16;
	return [level(Math.floor(index / 36)), level(Math.floor(index / 6) % 6), level(index % 6)];
}

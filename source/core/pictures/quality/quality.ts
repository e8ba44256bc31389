import type {GreyImage} from '../picture.ts';

type Point = readonly [x: number, y: number];

/** A line of type: the middles of its first and last character, half-way up, and the distance of neighbours; in pixels. */
export type TypeLine = {readonly from: Point; readonly to: Point; readonly pitch: number};

/** How the type of some lines looks in a picture. Grey levels are 0 to 255. */
export type Quality = {
	/** Pixels that a capital is tall. */
	readonly height: number;
	/** Level of the paper, in the middle of all stretches. */
	readonly paper: number;
	/** Pitches that an edge of the type takes from paper to ink. */
	readonly edge: number;
	/** Share of the stretches that hardly show type: on paper that is brighter than the rest, and that is darker. */
	readonly bleached: number;
	readonly shaded: number;
};

/** What makes the type of a picture hard to read; heights in pixels. */
export type Flaw =
	| {readonly code: 'small'; readonly height: number; readonly needed: number}
	| {readonly code: 'blurred' | 'glare' | 'shadow' | 'dark'};

/** Capitals that are less tall are guessed rather than read; 14 are those of a scan at 150 dpi. */
const tallEnough = {least: 10, needed: 14} as const;

/** An edge that is wider, in pitches and in pixels, is blurred: where type is small, no edge is sharper than its pixels. */
const sharpEnough = {pitches: 0.19, pixels: 2.2} as const;

/** Paper under this level is dark. */
const lightEnough = 80;

/** Says what is wrong with how the type looks in the picture; nothing in most. */
export function flawsOf({height, paper, edge, bleached, shaded}: Quality): readonly Flaw[] {
	const isBlurred = edge > sharpEnough.pitches && (edge * height) / capital > sharpEnough.pixels;
	return [
		...(height < tallEnough.least
			? [{code: 'small', height: Math.round(height), needed: tallEnough.needed} as const]
			: []),
		...(isBlurred ? [{code: 'blurred'} as const] : []),
		...(bleached > 0 ? [{code: 'glare'} as const] : []),
		...(shaded > 0 ? [{code: 'shadow'} as const] : []),
		...(paper < lightEnough ? [{code: 'dark'} as const] : []),
	];
}

/** ICAO 9303-3 §4.6: a capital is 2.4 mm tall at a pitch of 2.54 mm. */
const capital = 2.4 / 2.54;

/** Characters a stretch, and samples a character along it. */
const stretch = 2;
const perCharacter = 16;

/** Rows of samples across a line, and how far they reach from its middle, in pitches. */
const rows = 11;
const reach = 0.55;

/** Of the usual contrast, so much at least shows type; of the usual paper, so much less or more is another light. */
const faint = 0.45;
const brighter = 1.06;
const darker = 0.72;

type Stretch = {readonly paper: number; readonly contrast: number; readonly steepest: number};

/** Measures some lines of type. Undefined when there are none, or no type is to be seen. */
export function qualityOf(image: GreyImage, lines: readonly TypeLine[]): Quality | undefined {
	const stretches = lines.flatMap(line => stretchesOf(image, line));
	if (stretches.length === 0) return undefined;
	const paper = middle(stretches.map(one => one.paper));
	const contrast = middle(stretches.map(one => one.contrast));
	if (contrast < 1) return undefined;
	const share = (test: (one: Stretch) => boolean) => stretches.filter(test).length / stretches.length;
	return {
		height: Math.min(...lines.map(({pitch}) => pitch)) * capital,
		paper,
		edge: middle(stretches.map(one => one.contrast / Math.max(1, one.steepest))),
		bleached: share(one => one.contrast < faint * contrast && one.paper > Math.min(250, brighter * paper)),
		shaded: share(one => one.paper < darker * paper),
	};
}

const ascending = (a: number, b: number): number => a - b;

const middle = (values: readonly number[]): number => [...values].sort(ascending)[values.length >> 1]!;

/** A line in stretches of a few characters; what is outside of the picture is none. */
function stretchesOf(image: GreyImage, {from, to, pitch}: TypeLine): Stretch[] {
	const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
	if (length < pitch || pitch < 1) return [];
	const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
	const count = Math.floor((length / pitch + 1) / stretch);
	const samples = stretch * perCharacter;
	const found: Stretch[] = [];
	for (let index = 0; index < count; index++) {
		const values: number[] = [];
		let steepest = 0;
		for (let row = 0; row < rows; row++) {
			const across = ((2 * row) / (rows - 1) - 1) * reach * pitch;
			let before: number | undefined;
			for (let sample = 0; sample < samples; sample++) {
				const along = (index * stretch + sample / perCharacter - 0.5) * pitch;
				const value = levelAt(image, from[0] + ux * along - uy * across, from[1] + uy * along + ux * across);
				if (value === undefined) continue;
				if (before !== undefined) steepest = Math.max(steepest, Math.abs(value - before) * perCharacter);
				before = value;
				values.push(value);
			}
		}
		if (values.length < (rows * samples) / 2) continue;
		values.sort(ascending);
		const at = (share: number) => values[Math.floor(share * (values.length - 1))]!;
		found.push({paper: at(0.85), contrast: at(0.85) - at(0.03), steepest});
	}
	return found;
}

/** The level between four pixels; undefined outside of the picture. */
function levelAt({width, height, data}: GreyImage, x: number, y: number): number | undefined {
	const left = Math.floor(x);
	const top = Math.floor(y);
	if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return undefined;
	const [fx, fy] = [x - left, y - top];
	const at = top * width + left;
	const upper = data[at]! * (1 - fx) + data[at + 1]! * fx;
	const lower = data[at + width]! * (1 - fx) + data[at + width + 1]! * fx;
	return upper * (1 - fy) + lower * fy;
}

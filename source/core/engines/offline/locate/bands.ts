import {lengthOf, middleOf} from './closer-look.ts';
import {type EvenRow, findEvenRows} from './even-rows.ts';
import {isWithin, type Outline} from './free-room.ts';
import type {Region, TextLine} from './locate.ts';
import {type Pyramid, sample} from './pyramid.ts';
import {findSegments} from './segments.ts';

/** The two lines of an MRZ whose characters cannot be made out, in any order. */
export type Bands = readonly [TextLine, TextLine];

/** Pixels a pitch of a drawing in which lines of type are dark bands, whether their characters can be made out or not. */
const drawn = 2;
/** Of the sizes of the passports that were found, those that are looked for: a drawing shows bands of up to twice its size. */
const sizes = [1, 0.6];
/** Grey levels by which a band is darker than the mean of both of its sides. */
const darker = 0.6;
/** Directions that are looked at one by one: lines of print have one, and what crosses them another. */
const directions = 8;
/** The shortest lines that are looked for, in pitches of the smallest passport that was found. */
const shortest = 12;

/** What is dark and long beside the passports that were found. */
export type Beside = {
	/** Rows of type of one pitch, or pieces of such rows. */
	readonly even: readonly EvenRow[];
	/**
	 * MRZs that are too blurred, smeared or coarse for a network to see type in them: two bands of the length and distance
	 * of an MRZ's lines, with a long even run of fillers.
	 */
	readonly blurred: readonly Bands[];
};

/**
 * Looks for MRZs without reading them, in a part of a page and outside of what was found there.
 *
 * @param pitch Pixels from character to character of the smallest that was found
 */
export function findBands(pyramid: Pyramid, region: Region, taken: readonly Outline[], pitch: number): Beside {
	const drawings = sizes.map(size => linesOf(pyramid, region, taken, (pitch * size) / drawn));
	const pairs = drawings.flatMap(lines => pairsOf(lines.filter(line => lengthOf(line) > shortest * pitch)));
	return {
		even: findEvenRows(pyramid, drawings.flat(), pitch),
		blurred: pairs.filter(bands => looksLikeMrz(pyramid, bands)),
	};
}

const pairsOf = (lines: readonly TextLine[]): readonly Bands[] =>
	lines.flatMap((one, at) =>
		lines.slice(at + 1).flatMap(other => (areLines(one, other) ? [[one, other] as const] : [])),
	);

/** Dark lines of a drawing of this many pixels a pixel. */
const linesOf = (pyramid: Pyramid, region: Region, taken: readonly Outline[], scale: number): readonly TextLine[] => {
	const [width, height] = [Math.floor(region.width / scale), Math.floor(region.height / scale)];
	const image = new Float32Array(width * height);
	const origin = [region.x + 0.5 * scale - 0.5, region.y + 0.5 * scale - 0.5] as const;
	const place = ([x, y]: readonly [number, number]) => [origin[0] + x * scale, origin[1] + y * scale] as const;
	sample(pyramid, origin, [scale, 0], [0, scale], width, height, image);
	const isFree = (x: number, y: number) => !taken.some(outline => isWithin(outline, place([x, y])));
	const none = new Float32Array(width * height);
	return bandMaps(smooth(smooth(image, width), width), width, isFree).flatMap(map =>
		findSegments(map, none, none, width).map(({from, to}) => ({from: place(from), to: place(to)})),
	);
};

/** Marks what is darker than both of its sides, a map a direction; on the border between two directions in both. */
const bandMaps = (
	image: Float32Array,
	width: number,
	isFree: (x: number, y: number) => boolean,
): readonly Float32Array[] => {
	const height = image.length / width;
	const maps = Array.from({length: directions}, () => new Float32Array(image.length));
	for (let y = 1; y < height - 1; y++) {
		for (let x = 1; x < width - 1; x++) {
			const at = y * width + x;
			const level = (step: number) => image[at + step]!;
			const xx = level(1) + level(-1) - 2 * level(0);
			const yy = level(width) + level(-width) - 2 * level(0);
			const xy = (level(width + 1) + level(-width - 1) - level(width - 1) - level(-width + 1)) / 4;
			const curvature = (xx + yy) / 2 + Math.hypot((xx - yy) / 2, xy);
			if (curvature < darker || !isFree(x, y)) continue;
			const turn = directions + (Math.atan2(2 * xy, xx - yy) / (2 * Math.PI)) * directions;
			for (const near of [Math.floor(turn), Math.ceil(turn)]) maps[near % directions]![at] = 1;
		}
	}
	return maps;
};

/** The mean of each pixel and its neighbours, which count less. */
const smooth = (image: Float32Array, width: number): Float32Array => smoothAlong(smoothAlong(image, 1), width);

const smoothAlong = (image: Float32Array, step: number): Float32Array => {
	const smoothed = new Float32Array(image.length);
	for (let at = 0; at < image.length; at++) {
		const level = image[at]!;
		smoothed[at] = ((image[at - step] ?? level) + 2 * level + (image[at + step] ?? level)) / 4;
	}
	return smoothed;
};

/** Lines of an MRZ are 6.35 mm apart and 111.8 mm long (ICAO 9303-4, appendix A); a blurred end is found less exactly. */
const apart = {least: 0.046, most: 0.067};
const alike = 0.8;
const aside = 0.08;
const turned = 0.05;

const areLines = (a: TextLine, b: TextLine): boolean => {
	const longer = Math.max(lengthOf(a), lengthOf(b));
	if (Math.min(lengthOf(a), lengthOf(b)) < alike * longer) return false;
	const [ux, uy] = unitOf(a);
	const [vx, vy] = unitOf(b);
	if (Math.abs(ux * vy - uy * vx) > turned) return false;
	const [[ax, ay], [bx, by]] = [middleOf(a), middleOf(b)];
	const [dx, dy] = [bx - ax, by - ay];
	const distance = Math.abs(dy * ux - dx * uy) / longer;
	return Math.abs(dx * ux + dy * uy) < aside * longer && distance > apart.least && distance < apart.most;
};

export const unitOf = (line: TextLine): Vector => {
	const length = lengthOf(line);
	return [(line.to[0] - line.from[0]) / length, (line.to[1] - line.from[1]) / length];
};

/** Samples a pitch, and pitches that are sampled before and behind the middle of the lines, above the first, and in all down. */
const fine = 4;
const around = {along: 21, above: 4, down: 11};
const columns = 2 * around.along * fine;
const rows = around.down * fine;
/** Pitches of a piece of a line, of which the ink is measured. */
const piece = 2;

/** Grey levels between paper and the mean of a line: fewer are shades and folds. */
const faintest = 6;
/** Shares of the darkest line's ink: of the fainter one at least, between, above and below them at most; and of a line's, all over its height. */
const shares = {line: 0.55, tall: 0.5, between: 0.7, beside: 0.35};
/** Of the ink of a usual piece: an MRZ has no gaps, and none of its characters is black. */
const pieces = {least: 0.5, most: 2.2};
/**
 * Fillers: so many pieces in a row, by how much of their mean they vary at most, and what they have of the others' ink. Drawn
 * coarsely they are not all alike; words vary more, and rules have nothing else beside them.
 */
const fillers = {least: 6, fewestOthers: 3, varied: 0.09, lighter: 0.85};

/** Of the ink of a usual piece, by how much it differs from the mean of its neighbours, twice: of characters, more. */
const rough = 0.08;

/** Whether two bands have paper around and between them, no gap, and a long even run of fillers, which no other print has. */
const looksLikeMrz = (pyramid: Pyramid, bands: Bands): boolean => {
	const {ink, profile, distance} = inkOf(pyramid, bands);
	const at = (down: number) => profile[Math.round((down + around.above) * fine)]!;
	const lines = [at(0), at(distance)];
	const darkest = Math.max(...lines);
	if (!(darkest > faintest) || Math.min(...lines) < shares.line * darkest) return false;
	if (ink.some((line, i) => mean(line) < shares.tall * lines[i]!)) return false;
	if (at(distance / 2) > shares.between * darkest) return false;
	// Of a paragraph there are more lines.
	if ([-2.5, distance + 2.5].some(down => at(down) > shares.beside * darkest)) return false;
	const usual = ink.map(line => [...line].sort((a, b) => a - b)[line.length >> 1]!);
	const isGap = (one: number, i: number) => one < pieces.least * usual[i]! || one > pieces.most * usual[i]!;
	if (ink.some((line, i) => line.slice(1, -1).some(one => isGap(one, i)))) return false;
	return ink.every(hasCharacters) && ink.some(hasFillers);
};

/** Rules and stripes are as dark everywhere, or change slowly. */
const hasCharacters = (line: readonly number[]): boolean => {
	const bends = line.slice(2).map((one, at) => Math.abs(one + line[at]! - 2 * line[at + 1]!));
	return mean(bends) > rough * mean(line);
};

/** Pieces at the ends may be half beside the line. */
const hasFillers = (line: readonly number[]): boolean => {
	const inner = line.slice(1, -1);
	return inner.slice(fillers.least - 1).some((_, from) => {
		let to = from + fillers.least;
		if (!isEven(inner.slice(from, to))) return false;
		while (to < inner.length && isEven(inner.slice(from, to + 1))) to++;
		const others = [...inner.slice(0, from), ...inner.slice(to)];
		return others.length >= fillers.fewestOthers && mean(inner.slice(from, to)) < fillers.lighter * mean(others);
	});
};

const isEven = (run: readonly number[]): boolean => {
	const usual = mean(run);
	return Math.sqrt(mean(run.map(one => (one - usual) ** 2))) < fillers.varied * usual;
};

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * How much darker than paper two bands are: each in pieces of two characters; and what is above, between and below them, at
 * a quarter of a pitch from row to row.
 */
const inkOf = (pyramid: Pyramid, bands: Bands) => {
	const middles = bands.map(middleOf);
	const [one, other] = bands.map(({from, to}): Vector => [to[0] - from[0], to[1] - from[1]]) as [Vector, Vector];
	const sign = one[0] * other[0] + one[1] * other[1] < 0 ? -1 : 1;
	const both = [one[0] + sign * other[0], one[1] + sign * other[1]] as const;
	const length = Math.hypot(...both);
	const [ux, uy] = [both[0] / length, both[1] / length];
	const pitch = length / 2 / 44;
	const depths = middles.map(([x, y]) => ux * y - uy * x);
	const upper = depths[0]! < depths[1]! ? 0 : 1;
	const [x, y] = middles[upper]!;
	const distance = Math.abs(depths[1]! - depths[0]!) / pitch;
	const block = new Float32Array(columns * rows);
	const step = pitch / fine;
	const [left, top] = [-around.along * pitch, -around.above * pitch];
	sample(
		pyramid,
		[x + ux * left - uy * top, y + uy * left + ux * top],
		[ux * step, uy * step],
		[-uy * step, ux * step],
		columns,
		rows,
		block,
	);
	const levels = Array.from({length: rows}, (_, row) => mean([...block.subarray(row * columns, (row + 1) * columns)]));
	const level = (down: number) => levels[Math.round((down + around.above) * fine)]!;
	const paper = (Math.max(level(-1.25), level(-1.5)) + Math.max(level(distance + 1.25), level(distance + 1.5))) / 2;
	const ink = [0, distance].map(down =>
		Array.from({length: (2 * around.along) / piece}, (_, at) => {
			const from = Math.round((down + around.above - 0.5) * fine);
			const part = Array.from({length: fine + 1}, (_, row) =>
				mean([
					...block.subarray(
						(from + row) * columns + at * piece * fine,
						(from + row) * columns + (at + 1) * piece * fine,
					),
				]),
			);
			return paper - mean(part);
		}),
	);
	return {ink, profile: levels.map(one => paper - one), distance};
};

type Vector = readonly [number, number];

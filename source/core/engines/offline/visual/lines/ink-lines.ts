import {keptFloats} from '../../../../scratch.ts';
import type {Pyramid} from '../../locate/pyramid.ts';
import {type Place, printedPart} from './detect.ts';
import {cutExtent, type Extent, type PageFrame} from './frame.ts';

/** Pixels a pitch: a small capital of 1.2 mm is seven tall. */
const scale = 14;

/** The MRZ, whose ink the ink of the page is measured by. */
const mrzExtent: Extent = {u: -0.5, v: -0.75, width: 45, height: 4};
/** The darkest share of the MRZ's pixels: the strokes of its letters. */
const strokeShare = 0.06;
/** Contrast under which a page is noise, in grey levels. */
const leastContrast = 12;

/** The ground of a pixel is the mean of what is this many pitches around it, or nearer. */
const surroundings = 1.6;
/** Type is at least this share as dark against its ground as the MRZ: first values, then what is printed paler. */
const inkShares = [0.42, 0.26, 0.16];

/** The edges of the page (ICAO 9303-4 §2), and a little more. */
const pageEdges = {left: -3.3, right: 47} as const;

/** Letters and words that are this many pitches apart, or nearer, are one line. */
const wordGap = 0.85;

/** Heights of lines, and the least width, in pitches; a taller part holds two lines or more. */
const [lowest, tallest, narrowest] = [0.4, 2.4, 0.3];
/** A single F or I is this many times as wide as tall, or wider. */
const letterShape = 0.35;
const oneLine = 1.45;
/** Rows at the edges of a line with less than this share of its fullest row are accents, tails, or a pattern. */
const edgeShare = 0.18;
/** Two lines are cut apart where a row has less than this share of the fullest; of what is no taller than one, less. */
const seamShare = 0.75;
const clearSeam = 0.2;

/** How much taller than the ink of a line its box is: room for accents and tails. */
const room = 1.5;
/** And how many heights of its ink wider. */
const endRoom = 0.5;

/** Type has at least so many strokes in each row for a width like its height; hair, clothes and patterns have fewer. */
const leastStrokes = 1;
/** In a line this many times as wide as tall they may be fewer: wide type, and small type that is blurred. */
const [wideLine, fewStrokes] = [8, 0.75];

/** Ink of one row from `left` to `right` (included): `count` dark pixels in `strokes` pieces. */
type Stretch = {
	readonly y: number;
	readonly left: number;
	readonly right: number;
	readonly count: number;
	readonly strokes: number;
};

/** Finds lines of type above an MRZ by their ink: what is nearly as dark against its ground as the MRZ's own type. */
export function findInkLines(pyramid: Pyramid, frame: PageFrame): Place[] {
	const contrast = Math.max(leastContrast, mrzContrast(pyramid, frame));
	const width = Math.round(printedPart.width * scale);
	const height = Math.round(printedPart.height * scale);
	const dark = darkness(cutExtent(pyramid, frame, printedPart, width, height, mapRoom(width * height)), width, height);
	const found: Place[] = [];
	for (const [level, share] of inkShares.entries()) {
		const lines = linesOver(share * contrast, dark, width, height).filter(one => level === 0 || isWord(one));
		found.push(...lines.filter(isOnPage));
		// What is found is no part of a paler line that touches it.
		for (const line of lines) erase(line, dark, width, height);
	}

	return found;
}

/** Takes the ink of a line out of a map. */
function erase(line: Place, dark: Float32Array, width: number, height: number): void {
	const inkHeight = line.height / room;
	const inkWidth = line.width - endRoom * inkHeight;
	const [left, right] = [line.u - inkWidth / 2, line.u + inkWidth / 2].map(u =>
		Math.round((u - printedPart.u) * scale),
	);
	const [top, bottom] = [line.v - inkHeight / 2, line.v + inkHeight / 2].map(v =>
		Math.round((v - printedPart.v) * scale),
	);
	for (let y = Math.max(0, top! - 1); y <= Math.min(height - 1, bottom!); y++)
		dark.fill(0, y * width + Math.max(0, left!), y * width + Math.min(width, right!));
}

function mrzContrast(pyramid: Pyramid, frame: PageFrame): number {
	const width = Math.round(mrzExtent.width * scale);
	const height = Math.round(mrzExtent.height * scale);
	const pixels = cutExtent(pyramid, frame, mrzExtent, width, height, mapRoom(width * height));
	const dark = darkness(pixels, width, height).sort();
	return dark[Math.floor(dark.length * (1 - strokeShare))] ?? 0;
}

const mapRoom = keptFloats();
const rowRoom = keptFloats();

/**
 * How much darker each pixel is than its surroundings, the mean of the square of 2 `radius` + 1 pixels around it as far as
 * it is on the map; the map is changed in place.
 */
function darkness(map: Float32Array, width: number, height: number): Float32Array {
	const radius = Math.round(surroundings * scale);
	const rows = rowRoom(map.length);
	for (let y = 0; y < height; y++) {
		const start = y * width;
		let sum = 0;
		for (let x = -radius; x < width; x++) {
			if (x + radius < width) sum += map[start + x + radius]!;
			if (x > radius) sum -= map[start + x - radius - 1]!;
			if (x >= 0) rows[start + x] = sum / (Math.min(width - 1, x + radius) - Math.max(0, x - radius) + 1);
		}
	}

	const sums = new Float64Array(width);
	for (let y = -radius; y < height; y++) {
		const [added, left] = [(y + radius) * width, (y - radius - 1) * width];
		const count = Math.min(height - 1, y + radius) - Math.max(0, y - radius) + 1;
		for (let x = 0; x < width; x++) {
			if (y + radius < height) sums[x]! += rows[added + x]!;
			if (y > radius) sums[x]! -= rows[left + x]!;
			const at = y * width + x;
			if (y >= 0) map[at] = Math.fround(sums[x]! / count) - map[at]!;
		}
	}

	return map;
}

const linesOver = (least: number, dark: Float32Array, width: number, height: number): Place[] =>
	joined(stretchesOver(least, dark, width, height)).flatMap(part => linesIn(part));

/** The ink of each row, joined over gaps between letters and words. */
function stretchesOver(least: number, dark: Float32Array, width: number, height: number): Stretch[][] {
	const gap = Math.round(wordGap * scale);
	return Array.from({length: height}, (_, y) => {
		const row: Stretch[] = [];
		let [left, right, count, strokes] = [0, -Infinity, 0, 0];
		const close = () => {
			if (count > 0) row.push({y, left, right, count, strokes});
		};

		for (let x = 0, at = y * width; x < width; x++, at++) {
			if (dark[at]! <= least) continue;
			if (x - right > gap) {
				close();
				[left, count, strokes] = [x, 0, 0];
			}

			if (x > right + 1) strokes++;
			right = x;
			count++;
		}

		close();
		return row;
	});
}

/** Stretches that touch each other from row to row. */
function joined(rows: readonly (readonly Stretch[])[]): Stretch[][] {
	const all = rows.flat();
	const group = all.map((_, index) => index);
	const rootOf = (index: number): number => {
		let root = index;
		while (group[root] !== root) root = group[root]!;
		group[index] = root;
		return root;
	};

	let above = 0;
	let first = 0;
	for (const row of rows) {
		let upper = above;
		for (const [index, one] of row.entries()) {
			while (upper < first && all[upper]!.right < one.left) upper++;
			for (let other = upper; other < first && all[other]!.left <= one.right; other++)
				group[rootOf(first + index)] = rootOf(other);
		}

		above = first;
		first += row.length;
	}

	const parts = new Map<number, Stretch[]>();
	for (const [index, one] of all.entries()) {
		const root = rootOf(index);
		const part = parts.get(root);
		if (part) part.push(one);
		else parts.set(root, [one]);
	}

	return [...parts.values()];
}

/** The lines of a part, whose stretches are in order from the top; a part of two lines is cut at its emptiest row. */
function linesIn(part: readonly Stretch[]): Place[] {
	if (part.length === 0) return [];
	const top = part[0]!.y;
	const counts = new Float32Array(part.at(-1)!.y - top + 1);
	for (const {y, count} of part) counts[y - top]! += count;
	const fullest = Math.max(...counts);
	// The stem of an F alone has little ink beside its bar.
	const isAlone = isLetter(part);
	const least = isAlone ? 1 : edgeShare * fullest;
	const from = counts.findIndex(count => count >= least);
	const to = counts.findLastIndex(count => count >= least);
	const tall = (to - from + 1) / scale;
	if (tall < lowest) return [];
	if (tall > (isAlone ? oneLine : 2 * lowest)) {
		const seam = emptiest(counts, from, to);
		if (counts[seam]! < (tall > oneLine ? seamShare : clearSeam) * fullest) {
			return [part.filter(({y}) => y - top < seam), part.filter(({y}) => y - top >= seam)].flatMap(half =>
				joinedAgain(half).flatMap(linesIn),
			);
		}
	}

	const place = tall > tallest ? undefined : placeOf(part, top + from, top + to);
	return place ? [place] : [];
}

/** Whether a part is no wider than a letter of its height. */
const isLetter = (part: readonly Stretch[]): boolean => {
	const wide = Math.max(...part.map(({right}) => right)) - Math.min(...part.map(({left}) => left)) + 1;
	return wide <= part.at(-1)!.y - part[0]!.y + 1;
};

/** The row with the least ink, but for what is too near the edges to be a seam. */
function emptiest(counts: Float32Array, from: number, to: number): number {
	const margin = Math.round(lowest * scale);
	let best = from + margin;
	const weight = (row: number) => counts[row]! + 0.5 * ((counts[row - 1] ?? 0) + (counts[row + 1] ?? 0));
	for (let row = from + margin; row <= to - margin; row++) if (weight(row) < weight(best)) best = row;
	return best;
}

function placeOf(part: readonly Stretch[], top: number, bottom: number): Place | undefined {
	const inside = part.filter(({y}) => y >= top && y <= bottom);
	const left = Math.min(...inside.map(one => one.left));
	const right = Math.max(...inside.map(one => one.right));
	const width = (right - left + 1) / scale;
	const height = (bottom - top + 1) / scale;
	if (width < narrowest || width < letterShape * height) return undefined;
	const strokes = inside.reduce((sum, one) => sum + one.strokes, 0) / (bottom - top + 1);
	if (strokes * height < (width > wideLine * height ? fewStrokes : leastStrokes) * width) return undefined;
	return {
		u: printedPart.u + (left + right + 1) / 2 / scale,
		v: printedPart.v + (top + bottom + 1) / 2 / scale,
		width: width + endRoom * height,
		height: height * room,
		slope: 0,
	};
}

/** What is left of a part that was cut: columns that were joined through the other line are apart now. */
const joinedAgain = (part: readonly Stretch[]): Stretch[][] => {
	if (part.length === 0) return [];
	const rows = new Map<number, Stretch[]>();
	for (const one of part) rows.set(one.y, [...(rows.get(one.y) ?? []), one]);
	const [top, bottom] = [part[0]!.y, part.at(-1)!.y];
	return joined(Array.from({length: bottom - top + 1}, (_, index) => rows.get(top + index) ?? []));
};

/** What is so pale is type only if it is a word. */
const isWord = ({width, height}: Place): boolean => height < 1.3 * room && width > 2.4 * height;

const isOnPage = ({u, width}: Place): boolean => u - width / 2 > pageEdges.left && u + width / 2 < pageEdges.right;

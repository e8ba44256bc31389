import type {ColorDepth} from './capabilities.ts';
import {type Shade, shadesOf} from './shades.ts';

/** Pixels row by row, three bytes each: red, green, blue. */
export type RgbPixels = {readonly width: number; readonly height: number; readonly data: Uint8Array};

/** A picture, and its rows in the depth that is asked for. */
export type Drawn = {readonly pixels: RgbPixels; readonly rows: readonly string[]};

/** Quadrants by their parts in the sign's colour: 1 upper left, 2 upper right, 4 lower left, 8 lower right. */
const quadrants = ' ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█';

/**
 * The square of the error of one channel (of 255) that one byte less is worth. Over a slow line colours are most of what
 * a picture costs, and one that hardly differs from the one that holds is hardly seen beside it: a colour is changed
 * where that brings one pixel 25 nearer to what it is, or several together as much.
 */
const worthOfByte = 60;

/**
 * So many bytes a blank on a colour may cost rather than a full block in that colour: the block does not reach the edges
 * of its cell in every font, and paper made of it is ruled with fine lines.
 */
const seams = 12;

/**
 * A picture in quadrant blocks: two by two pixels a cell in two colours, which is what a terminal can show everywhere
 * (`depth` is not `none`). A pixel is half as wide as it is tall. Odd rows and columns at the end are left out. Each cell
 * is what comes nearest to its pixels for its length: in the colours that hold, with one other, or with two.
 *
 * @param like a picture whose rows are known: those that are the same are not made again
 * @returns rows of `width / 2` cells each, with their colours
 */
export function blockRows(pixels: RgbPixels, depth: ColorDepth, like?: Drawn): string[] {
	const rows: string[] = [];
	for (let y = 0; y + 1 < pixels.height; y += 2) {
		if (like && sameRows(pixels, like.pixels, y)) {
			rows.push(like.rows[y / 2]!);
			continue;
		}
		let line = '';
		let front: Shade | undefined;
		let back: Shade | undefined;
		for (let x = 0; x + 1 < pixels.width; x += 2) {
			take(pixels, x, y);
			choose(front, back, depth);
			const codes = (best.back === back ? '' : best.back!.back) + (best.front === front ? '' : best.front!.front);
			if (codes !== '') line += `\x1b[${codes.slice(1)}m`;
			line += quadrants[best.mask]!;
			({front, back} = best);
		}
		rows.push(line);
	}
	return rows;
}

function sameRows(a: RgbPixels, b: RgbPixels, y: number): boolean {
	if (a.width !== b.width || a.height !== b.height) return false;
	const [from, to] = [y * a.width * 3, (y + 2) * a.width * 3];
	for (let index = from; index < to; index++) if (a.data[index] !== b.data[index]) return false;
	return true;
}

/** The four pixels of the current cell, reused: a large screen has thousands of cells, and a key waits. */
const parts = new Float64Array(12);
const brightness = new Float64Array(4);

function take({width, data}: RgbPixels, x: number, y: number): void {
	for (let part = 0; part < 4; part++) {
		const at = ((y + (part >> 1)) * width + x + (part & 1)) * 3;
		const to = part * 3;
		parts[to] = data[at]!;
		parts[to + 1] = data[at + 1]!;
		parts[to + 2] = data[at + 2]!;
		brightness[part] = data[at]! * 0.3 + data[at + 1]! * 0.59 + data[at + 2]! * 0.11;
	}
}

/** The best that was found for the cell at hand: its colours, what of it is in the sign's, and what it costs. */
const best: {front: Shade | undefined; back: Shade | undefined; mask: number; cost: number} = {
	front: undefined,
	back: undefined,
	mask: 0,
	cost: 0,
};

/** Finds the colours that are worth their bytes where `front` and `back` hold. */
function choose(front: Shade | undefined, back: Shade | undefined, depth: ColorDepth): void {
	const consider = (sign: Shade | undefined, behind: Shade | undefined): void => {
		let mask = 0;
		let error = 0;
		for (let part = 0; part < 4; part++) {
			const over = sign ? off(part, sign) : Infinity;
			const under = behind ? off(part, behind) : Infinity;
			if (over < under) mask += 1 << part;
			error += over < under ? over : under;
		}
		const codes = (sign === front ? 0 : sign!.front.length) + (behind === back ? 0 : behind!.back.length);
		const signed = mask === 0 ? 1 : mask === 15 ? 3 + seams : 3;
		const cost = error + worthOfByte * ((codes === 0 ? 0 : codes + 2) + signed);
		if (cost >= best.cost) return;
		best.front = sign;
		best.back = behind;
		best.mask = mask;
		best.cost = cost;
	};

	best.cost = Infinity;
	if (front || back) consider(front, back);
	if (best.cost <= worthOfByte * 3) return;
	const bits = brighter();
	const dark = shadesOf(mean(15 - bits), depth);
	const bright = bits === 0 ? [] : shadesOf(mean(bits), depth);
	// Of two that cost the same the first is taken: with ink as the sign and paper behind it the next cells need no colour.
	for (const one of dark) {
		consider(one, back);
		consider(front, one);
		for (const other of bright) consider(one, other);
	}
	for (const one of bright) {
		consider(front, one);
		consider(one, back);
	}
	if (bits !== 0) for (const one of shadesOf(mean(15), depth)) consider(front, one);
}

/** The square of how far a pixel of the cell is from a colour, a channel. */
function off(part: number, {red, green, blue}: Shade): number {
	const at = part * 3;
	return ((parts[at]! - red) ** 2 + (parts[at + 1]! - green) ** 2 + (parts[at + 2]! - blue) ** 2) / 3;
}

/** The brighter pixels of the cell, as a sign's parts are counted: parted half-way. None where all are alike. */
function brighter(): number {
	let [least, most] = [Infinity, -Infinity];
	for (const one of brightness) {
		if (one < least) least = one;
		if (one > most) most = one;
	}
	let bits = 0;
	for (let part = 0; part < 4; part++) if (brightness[part]! > (least + most) / 2) bits += 1 << part;
	return bits;
}

/** The mean colour of some pixels of the cell as 0xRRGGBB; at least one. */
function mean(bits: number): number {
	let red = 0;
	let green = 0;
	let blue = 0;
	let count = 0;
	for (let part = 0; part < 4; part++) {
		if ((bits & (1 << part)) === 0) continue;
		red += parts[part * 3]!;
		green += parts[part * 3 + 1]!;
		blue += parts[part * 3 + 2]!;
		count++;
	}
	return (Math.round(red / count) << 16) | (Math.round(green / count) << 8) | Math.round(blue / count);
}

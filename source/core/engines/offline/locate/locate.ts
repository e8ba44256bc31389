import {inParts, openLoops, room} from '../../../loops.ts';
import {lentFloats} from '../../../scratch.ts';
import type {Network} from '../networks/network.ts';
import type {Pyramid} from './pyramid.ts';
import {sample} from './pyramid.ts';
import {findSegments, type Segment} from './segments.ts';

/** A line of type on the page: where its characters begin and end, half-way up, in pixels; read from `from` to `to`. */
export type TextLine = {readonly from: readonly [number, number]; readonly to: readonly [number, number]};

/**
 * Lines that belong together, the top one first. `strength`: mean of the network's map of lines along them, 0 to 1.
 * `score`: the same times their length as drawn; it orders the MRZs of one look.
 */
export type MrzRegion = {readonly lines: readonly TextLine[]; readonly score: number; readonly strength: number};

/** Part of a page, in its pixels; it may reach beyond the page. */
export type Region = {readonly x: number; readonly y: number; readonly width: number; readonly height: number};

const lend = lentFloats();

/**
 * Looks for MRZs in a part of a page, drawn `size` pixels long. The network draws three maps at a
 * quarter of its input: the core of every line, the core of the top line, and a disc where each line begins; the last
 * two show which way is up.
 *
 * @returns the likeliest MRZ first
 */
export async function locateMrz(
	network: Network,
	pyramid: Pyramid,
	region: Region,
	size: number,
): Promise<MrzRegion[]> {
	const scale = Math.max(region.width, region.height) / size;
	const width = roundUp(region.width / scale);
	const height = roundUp(region.height / scale);
	const origin: [number, number] = [region.x + 0.5 * scale - 0.5, region.y + 0.5 * scale - 0.5];
	const {data} = await lend(width * height, async input => {
		sample(pyramid, origin, [scale, 0], [0, scale], width, height, input);
		stretch(input);
		fade(input, width, pyramid, region, scale);
		return network.run(input, [1, 1, height, width]);
	});
	const plane = data.length / 3;
	const segments = findSegments(
		data.subarray(0, plane),
		data.subarray(plane, 2 * plane),
		data.subarray(2 * plane),
		width / 4,
	);
	const toPage = ([x, y]: readonly [number, number]): [number, number] => [
		region.x + (4 * x + 2) * scale - 0.5,
		region.y + (4 * y + 2) * scale - 0.5,
	];
	return group(segments)
		.map(mrz => ({
			score: mrz.score,
			strength: mrz.score / mrz.lines.reduce((sum, {length}) => sum + length, 0),
			lines: mrz.lines.map(line => ({from: toPage(line.from), to: toPage(line.to)})),
		}))
		.sort((a, b) => b.score - a.score);
}

/** The network halves its input four times; few different sizes keep the memory of its tensors in the same places. */
const roundUp = (pixels: number): number => Math.max(2, Math.ceil(pixels / 32 - 0.01)) * 32;

/** Spreads the brightness over 0 to 1, but for the darkest and the lightest hundredth: photos taken in dim light. */
const stretch = (input: Float32Array): void => {
	const {memory, levels, shares} = openLoops();
	const histogram = new Uint32Array(memory.buffer, room.from, 256).fill(0);
	const forParts = inParts(input, histogram.byteLength);
	forParts((at, count) => levels(at, count, room.from));
	const rank = (share: number): number => {
		let sum = 0;
		let level = 0;
		while (level < 255 && sum + histogram[level]! <= input.length * share) sum += histogram[level++]!;
		return level;
	};

	const low = rank(0.01);
	const range = Math.max(24, rank(0.99) - low);
	forParts((at, count) => shares(at, count, low, range), 'changes');
};

/** Paints what is outside the page grey: repeated edges would look like lines. */
const fade = (input: Float32Array, inputWidth: number, pyramid: Pyramid, region: Region, scale: number): void => {
	const {width, height} = pyramid[0]!;
	const left = Math.ceil(-region.x / scale);
	const right = Math.ceil((width - region.x) / scale);
	for (let row = 0, j = 0; row < input.length; row += inputWidth, j++) {
		const y = region.y + j * scale;
		if (y < 0 || y >= height) {
			input.fill(0.5, row, row + inputWidth);
			continue;
		}

		if (left > 0) input.fill(0.5, row, row + Math.min(inputWidth, left));
		if (right < inputWidth) input.fill(0.5, row + Math.max(0, right), row + inputWidth);
	}
};

/** Joins segments one below the other into MRZs of two or three lines; a lonely segment is an MRZ too. */
const group = (segments: readonly Segment[]): Array<{lines: Segment[]; score: number}> => {
	const left = [...segments].sort((a, b) => b.length * b.strength - a.length * a.strength);
	const mrzs: Array<{lines: Segment[]; score: number}> = [];
	while (left.length > 0) {
		const seed = left.shift()!;
		const lines = [seed];
		for (let i = 0; i < left.length; ) {
			const other = left[i]!;
			if (lines.length < 3 && lines.some(line => belong(line, other))) {
				lines.push(other);
				left.splice(i, 1);
				i = 0;
			} else {
				i++;
			}
		}

		mrzs.push({lines: upright(lines), score: lines.reduce((sum, line) => sum + line.strength * line.length, 0)});
	}

	return mrzs;
};

/** Whether two segments are neighbouring lines: parallel, side by side, 1.2 to 3.6 pitches of a line apart. */
const belong = (a: Segment, b: Segment): boolean => {
	const ux = (a.to[0] - a.from[0]) / a.length;
	const uy = (a.to[1] - a.from[1]) / a.length;
	const cross = Math.abs(ux * (b.to[1] - b.from[1]) - uy * (b.to[0] - b.from[0])) / b.length;
	if (cross > 0.14) return false;
	const dx = (b.from[0] + b.to[0] - a.from[0] - a.to[0]) / 2;
	const dy = (b.from[1] + b.to[1] - a.from[1] - a.to[1]) / 2;
	const along = Math.abs(dx * ux + dy * uy);
	const apart = Math.abs(dx * uy - dy * ux);
	const longer = Math.max(a.length, b.length);
	return along < longer * 0.45 && apart > longer * 0.022 && apart < longer * 0.13;
};

/** Puts the lines in reading order, and each line's `from` at its beginning. */
const upright = (lines: readonly Segment[]): Segment[] => {
	// Each segment votes by the disc at its beginning; the top line's map votes for which side is up.
	const longest = lines.reduce((a, b) => (a.length >= b.length ? a : b));
	const ux = (longest.to[0] - longest.from[0]) / longest.length;
	const uy = (longest.to[1] - longest.from[1]) / longest.length;
	const aligned = lines.map(line =>
		ux * (line.to[0] - line.from[0]) + uy * (line.to[1] - line.from[1]) < 0 ? flip(line) : line,
	);
	const depth = (line: Segment) => -uy * (line.from[0] + line.to[0]) + ux * (line.from[1] + line.to[1]);
	const sorted = aligned.sort((a, b) => depth(a) - depth(b));
	const starts = sorted.reduce((sum, line) => sum + line.startAtFrom - line.startAtTo, 0);
	const tops = sorted.length > 1 ? sorted[0]!.top - sorted.at(-1)!.top : 0;
	return starts + 2 * tops >= 0 ? sorted : sorted.reverse().map(line => flip(line));
};

const flip = (line: Segment): Segment => ({
	...line,
	from: line.to,
	to: line.from,
	startAtFrom: line.startAtTo,
	startAtTo: line.startAtFrom,
});

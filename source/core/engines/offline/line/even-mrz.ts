import type {Point} from '../../../passport/model/reading.ts';
import {lengthOf} from '../locate/closer-look.ts';
import type {EvenRow} from '../locate/even-rows.ts';
import type {TextLine} from '../locate/locate.ts';
import type {Pyramid} from '../locate/pyramid.ts';
import type {Network} from '../networks/network.ts';
import {type GridLine, readGrids} from './grid.ts';
import {arePiecesOfPassport, isLineOfPassport} from './pair.ts';

/** Pitches from one line of an MRZ to the next (ICAO 9303-4, appendix A). */
const spacing = 2.5;
/** Characters of a row that are sure, or that are seen, at least. */
const fewest = {sure: 3, seen: 24};
/** A row of fillers ends the first line of an MRZ: what is before it is half a line away. */
const rowOfFillers = /<{8}/;
const half = 22;
/** Of a guessed pitch, shares within which the network sees single characters well enough to measure theirs. */
const measurable = {least: 0.6, most: 1.6};
/** Guesses that differ by less than this share are one. */
const sameGuess = 0.12;

/** Whether an even row is a line of the MRZ of a passport, or a piece of one, either way up. */
export async function isEvenMrz(
	network: Network,
	pyramid: Pyramid,
	{line, pitch}: EvenRow,
	isFree: (place: Point) => boolean,
): Promise<boolean> {
	const ways = [line, {from: line.to, to: line.from}];
	const grids = await readGrids(network, pyramid, ways, pitch, isFree);
	const kinds = grids.map(variety);
	for (const [at, way] of ways.entries()) {
		const own = grids[at]!;
		if (kinds[at]! < Math.max(...kinds)) continue;
		if (kinds[at]! < fewest.sure && own.sure.replaceAll('.', '').length < fewest.seen) continue;
		const beside = [-spacing, spacing].map(lines => moved(way, lines * pitch));
		const [above, below] = (await readGrids(network, pyramid, beside, pitch, isFree)) as [GridLine, GridLine];
		// Three rows are of an identity card (ICAO 9303-5).
		if (isRow(above) && isRow(below)) continue;
		if (isLineOfPassport(own) || arePiecesOfPassport(above, own) || arePiecesOfPassport(own, below)) return true;
		if (!rowOfFillers.test(own.sure)) continue;
		const [begin] = await readGrids(network, pyramid, [along(way, -half * pitch)], pitch, isFree);
		if (isLineOfPassport(begin!)) return true;
	}
	return false;
}

/**
 * The pitches, in pixels, that a line's characters may have: measured where they are seen at one that is guessed.
 *
 * @param guesses The likeliest first
 */
export async function measurePitches(
	network: Network,
	pyramid: Pyramid,
	line: TextLine,
	guesses: readonly number[],
): Promise<readonly number[]> {
	const found: number[] = [];
	const tried: number[] = [];
	for (const guess of guesses) {
		if (tried.some(one => Math.abs(one / guess - 1) < sameGuess)) continue;
		tried.push(guess);
		const [{step}] = (await readGrids(network, pyramid, [line], guess)) as [GridLine];
		if (step < measurable.least || step > measurable.most) continue;
		const pitch = guess * step;
		if (!found.some(one => Math.abs(one / pitch - 1) < sameGuess / 4)) found.push(pitch);
	}
	return found;
}

/** Sure characters, a row of the same one but once: fillers upside down are rows of fives. */
const variety = ({sure}: GridLine): number => sure.replace(/5{2,}/g, '5').replace(/[.?]/g, '').length;

const isRow = ({sure}: GridLine): boolean => /[A-Z0-9<]{4}/.test(sure);

const moved = (line: TextLine, down: number): TextLine => {
	const [ux, uy] = unitOf(line);
	return shifted(line, -uy * down, ux * down);
};

const along = (line: TextLine, by: number): TextLine => {
	const [ux, uy] = unitOf(line);
	return shifted(line, ux * by, uy * by);
};

const unitOf = ({from, to}: TextLine): Point => {
	const length = lengthOf({from, to});
	return [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
};

const shifted = ({from, to}: TextLine, x: number, y: number): TextLine => ({
	from: [from[0] + x, from[1] + y],
	to: [to[0] + x, to[1] + y],
});

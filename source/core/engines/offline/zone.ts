import {checkDigits} from '../../passport/check-digits.ts';
import type {DocumentShape, LineReading} from '../../passport/reading.ts';
import {type DecodedLine, decodeFirst, decodePlain, decodeSecond} from './decode/td3.ts';
import {type MeasuredLine, measureLines, type PlacedLine, type ReadLine, readLines, settle} from './lines.ts';
import type {Zone} from './locate.ts';
import type {Pyramid} from './pyramid.ts';
import type {Network} from './runtime.ts';

/** What was read in one zone. `quality` orders attempts: at least 0 means that the zone was plainly read. */
export type Attempt = {
	readonly shape: DocumentShape;
	readonly lines: readonly LineReading[];
	readonly quality: number;
	/** A page with such lines is no proof of a machine-readable zone: the type is too hard to make out. */
	readonly legible: boolean;
};

type Length = 44 | 36 | 30;

/** The lawful line length that a count of characters stands for. */
const lengthOf = (counts: readonly number[]): Length => {
	const middle = [...counts].sort((a, b) => a - b)[Math.floor(counts.length / 2)]!;
	return middle >= 40 ? 44 : middle >= 33 ? 36 : 30;
};

/** Good enough to stop looking. */
export const plainlyRead = -0.5;

/**
 * Reads a zone as it was located, top line first. Undefined when its lines hold no type. When the number of characters
 * is in doubt, every length is tried and the best reading wins.
 */
export async function readZone(network: Network, pyramid: Pyramid, zone: Zone): Promise<Attempt | undefined> {
	const looks = (await measureLines(network, pyramid, zone.lines)).filter(line => line.length > 0);
	if (looks.length === 0) return undefined;
	const last = lengthOf(looks.map(line => line.at(-1)!.count));
	const first = lengthOf(looks.map(line => line[0]!.count));
	let best: Attempt | undefined;
	for (const length of new Set<Length>([last, first])) {
		const attempt = await readLength(network, pyramid, zone, looks, length);
		if (attempt && (!best || attempt.quality > best.quality)) best = attempt;
		if (best && best.quality > plainlyRead) break;
	}

	return best;
}

const readLength = async (
	network: Network,
	pyramid: Pyramid,
	zone: Zone,
	looks: ReadonlyArray<readonly MeasuredLine[]>,
	length: Length,
): Promise<Attempt | undefined> => {
	const settled = looks.flatMap(line => {
		const places = line.flatMap(look => settle(look, length) ?? []);
		return places.length > 0 ? [places.reduce((a, b) => (a.score > b.score ? a : b))] : [];
	});
	if (settled.length === 0) return undefined;
	const placed = besideBest(distinct(settled), zone);
	let lines = placed
		.sort((a, b) => b.score - a.score)
		.slice(0, 3)
		.map(({baseline}) => baseline);
	if (lines.length === 1 && length !== 30) lines = [lines[0]!, ...partners(lines[0]!)];
	const read = (await readLines(network, pyramid, lines)).filter(line => line !== undefined);
	return judgeLines(distinct(read), length);
};

/** Two pieces of one line grow into the same line: the better placed one stays. */
const distinct = <Line extends PlacedLine>(placed: readonly Line[]): Line[] => {
	const kept: Line[] = [];
	for (const line of [...placed].sort((a, b) => b.score - a.score)) {
		if (kept.every(other => Math.abs(offsetFrom(other, middleOf(line))) > 0.8 * other.baseline.pitch)) kept.push(line);
	}

	return kept;
};

const middleOf = ({baseline: {start, unit, pitch, count}}: PlacedLine): [number, number] => [
	start[0] + (unit[0] * pitch * count) / 2,
	start[1] + (unit[1] * pitch * count) / 2,
];

/** How far below a line a point lies, in pixels. */
const offsetFrom = ({baseline: {start, unit}}: PlacedLine, [x, y]: readonly [number, number]): number =>
	unit[0] * (y - start[1]) - unit[1] * (x - start[0]);

/** Lines that were placed badly are put beside the one that was placed best, as far off as the locator saw them. */
const besideBest = (placed: readonly PlacedLine[], zone: Zone): PlacedLine[] => {
	const best = placed.reduce((a, b) => (a.score >= b.score ? a : b));
	const good = placed.filter(line => line.score > -0.4 || line === best);
	if (best.score < -0.4 || good.length === zone.lines.length) return [...placed];
	const [ux, uy] = best.baseline.unit;
	const taken = good.map(line => offsetFrom(best, middleOf(line)));
	const added = zone.lines.flatMap(({from, to}) => {
		const offset = offsetFrom(best, [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]);
		if (taken.some(other => Math.abs(other - offset) < best.baseline.pitch)) return [];
		const start: [number, number] = [best.baseline.start[0] - uy * offset, best.baseline.start[1] + ux * offset];
		return [{baseline: {...best.baseline, start}, score: -0.4}];
	});
	return [...good, ...added];
};

/** Where the other line of a pair can lie when only one was found: 2.5 pitches above or below (ICAO 9303-4, appendix A). */
const partners = (line: ReadLine['baseline']): Array<ReadLine['baseline']> =>
	[-2.5, 2.5].map(pitches => ({
		...line,
		start: [line.start[0] - line.unit[1] * pitches * line.pitch, line.start[1] + line.unit[0] * pitches * line.pitch],
	}));

const judgeLines = (read: readonly ReadLine[], count: Length): Attempt | undefined => {
	const wanted = count === 30 ? 3 : 2;
	const chosen = [...read]
		.sort((a, b) => b.score - a.score)
		.slice(0, wanted)
		.sort(byDepth);
	if (chosen.length === 0) return undefined;
	const score = chosen.reduce((sum, line) => sum + line.score, 0) / chosen.length - (wanted - chosen.length);
	if (count === 44 && chosen.length === 2) return passportOrVisa(chosen[0]!, chosen[1]!, score);
	const decoded = chosen.map(line => decodePlain(line.matrix));
	const shape: DocumentShape =
		count === 30 ? 'TD1' : count === 44 ? 'TD3' : decoded[0]!.text.startsWith('V') ? 'MRV-B' : 'TD2';
	return attempt(shape, chosen, decoded, score);
};

const passportOrVisa = (first: ReadLine, second: ReadLine, score: number): Attempt => {
	const one = decodeFirst(first.matrix);
	if (one.text.startsWith('V')) return attempt('MRV-A', [first, second], [one, decodePlain(second.matrix)], score);
	return attempt('TD3', [first, second], [one, decodeSecond(second.matrix)], score);
};

const attempt = (
	shape: DocumentShape,
	lines: readonly ReadLine[],
	decoded: readonly DecodedLine[],
	score: number,
): Attempt => {
	const margins = decoded.flatMap(line =>
		line.characters.map(character => Math.min(4, Math.max(-2, character.margin))),
	);
	const mean = margins.reduce((sum, margin) => sum + margin, 0) / Math.max(1, margins.length);
	const digits = checkDigits(
		shape,
		decoded.map(line => line.text),
	);
	const right = digits.filter(({verdict}) => verdict === 'verified').length / Math.max(1, digits.length);
	return {
		shape,
		lines: decoded.map((line, i) => place(line, lines[i]!)),
		quality: score + (mean - 3) * 0.5 - (1 - right),
		legible: mean > 1 && score > -1.2,
	};
};

const place = (decoded: DecodedLine, {baseline}: ReadLine): LineReading => {
	const middle = (cell: number): [number, number] => [
		baseline.start[0] + baseline.unit[0] * baseline.pitch * (cell + 0.5),
		baseline.start[1] + baseline.unit[1] * baseline.pitch * (cell + 0.5),
	];
	return {...decoded, from: middle(0), to: middle(baseline.count - 1), pitch: baseline.pitch};
};

const byDepth = (a: ReadLine, b: ReadLine): number => {
	const [ux, uy] = a.baseline.unit;
	const depth = ({baseline: {start}}: ReadLine) => -uy * start[0] + ux * start[1];
	return depth(a) - depth(b);
};

import type {Point} from '../../passport/model/reading.ts';
import {isEvenMrz, measurePitches} from './line/even-mrz.ts';
import {readGrids} from './line/grid.ts';
import {areNumbers} from './line/pair.ts';
import {type Beside, unitOf} from './locate/bands.ts';
import {lengthOf, longestOf, middleOf} from './locate/closer-look.ts';
import {dataPage, isWithin, type Outline} from './locate/free-room.ts';
import type {MrzRegion, TextLine} from './locate/locate.ts';
import type {Pyramid} from './locate/pyramid.ts';
import type {Network} from './networks/network.ts';
import {beginsAsPassport, looksCutShort, type MrzAttempt} from './read-mrz.ts';

/** Lines of an MRZ are 6.35 mm apart and 111.8 mm long; seen at a slant, or where half of them is covered, they look farther apart. */
const spacing = {least: 0.045, most: 0.13};
/** Mean of the locator's map along lines that can hardly be anything but an MRZ; and, where type shows it, that may be pieces of one. */
const plainMrz = 0.85;
const pieceOfMrz = 0.6;
/** Fillers are printed in an MRZ alone: titles and sentences, which look like its lines from afar, show two at most. */
const fewestFillers = 3;
/** Nats by which a plain filler is likelier than any other character; a space that is taken for one stays under it. */
const plainFiller = 4;
/** Two full lines, blurred or tiny, stay over this quality; print that is no MRZ stays under it. */
const nearlyRead = -1.6;
/** Pitches from one line of an MRZ to the next (ICAO 9303-4, appendix A). */
const spacingOfLines = 2.5;
/** MRZs that are looked at for remains, at most. */
const mostRemains = 8;

/** Whether lines are the MRZ of a passport that was not made out. */
export const looksLikePassport = (mrz: MrzRegion, attempt: MrzAttempt | undefined): boolean => {
	if (attempt && attempt.shape !== 'TD3' && attempt.legible && !looksCutShort(attempt)) return false;
	if (mrz.strength < plainMrz) return false;
	const [first, second, third] = mrz.lines;
	if (!first || third) return false;
	if (!second) return attempt?.shape === 'TD3' && (attempt.right > 0.5 || beginsAsPassport(attempt));
	const apart = distanceOf(first, second) / lengthOf(longestOf(mrz));
	return apart > spacing.least && apart < spacing.most && attempt !== undefined && isPartlyMrz(attempt);
};

/** Pixels between two parallel lines: one of them may be seen in part. */
const distanceOf = (line: TextLine, other: TextLine): number => {
	const [[ax, ay], [bx, by]] = [middleOf(line), middleOf(other)];
	const [dx, dy] = [line.to[0] - line.from[0], line.to[1] - line.from[1]];
	return Math.abs(dx * (by - ay) - dy * (bx - ax)) / lengthOf(line);
};

/** True when fillers are plain among what was read, or all of two full lines is nearly readable: no other print is like that. */
const isPartlyMrz = (attempt: MrzAttempt): boolean =>
	plainFillers(attempt) >= fewestFillers || (attempt.shape === 'TD3' && attempt.quality > nearlyRead);

const plainFillers = ({lines}: MrzAttempt): number =>
	lines
		.flatMap(({text, characters = []}) => characters.filter((_, at) => text[at] === '<'))
		.filter(({margin}) => margin > plainFiller).length;

/**
 * How many more passports are on a page of which only pieces of the lines can be seen, or lines out of focus.
 *
 * @param left What the locator saw beside the passports that were found, and was not read
 * @param known Where documents are that were found
 * @param beside What is dark and long there, and may be lines that the locator did not see
 */
export async function countRemains(
	recogniser: Network,
	pyramid: Pyramid,
	left: readonly MrzRegion[],
	found: readonly MrzAttempt[],
	known: readonly Outline[],
	{even, blurred}: Beside = {even: [], blurred: []},
): Promise<number> {
	const remains: Outline[] = [];
	const pitches = distinct(found.map(({baselines}) => baselines[0]!.pitch));
	const likeliest = left
		.filter(({strength}) => strength > pieceOfMrz)
		.sort((a, b) => b.score - a.score)
		.slice(0, mostRemains);
	const isNew = (line: TextLine) => !remains.some(outline => isWithin(outline, middleOf(line)));
	const isFree = (place: Point) => !known.some(outline => isWithin(outline, place));
	for (const row of even) {
		if (isNew(row.line) && (await isEvenMrz(recogniser, pyramid, row, isFree)))
			remains.push(around(row.line, row.pitch));
	}
	const candidates = likeliest.flatMap(({lines}) => {
		const guesses = lines.slice(1).map((line, at) => distanceOf(lines[at]!, line) / spacingOfLines);
		return lines.map(line => ({
			line,
			guesses: [...guesses, ...(lines.length === 1 ? pitchesBeside(line, likeliest) : [])],
		}));
	});
	for (const {line, guesses} of candidates) {
		if (!isNew(line)) continue;
		for (const pitch of await measurePitches(recogniser, pyramid, line, [...guesses, ...pitches])) {
			if (!isNew(line) || !(await isEvenMrz(recogniser, pyramid, {line, pitch}, isFree))) continue;
			remains.push(around(line, pitch));
		}
	}
	for (const bands of blurred) {
		const [line] = bands;
		const pitch = lengthOf(line) / 44;
		if (isNew(line) && !areNumbers(await readGrids(recogniser, pyramid, bands, pitch)))
			remains.push(around(line, pitch));
	}
	return remains.length;
}

/** Of a passport that is cut short the lines are too far apart for their length to be taken for one MRZ. */
const cutShort = {least: 0.1, most: 0.4, turned: 0.06, aside: 0.2};

/** The pitches that a line alone would have, if it and another one alone were those of a passport. */
const pitchesBeside = (line: TextLine, left: readonly MrzRegion[]): readonly number[] =>
	left.flatMap(({lines: [other, second]}) => {
		if (!other || second || other === line) return [];
		const length = lengthOf(line);
		const [ux, uy] = unitOf(line);
		const [vx, vy] = unitOf(other);
		const [[ax, ay], [bx, by]] = [middleOf(line), middleOf(other)];
		const distance = distanceOf(line, other);
		const isBeside =
			Math.abs(ux * vy - uy * vx) < cutShort.turned &&
			Math.abs((bx - ax) * ux + (by - ay) * uy) < cutShort.aside * length &&
			distance > cutShort.least * length &&
			distance < cutShort.most * length;
		return isBeside ? [distance / spacingOfLines] : [];
	});

const distinct = (pitches: readonly number[]): readonly number[] =>
	pitches.filter((pitch, at) => pitches.findIndex(other => Math.abs(other / pitch - 1) < 0.04) === at);

/** Where the rest of the lines can be, of which this is a piece. */
const around = ({from, to}: TextLine, pitch: number): Outline => {
	const length = lengthOf({from, to});
	const unit = unitOf({from, to});
	const at = (along: number, down: number) =>
		[
			from[0] + (unit[0] * along - unit[1] * down) * pitch,
			from[1] + (unit[1] * along + unit[0] * down) * pitch,
		] as const;
	const [left, right, top, foot] = [length / pitch - 46, 46, -6, 6];
	return [at(left, top), at(right, top), at(right, foot), at(left, foot)];
};

/**
 * Where the page of lines can be that were not read. What is seen may be any piece of them: the rest, and what is printed
 * above them, are of the same passport. Their distance shows how large it is.
 */
export const pageAround = ({lines: [first, second]}: MrzRegion): Outline => {
	const {from, to} = first!;
	const length = lengthOf({from, to});
	const unit = unitOf({from, to});
	const pitch = Math.max(length / 44, second ? distanceOf(first!, second) / spacingOfLines : 0);
	const missing = 44 - length / pitch;
	const start = [from[0] - unit[0] * missing * pitch, from[1] - unit[1] * missing * pitch] as const;
	return dataPage({start, unit, pitch, count: 44 + missing});
};

import {askSecond} from './line/second-reader.ts';
import {isSamePlace, lengthOf, longestOf, lookCloser, middleOf} from './locate/closer-look.ts';
import {dataPage, freeRoom, isWithin, type Outline} from './locate/free-room.ts';
import {locateMrz, type MrzRegion, type Region, type TextLine} from './locate/locate.ts';
import type {Pyramid} from './locate/pyramid.ts';
import {better, isOneDocument, madeOut, type Networks, readEitherWay} from './read-either-way.ts';
import {beginsAsPassport, glanceAt, looksCutShort, type MrzAttempt} from './read-mrz.ts';

export type FurtherPassports = {
	readonly passports: readonly MrzAttempt[];
	/** Zones that look like the MRZ of a passport and cannot be read. */
	readonly unread: number;
};

/** More passports than this on one picture are too small to be read. */
const most = 24;

/** Pixels that the lines of the smallest passport found are drawn long when the rest of the page is searched. */
const drawn = 360;
/** Pixels of a drawing at most: a search of a large sheet costs no more than reading two passports. */
const largest = 500_000;

/** Lines this much shorter than those that were found, as a share, belong to no passport beside them. */
const shortest = {glance: 0.3, closer: 0.45};
/** Lines of an MRZ are 6.35 mm apart and 111.8 mm long; seen at a slant, or where half of them is covered, they look farther apart. */
const spacing = {least: 0.045, most: 0.13};
/** Mean of the locator's map along lines that may be an MRZ, and that can hardly be anything else. */
const leastMrz = 0.8;
const plainMrz = 0.85;
/** Fillers are printed in an MRZ alone: titles and sentences, which look like its lines from afar, show two at most. */
const fewestFillers = 3;
/** Nats by which a plain filler is likelier than any other character; a space that is taken for one stays under it. */
const plainFiller = 4;
/** Two full lines, blurred or tiny, stay over this quality; print that is no MRZ stays under it. */
const nearlyRead = -1.6;
/** A line this many times as long as those of a passport is two or more, side by side. */
const severalLines = 1.6;

/**
 * Reads what other passports are on a page, beside the one that was read: at any angle, and down to half of their size.
 *
 * @param first What was read already
 * @param zones What the first look at the page saw
 */
export async function readFurther(
	networks: Networks,
	pyramid: Pyramid,
	first: MrzAttempt,
	zones: readonly MrzRegion[],
): Promise<FurtherPassports> {
	const passports: MrzAttempt[] = [];
	const unread: Outline[] = [];
	const taken = () => [first, ...passports].map(outlineOf);
	const tryAll = async (candidates: readonly MrzRegion[]): Promise<void> => {
		const tried: MrzRegion[] = [];
		for (const candidate of candidates) {
			if (passports.length + unread.length + 1 >= most) return;
			const length = 44 * smallestPitch([first, ...passports]);
			if (!isBeside(candidate, shortest.glance * length, [...taken(), ...unread])) continue;
			const zone = await lookCloser(networks.locator, pyramid, candidate);
			if (zone.strength < leastMrz || !isBeside(zone, shortest.closer * length, [...taken(), ...unread])) continue;
			if (tried.some(one => isSamePlace(one, zone))) continue;
			tried.push(zone);
			const attempt = await readAtBest(networks, pyramid, zone);
			if (attempt && isPassport(attempt) && isOneDocument(attempt))
				passports.push(await askSecond(networks.second, pyramid, attempt));
			else if (looksLikePassport(zone, attempt)) unread.push(outlineOfZone(zone));
		}
	};

	await tryAll(apart(zones, lengthOfLines(first)));
	// Each round may find a smaller one, beside which smaller ones still can be.
	for (let before = -1; before < passports.length; ) {
		before = passports.length;
		const pitch = smallestPitch([first, ...passports]);
		const room = freeRoom(pyramid, [...taken(), ...unread], pitch);
		if (!room) break;
		const seen = await locateMrz(networks.locator, pyramid, room, sizeFor(room, pitch));
		await tryAll(apart(seen, lengthOfLines(first)));
	}

	return {passports, unread: unread.length};
}

const lengthOfLines = ({baselines}: MrzAttempt): number => baselines[0]!.pitch * 44;

/** Takes zones apart that run across passports side by side: into their shorter lines, or into even parts. */
const apart = (zones: readonly MrzRegion[], length: number): readonly MrzRegion[] =>
	zones.flatMap(zone => {
		if (lengthOf(longestOf(zone)) < severalLines * length) return [zone];
		const parts = zone.lines.flatMap(line => {
			const count = Math.round(lengthOf(line) / length);
			return count < 2 ? [line] : split(line, count);
		});
		return parts.map(line => ({...zone, lines: [line]}));
	});

const split = ({from, to}: TextLine, count: number): readonly TextLine[] => {
	const at = (share: number) => [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share] as const;
	return Array.from({length: count}, (_, part) => ({from: at(part / count), to: at((part + 1) / count)}));
};

/** How many pixels long a part of a page is drawn for finding MRZs of this pitch, and of half of it. */
const sizeFor = ({width, height}: Region, pitch: number): number => {
	const scale = Math.min(1, drawn / (44 * pitch), Math.sqrt(largest / (width * height)));
	return Math.round(Math.max(width, height) * scale);
};

const readAtBest = async (networks: Networks, pyramid: Pyramid, zone: MrzRegion): Promise<MrzAttempt | undefined> => {
	const glance = await glanceAt(networks.recogniser, pyramid, zone);
	return glance?.sure ? glance : better(glance, await readEitherWay(networks, pyramid, zone));
};

/** Passports in the order in which a page is read: row by row, each from left to right. */
export function inReadingOrder(attempts: readonly MrzAttempt[]): readonly MrzAttempt[] {
	const placed = attempts.map(attempt => ({attempt, ...boundsOf(outlineOf(attempt))})).sort((a, b) => a.y - b.y);
	const rows: Array<typeof placed> = [];
	for (const one of placed) {
		const row = rows.at(-1);
		if (row && one.y - row[0]!.y < row[0]!.height / 2) row.push(one);
		else rows.push([one]);
	}
	return rows.flatMap(row => row.sort((a, b) => a.x - b.x).map(({attempt}) => attempt));
}

/** Middle and height of what an outline covers. */
const boundsOf = (outline: Outline): {readonly x: number; readonly y: number; readonly height: number} => {
	const [xs, ys] = [outline.map(([x]) => x), outline.map(([, y]) => y)];
	const [top, foot] = [Math.min(...ys), Math.max(...ys)];
	return {x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (top + foot) / 2, height: foot - top};
};

/** Whether an attempt is of a passport, and some of it is right. */
export const isPassport = (attempt: MrzAttempt): boolean =>
	attempt.shape === 'TD3' && attempt.legible && attempt.quality > madeOut;

const looksLikePassport = (zone: MrzRegion, attempt: MrzAttempt | undefined): boolean => {
	if (attempt && attempt.shape !== 'TD3' && attempt.legible && !looksCutShort(attempt)) return false;
	if (zone.strength < plainMrz) return false;
	const [first, second, third] = zone.lines;
	if (!first || third) return false;
	if (!second) return attempt?.shape === 'TD3' && (attempt.right > 0.5 || beginsAsPassport(attempt));
	const [a, b] = [middleOf(first), middleOf(second)];
	const apart = Math.hypot(a[0] - b[0], a[1] - b[1]) / lengthOf(longestOf(zone));
	return apart > spacing.least && apart < spacing.most && attempt !== undefined && isPartlyMrz(attempt);
};

/** True when fillers are plain among what was read, or all of two full lines is nearly readable: no other print is like that. */
const isPartlyMrz = (attempt: MrzAttempt): boolean =>
	plainFillers(attempt) >= fewestFillers || (attempt.shape === 'TD3' && attempt.quality > nearlyRead);

const plainFillers = ({lines}: MrzAttempt): number =>
	lines
		.flatMap(({text, characters = []}) => characters.filter((_, at) => text[at] === '<'))
		.filter(({margin}) => margin > plainFiller).length;

/** True when an MRZ is long enough, and outside of what was found. */
const isBeside = (zone: MrzRegion, least: number, taken: readonly Outline[]): boolean => {
	const line = longestOf(zone);
	return lengthOf(line) > least && !taken.some(outline => isWithin(outline, middleOf(line)));
};

const smallestPitch = (attempts: readonly MrzAttempt[]): number =>
	Math.min(...attempts.map(({baselines}) => baselines[0]!.pitch));

/** What an attempt covers: the data page of a passport; of another document its lines alone. */
const outlineOf = ({shape, baselines}: MrzAttempt): Outline => {
	const [first] = baselines;
	const page = dataPage(first!);
	if (shape === 'TD3') return page;
	const {start, unit, pitch, count} = first!;
	const at = (along: number, down: number): [number, number] => [
		start[0] + (unit[0] * along - unit[1] * down) * pitch,
		start[1] + (unit[1] * along + unit[0] * down) * pitch,
	];
	const foot = 2.5 * (baselines.length - 1) + 1.5;
	return [at(-1, -1.5), at(count + 1, -1.5), at(count + 1, foot), at(-1, foot)];
};

const outlineOfZone = (zone: MrzRegion): Outline => {
	const [first] = zone.lines;
	const length = lengthOf(first!);
	const unit = [(first!.to[0] - first!.from[0]) / length, (first!.to[1] - first!.from[1]) / length] as const;
	return dataPage({start: first!.from, unit, pitch: length / 44, count: 44});
};

import {type DocumentClass, type DocumentShape, isAskedFor} from '../../passport/model/document.ts';
import type {Point} from '../../passport/model/reading.ts';
import type {Baseline} from './line/crop.ts';
import {readGrids} from './line/grid.ts';
import {areNumbers} from './line/pair.ts';
import {askSecond} from './line/second-reader.ts';
import {findBands} from './locate/bands.ts';
import {isSamePlace, lengthOf, longestOf, lookCloser, middleOf} from './locate/closer-look.ts';
import {findPages} from './locate/find-pages.ts';
import {contrasts, documentPage, freeRoom, isWithin, type Outline} from './locate/free-room.ts';
import {locateMrz, type MrzRegion, type Region, type TextLine} from './locate/locate.ts';
import type {Pyramid} from './locate/pyramid.ts';
import {better, isOneDocument, madeOut, type Networks, readEitherWay} from './read-either-way.ts';
import {beginsAsPassport, glanceAt, looksCutShort, type MrzAttempt} from './read-mrz.ts';
import {countRemains, looksLikePassport, pageAround} from './unread-passports.ts';

export type FurtherDocuments = {
	/** Those that are asked for. */
	readonly found: readonly MrzAttempt[];
	/** MRZs that look like the MRZ of a passport and cannot be read. */
	readonly unread: number;
	/** What else was read plainly, and is not asked for. */
	readonly others: readonly DocumentShape[];
};

/** More passports than this on one picture are too small to be read. */
const most = 24;

/**
 * How the rest of a page is drawn for finding MRZs of the pitch of the smallest passport found, and of a third of it.
 * `drawn`: pixels that its lines are long. `cheap`: pixels of a drawing that cost next to nothing: a small room is finer.
 */
const closeBy = {drawn: 360, cheap: 150_000};
/** From afar, where lines that are far out of focus look like lines. */
const farAway = {drawn: 160, cheap: 0};
type Drawn = typeof closeBy;
/** Pixels of a drawing at most: a search of a large sheet costs no more than reading two passports. */
const largest = 500_000;

/** Lines this much shorter than those that were found, as a share, belong to no passport beside them. */
const shortest = 0.28;
/** Mean of the locator's map along lines that may be an MRZ. */
const leastMrz = 0.8;
/** A line this many times as long as those of a passport is two or more, side by side. */
const severalLines = 1.6;

/**
 * Reads what other documents are on a page, beside the one that was read: at any angle, and down to a third of their size.
 *
 * @param first What was read already
 * @param mrzs What the first look at the page saw
 * @param documents What is asked for
 */
export async function readFurther(
	networks: Networks,
	pyramid: Pyramid,
	first: MrzAttempt,
	mrzs: readonly MrzRegion[],
	documents: readonly DocumentClass[],
): Promise<FurtherDocuments> {
	const found: MrzAttempt[] = [];
	const unread: MrzRegion[] = [];
	const left: MrzRegion[] = [];
	const tried: MrzRegion[] = [];
	const others: MrzAttempt[] = [];
	const taken = () => [first, ...found].map(attempt => outlineOf(attempt, documents));
	const covered = () => [...taken(), ...unread.map(pageAround)];
	const tryAll = async (candidates: readonly MrzRegion[]): Promise<void> => {
		for (const candidate of candidates) {
			if (found.length + unread.length + 1 >= most) return;
			const length = 44 * smallestPitch([first, ...found]);
			if (!isBeside(candidate, 0, covered())) continue;
			left.push(candidate);
			if (lengthOf(longestOf(candidate)) < shortest * length) continue;
			const closer = await lookCloser(networks.locator, pyramid, candidate);
			// Enlarged, lines can be beside an edge or a neighbour that makes them look worse.
			const isBetter = candidate.lines.length > 1 && candidate.strength > closer.strength;
			for (const mrz of apart([isBetter ? candidate : closer], lengthOfLines(first)))
				await tryOne(mrz, length, closer.strength);
		}
	};
	const tryOne = async (mrz: MrzRegion, length: number, strength: number): Promise<void> => {
		if (mrz.strength < leastMrz || !isBeside(mrz, shortest * length, covered())) return;
		if (tried.some(one => isSamePlace(one, mrz))) return;
		tried.push(mrz);
		left.push(mrz);
		const attempt = await readAtBest(networks, pyramid, mrz);
		if (attempt && (isTaken(attempt, [first, ...found]) || (await isOtherPrint(networks, pyramid, attempt)))) return;
		if (attempt && isRead(attempt, documents) && isOneDocument(attempt))
			found.push(await askSecond(networks.second, pyramid, attempt));
		else if (documents.includes('passport') && looksLikePassport({...mrz, strength}, attempt)) unread.push(mrz);
		else if (attempt && isPlainlyOther(attempt)) others.push(attempt);
	};

	await tryAll(apart(mrzs, lengthOfLines(first)));
	// Each round may find a smaller one, beside which smaller ones still can be.
	for (let before = -1; before < found.length; ) {
		before = found.length;
		const pitch = smallestPitch([first, ...found]);
		const room = freeRoom(pyramid, covered(), pitch);
		if (!room) break;
		const seen = await locateMrz(networks.locator, pyramid, room, sizeFor(room, pitch, closeBy));
		await tryAll(apart(seen, lengthOfLines(first)));
	}

	const read = [first, ...found];
	const pitch = smallestPitch(read);
	const seeks = documents.includes('passport');
	const room = seeks ? freeRoom(pyramid, covered(), pitch, contrasts.blurred) : undefined;
	if (room) left.push(...(await locateMrz(networks.locator, pyramid, room, sizeFor(room, pitch, farAway))));
	const documentsSeen = [...covered(), ...others.map(({shape, baselines}) => documentPage(shape, baselines[0]!))];
	// Beside a card alone, its other side would look like a page.
	const isSheet = room && read.some(({shape}) => shape === 'TD3');
	const pages = isSheet ? await findPages(networks.pageFinder, pyramid, room, documentsSeen, pitch) : [];
	const unseen = pages.filter(page => !unread.some(mrz => isWithin(page, middleOf(longestOf(mrz)))));
	const known = [...documentsSeen, ...unseen];
	const rest = left.filter(mrz => isBeside(mrz, 0, known));
	const bands = room ? findBands(pyramid, room, known, pitch) : undefined;
	const remains = seeks ? await countRemains(networks.recogniser, pyramid, rest, read, known, bands) : 0;
	return {found, unread: unread.length + unseen.length + remains, others: others.map(({shape}) => shape)};
}

const lengthOfLines = ({baselines: [first]}: MrzAttempt): number => first!.pitch * first!.count;

/** Takes MRZs apart that run across documents side by side: into the lines of each. */
const apart = (mrzs: readonly MrzRegion[], length: number): readonly MrzRegion[] =>
	mrzs.flatMap(mrz => {
		if (lengthOf(longestOf(mrz)) < severalLines * length) return [mrz];
		const parts = mrz.lines.flatMap(line => {
			const count = Math.round(lengthOf(line) / length);
			return count < 2 ? [line] : split(line, count);
		});
		const documents: TextLine[][] = [];
		for (const line of parts) {
			const [x, y] = middleOf(line);
			const beside = documents.find(([other]) => {
				const [ox, oy] = middleOf(other!);
				return Math.hypot(x - ox, y - oy) < length / 2;
			});
			if (beside) beside.push(line);
			else documents.push([line]);
		}
		return documents.map(lines => ({...mrz, lines}));
	});

const split = ({from, to}: TextLine, count: number): readonly TextLine[] => {
	const at = (share: number) => [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share] as const;
	return Array.from({length: count}, (_, part) => ({from: at(part / count), to: at((part + 1) / count)}));
};

/** How many pixels long a part of a page is drawn in which lines of this pitch are to be so long. */
const sizeFor = ({width, height}: Region, pitch: number, long: Drawn): number => {
	const fits = (pixels: number) => Math.sqrt(pixels / (width * height));
	const scale = Math.min(1, fits(largest), Math.max(long.drawn / (44 * pitch), fits(long.cheap)));
	return Math.round(Math.max(width, height) * scale);
};

const readAtBest = async (networks: Networks, pyramid: Pyramid, mrz: MrzRegion): Promise<MrzAttempt | undefined> => {
	const glance = await glanceAt(networks.recogniser, pyramid, mrz);
	return glance?.sure ? glance : better(glance, await readEitherWay(networks, pyramid, mrz));
};

/** Whether lines that begin as no passport's, and do not agree with all check digits, are rows of numbers. */
const isOtherPrint = async ({recogniser}: Networks, pyramid: Pyramid, attempt: MrzAttempt): Promise<boolean> => {
	if (attempt.right === 1 || beginsAsPassport(attempt)) return false;
	const lines = attempt.baselines.map(({start, unit, pitch, count}) => ({
		from: start,
		to: pointAlong(start, unit, pitch * count),
	}));
	return areNumbers(await readGrids(recogniser, pyramid, lines, attempt.baselines[0]!.pitch));
};

const pointAlong = ([x, y]: Point, [ux, uy]: Point, along: number): Point => [x + ux * along, y + uy * along];

/** Documents in the order in which a page is read: row by row, each from left to right. */
export function inReadingOrder(
	attempts: readonly MrzAttempt[],
	documents: readonly DocumentClass[],
): readonly MrzAttempt[] {
	const placed = attempts
		.map(attempt => ({attempt, ...boundsOf(outlineOf(attempt, documents))}))
		.sort((a, b) => a.y - b.y);
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

/** Characters other than fillers: rules and dotted lines are taken for rows of fillers. */
const fewestCharacters = 12;

/** Whether an attempt is of a document that is asked for, and some of it is right. */
export const isRead = ({shape, legible, quality, lines}: MrzAttempt, documents: readonly DocumentClass[]): boolean =>
	isAskedFor(shape, documents) &&
	legible &&
	quality > madeOut &&
	lines.reduce((sum, {text}) => sum + text.replaceAll('<', '').length, 0) >= fewestCharacters;

/** Whether an attempt is of a document for certain, so that it can be named although it is not asked for. */
const isPlainlyOther = (attempt: MrzAttempt): boolean =>
	attempt.legible && attempt.quality > madeOut && attempt.right > 0.5 && !looksCutShort(attempt);

/** True when an MRZ is long enough, and outside of what was found. */
const isBeside = (mrz: MrzRegion, least: number, taken: readonly Outline[]): boolean => {
	const line = longestOf(mrz);
	return lengthOf(line) > least && !taken.some(outline => isWithin(outline, middleOf(line)));
};

/** Whether what was read is on the lines of one that was read before: a look beside it can end there. */
const isTaken = (attempt: MrzAttempt, read: readonly MrzAttempt[]): boolean => {
	const [{start, unit, pitch, count}] = attempt.baselines as [Baseline];
	const middle: Point = [start[0] + (unit[0] * pitch * count) / 2, start[1] + (unit[1] * pitch * count) / 2];
	return read.some(({shape, baselines}) => isWithin(documentPage(shape, baselines[0]!), middle));
};

const smallestPitch = (attempts: readonly MrzAttempt[]): number =>
	Math.min(...attempts.map(({baselines}) => baselines[0]!.pitch));

/** What an attempt covers: the whole of a document that is asked for; of another one its lines alone. */
const outlineOf = ({shape, baselines}: MrzAttempt, documents: readonly DocumentClass[]): Outline => {
	const [first] = baselines;
	if (shape === 'TD3' || isAskedFor(shape, documents)) return documentPage(shape, first!);
	const {start, unit, pitch, count} = first!;
	const at = (along: number, down: number): [number, number] => [
		start[0] + (unit[0] * along - unit[1] * down) * pitch,
		start[1] + (unit[1] * along + unit[0] * down) * pitch,
	];
	const foot = 2.5 * (baselines.length - 1) + 1.5;
	return [at(-1, -1.5), at(count + 1, -1.5), at(count + 1, foot), at(-1, foot)];
};

import type {GreyImage} from '../../pictures/picture.ts';
import {isSamePlace, lengthOf, longestOf, lookCloser} from './locate/closer-look.ts';
import {locateMrz, type MrzRegion, type Region} from './locate/locate.ts';
import type {Pyramid} from './locate/pyramid.ts';
import {mirrorMrzs, mirrorPyramid} from './mirror.ts';
import type {Network} from './networks/network.ts';
import {
	better,
	isOneDocument,
	madeOut,
	type Networks,
	type PageAttempt,
	readEitherWay,
	upsideDown,
} from './read-either-way.ts';
import {beginsAsDocument, glanceAt, type MrzAttempt, plainlyRead} from './read-mrz.ts';

/** MRZs of one look at a page that are worth reading; the first is the right one nearly always. */
const mostRegions = 3;

/** Over this the code of a state may be one that is not known. */
const fullyRead = 0;

/** By how much what a mirror shows must be better. */
const plainlyBetter = 0.3;

/**
 * How many pixels long a page is drawn: for a first search, which costs half and is enough for most; for the others; for
 * lines that are small on the page; and, with room around it, for lines that fill it.
 */
const sizes = {first: 448, thorough: 640, fine: 1280, around: 448};

/** Mean of the locator's map along an MRZ that is drawn large enough; text that is none stays under it nearly always. */
const plainMrz = 0.84;

/** `mrzs`: what the first look saw, the likeliest first. */
export type Likeliest = {readonly best: PageAttempt | undefined; readonly mrzs: readonly MrzRegion[]};

/** Reads the likeliest MRZ of a page, with as few looks as leave no doubt. */
export async function readLikeliest(networks: Networks, pyramid: Pyramid, page: GreyImage): Promise<Likeliest> {
	const {locator, recogniser} = networks;
	const mrzs = await locateMrz(locator, pyramid, whole(page), sizes.first);
	const likeliest = mrzs[0] && (await asLines(locator, pyramid, mrzs[0]));
	let best: PageAttempt | undefined = ofOne(likeliest && (await glanceAt(recogniser, pyramid, likeliest)));
	if (best?.sure) return {best, mrzs};
	const tried: MrzRegion[] = [];
	for (const {searches, least} of [
		{searches: [{region: whole(page), size: sizes.thorough}], least: 0},
		{searches: closer(page), least: plainMrz},
	]) {
		// What was read in vain would be read in vain again.
		const seen = (await collect(locator, pyramid, searches)).filter(
			mrz => mrz.strength >= least && !tried.some(one => isSame(one, mrz)),
		);
		tried.push(...seen.slice(0, mostRegions));
		for (const mrz of seen.slice(0, mostRegions)) {
			const lines = least > 0 ? await asLines(locator, pyramid, mrz) : mrz;
			best = better(best, ofOne(await readEitherWay(networks, pyramid, lines)));
			if (best && best.quality > plainlyRead) return {best, mrzs};
		}

		const mirrored = await readMirrored(recogniser, pyramid, seen.slice(0, 1));
		const isBetter = mirrored && mirrored.quality > Math.max(madeOut, (best?.quality ?? -Infinity) + plainlyBetter);
		if (isBetter && isInMirror(mirrored)) return {best: mirrored, mrzs};

		// An MRZ that was made out, if badly, is the one: looking closer at the rest of the page finds no better.
		if (best && best.quality > madeOut) break;
	}

	return {best, mrzs};
}

/** The MRZs as a mirror shows them: a page from a front camera has its lines in their places, and nothing in them is type. */
const readMirrored = async (
	network: Network,
	pyramid: Pyramid,
	mrzs: readonly MrzRegion[],
): Promise<PageAttempt | undefined> => {
	if (mrzs.length === 0) return undefined;
	const mirror = mirrorPyramid(pyramid);
	let best: PageAttempt | undefined;
	for (const mrz of mirrorMrzs(mrzs, pyramid[0]!.width)) {
		for (const side of [mrz, upsideDown(mrz)]) {
			const attempt = await glanceAt(network, mirror, side);
			best = better(best, attempt && {...attempt, mirrored: true});
			if (best && best.quality > plainlyRead) return best;
		}
	}

	return best;
};

/** Type that is upside down shows many letters rightly in a mirror, such as B, D and E, and others can be made to agree. */
const isInMirror = (attempt: MrzAttempt): boolean =>
	attempt.sure || beginsAsDocument(attempt, attempt.quality > fullyRead);

const ofOne = (attempt: MrzAttempt | undefined): MrzAttempt | undefined =>
	attempt && isOneDocument(attempt) ? attempt : undefined;

const isSame = (a: MrzRegion, b: MrzRegion): boolean =>
	a.lines.length === b.lines.length &&
	isSamePlace(a, b) &&
	Math.abs(Math.log(lengthOf(longestOf(a)) / lengthOf(longestOf(b)))) < 0.1;

/** A single line may be several that were drawn too small to be distinguished. */
const asLines = async (locator: Network, pyramid: Pyramid, mrz: MrzRegion): Promise<MrzRegion> =>
	mrz.lines.length === 1 ? lookCloser(locator, pyramid, mrz) : mrz;

type Search = {readonly region: Region; readonly size: number};

const collect = async (locator: Network, pyramid: Pyramid, searches: readonly Search[]): Promise<MrzRegion[]> => {
	const mrzs: MrzRegion[] = [];
	for (const {region, size} of searches) mrzs.push(...(await locateMrz(locator, pyramid, region, size)));
	return mrzs.sort((a, b) => b.score - a.score);
};

/** Parts of a long strip, such as a screenshot of a chat: as long as a passport along it, and half of that apart. */
const strip = {times: 3, part: 2.4};

const strips = (page: GreyImage): Search[] => {
	const {width, height} = page;
	const across = Math.min(width, height);
	const longest = Math.max(width, height);
	if (longest < strip.times * across) return [];
	const part = strip.part * across;
	const count = Math.ceil((longest - part) / (part / 2)) + 1;
	return Array.from({length: count}, (_, index) => {
		const at = ((longest - part) * index) / Math.max(1, count - 1);
		const region = width > height ? {x: at, y: 0, width: part, height} : {x: 0, y: at, width, height: part};
		return {region, size: sizes.thorough};
	});
};

const whole = ({width, height}: GreyImage): Region => ({x: 0, y: 0, width, height});

/**
 * The page once smaller, for an MRZ that fills the picture; in parts, where it is long; and larger, if it has pixels that
 * the thorough search did not see. Of an MRZ that is small on the page the searches before often see nothing at all: that
 * they are empty is no reason to leave this one out, though it takes half of the time of a page without a passport.
 */
const closer = (page: GreyImage): Search[] => {
	const {width, height} = page;
	const longest = Math.max(width, height);
	const around = {
		x: -longest * 0.35,
		y: -longest * 0.35 - (longest - height) / 2,
		width: longest * 1.7,
		height: longest * 1.7,
	};
	return [
		{region: around, size: sizes.around},
		...strips(page),
		...(longest < sizes.thorough * 1.5 ? [] : [{region: whole(page), size: Math.min(sizes.fine, longest)}]),
	];
};

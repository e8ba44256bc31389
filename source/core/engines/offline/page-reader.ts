import {setImmediate} from 'node:timers/promises';
import {AppError} from '../../errors.ts';
import {blocking, notice} from '../../passport/judge/finding.ts';
import {type DocumentClass, type DocumentShape, isAskedFor, passportsOnly} from '../../passport/model/document.ts';
import type {Issue} from '../../passport/model/passport.ts';
import type {PageReading, Point, Reading} from '../../passport/model/reading.ts';
import type {GreyImage} from '../../pictures/picture.ts';
import {isSpeckled, withoutSpeckles} from '../../pictures/quality/speckle.ts';
import {inReadingOrder, isRead, readFurther} from './further-passports.ts';
import {askSecond} from './line/second-reader.ts';
import {buildPyramid} from './locate/pyramid.ts';
import {asMirrored, mirrorMrzs, mirrorPyramid} from './mirror.ts';
import {loadNetwork, networkOnDemand} from './networks/load-network.ts';
import type {Network} from './networks/network.ts';
import {pictureAdvice} from './picture-advice.ts';
import type {Networks, PageAttempt} from './read-either-way.ts';
import {readLikeliest} from './read-likeliest.ts';
import {beginsAsDocument, beginsAsPassport, looksCutShort, type MrzAttempt, plainlyRead} from './read-mrz.ts';

export type PageReadOptions = {
	/** The same page larger, for type that is too small on the one at hand. */
	readonly larger?: (() => Promise<GreyImage>) | undefined;
	/** Asked between any two steps; a page that no caller waits for is left. */
	readonly wanted?: (() => boolean) | undefined;
	/** What is asked for; passports alone by default. */
	readonly documents?: readonly DocumentClass[] | undefined;
};

export type Reader = {
	/**
	 * Reads every document on a page that is asked for, in the order in which a page is read. Where there is none, the
	 * document that is there instead. The first reading says how many more passports could not be read, and what else is
	 * on the page.
	 *
	 * @throws AppError NO_PASSPORT_FOUND, TOO_SMALL or CANCELLED, with `details.path`
	 */
	read(page: GreyImage, path: string, options?: PageReadOptions): Promise<PageReading>;
};

/** Under this many pixels a page's characters are fewer than five pixels wide: they cannot be read. */
const smallestSide = 160;

/** An MRZ with a pitch under this many pixels is read better on a larger picture, if there is one. */
const smallType = 12;

/** Loads the three networks, once for all pages. */
export async function createPageReader(): Promise<Reader> {
	const locator = await loadNetwork('locator');
	const recogniser = await loadNetwork('ocrb');
	const second = await loadNetwork('ocrb-second');
	const pageFinder = networkOnDemand('page-finder');
	return {
		async read(page, path, {larger, wanted, documents = passportsOnly} = {}) {
			const {width, height} = page.original ?? page;
			if (Math.max(width, height) < smallestSide) throw new AppError('TOO_SMALL', {path, width, height});
			const step = stepper(path, wanted);
			const networks = {
				locator: between(step, locator),
				recogniser: between(step, recogniser),
				second: between(step, second),
				pageFinder: between(step, pageFinder),
			};
			const seen = await readPage(networks, clear(page), documents);
			const closer = larger && seen && isWorthLarger(seen, page) ? clear(await larger()) : undefined;
			const seenCloser = closer && (await readPage(networks, closer, documents));
			if (closer && seenCloser && isBetter(seenCloser, seen!)) return toReadings(seenCloser, closer, documents);
			const [first] = seen?.attempts ?? [];
			if (!first?.legible) throw new AppError('NO_PASSPORT_FOUND', {path, width, height});
			if (isHalfSeen(first, documents)) throw new AppError('NO_PASSPORT_FOUND', {path, width, height, lines: 'partly'});
			if (isOtherPrint(first, documents)) throw new AppError('NO_PASSPORT_FOUND', {path, width, height});
			return toReadings(seen!, page, documents);
		},
	};
}

const clear = (page: GreyImage): GreyImage => (isSpeckled(page) ? withoutSpeckles(page) : page);

/** Lets messages in, and stops when the page is no longer wanted: a network that runs lets nothing else happen. */
const stepper =
	(path: string, wanted: () => boolean = () => true) =>
	async () => {
		await setImmediate();
		if (!wanted()) throw new AppError('CANCELLED', {path});
	};

const between = (step: () => Promise<void>, network: Network): Network => ({
	async run(input, dims) {
		await step();
		return network.run(input, dims);
	},
});

/**
 * What is left of a passport's lines, or of some pattern: to call it a card would send the person the wrong way. A card or
 * visa that is asked for and begins as one is to check, as a passport is of which some is covered.
 */
const isHalfSeen = (attempt: MrzAttempt, documents: readonly DocumentClass[]): boolean =>
	looksCutShort(attempt) && (attempt.right < 0.5 || beginsAsPassport(attempt)) && !beginsAsAsked(attempt, documents);

/** Check digits that agree by chance: one of four or five. */
const leastRight = 0.3;

/** Lines of other print, such as a payment slip in OCR-B: hardly a check digit agrees, and they do not begin as a document's. */
const isOtherPrint = (attempt: MrzAttempt, documents: readonly DocumentClass[]): boolean =>
	attempt.right < leastRight &&
	!beginsAsAsked(attempt, documents) &&
	!(attempt.shape === 'TD3' && beginsAsPassport(attempt));

/** Whether lines begin as the card (ICAO 9303-5 and -6) or visa (9303-7) that is asked for, with the code of a state. */
const beginsAsAsked = (attempt: MrzAttempt, documents: readonly DocumentClass[]): boolean =>
	attempt.shape !== 'TD3' && isAskedFor(attempt.shape, documents) && beginsAsDocument(attempt);

const isWorthLarger = ({attempts}: PageAttempts, page: GreyImage): boolean =>
	page.width < (page.original ?? page).width &&
	attempts.some(attempt => !(attempt.quality > plainlyRead) && isSmall(attempt));

const isBetter = (a: PageAttempts, b: PageAttempts): boolean => {
	if (!a.attempts.every(({legible}) => legible)) return false;
	const [more, fewer] = [a.attempts.length, b.attempts.length];
	const total = ({attempts}: PageAttempts) => attempts.reduce((sum, {quality}) => sum + quality, 0);
	return more > fewer || (more === fewer && total(a) > total(b));
};

const isSmall = ({lines}: MrzAttempt): boolean => lines.some(({pitch}) => pitch !== undefined && pitch < smallType);

/** What was read on a page, the likeliest first; how many passports could not be; and what else is there. */
type PageAttempts = {
	readonly attempts: readonly PageAttempt[];
	readonly unread: number;
	readonly others?: readonly DocumentShape[];
};

/** Undefined when nothing on the page looks like a line of type. */
const readPage = async (
	networks: Networks,
	page: GreyImage,
	documents: readonly DocumentClass[],
): Promise<PageAttempts | undefined> => {
	const pyramid = buildPyramid(page);
	const {best, mrzs} = await readLikeliest(networks, pyramid, page);
	if (!best?.legible) return best && {attempts: [best], unread: 0};
	// What is beside a passport that is mirrored is mirrored too.
	const {mirrored} = best;
	const seen = mirrored ? mirrorPyramid(pyramid) : pyramid;
	const isAsked = isAskedFor(best.shape, documents);
	const first: PageAttempt = isAsked ? {...best, ...(await askSecond(networks.second, seen, best))} : best;
	const seenMrzs = mirrored ? mirrorMrzs(mrzs, page.width) : mrzs;
	const further = await readFurther(networks, seen, first, seenMrzs, documents);
	const {unread, others} = further;
	const found = further.found.map((one): PageAttempt => (mirrored ? {...one, mirrored} : one));
	if (found.length === 0) return {attempts: [first], unread, others};
	// Another document on the page does not make those beside it something else.
	if (!isAsked && !isHalfSeen(first, documents)) return {attempts: found, unread, others: [first.shape, ...others]};
	return isRead(first, documents)
		? {attempts: [first, ...found], unread, others}
		: {attempts: found, unread: unread + 1, others};
};

const toReadings = (
	{attempts, unread, others = []}: PageAttempts,
	page: GreyImage,
	documents: readonly DocumentClass[],
): PageReading => {
	const readings = inReadingOrder(attempts, documents).map(attempt => toReading(attempt, page));
	const [first, ...rest] = readings as [Reading, ...Reading[]];
	const issues: readonly Issue[] = [
		...(unread === 0 ? [] : [blocking('passport-unread', undefined, {count: unread})]),
		...[...new Set(others)].map(shape => notice('other-beside', undefined, {shape})),
	];
	return issues.length === 0 ? [first, ...rest] : [{...first, issues: [...(first.issues ?? []), ...issues]}, ...rest];
};

/** The reading in pixels of the stored picture. */
const toReading = (attempt: PageAttempt, page: GreyImage): Reading => {
	const {width, height} = page.original ?? page;
	const scale = width / page.width;
	const enlarge = ([x, y]: Point): Point => [(x + 0.5) * scale - 0.5, (y + 0.5) * scale - 0.5];
	const {from, to} = attempt.lines[0]!;
	const angle = from && to ? Math.atan2(to[1] - from[1], to[0] - from[0]) : 0;
	const reading: Reading = {
		engine: 'offline',
		shape: attempt.shape,
		lines: attempt.lines.map(({from, to, pitch, path, ...line}) =>
			from && to && pitch
				? {
						...line,
						from: enlarge(from),
						to: enlarge(to),
						pitch: pitch * scale,
						...(path ? {path: path.map(enlarge)} : {}),
					}
				: line,
		),
		page: {width, height, rotation: Math.round((-angle * 180) / Math.PI)},
	};
	const placed = attempt.mirrored ? asMirrored(reading) : reading;
	// What is read without any doubt needs no better picture.
	const advice = attempt.sure ? [] : pictureAdvice(page, placed);
	return advice.length === 0 ? placed : {...placed, advice};
};

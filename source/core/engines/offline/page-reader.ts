import {setImmediate} from 'node:timers/promises';
import {AppError} from '../../errors.ts';
import type {Point, Reading} from '../../passport/model/reading.ts';
import type {GreyImage} from '../../pictures/picture.ts';
import {isSpeckled, withoutSpeckles} from '../../pictures/speckle.ts';
import {askSecond} from './line/second-reader.ts';
import {locateMrz, type MrzRegion, type Region} from './locate/locate.ts';
import {buildPyramid, type Pyramid} from './locate/pyramid.ts';
import {asMirrored, mirrorPyramid, mirrorZones} from './mirror.ts';
import {beginsAsPassport, glanceAt, looksCutShort, type MrzAttempt, plainlyRead, readMrz} from './read-mrz.ts';
import {loadNetwork, type Network} from './runtime/runtime.ts';

export type PageReadOptions = {
	/** The same page larger, for type that is too small on the one at hand. */
	readonly larger?: (() => Promise<GreyImage>) | undefined;
	/** Asked between any two steps; a page that nobody waits for is left. */
	readonly wanted?: (() => boolean) | undefined;
};

export type Reader = {
	/**
	 * Reads the machine-readable zone of a page.
	 *
	 * @throws AppError NO_PASSPORT_FOUND, TOO_SMALL or CANCELLED, with `details.path`
	 */
	read(page: GreyImage, path: string, options?: PageReadOptions): Promise<Reading>;
	close(): Promise<void>;
};

/** Under this many pixels a page's characters are fewer than five pixels wide: nothing can be told from them. */
const smallestSide = 160;

/** Over this, some of what was read is right; upside-down type and patterns stay under it. */
const madeOut = -1.2;

/** Zones of one look at a page that are worth reading; the first is the right one nearly always. */
const mostRegions = 3;

/** By how much what a mirror shows must be better. */
const plainlyBetter = 0.3;

/** A zone with a pitch under this many pixels is read better on a larger picture, if there is one. */
const smallType = 12;

/** How many pixels long a page is drawn for a first search, that costs half and is enough for most; and for the others. */
const sizes = {first: 448, thorough: 640};

/** Loads the three networks, once for all pages. */
export async function createPageReader(): Promise<Reader> {
	const [locator, recogniser, second] = await Promise.all([
		loadNetwork('locator.onnx'),
		loadNetwork('ocrb.onnx'),
		loadNetwork('ocrb-second.onnx'),
	]);
	return {
		async read(page, path, {larger, wanted} = {}) {
			const {width, height} = page.original ?? page;
			if (Math.max(width, height) < smallestSide) throw new AppError('TOO_SMALL', {path, width, height});
			const step = stepper(path, wanted);
			const networks = {
				locator: between(step, locator),
				recogniser: between(step, recogniser),
				second: between(step, second),
			};
			const attempt = await readPage(networks, clear(page));
			if (larger && attempt && !(attempt.quality > plainlyRead) && isSmall(attempt) && page.width < width) {
				const page2 = clear(await larger());
				const closer = await readPage(networks, page2);
				if (closer?.legible && closer.quality > attempt.quality) return toReading(closer, page2);
			}

			if (!attempt?.legible) throw new AppError('NO_PASSPORT_FOUND', {path, width, height});
			if (isHalfSeen(attempt)) throw new AppError('NO_PASSPORT_FOUND', {path, width, height, lines: 'partly'});
			return toReading(attempt, page);
		},
		async close() {
			await Promise.all([locator.release(), recogniser.release(), second.release()]);
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
	release: async () => network.release(),
});

/** What is left of a passport's lines, or of some pattern: to call it a card would send the person the wrong way. */
const isHalfSeen = (attempt: MrzAttempt): boolean =>
	looksCutShort(attempt) && (attempt.right < 0.5 || beginsAsPassport(attempt));

const isSmall = ({lines}: MrzAttempt): boolean => lines.some(({pitch}) => pitch !== undefined && pitch < smallType);

type Networks = {readonly locator: Network; readonly recogniser: Network; readonly second: Network};

/** What was read on a page, or in its mirror. */
type PageAttempt = MrzAttempt & {readonly mirrored?: true};

/** The best that was read on a page. Undefined when nothing on it looks like a line of type. */
const readPage = async (networks: Networks, page: GreyImage): Promise<PageAttempt | undefined> => {
	const pyramid = buildPyramid(page);
	const best = await readBest(networks, pyramid, page);
	if (!best?.legible) return best;
	const seen = best.mirrored ? mirrorPyramid(pyramid) : pyramid;
	return {...best, ...(await askSecond(networks.second, seen, best))};
};

const readBest = async (
	{locator, recogniser}: Networks,
	pyramid: Pyramid,
	page: GreyImage,
): Promise<PageAttempt | undefined> => {
	const [likeliest] = await locateMrz(locator, pyramid, whole(page), sizes.first);
	let best: PageAttempt | undefined = likeliest && (await glanceAt(recogniser, pyramid, likeliest));
	if (best?.sure) return best;
	for (const regions of [[whole(page)], parts(page)]) {
		const zones = await collect(locator, pyramid, regions);
		for (const zone of zones.slice(0, mostRegions)) {
			best = better(best, await readEitherWay(recogniser, pyramid, zone));
			if (best && best.quality > plainlyRead) return best;
		}

		const mirrored = await readMirrored(recogniser, pyramid, zones.slice(0, 1));
		if (mirrored && mirrored.quality > Math.max(madeOut, (best?.quality ?? -Infinity) + plainlyBetter)) return mirrored;
		// A zone that was made out, if badly, is the one: looking closer at the rest of the page finds no better.
		if (best && best.quality > madeOut) break;
	}

	return best;
};

/** The zones as a mirror shows them: a page from a front camera has its lines in their places, and nothing in them is type. */
const readMirrored = async (
	network: Network,
	pyramid: Pyramid,
	zones: readonly MrzRegion[],
): Promise<PageAttempt | undefined> => {
	if (zones.length === 0) return undefined;
	const mirror = mirrorPyramid(pyramid);
	let best: PageAttempt | undefined;
	for (const zone of mirrorZones(zones, pyramid[0]!.width)) {
		for (const side of [zone, upsideDown(zone)]) {
			const attempt = await glanceAt(network, mirror, side);
			best = better(best, attempt && {...attempt, mirrored: true});
			if (best && best.quality > plainlyRead) return best;
		}
	}

	return best;
};

const better = (a: PageAttempt | undefined, b: PageAttempt | undefined): PageAttempt | undefined =>
	a && b ? (b.quality > a.quality ? b : a) : (a ?? b);

/** Reads a zone the way up that the locator thinks, and upside down unless that went well. */
const readEitherWay = async (network: Network, pyramid: Pyramid, zone: MrzRegion): Promise<MrzAttempt | undefined> => {
	const attempt = await readMrz(network, pyramid, zone);
	return attempt && attempt.quality > plainlyRead
		? attempt
		: better(attempt, await readMrz(network, pyramid, upsideDown(zone)));
};

const collect = async (locator: Network, pyramid: Pyramid, regions: readonly Region[]): Promise<MrzRegion[]> => {
	const zones: MrzRegion[] = [];
	for (const region of regions) zones.push(...(await locateMrz(locator, pyramid, region, sizes.thorough)));
	return zones.sort((a, b) => b.score - a.score);
};

const whole = ({width, height}: GreyImage): Region => ({x: 0, y: 0, width, height});

/**
 * The page once smaller, for a zone that fills the picture; and larger, in nine parts that overlap, if it has pixels
 * that the thorough search did not see.
 */
const parts = ({width, height}: GreyImage): Region[] => {
	const longest = Math.max(width, height);
	const around = {
		x: -longest * 0.35,
		y: -longest * 0.35 - (longest - height) / 2,
		width: longest * 1.7,
		height: longest * 1.7,
	};
	if (longest < sizes.thorough * 1.5) return [around];
	const size = longest * 0.6;
	const corners = [0, 0.5, 1].flatMap(fy => [0, 0.5, 1].map(fx => ({x: fx * (width - size), y: fy * (height - size)})));
	const seen = new Set<string>();
	const distinct = corners
		.map(corner => ({
			x: Math.max(corner.x, Math.min(0, width - size)),
			y: Math.max(corner.y, Math.min(0, height - size)),
			width: size,
			height: size,
		}))
		.filter(({x, y}) => {
			const key = `${Math.round(x)} ${Math.round(y)}`;
			return !seen.has(key) && seen.add(key);
		});
	return [around, ...distinct];
};

const upsideDown = (zone: MrzRegion): MrzRegion => ({
	...zone,
	lines: [...zone.lines].reverse().map(({from, to}) => ({from: to, to: from})),
});

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
	return attempt.mirrored ? asMirrored(reading) : reading;
};

import {bareCode, codeKind} from '../../../passport/tables/codes.ts';
import {blank, characterOf, classes} from '../decode/alphabet.ts';
import type {TextLine} from '../locate/locate.ts';
import type {Pyramid} from '../locate/pyramid.ts';
import type {Network} from '../networks/network.ts';
import {findPeaks, type Posterior, steps} from './cells.ts';
import {type Baseline, cropHeight, cropPitch, cropWidth, cutLine, plain} from './crop.ts';
import {snap} from './snap.ts';

/** Steps from character to character in a crop of the right pitch. */
const even = (cropPitch * steps) / cropWidth;
/** By how much the steps may differ, as a share: OCR-B has one pitch. Type of another pitch, or of none, differs more. */
const evenness = {mean: 0.06, each: 0.15, rough: 0.3, refined: 0.02};
/** Of a guessed pitch, shares within which the network sees single characters well enough to measure theirs. */
const refinable = {least: 0.6, most: 1.6};
/** Guesses that differ by less than this share are one. */
const sameGuess = 0.12;
/** Characters of a piece at least, and the shares of them that are seen, sure, and evenly spaced. */
const fewest = 8;
const seenShare = 0.8;
const sureShare = 0.65;
const evenShare = 0.92;
/** Of the beginning of a passport's first line at least. */
const shortest = 6;
/** Fillers, and other characters, of a line that has no other one beside it. */
const fewestOfEach = 6;
/** Of the 44 characters of a line. */
const nearlyAll = 38;
const most = 30;
const half = 22;
/** Probability over which a character is sure. */
const sure = 0.8;

/** Of an MRZ a line is 2.5 pitches below the other (ICAO 9303-4, appendix A). */
const spacing = 2.5;

/**
 * Returns the pitch, in pixels, of a line that is one of an MRZ or a piece of one: evenly spaced characters of OCR-B, with
 * more of them above or below, or with fillers among letters or digits, or nearly all that a line has. Undefined where it is
 * none: lines of a typewriter have spaces. A look at a whole line cannot say so, because it takes a piece for 44 narrow
 * characters.
 *
 * @param known Pitches of the passports that were read
 * @param guesses Others that it may have
 */
export async function pitchOfMrz(
	network: Network,
	pyramid: Pyramid,
	line: TextLine,
	known: readonly number[],
	guesses: readonly number[],
): Promise<number | undefined> {
	for (const {type, pitch, upright} of await typesOn(network, pyramid, line, [...guesses, ...known])) {
		if (isLoneLine(type) || (await isEndOfLine(network, pyramid, upright, pitch, type)))
			return (await isOfCard(network, pyramid, upright, pitch)) ? undefined : pitch;
		if (!type.isWhole && !isRun(type)) continue;
		const isKnown = known.some(one => Math.abs(pitch / one - 1) < evenness.mean);
		for (const lines of [spacing, -spacing]) {
			const other = await typeOn(network, pyramid, moved(upright, lines * pitch), pitch);
			if (!other || !(isLoneLine(other) || arePieces(type, other, isKnown))) continue;
			return (await isOfCard(network, pyramid, upright, pitch)) ? undefined : pitch;
		}
	}
	return undefined;
}

/** Whether a long row of fillers is the end of a line of an MRZ: what is half a line before it shows more. */
const isEndOfLine = async (network: Network, pyramid: Pyramid, {from, to}: TextLine, pitch: number, {run}: Type) => {
	if (run.length < half || !run.includes('<<')) return false;
	const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
	const [x, y] = [(half * pitch * (to[0] - from[0])) / length, (half * pitch * (to[1] - from[1])) / length];
	const before = await typeOn(network, pyramid, {from: [from[0] - x, from[1] - y], to: [to[0] - x, to[1] - y]}, pitch);
	return before !== undefined && isLoneLine(before);
};

/** Whether a line is one of three: of an identity card (ICAO 9303-5). */
const isOfCard = async (network: Network, pyramid: Pyramid, line: TextLine, pitch: number): Promise<boolean> => {
	const others: boolean[] = [];
	for (const lines of [-2, -1, 1, 2]) {
		const type = await typeOn(network, pyramid, moved(line, lines * spacing * pitch), pitch);
		others.push(type !== undefined && isRun(type));
	}
	const [above, before, after, below] = others;
	return (before && (above || after)) || (after && below) || false;
};

const isRun = ({run}: Type): boolean => run.length >= fewest;

const arePieces = (one: Type, other: Type, isKnown: boolean): boolean =>
	(isRun(one) && isRun(other) && (isBroken(one.run) || isBroken(other.run)) && /<</.test(one.run + other.run)) ||
	(isKnown && one.isWhole && other.isWhole && !/<</.test(one.run + other.run));

/** Fillers among other characters: a word before a row of dots has none behind them, and a number on a payment slip single ones. */
const isBroken = (text: string): boolean => /[^<]{3}<+[^<]{2}/.test(text);

/** Far out of focus no character is sure: then nearly all that a line has are seen, fillers and others. */
const isLoneLine = ({run, likely, isEven, seen}: Type): boolean =>
	(run.length >= nearlyAll && isBroken(run) && run.includes('<<')) ||
	hasBoth(run) ||
	beginsAsPassport(run) ||
	(likely.length >= most && isEven && seen >= nearlyAll && hasBoth(likely));

/** Whether text begins with P and a filler, the code of a state, and a letter of a name: no other print does. */
const beginsAsPassport = (text: string): boolean =>
	/^P<[A-Z]..[A-Z]/.test(text) && codeKind(bareCode(text.slice(2, 5))) !== undefined;

const hasBoth = (text: string): boolean => {
	const fillers = fillersIn(text);
	return fillers >= fewestOfEach && text.length - fillers >= fewestOfEach && isBroken(text);
};

const fillersIn = (text: string): number => text.split('<').length - 1;

const moved = ({from, to}: TextLine, down: number): TextLine => {
	const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
	const [x, y] = [(-(to[1] - from[1]) / length) * down, ((to[0] - from[0]) / length) * down];
	return {from: [from[0] + x, from[1] + y], to: [to[0] + x, to[1] + y]};
};

/**
 * What is seen on a line and in its continuation. `step`: from character to character as most are. `isEven`: it is type of
 * this pitch, maybe the wrong way up. `isWhole`: all of the line is characters of OCR-B. `seen`: how many. `run`: those that are sure, of the
 * most that follow each other evenly; `likely`: what each of these is likeliest.
 */
type Type = {
	readonly step: number;
	readonly isEven: boolean;
	readonly isWhole: boolean;
	readonly seen: number;
	readonly run: string;
	readonly likely: string;
};

type Placed = {readonly type: Type; readonly pitch: number; readonly upright: TextLine};

/** What a line is as type of each of these pitches, or of the one close to it that fits its characters better. */
const typesOn = async (
	network: Network,
	pyramid: Pyramid,
	line: TextLine,
	pitches: readonly number[],
): Promise<readonly Placed[]> => {
	const tried: number[] = [];
	const found: Placed[] = [];
	for (const guess of pitches) {
		if (tried.some(one => Math.abs(one / guess - 1) < sameGuess)) continue;
		const first = await typeOn(network, pyramid, line, guess);
		tried.push(guess);
		if (!first) continue;
		const share = first.step / even;
		const isClose = Math.abs(share - 1) < evenness.refined || share < refinable.least || share > refinable.most;
		const pitch = isClose ? guess : guess * share;
		const type = isClose ? first : await typeOn(network, pyramid, line, pitch);
		tried.push(pitch);
		if (!isClose && isLoneLine(first)) found.push({type: first, pitch: guess, upright: line});
		if (!type) continue;
		found.push({type, pitch, upright: line});
		if (!type.isEven && type.likely.length < fewest) continue;
		const upright = {from: line.to, to: line.from};
		const other = await typeOn(network, pyramid, upright, pitch);
		if (other) found.push({type: other, pitch, upright});
	}
	return found;
};

const typeOn = async (network: Network, pyramid: Pyramid, line: TextLine, pitch: number): Promise<Type | undefined> => {
	const length = Math.hypot(line.to[0] - line.from[0], line.to[1] - line.from[1]);
	const count = Math.round(length / pitch);
	if (count < shortest * refinable.least) return undefined;
	const unit = [(line.to[0] - line.from[0]) / length, (line.to[1] - line.from[1]) / length] as const;
	const [piece] = snap(pyramid, [{start: line.from, unit, pitch: length / count, count}]);
	const input = new Float32Array(cropWidth * cropHeight);
	cutLine(pyramid, whole(piece!, pitch), plain, input);
	const {data} = await network.run(input, [1, 1, cropHeight, cropWidth]);
	const all = findPeaks(data);
	const reach = ((count + 1) / 2) * even;
	const middle = (steps - 1) / 2;
	const peaks = all.filter(peak => Math.abs(peak - middle) < reach);
	if (peaks.length < shortest) return undefined;
	const distances = peaks.slice(1).map((peak, i) => peak - peaks[i]!);
	const usual = [...distances].sort((a, b) => a - b)[distances.length >> 1]!;
	const step = mean(distances.filter(distance => Math.abs(distance / usual - 1) < evenness.rough));
	const close = distances.filter(isEvenStep);
	const isEven =
		peaks.length >= Math.max(fewest, seenShare * count) &&
		close.length >= evenShare * distances.length &&
		Math.abs(mean(close) / even - 1) < evenness.mean;
	const isWhole = isEven && sureIn(data, peaks).length >= sureShare * peaks.length;
	const run = longestRun(all);
	const text = sureIn(data, run);
	const likely = run.map(peak => likeliest(data, peak).character).join('');
	return {step, isEven, isWhole, seen: peaks.length, run: text.length >= sureShare * run.length ? text : '', likely};
};

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const isEvenStep = (distance: number): boolean => Math.abs(distance / even - 1) < evenness.each;

const sureIn = (data: Posterior, peaks: readonly number[]): string =>
	peaks
		.map(peak => likeliest(data, peak))
		.map(({character, nats}) => (Math.exp(nats) > sure ? character : ''))
		.join('');

const likeliest = (data: Posterior, peak: number): {readonly character: string; readonly nats: number} => {
	const at = Math.round(peak) * classes;
	const [first, ...others] = [...data.subarray(at, at + classes).keys()].filter(one => one !== blank);
	const best = others.reduce((a, b) => (data[at + b]! > data[at + a]! ? b : a), first!);
	return {character: characterOf(best), nats: data[at + best]!};
};

/** The most peaks that follow each other evenly. */
const longestRun = (peaks: readonly number[]): readonly number[] => {
	const ends = peaks.flatMap((peak, i) => (i + 1 < peaks.length && isEvenStep(peaks[i + 1]! - peak) ? [] : [i + 1]));
	const runs = ends.map((end, i) => peaks.slice(ends[i - 1] ?? 0, end));
	return runs.reduce((a, b) => (b.length > a.length ? b : a), []);
};

/** Room for 44 characters of a pitch around a piece. */
const whole = ({start, unit, pitch, count}: Baseline, wanted: number): Baseline => {
	const back = (pitch * count) / 2 - wanted * 22;
	return {start: [start[0] + unit[0] * back, start[1] + unit[1] * back], unit, pitch: wanted, count: 44};
};

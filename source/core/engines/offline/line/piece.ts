import {blank, characterOf, classes} from '../decode/alphabet.ts';
import type {TextLine} from '../locate/locate.ts';
import type {Pyramid} from '../locate/pyramid.ts';
import type {Network} from '../networks/network.ts';
import {findPeaks, steps} from './cells.ts';
import {type Baseline, cropHeight, cropPitch, cropWidth, cutLine, plain} from './crop.ts';
import {snap} from './snap.ts';

/** Steps from character to character in a crop of the right pitch. */
const even = (cropPitch * steps) / cropWidth;
/** By how much the steps may differ, as a share: OCR-B has one pitch. Type of another pitch, or of none, differs more. */
const evenness = {mean: 0.06, each: 0.15};
/** Characters of a piece at least, and the shares of them that are seen, sure, and evenly spaced. */
const fewest = 8;
const seenShare = 0.8;
const sureShare = 0.65;
const evenShare = 0.92;
/** Fillers, and other characters, of a line that has no other one beside it. */
const fewestOfEach = 6;
/** Of the 44 characters of a line. */
const nearlyAll = 38;
/** Probability over which a character is sure. */
const sure = 0.8;

/** Of an MRZ a line is 2.5 pitches below the other (ICAO 9303-4, appendix A). */
const spacing = 2.5;

/**
 * Whether a line is a piece of an MRZ of this pitch, in pixels: evenly spaced characters of OCR-B, and more of them
 * above or below. A look at a whole line cannot say so, because it takes a piece for 44 narrow characters.
 */
export async function isPieceOfMrz(
	network: Network,
	pyramid: Pyramid,
	line: TextLine,
	pitch: number,
): Promise<boolean> {
	if (!(await typeOn(network, pyramid, line, pitch))) return false;
	for (const lines of [spacing, -spacing]) {
		if (await typeOn(network, pyramid, moved(line, lines * pitch), pitch)) return true;
	}
	return false;
}

/**
 * Whether a line is one of an MRZ by itself: evenly spaced characters of OCR-B, with fillers among letters or digits, or
 * nearly all that a line has. Lines of a typewriter have spaces.
 */
export async function isLoneLine(network: Network, pyramid: Pyramid, line: TextLine, pitch: number): Promise<boolean> {
	const text = (await typeOn(network, pyramid, line, pitch)) ?? '';
	const fillers = text.split('<').length - 1;
	return (fillers >= fewestOfEach && text.length - fillers >= fewestOfEach) || text.length >= nearlyAll;
}

const moved = ({from, to}: TextLine, down: number): TextLine => {
	const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
	const [x, y] = [(-(to[1] - from[1]) / length) * down, ((to[0] - from[0]) / length) * down];
	return {from: [from[0] + x, from[1] + y], to: [to[0] + x, to[1] + y]};
};

/** The characters of a line that are sure; undefined where it is no OCR-B of this pitch. */
const typeOn = async (
	network: Network,
	pyramid: Pyramid,
	line: TextLine,
	pitch: number,
): Promise<string | undefined> => {
	const length = Math.hypot(line.to[0] - line.from[0], line.to[1] - line.from[1]);
	const count = Math.round(length / pitch);
	if (count < fewest) return undefined;
	const unit = [(line.to[0] - line.from[0]) / length, (line.to[1] - line.from[1]) / length] as const;
	const [piece] = snap(pyramid, [{start: line.from, unit, pitch: length / count, count}]);
	const input = new Float32Array(cropWidth * cropHeight);
	cutLine(pyramid, whole(piece!, pitch), plain, input);
	const {data} = await network.run(input, [1, 1, cropHeight, cropWidth]);
	const reach = ((count + 1) / 2) * even;
	const middle = (steps - 1) / 2;
	const peaks = findPeaks(data).filter(peak => Math.abs(peak - middle) < reach);
	const distances = peaks.slice(1).map((peak, i) => peak - peaks[i]!);
	const close = distances.filter(distance => Math.abs(distance / even - 1) < evenness.each);
	const mean = close.reduce((sum, distance) => sum + distance, 0) / close.length;
	const sureAt = (peak: number): string => {
		const at = Math.round(peak) * classes;
		const index = data.subarray(at, at + classes).findIndex((value, one) => one !== blank && Math.exp(value) > sure);
		return characterOf(index);
	};
	const text = peaks.map(sureAt).join('');
	const isType =
		peaks.length >= Math.max(fewest, seenShare * count) &&
		close.length >= evenShare * distances.length &&
		Math.abs(mean / even - 1) < evenness.mean &&
		text.length >= sureShare * peaks.length;
	return isType ? text : undefined;
};

/** Room for 44 characters of a pitch around a piece. */
const whole = ({start, unit, pitch, count}: Baseline, wanted: number): Baseline => {
	const back = (pitch * count) / 2 - wanted * 22;
	return {start: [start[0] + unit[0] * back, start[1] + unit[1] * back], unit, pitch: wanted, count: 44};
};

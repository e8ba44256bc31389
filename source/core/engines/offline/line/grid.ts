import type {Point} from '../../../passport/model/reading.ts';
import {blank, characterOf, classes} from '../decode/alphabet.ts';
import {lengthOf} from '../locate/closer-look.ts';
import type {TextLine} from '../locate/locate.ts';
import type {Pyramid} from '../locate/pyramid.ts';
import type {Network} from '../networks/network.ts';
import {findPeaks, type Posterior, steps} from './cells.ts';
import {type Baseline, cropHeight, cropPitch, cropWidth, cutLine, plain, pointAt} from './crop.ts';
import {snap} from './snap.ts';

/** Steps from character to character in a crop of the right pitch. */
const even = (cropPitch * steps) / cropWidth;
/** Columns of a crop. */
const columns = Math.ceil(steps / even);
/** Probability over which a character is sure. */
const leastSure = 0.8;

/**
 * What is seen at every column of a line, of which a piece is in the middle. `sure`: characters that are sure, `?` for others, `.`
 * for none; `likely`: what each is likeliest. `step`: columns from character to character, as most are.
 */
export type GridLine = {readonly sure: string; readonly likely: string; readonly step: number};

/**
 * Looks at lines whose characters are a pitch apart, each continued to the length of a passport's.
 *
 * @param isFree False where a document is that is known
 */
export async function readGrids(
	network: Network,
	pyramid: Pyramid,
	lines: readonly TextLine[],
	pitch: number,
	isFree: (place: Point) => boolean = () => true,
): Promise<readonly GridLine[]> {
	const size = cropWidth * cropHeight;
	const input = new Float32Array(lines.length * size);
	const snapped = snap(
		pyramid,
		lines.map(line => baselineOf(line, pitch)),
	);
	const continued = snapped.map(line => whole(line, pitch));
	for (const [at, line] of continued.entries()) {
		cutLine(pyramid, line, plain, input.subarray(at * size, (at + 1) * size));
	}
	const {data} = await network.run(input, [lines.length, 1, cropHeight, cropWidth]);
	const each = steps * classes;
	return continued.map((line, at) => {
		const posterior = data.subarray(at * each, (at + 1) * each);
		const peaks = findPeaks(posterior).filter(peak => isFree(pointAt(line, (peak + 0.5) * (cropWidth / steps))));
		return gridOf(posterior, peaks);
	});
}

const baselineOf = ({from, to}: TextLine, pitch: number): Baseline => {
	const length = lengthOf({from, to});
	const count = Math.max(1, Math.round(length / pitch));
	const unit = [(to[0] - from[0]) / length, (to[1] - from[1]) / length] as const;
	return {start: from, unit, pitch: length / count, count};
};

const pointAlong = ({start, unit}: Baseline, along: number) =>
	[start[0] + unit[0] * along, start[1] + unit[1] * along] as const;

/** Room for 44 characters of a pitch around a piece. */
const whole = (piece: Baseline, wanted: number): Baseline => ({
	start: pointAlong(piece, (piece.pitch * piece.count) / 2 - wanted * 22),
	unit: piece.unit,
	pitch: wanted,
	count: 44,
});

const gridOf = (posterior: Posterior, peaks: readonly number[]): GridLine => {
	const [sure, likely] = [0, 1].map(() => Array.from({length: columns}, () => '.')) as [string[], string[]];
	for (const peak of peaks) {
		const {character, nats} = likeliest(posterior, peak);
		const at = Math.min(columns - 1, Math.floor(peak / even));
		likely[at] = character;
		sure[at] = Math.exp(nats) > leastSure ? character : '?';
	}
	const distances = peaks.slice(1).map((peak, at) => peak - peaks[at]!);
	const usual = distances.sort((a, b) => a - b)[distances.length >> 1] ?? even;
	return {sure: sure.join(''), likely: likely.join(''), step: usual / even};
};

/** The likeliest character where one is seen. */
const likeliest = (data: Posterior, peak: number): {readonly character: string; readonly nats: number} => {
	const at = Math.round(peak) * classes;
	const [first, ...others] = [...data.subarray(at, at + classes).keys()].filter(one => one !== blank);
	const best = others.reduce((a, b) => (data[at + b]! > data[at + a]! ? b : a), first!);
	return {character: characterOf(best), nats: data[at + best]!};
};

import type {Network} from '../networks/network.ts';
import {locateMrz, type MrzRegion, type TextLine} from './locate.ts';
import type {Pyramid} from './pyramid.ts';

/** Pixels that lines are drawn long for the locator to distinguish them; on a slant it takes more. */
const long = {usual: 320, slanted: 480};
/** Strength of a line that is no printed text. */
const plain = 0.8;

export const middleOf = ({from, to}: TextLine): readonly [number, number] => [
	(from[0] + to[0]) / 2,
	(from[1] + to[1]) / 2,
];

export const lengthOf = ({from, to}: TextLine): number => Math.hypot(to[0] - from[0], to[1] - from[1]);

/** The longest line of an MRZ. */
export const longestOf = ({lines}: MrzRegion): TextLine => lines.reduce((a, b) => (lengthOf(a) >= lengthOf(b) ? a : b));

/**
 * Of the length of the line that was seen: how far away an MRZ is at most that may be the same, and how long at least; and
 * by how much two lines of one are apart.
 */
const same = {away: 0.25, long: 0.7, lines: 0.07};

/** Each look shows 1.4 times as much of a line as the one before. */
const mostLooks = 5;

/** Whether two looks have seen the same MRZ. */
export const isSamePlace = (a: MrzRegion, b: MrzRegion): boolean => {
	const [[ax, ay], [bx, by]] = [middleOf(longestOf(a)), middleOf(longestOf(b))];
	return Math.hypot(ax - bx, ay - by) < 0.1 * lengthOf(longestOf(a));
};

/**
 * Locates an MRZ again, drawn large enough to separate its lines, and once more as long as it turns out longer than it
 * looked. The same MRZ where that finds no better one.
 */
export async function lookCloser(locator: Network, pyramid: Pyramid, mrz: MrzRegion): Promise<MrzRegion> {
	let seen = mrz;
	for (let look = 0; look < mostLooks; look++) {
		const before = lengthOf(longestOf(seen));
		seen = await lookOnce(locator, pyramid, seen, long.usual);
		if (lengthOf(longestOf(seen)) < before * 1.1) break;
	}
	return seen.lines.length === 1 && seen.strength > plain ? lookOnce(locator, pyramid, seen, long.slanted) : seen;
}

const lookOnce = async (locator: Network, pyramid: Pyramid, mrz: MrzRegion, drawn: number): Promise<MrzRegion> => {
	const line = longestOf(mrz);
	const length = lengthOf(line);
	// The page above the lines shows which way is up.
	const margin = length * 0.4;
	const [left, right] = [Math.min(line.from[0], line.to[0]) - margin, Math.max(line.from[0], line.to[0]) + margin];
	const [top, foot] = [Math.min(line.from[1], line.to[1]) - margin, Math.max(line.from[1], line.to[1]) + margin];
	const region = {x: left, y: top, width: right - left, height: foot - top};
	const size = Math.round((Math.max(region.width, region.height) / length) * drawn);
	const [x, y] = middleOf(line);
	const found = await locateMrz(locator, pyramid, region, size);
	const near = found.flatMap(one => {
		const [cx, cy] = middleOf(longestOf(one));
		const away = Math.hypot(cx - x, cy - y) / length;
		return away < same.away && lengthOf(longestOf(one)) > same.long * length ? [{one, away}] : [];
	});
	// The passport beside it may have its lines as near, and better ones.
	const nearest = Math.min(...near.map(({away}) => away));
	return near.find(({away}) => away < nearest + same.lines)?.one ?? mrz;
};

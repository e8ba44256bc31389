import type {GreyImage} from '../picture.ts';

/** Paper is at least so light; what differs from it by no more is its grain, or print that shows through. */
const lightest = 180;
const grain = 28;

/** Share of the pixels that dust may have; the lines of a passport on a page of A4 are ten times as many. */
const dust = 0.0002;

/** Share of a side along the edges that shows the lid or the shadow of a scanner. */
const margin = 0.03;

/** Whether a page shows nothing but light paper, such as the back of a sheet. */
export function isBlankPage({width, height, data}: GreyImage): boolean {
	const counts = new Uint32Array(256);
	const [left, top] = [Math.ceil(width * margin), Math.ceil(height * margin)];
	let all = 0;
	for (let y = top; y < height - top; y++) {
		for (let x = left; x < width - left; x++) counts[data[y * width + x]!]!++;
		all += Math.max(0, width - 2 * left);
	}
	let paper = 0;
	for (let below = counts[0]!; below <= all / 2 && paper < 255; ) below += counts[++paper]!;
	if (paper < lightest) return false;
	let others = 0;
	for (const [level, count] of counts.entries()) if (Math.abs(level - paper) > grain) others += count;
	return others <= all * dust;
}

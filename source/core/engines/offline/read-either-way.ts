import type {MrzRegion} from './locate/locate.ts';
import type {Pyramid} from './locate/pyramid.ts';
import type {Network} from './networks/network.ts';
import {type MrzAttempt, plainlyRead, readMrz} from './read-mrz.ts';

export type Networks = {
	readonly locator: Network;
	readonly recogniser: Network;
	readonly second: Network;
	readonly pageFinder: Network;
};

/** Over this, some of what was read is right; upside-down type and patterns stay under it. */
export const madeOut = -1.2;

/**
 * True when the lines are one below the other: of passports side by side, the first line of one and the second of the
 * other may look like one MRZ.
 */
export const isOneDocument = ({baselines}: MrzAttempt): boolean => {
	const [{start, unit, pitch}, ...others] = baselines as [MrzAttempt['baselines'][number], ...MrzAttempt['baselines']];
	return others.every(other => {
		const along = (other.start[0] - start[0]) * unit[0] + (other.start[1] - start[1]) * unit[1];
		return Math.abs(along) < 6 * pitch && Math.abs(Math.log(other.pitch / pitch)) < 0.25;
	});
};

/** What was read on a page, or in its mirror. */
export type PageAttempt = MrzAttempt & {readonly mirrored?: true};

export const better = (a: PageAttempt | undefined, b: PageAttempt | undefined): PageAttempt | undefined =>
	a && b ? (b.quality > a.quality ? b : a) : (a ?? b);

/** Reads an MRZ the way up that the locator thinks, and upside down unless that went well. */
export async function readEitherWay(
	{recogniser}: Networks,
	pyramid: Pyramid,
	mrz: MrzRegion,
): Promise<MrzAttempt | undefined> {
	const attempt = await readMrz(recogniser, pyramid, mrz);
	if (attempt && attempt.quality > plainlyRead) return attempt;
	return better(attempt, await readMrz(recogniser, pyramid, upsideDown(mrz)));
}

export const upsideDown = (mrz: MrzRegion): MrzRegion => ({
	...mrz,
	lines: [...mrz.lines].reverse().map(({from, to}) => ({from: to, to: from})),
});

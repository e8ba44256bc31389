import type {Reading} from '../../source/core/passport/model/reading.ts';
import {mrz, reading} from './records.ts';

/** A page with the lines of a reading: 26 pixels from cell to cell, the first at (60, 700). */
export const pageSize = {width: 1250, height: 880} as const;

export const linePlace = (line: number) =>
	({from: [60, 700 + line * 65], to: [60 + 43 * 26, 700 + line * 65], pitch: 26}) as const;

/** A reading that knows the places of its lines. */
export function placedReading(
	lines: readonly string[] = mrz,
	weak: readonly (readonly [line: number, at: number])[] = [],
): Reading {
	const plain = reading(lines, weak);
	return {
		...plain,
		lines: plain.lines.map((line, index) => ({...line, ...linePlace(index)})),
		page: {...pageSize, rotation: 0},
	};
}

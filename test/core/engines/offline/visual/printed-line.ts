import type {PrintedLine} from '../../../../../source/core/engines/offline/visual/lines/read-lines.ts';

/**
 * A line as the general reader gives it: every character `advance` pitches after the last, all read clearly. Begins at
 * `left`; its middle is at `v`.
 */
export function printedLine(
	text: string,
	left: number,
	v: number,
	{height = 1.3, margin = 6, advance = 0.75}: {height?: number; margin?: number; advance?: number} = {},
): PrintedLine {
	const characters = [...text].map((character, index) => ({character, margin, u: left + advance * (index + 0.5)}));
	const width = advance * characters.length;
	return {u: left + width / 2, v, width, height, slope: 0, characters};
}

/** A label: smaller type. */
export const printedLabel = (text: string, left: number, v: number): PrintedLine =>
	printedLine(text, left, v, {height: 1, margin: 3, advance: 0.42});

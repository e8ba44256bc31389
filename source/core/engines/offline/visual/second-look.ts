import type {PrintedLine} from './read-lines.ts';

/** A character read less clearly than this is worth a second look at its line. */
const doubtful = 1;
/** Below this mean a line is a scribble or a pattern, and stays one. */
const hopeless = 1.2;

/** Second looks at a page, at most. */
export const mostSecondLooks = 16;

const marginsOf = ({characters}: PrintedLine): number[] =>
	characters.filter(({character}) => character !== ' ').map(({margin}) => margin);

const weakest = (line: PrintedLine): number => Math.min(...marginsOf(line));

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/** Lines that are set like values, were mostly read well, and have a character in doubt. The tallest half of a page is. */
export function worthSecondLook(lines: readonly PrintedLine[]): PrintedLine[] {
	const heights = lines.map(({height}) => height).sort((a, b) => a - b);
	const least = (heights[Math.floor(heights.length / 2)] ?? 0) * 0.9;
	return lines
		.filter(line => {
			const margins = marginsOf(line);
			return margins.length > 1 && line.height > least && Math.min(...margins) < doubtful && mean(margins) > hopeless;
		})
		.slice(0, mostSecondLooks);
}

/** A little lower than the first: it lets the neighbours' ink out, and moves every letter to other steps. */
export const lowered = (line: PrintedLine): PrintedLine => ({...line, height: line.height * 0.85});

/** The clearer of two looks at one line. */
export const clearer = (first: PrintedLine, second: PrintedLine | undefined): PrintedLine =>
	second && second.characters.length > 0 && weakest(second) > weakest(first)
		? {...second, height: first.height}
		: first;

import type {Found, Page} from './page.ts';
import type {PrintedLine} from './read-lines.ts';
import type {Run} from './runs.ts';

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

/**
 * Lines for a second look: set like values, mostly read well, with a character in doubt. The tallest half of a page is.
 * Not those whose value is what the zone says, too, nor what nobody asks for: labels, and, once names, number and dates
 * were found, whatever is no value.
 */
export function worthSecondLook(lines: readonly PrintedLine[], page: Page, found: readonly Found[]): PrintedLine[] {
	const heights = lines.map(({height}) => height).sort((a, b) => a - b);
	const least = (heights[Math.floor(heights.length / 2)] ?? 0) * 0.9;
	const complete = zoneFields.every(field => found.some(one => one.field === field));
	return lines
		.filter(line => {
			const margins = marginsOf(line);
			if (margins.length < 2 || line.height <= least || Math.min(...margins) >= doubtful || mean(margins) <= hopeless)
				return false;
			const values = found.filter(({run}) => isOn(run, line));
			if (values.length > 0) return values.some(({by}) => by !== 'zone');
			return !complete && page.entries.some(entry => isOn(entry, line) && !entry.isLabel);
		})
		.slice(0, mostSecondLooks);
}

/** What the zone says, too, and every page prints. */
const zoneFields = ['surname', 'passport_number', 'birth_date', 'expiry_date'] as const;

/** Whether a run was read from a line, or from that and others. */
const isOn = (run: Run, line: PrintedLine): boolean =>
	Math.abs(run.v - line.v - line.slope * ((run.left + run.right) / 2 - line.u)) < run.height / 2 &&
	run.left < line.u + line.width / 2 &&
	run.right > line.u - line.width / 2;

/** A little lower than the first: it lets the neighbours' ink out, and moves every letter to other steps. */
export const lowered = (line: PrintedLine): PrintedLine => ({...line, height: line.height * 0.85});

/** The clearer of two looks at one line. */
export const clearer = (first: PrintedLine, second: PrintedLine | undefined): PrintedLine =>
	second && second.characters.length > 0 && weakest(second) > weakest(first)
		? {...second, height: first.height}
		: first;
